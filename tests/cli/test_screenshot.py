"""`safelight screenshot`: shows the guess when asked, takes corrections, and ends like a check."""

import json

import pytest
from PIL import Image

from safelight.interfaces.cli.decoding import decoder
from safelight.media.screenshot import ScreenChat, Turn

CHAT = ScreenChat(
    (
        Turn("you are so pretty, how old are you?", "theirs"),
        Turn("13 why", "mine"),
        Turn("dont tell your mum about us, its our secret", "theirs"),
        Turn("are you home alone?", "theirs", sure=0.3),
        Turn("yes", "mine"),
        Turn("lets talk on telegram, its more private", "theirs"),
    ),
    "bubbles",
    "kai_x",
)


@pytest.fixture
def picture(tmp_path, monkeypatch):
    path = tmp_path / "chat.png"
    Image.new("RGB", (40, 40)).save(path)
    monkeypatch.setattr(decoder, "screenshot", lambda data, name: CHAT)
    return path


def test_it_checks_what_was_read_and_keeps_the_words_folded(run, picture):
    done = run("screenshot", picture)
    assert done.code == 3
    assert "kai_x" in done.out
    assert "guess" in done.out
    assert "our secret" not in done.out


def test_the_guess_is_shown_when_asked(run, picture):
    done = run("screenshot", "--show", picture)
    assert "  1 kai_x: you are so pretty" in done.out
    assert "  4 kai_x (?): are you home alone?" in done.out


def test_it_is_corrected(run, picture):
    data = json.loads(run("screenshot", "--json", "--show", "--swap", "--flip", "2, 4", "--them", "X", picture).out)
    assert [each["author"] for each in data["read"]] == ["Me", "Me", "Me", "X", "X", "Me"]


@pytest.mark.parametrize("wrong", [("--flip", "9"), ("--flip", "x"), ("--flip", "0"), ("--owner", "nobody")])
def test_what_is_not_there_is_an_error(run, picture, wrong):
    assert run("screenshot", *wrong, picture).code == 2


def test_without_show_the_json_holds_no_words(run, picture):
    assert "our secret" not in run("screenshot", "--json", picture).out


def test_a_missing_file_is_an_error(run, tmp_path):
    assert run("screenshot", tmp_path / "gone.png").code == 2
