"""Phrases put together beforehand: the same as read anew, and left aside when they do not fit."""

import json
import shutil
from pathlib import Path

import pytest

from safelight.lexicons import built, load, written
from safelight.lexicons.automaton import smallest
from safelight.lexicons.load import languages
from safelight.lexicons.phrases import CONVERSATION

OWN = Path(load.__file__).parent


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of phrases of its own: one language with two kinds, and the code that digests depend on."""
    root = tmp_path / "lexicons"
    root.mkdir()
    for name in built._CODE:
        shutil.copy(OWN / name, root / name)
    home = root / "hi-Latn"
    home.mkdir()
    for file in (OWN / "hi-Latn").glob("*.toml"):
        shutil.copy(file, home / file.name)
    shutil.copytree(OWN / "hi-Latn" / "offer", home / "offer")
    monkeypatch.setattr(built, "files", lambda name: root)
    return root


def test_what_is_stored_is_what_is_read_anew(package):
    written_files = dict(built.write())
    assert set(written_files) == {"hi-Latn.conversation.json", "hi-Latn.offer.json"}
    assert list(built.write()) == []
    home = package / "hi-Latn"
    for kind in (CONVERSATION, "offer"):
        fresh, stored = written.read(home, "hi-Latn", kind), built.stored(home, "hi-Latn", kind)
        assert stored is not None
        assert (stored.name, stored.status, stored.groups) == (fresh.name, fresh.status, fresh.groups)
        assert stored.silenced == fresh.silenced
        assert stored.patterns == smallest(fresh.patterns)
        assert stored.unless == smallest(fresh.unless)


@pytest.mark.parametrize("changed", ["hi-Latn/sets.toml", "hi-Latn/trust.flattery.toml", "pattern.py"])
def test_what_does_not_fit_any_more_is_left_aside_and_built_again(package, changed):
    list(built.write())
    with (package / changed).open("a", encoding="utf-8") as file:
        file.write("\n# Changed.\n")
    assert built.stored(package / "hi-Latn", "hi-Latn", CONVERSATION) is None
    assert "hi-Latn.conversation.json" in dict(built.write())
    assert built.stored(package / "hi-Latn", "hi-Latn", CONVERSATION) is not None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"of": 1}', "null"])
def test_a_broken_file_is_left_aside(package, content):
    (package / built.FOLDER).mkdir()
    (package / built.FOLDER / "hi-Latn.conversation.json").write_text(content)
    assert built.stored(package / "hi-Latn", "hi-Latn", CONVERSATION) is None


def test_a_file_of_right_digest_but_without_its_parts_is_left_aside(package):
    list(built.write())
    file = package / built.FOLDER / "hi-Latn.conversation.json"
    file.write_text(json.dumps({"of": json.loads(file.read_bytes())["of"], "name": "x"}))
    assert built.stored(package / "hi-Latn", "hi-Latn", CONVERSATION) is None


def test_what_no_phrases_stand_behind_is_removed(package):
    list(built.write())
    stray = package / built.FOLDER / "xx.conversation.json"
    stray.write_text("{}")
    assert list(built.write()) == []
    assert not stray.exists()


@pytest.mark.slow
def test_every_language_has_phrases_that_can_be_stored():
    for code in languages():
        tables = smallest(written.read(OWN / code, code, CONVERSATION).patterns)
        assert tables.edges
        assert max(max(row[1::2], default=0) for row in tables.edges) < len(tables.edges)
