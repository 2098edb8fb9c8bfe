"""`safelight check`: what it prints and how it exits."""

import json
import os
import unicodedata
import zipfile
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import PRESSING, QUIET

from safelight.report.json import schema
from safelight.report.text import NARROWEST

SECRET = "dont tell your mum"


def test_a_quiet_chat_exits_with_zero(run, quiet):
    done = run("check", quiet)
    assert done.code == 0
    assert done.out.strip()
    assert done.err == ""


def test_an_alarm_exits_with_three(run, pressing):
    done = run("check", pressing)
    assert done.code == 3
    assert "kai_x" in done.out


def test_the_words_are_folded_away_until_asked_for(run, pressing):
    assert SECRET not in run("check", pressing).out
    assert SECRET in run("check", "--words", pressing).out


def test_a_pasted_chat_comes_from_the_keyboard(run):
    assert run("check", "-", stdin=PRESSING.encode()).code == 3
    assert run("check", "-", stdin=QUIET.encode()).code == 0


def test_nothing_pasted_is_an_error(run):
    done = run("check", "-", stdin=b"")
    assert done.code == 2
    assert done.err.startswith("SL")
    assert done.out == ""


def test_json_is_one_object_a_line_and_fits_the_schema(run, pressing, quiet):
    done = run("check", "--json", pressing, quiet)
    assert done.code == 3
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert len(objects) == 2
    for data in objects:
        jsonschema.validate(data, schema(), cls=jsonschema.Draft202012Validator)
    assert [data["level"] for data in objects][1] in ("nothing_noticed", "notice")
    assert SECRET not in done.out


def test_json_with_words_quotes_and_fits_the_schema(run, pressing):
    done = run("check", "--json", "--words", pressing)
    data = json.loads(done.out)
    jsonschema.validate(data, schema(), cls=jsonschema.Draft202012Validator)
    assert SECRET in done.out


def test_json_names_the_audience_and_the_country(run, pressing):
    data = json.loads(run("check", "--json", "--for", "carer", "--country", "in", pressing).out)
    assert data["advice"]["audience"] == "carer"
    assert data["advice"]["country"] == "IN"
    assert data["advice"]["helplines"]


def test_one_bad_file_does_not_stop_the_others(run, pressing, quiet, tmp_path):
    done = run("check", "--json", tmp_path / "missing.txt", quiet, pressing)
    assert done.code == 2
    assert len(done.out.splitlines()) == 2
    assert done.err.startswith("SL107: ")
    assert len(done.err.splitlines()) == 1


def test_many_chats_are_summed_up(run, pressing, quiet):
    done = run("check", quiet, pressing, quiet)
    assert done.code == 3
    assert "In 2 of 3 conversations nothing was noticed" in done.out
    assert "kai_x" in done.out


@pytest.mark.parametrize("width", [NARROWEST, 40, 60, 80, 120])
def test_no_line_is_wider_than_asked(run, pressing, width):
    done = run("check", "--no-color", "--width", width, pressing)
    assert done.code == 3
    wide = {line for line in done.out.splitlines() if _columns(line) > width and "http" not in line and "@" not in line}
    assert [line for line in wide if " " in line.strip()] == []


def _columns(line: str) -> int:
    marks = ("Mn", "Me", "Cf")
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else unicodedata.category(c) not in marks for c in line)


