"""`safelight see`: says what can be learned, where it is, and never the words unless asked."""

import json

import pytest
from tests.media.drawn import png, waves

from safelight.interfaces.cli.decoding import decoder
from safelight.media.see import Seen, Words
from safelight.media.see_faces import Face
from safelight.media.see_signs import Sign
from safelight.schema.assessments import Skipped

SEEN = Seen(
    (Words("Maple Road", 0.05, 0.06, 0.25, 0.1, 1.0), Words("hello", 0.7, 0.8, 0.9, 0.85, 1.0)),
    (Sign("street", 0, "The name of a street can be read."),),
    (Face(0.4, 0.4, 0.5, 0.6, 0.9), Face(0.8, 0.4, 0.9, 0.6, 0.7)),
    "soft", 2, (Skipped("private", "It was not looked at.", "pip install x"),),
)  # fmt: skip


@pytest.fixture
def picture(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    path.write_bytes(png(waves(1, 50, 50)))
    monkeypatch.setattr(decoder, "look", lambda data, name, **wanted: SEEN)
    return path


def test_it_says_what_and_where_but_not_the_words(run, picture):
    done = run("see", picture)
    assert done.code == 0
    assert "The name of a street can be read. (top left; 5%,6%,21%,5%)" in done.out.replace("\n  ", " ")
    assert "2 faces" in done.out
    assert "private picture" in done.out
    assert "2 lines could not be read" in done.out
    assert "It was not looked at. pip install x" in done.out
    assert "Maple" not in done.out


def test_the_words_are_shown_when_asked(run, picture):
    assert "Maple Road" in run("see", "--words", picture).out


def test_json_points_and_holds_no_words_and_no_nudge(run, picture):
    out = run("see", "--json", picture).out
    data = json.loads(out)
    assert data["signs"] == [{"kind": "street", "line": 0}]
    assert data["faces"][0]["area"] == "40%,40%,11%,21%"
    assert "Maple" not in out
    assert "nudge" not in out
    assert json.loads(run("see", "--json", "--words", picture).out)["lines"][0]["text"] == "Maple Road"


def test_a_missing_file_is_an_error(run, tmp_path):
    assert run("see", tmp_path / "gone.png").code == 2
