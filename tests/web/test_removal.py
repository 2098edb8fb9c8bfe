"""A picture is out: which service fits, and codes made in memory."""

import re
from html import unescape
from urllib.parse import quote, urlencode

import pytest
from tests.media.drawn import clip, png, waves

from safelight.interfaces.web import routes
from safelight.media import hashes, takedown

PICTURE = png(waves(2, 640, 480))


def make(client, *files, who="y15", **choices):
    parts = ",".join(str(len(data)) for _name, data in files)
    names = {f"n{number}": name for number, (name, _data) in enumerate(files) if number}
    headers = {"X-Name": quote(files[0][0]), "X-Choices": urlencode({"parts": parts, **names, **choices})}
    return client.post(f"/r/n?w={who}", content=b"".join(data for _name, data in files), headers=headers)


def note_of(page):
    return unescape(re.search(r'name="note" value="([^"]*)"', page)[1])


def test_its_address_says_nothing():
    assert routes.path("removal") == "/r"


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("w=y15", ["takeitdown.ncmec.org"], ["stopncii.org", "Report Remove"]),
        ("w=y15&t=o", ["stopncii.org"], ["takeitdown"]),
        ("c=GB&t=u", ["takeitdown", "Report Remove", "Google Search"], ["stopncii"]),
        ("c=GB&t=u&p=p", ["takeitdown", "Report Remove", "it is not posted"], ["Google Search"]),
        ("c=IN&t=n", ["takeitdown", "stopncii", "cybercrime.gov.in"], ["Report Remove"]),
        ("t=u&d=0&c=US", ["cybertip"], ["takeitdown.ncmec.org"]),
        ("t=x&m=99&p=y&d=z", ["takeitdown", "stopncii"], []),
    ],
)
def test_what_fits_depends_on_age_country_and_who_has_it(client, query, there, absent):
    page = client.get(f"/r?{query}").text
    services = page[page.index('id="services"') :]
    assert [each for each in there if each not in services] == []
    assert [each for each in absent if each in services] == []


def test_an_app_is_chosen_by_its_number(client):
    number = takedown.apps().index("snapchat") + 1
    page = client.get(f"/r?m={number}").text
    assert "<h3>Snapchat</h3>" in page
    assert "<h3>Snapchat</h3>" not in client.get("/r").text


def test_without_the_picture_here_nobody_is_asked_for_it(client):
    page = client.get("/r?d=0").text
    assert 'id="codes"' not in page
    assert "do not download it" in page


def test_calm_words_come_first_and_fit_who_is_looking(client):
    young, carer = (client.get(f"/r?w={who}").text for who in ("y15", "carer"))
    assert "it is not your fault" in young
    assert "it is not their fault" in carer
    assert young.index("Tell someone you trust") < young.index("takeitdown")


def test_it_is_reached_from_the_rooms_before_it(client):
    for address in ("/t?w=y15", "/s?w=y15"):
        assert 'href="/r?w=y15"' in client.get(address).text


def test_codes_are_in_the_note_and_not_in_sight(client):
    page = make(client, ("beach.png", PICTURE), ("clip.mp4", clip([waves(5, 320, 240)] * 2)), turned="1").text
    made = hashes.of_picture(PICTURE, turned=True)
    note = note_of(page)
    assert made.sha256 in note
    assert all(each.hex in note for each in made.pdq)
    assert "Picture 2: clip.mp4" in note
    assert "second 1.0" in note
    assert "Take It Down" in note
    assert "9 codes of what it shows" in page
    seen = re.sub(r"<details>.*?</details>", "", page[page.index("<main") :], flags=re.DOTALL)
    assert made.sha256 not in re.sub(r'value="[^"]*"', "", seen, flags=re.DOTALL)
    answer = client.post("/r/t", data={"note": note})
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.txt"'
    assert answer.text == note


def test_what_has_no_picture_in_it_gets_the_codes_of_its_bytes(client):
    page = make(client, ("x.bin", b"words")).text
    assert "This is no picture and no video" in page
    assert hashes.of_bytes(b"words").md5 in note_of(page)


def test_sizes_that_do_not_fit_count_as_one_file(client):
    headers = {"X-Name": "a", "X-Choices": urlencode({"parts": "1,2,999"})}
    page = client.post("/r/n", content=b"words", headers=headers).text
    assert hashes.of_bytes(b"words").md5 in note_of(page)


def test_an_empty_file_is_said(client):
    assert make(client, ("a", b"")).status_code == 400
    assert make(client, ("a", b"x"), ("b", b"")).status_code == 400