def test_a_narrow_terminal_is_asked(run, pressing, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run("check", pressing).out
    monkeypatch.setenv("COLUMNS", "120")
    assert len(narrow.splitlines()) > len(run("check", pressing).out.splitlines())


def test_colour_only_when_asked_for_or_on_a_terminal(run, pressing):
    assert "\x1b[" not in run("check", pressing).out
    assert "\x1b[" in run("check", "--color", pressing).out
    assert "\x1b[" not in run("check", "--no-color", pressing).out


def test_a_name_cannot_steer_the_terminal(run, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_text(PRESSING.replace("kai_x", "kai\x1b[31mx"), encoding="utf-8")
    done = run("check", "--no-color", path)
    assert "\x1b" not in done.out + done.err


# ---------------------------------------------------------------- a page


def test_the_page_is_written(run, pressing, tmp_path):
    page = tmp_path / "report.html"
    done = run("check", "--html", page, pressing)
    assert done.code == 3
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert str(page) in done.err


def test_a_page_is_never_overwritten(run, pressing, tmp_path):
    page = tmp_path / "report.html"
    page.write_text("mine", encoding="utf-8")
    done = run("check", "--html", page, pressing)
    assert done.code == 2
    assert page.read_text(encoding="utf-8") == "mine"
    assert "SL302" in done.err


def test_where_no_page_can_be_written_it_is_told(run, pressing, tmp_path):
    done = run("check", "--html", tmp_path / "no folder" / "report.html", pressing)
    assert done.code == 2
    assert "SL302" in done.err


def test_without_a_readable_chat_there_is_no_page(run, tmp_path):
    page = tmp_path / "report.html"
    assert run("check", "--html", page, tmp_path / "missing.txt").code == 2
    assert not page.exists()


def test_nothing_else_is_written(run, pressing, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    run("check", pressing)
    run("check", "--json", pressing)
    assert sorted(tmp_path.rglob("*")) == before


# ---------------------------------------------------------------- bad input


def _zip_cut_off(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("chat.txt", PRESSING * 50)
    path.write_bytes(path.read_bytes()[:-30])


BAD = {
    "missing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_bytes(b" \n\n"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "picture": lambda path: path.write_bytes(b"BM\xf6\x01\0\0" + bytes(400)),
    "zip cut off": _zip_cut_off,
    "zip of nothing": lambda path: path.write_bytes(b"PK\x05\x06" + bytes(18)),
    "json cut off": lambda path: path.write_bytes(b'{"messages": [{"author": "a", "text": "hi"'),
    "json of something else": lambda path: path.write_bytes(b'{"a": 1}'),
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
@pytest.mark.parametrize("name", ["chat.txt", "chat.zip", "result.json"])
def test_bad_input_gives_a_coded_error_and_two(run, tmp_path, make, name):
    path = tmp_path / name
    make(path)
    done = run("check", path)
    assert done.code == 2
    assert done.err.startswith("SL1")
    assert done.out == "", "bad input must not look like an answer"
    assert run("check", "--json", path).out == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this system lets us read everything")
def test_a_file_that_may_not_be_read(run, quiet):
    quiet.chmod(0)
    done = run("check", quiet)
    assert done.code == 2
    assert done.err.startswith("SL107")


def test_a_file_that_cannot_be_opened(run, quiet, monkeypatch):
    """The same where everything may be read."""
    real = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == quiet.name:
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("builtins.open", lambda name, *a, **k: refuse(Path(name), *a, **k))
    done = run("check", quiet)
    assert done.code == 2
    assert done.err.startswith("SL107")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--width", "3", "x.txt"),
        ("check", "--for", "nobody", "x.txt"),
        ("check", "--no-such-flag", "x.txt"),
        ("nothing",),
        ("--no-such-flag",),
        ("evaluate",),
        ("techniques", "a", "b"),
        ("open", "--port", "70000"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_says_how(run, arguments):
    done = run(*arguments)
    assert done.code == 2
    assert "Usage:" in done.err
    assert "Error:" in done.err


def test_an_unknown_locale_is_english(run, quiet):
    assert run("check", "--locale", "xx", quiet).out == run("check", quiet).out


def test_an_unknown_country_gives_the_worldwide_help(run, pressing):
    data = json.loads(run("check", "--json", "--country", "ZZ", pressing).out)
    assert data["advice"]["country"] == ""
    assert data["advice"]["helplines"]


def test_the_meaning_is_looked_at_when_asked_or_its_absence_is_said(run, pressing, monkeypatch):
    from safelight.models import meaning_of_talk
    from safelight.schema.errors import MissingExtra

    def missing():
        raise MissingExtra("The meaning of sentences needs a sentence encoder.", fix=meaning_of_talk.INSTALL)

    monkeypatch.setattr(meaning_of_talk, "model", missing)
    asked, plain = run("check", "--meaning", pressing), run("check", pressing)
    assert asked.code == plain.code == 3
    assert "safelight[meaning]" in " ".join(asked.out.split())
    assert "safelight[meaning]" not in plain.out
