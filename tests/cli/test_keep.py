import hashlib
import json
import zipfile

import pytest
from click.testing import CliRunner
from tests.web.chats import ONE, TWO

from safelight.interfaces.cli.root import root


def run(*arguments, **more):
    return CliRunner().invoke(root, ["keep", *map(str, arguments)], standalone_mode=False, **more)


@pytest.fixture
def chat(tmp_path):
    path = tmp_path / "chat.jsonl"
    path.write_bytes(ONE)
    return path


def record(path):
    with zipfile.ZipFile(path) as file:
        return json.loads(file.read("notes.json"))


def test_what_was_noticed_is_kept_with_the_fingerprint_of_the_file(chat, tmp_path):
    out = tmp_path / "notes.zip"
    assert run(chat, "--out", out).return_value == 0
    kept = record(out)
    assert kept["source"]["sha256"] == hashlib.sha256(ONE).hexdigest()
    assert 0 < len(kept["lines"]) <= 9
    assert "isolation.secrecy_request" in {each["technique"] for each in kept["noticed"]}


def test_choices(chat, tmp_path):
    assert run(chat, "--out", tmp_path / "a.zip", "--all", "--letters").return_value == 0
    kept = record(tmp_path / "a.zip")
    assert len(kept["lines"]) == 9
    assert kept["people"] == ["A", "B"]
    assert run(chat, "--out", tmp_path / "b.zip", "--around", 0).return_value == 0
    assert len(record(tmp_path / "b.zip")["lines"]) < 9


def test_one_of_several_chats(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_bytes(TWO)
    assert run(path, "--out", tmp_path / "a.zip", "--chat", 2, "--all").return_value == 0
    assert len(record(tmp_path / "a.zip")["lines"]) == 9
    assert run(path, "--out", tmp_path / "b.zip", "--chat", 3).return_value == 2


def test_nothing_is_overwritten(chat, tmp_path):
    out = tmp_path / "notes.zip"
    out.write_text("mine")
    assert run(chat, "--out", out).return_value == 2
    assert out.read_text() == "mine"


@pytest.mark.slow
def test_a_passphrase_is_asked_for_and_locks_it(chat, tmp_path):
    import pyrage

    out = tmp_path / "notes.zip.age"
    words = "four words are good"
    assert run(chat, "--out", out, "--passphrase", input=f"{words}\n{words}\n").return_value == 0
    assert pyrage.passphrase.decrypt(out.read_bytes(), words).startswith(b"PK")
    again = run(chat, "--out", tmp_path / "b.age", "--passphrase", input="abc\nabc\n")
    assert again.return_value == 2
    assert not (tmp_path / "b.age").exists()
