"""Phrases as people write them: reads the files of a language and puts the automaton together.

What a file may hold stands in load.py, how a phrase is written in pattern.py.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from safelight.lexicons.automaton import Builder
from safelight.lexicons.pattern import PatternError, Sequence, parse
from safelight.lexicons.phrases import ANY_LENGTH, CONVERSATION, Group, Phrases
from safelight.schema.errors import BadData

_NOT_PHRASES = ("sets.toml", "forms.toml", "language.toml")
_KEYS = {"name", "strength", "patterns", "unless", "negatable", "within"}
_LAYOUT = {"patterns": "{}", "unless": "({})"}
# Combining accents are dropped; the vowel signs of Indic and Thai scripts are part of the word.
_FIRST_ACCENT, _LAST_ACCENT = "\u0300", "\u036f"
_FIRST_WITH_SIGNS, _LAST_WITH_SIGNS = "\u0900", "\u0e7f"
# Devanagari: digits, letters with a dot below, and the moon-dot are read as their plain fellows.
_DEVANAGARI = str.maketrans(
    "\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f"
    "\u0929\u0931\u0934\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u0901",
    "0123456789नरळकखगजडढफय\u0902",
    "\u093c",
)


def read(home: Traversable, language: str, kind: str) -> Phrases:
    """Return the phrases in the folder `home` of a language for a kind of item. Raises BadData."""
    about = table(home.joinpath("language.toml"))
    sets = {name: tuple(map(folded, entries)) for name, entries in table(home.joinpath("sets.toml")).items()}
    written = chat_forms(table(home.joinpath("forms.toml")))
    known: dict[str, Sequence] = {}
    made = _Made([], Builder(), Builder(), set())
    for file in phrase_files(home, kind):
        for row in _rows(file):
            _add(made, _Source(language, file.name, row, sets, written, known))
    return Phrases(
        str(about["name"]),
        str(about["status"]),
        tuple(made.groups),
        made.patterns.tables(),
        made.unless.tables(),
        frozenset(made.silenced),
    )


def chat_forms(spelling: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return chat form -> the words it stands for, given what forms.toml holds."""
    return {folded(form): tuple(folded(words).split()) for form, words in spelling["forms"].items()}


def phrase_files(home: Traversable, kind: str) -> list[Traversable]:
    """Return the files of phrases for a kind of item, sorted; none when there is no folder for it."""
    folder = home if kind == CONVERSATION else home.joinpath(kind)
    if not folder.is_dir():
        return []
    found = (file for file in folder.iterdir() if file.name.endswith(".toml") and file.name not in _NOT_PHRASES)
    return sorted(found, key=lambda file: file.name)


def table(file: Traversable) -> dict[str, Any]:
    """Return what a data file holds. Raises BadData."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadData("A data file cannot be read.", where=file.name, fix=str(error)) from error


def folded(phrase: str) -> str:
    """Return a phrase with its letters folded as those of messages are: no accents, plain apostrophes left out.

    (A test holds it to normalize.text; the two stand on one floor, so neither imports the other.)
    """
    if phrase.isascii():
        return phrase
    spaced = (c if _FIRST_WITH_SIGNS <= c <= _LAST_WITH_SIGNS else unicodedata.normalize("NFKD", c) for c in phrase)
    plain = "".join(spaced).translate(_DEVANAGARI)
    return "".join(c for c in plain.lower() if not _FIRST_ACCENT <= c <= _LAST_ACCENT and c not in "’ʼ‘")


@dataclass(frozen=True, slots=True)
class _Made:
    """What has been read so far."""

    groups: list[Group]
    patterns: Builder
    unless: Builder
    silenced: set[int]


@dataclass(frozen=True, slots=True)
class _Source:
    """One [[group]] table and what its phrases may refer to."""

    language: str
    file: str
    row: dict[str, Any]
    sets: dict[str, tuple[str, ...]]
    forms: dict[str, tuple[str, ...]]
    known: dict[str, Sequence]

    def _parsed(self, phrase: str) -> tuple[Sequence, ...]:
        return parse(folded(phrase), self.sets, lambda word: self.forms.get(word, (word,)), self.known)

    def sequences(self, key: str) -> list[Sequence]:
        """Return all phrases under `key`, parsed."""
        try:
            return [option for phrase in self.row.get(key, ()) for option in self._parsed(_LAYOUT[key].format(phrase))]
        except PatternError as error:
            raise BadData("A phrase is not written as it should be.", where=self.file, fix=str(error)) from error


def _add(made: _Made, source: _Source) -> None:
    row = source.row
    unknown = set(row) - _KEYS
    if unknown or "name" not in row or not row.get("patterns"):
        raise BadData(
            "A group of phrases has wrong or missing keys.", where=source.file, fix=", ".join(sorted(unknown))
        )
    number = len(made.groups)
    strength, within = float(row.get("strength", 1.0)), int(row.get("within", ANY_LENGTH))
    negatable = bool(row.get("negatable", True))
    lexicon = source.file.removesuffix(".toml")
    made.groups.append(Group(lexicon, row["name"], strength, negatable, within, source.language))
    made.patterns.add(number, source.sequences("patterns"))
    if row.get("unless"):
        made.silenced.add(number)
        made.unless.add(number, source.sequences("unless"))


def _rows(file: Traversable) -> list[dict[str, Any]]:
    rows = table(file).get("group")
    if not isinstance(rows, list):
        raise BadData("A file of phrases has no [[group]].", where=file.name)
    return rows
