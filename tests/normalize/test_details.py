"""Details by their shape: checksums, and what each finder takes and leaves."""

import pytest

from safelight.normalize.details import checksums
from safelight.normalize.details.birthdays import birthdays
from safelight.normalize.details.grades import grades
from safelight.normalize.details.papers import papers
from safelight.normalize.details.places import places
from safelight.normalize.details.plates import plates
from safelight.normalize.details.postcodes import postcodes
from safelight.normalize.details.schools import schools
from safelight.normalize.details.spoken_numbers import spoken_numbers
from safelight.normalize.details.streets import streets
from safelight.normalize.details.stretch import following, names, preceding, sentence, with_time


def found(find, text: str) -> list[str]:
    return [text[shape.start : shape.end] for shape in find(text)]


def test_checksums_pass_what_is_right_and_catch_one_wrong_sign():
    assert checksums.verhoeff("2363")
    assert not checksums.verhoeff("2364")
    assert not checksums.verhoeff("2633")
    assert checksums.dni("12345678Z") and checksums.dni("X1234567L")
    assert not checksums.dni("12345678A")
    assert checksums.nhs("9434765919")
    assert not checksums.nhs("9434765918")
    assert checksums.curp("HEGG560427MVZRRL04")
    assert not checksums.curp("HEGG560427MVZRRL05")


TAKEN = [
    (papers, "my aadhaar is 4321 8765 2109", "4321 8765 2109"),
    (papers, "DNI 12345678Z", "12345678Z"),
    (papers, "look 12345678Z", "12345678Z"),
    (papers, "pan card ABCPE1234F", "ABCPE1234F"),
    (papers, "roll no 44021", "44021"),
    (plates, "my car is KA 05 MH 1234", "KA 05 MH 1234"),
    (plates, "our van BD51 SMR", "BD51 SMR"),
    (plates, "mi coche 1234 BCD", "1234 BCD"),
    (postcodes, "my postcode is LS6 2AB", "LS6 2AB"),
    (postcodes, "pincode 411001", "411001"),
    (postcodes, "we live in Springfield, IL 62704", "62704"),
    (spoken_numbers, "nine eight double seven six five four three two one", None),
    (streets, "at 27 Maple Drive, ok", "27 Maple Drive"),
    (streets, "calle Goya 45", "calle Goya 45"),
    (grades, "in class 9B now", "class 9B"),
    (grades, "segundo de la ESO", "segundo de la ESO"),
    (grades, "मैं कक्षा 7 में हूँ", "कक्षा 7"),
    (schools, "at Hillcrest Secondary School today", "Hillcrest Secondary School"),
    (schools, "voy al IES Cervantes", "IES Cervantes"),
    (birthdays, "my bday is 12 March", "my bday is 12 March"),
    (places, "28.61390, 77.20900", "28.61390, 77.20900"),
    (places, "///table.lamp.spoon", "///table.lamp.spoon"),
]


@pytest.mark.parametrize(("find", "text", "taken"), TAKEN, ids=[f"{find.__name__}: {text}" for find, text, _ in TAKEN])
def test_a_shape_is_taken(find, text, taken):
    assert found(find, text) == [taken or text]


LEFT = [
    (papers, "order 4532 8891 2201 has shipped"),
    (papers, "it cost 12345678 in all"),
    (plates, "flight AI 302"),
    (plates, "the KA 05 MH 1234 code"),
    (postcodes, "it costs 411001 rupees"),
    (spoken_numbers, "one two three go"),
    (spoken_numbers, "oh no oh no oh no no no"),
    (streets, "I have 12 cats"),
    (grades, "a class I could manage"),
    (grades, "first class ticket"),
    (schools, "High School Musical"),
    (schools, "Back to School"),
    (birthdays, "my birthday was great"),
    (places, "3.14, 2.71"),
]


@pytest.mark.parametrize(("find", "text"), LEFT, ids=[f"{find.__name__}: {text}" for find, text in LEFT])
def test_a_look_alike_is_left(find, text):
    assert found(find, text) == []


def test_stretches_end_where_the_detail_ends():
    text = "I study at Green Hill, and then tea. At home till 6 pm every day. Bye"
    at = text.index("at") + 2
    start, end = following(text, at) or (0, 0)
    assert text[start:end] == "Green Hill"
    home = text.index("home") + 4
    assert text[home : with_time(text, home)] == " till 6 pm every day"
    assert text[slice(*sentence(text, home, home + 1))].strip() == "At home till 6 pm every day."
    hindi = "main DPS Noida mein padhti hoon"
    start, end = preceding(hindi, hindi.index("mein")) or (0, 0)
    assert hindi[start:end] == "DPS Noida"
    assert names("I'm Asha Verma, 13", 3) == (4, 14, 2)
    assert names("I'm So Happy", 3) is None
