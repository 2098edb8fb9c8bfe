"""Phrases as data: reads `<language>/*.toml` and builds one matcher per language.

A file is named after the technique it serves ("isolation.secrecy_request.toml") or, for what only informs other
signals, "context.<name>.toml". It holds `[[group]]` tables:

    name      what the signal calls this group of phrases
    strength  0..1, how sure one such phrase makes us, alone
    patterns  phrases in the language of pattern.py
    unless    phrases that silence the group when they stand in the same message; "a|b c" means a, or b c
    negatable false when a "dont" or "never" right before the phrase does not turn it round (default: true)
    within    the phrases count only in messages of at most so many words ("alone?"); default: any

`sets.toml` holds the @sets, `forms.toml` the chat forms, `language.toml` the name and the status of the language.

Phrases for other kinds of items lie in a folder named after the kind ("offer/"), with the same sets and forms, and are
a matcher of their own: what is searched for in adverts costs a conversation nothing. Letters may be written with
their accents; they are folded as messages are.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from safelight.lexicons.matcher import BOUNDARY, Match, Matcher
from safelight.lexicons.pattern import PatternError, Sequence, parse
from safelight.schema.errors import BadData

_NOT_PHRASES = ("sets.toml", "forms.toml", "language.toml")
_KEYS = {"name", "strength", "patterns", "unless", "negatable", "within"}
_LAYOUT = {"patterns": "{}", "unless": "({})"}
_ANY_LENGTH = 1_000_000
CONVERSATION = "conversation"
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


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that mean the same to a signal. `lexicon` is the file's name without ending."""

    lexicon: str
    name: str
    strength: float
    negatable: bool = True
    within: int = _ANY_LENGTH
    language: str = "en"

    @property
    def id(self) -> str:
        """Return "lexicon/name", as reasons and findings name it."""
        return f"{self.lexicon}/{self.name}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of `group` in a message, from word `first` to word `last`."""

    group: Group
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of one language."""

    language: str
    name: str
    status: str
    groups: tuple[Group, ...]
    matcher: Matcher = field(repr=False)
    silencers: dict[int, int] = field(repr=False)

    def find(self, words: list[str]) -> list[Hit]:
        """Return the phrases in the words of one message, without those that another phrase silences."""
        matches = self.matcher.find(words)
        if not matches:
            return []
        silenced = {self.silencers[m.group] for m in matches if m.group in self.silencers}
        return [
            Hit(self.groups[m.group], m.first, m.last)
            for m in matches
            if m.group not in self.silencers and m.group not in silenced and self._counts(m, words)
        ]

    def _counts(self, match: Match, words: list[str]) -> bool:
        return len(words) <= self.groups[match.group].within and not self._turned(match, words)

    def _turned(self, match: Match, words: list[str]) -> bool:
        """Tell whether a "don't" or "never" right before the phrase turns it round."""
        if not self.groups[match.group].negatable:
            return False
        before = words[max(0, match.first - 2) : match.first]
        if BOUNDARY in before:
            before = before[before.index(BOUNDARY) + 1 :]
        # "Why don't you", "can't you" ask for it: the negator stands before whom it speaks to.
        if before and before[-1] in _addressees(self.language):
            return False
        return any(word in _negators(self.language) for word in before)


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have phrases, sorted."""
    root = files("safelight.lexicons")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and d.joinpath("language.toml").is_file()))


def lexicon(language: str, kind: str = CONVERSATION) -> Lexicon:
    """Return the phrases of a language for a kind of item; none when it has no folder for that kind.

    Raises BadData when a file breaks the rules above.
    """
    # A cache of its own: it would keep lexicon("en") and lexicon("en", "conversation") apart, and build both.
    return _built(language, kind)


@cache
def _built(language: str, kind: str) -> Lexicon:
    home = files("safelight.lexicons").joinpath(language)
    about = _table(home.joinpath("language.toml"))
    sets = {name: tuple(map(_folded, entries)) for name, entries in _table(home.joinpath("sets.toml")).items()}
    written = forms(language)
    known: dict[str, Sequence] = {}
    matcher = Matcher(written)
    groups: list[Group] = []
    silencers: dict[int, int] = {}
    for file in _files(home if kind == CONVERSATION else home.joinpath(kind)):
        for row in _rows(file):
            _add(matcher, groups, silencers, _Source(language, file.name, row, sets, written, known))
    return Lexicon(language, str(about["name"]), str(about["status"]), tuple(groups), matcher, silencers)


@cache
def vocabulary(languages: tuple[str, ...], kind: str = CONVERSATION) -> frozenset[str]:
    """Return the words that the phrases of these languages know."""
    return frozenset().union(*(lexicon(code, kind).matcher.vocabulary for code in languages))


def _files(folder: Traversable) -> list[Traversable]:
    """Return the files of phrases in a folder, sorted."""
    if not folder.is_dir():
        return []
    found = (file for file in folder.iterdir() if file.name.endswith(".toml") and file.name not in _NOT_PHRASES)
    return sorted(found, key=lambda file: file.name)


def _folded(phrase: str) -> str:
    """Return a phrase with its letters folded as those of messages are: no accents, plain apostrophes left out.

    (A test holds it to normalize.text; the two stand on one floor, so neither imports the other.)
    """
    if phrase.isascii():
        return phrase
    spaced = (c if _FIRST_WITH_SIGNS <= c <= _LAST_WITH_SIGNS else unicodedata.normalize("NFKD", c) for c in phrase)
    plain = "".join(spaced).translate(_DEVANAGARI)
    return "".join(c for c in plain.lower() if not _FIRST_ACCENT <= c <= _LAST_ACCENT and c not in "’ʼ‘")


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
        return parse(_folded(phrase), self.sets, lambda word: self.forms.get(word, (word,)), self.known)

    def sequences(self, key: str) -> list[Sequence]:
        """Return all phrases under `key`, parsed."""
        try:
            return [option for phrase in self.row.get(key, ()) for option in self._parsed(_LAYOUT[key].format(phrase))]
        except PatternError as error:
            raise BadData("A phrase is not written as it should be.", where=self.file, fix=str(error)) from error


def _add(matcher: Matcher, groups: list[Group], silencers: dict[int, int], source: _Source) -> None:
    row = source.row
    unknown = set(row) - _KEYS
    if unknown or "name" not in row or not row.get("patterns"):
        raise BadData(
            "A group of phrases has wrong or missing keys.", where=source.file, fix=", ".join(sorted(unknown))
        )
    lexicon_name = source.file.removesuffix(".toml")
    number = len(groups)
    strength, within = float(row.get("strength", 1.0)), int(row.get("within", _ANY_LENGTH))
    negatable = bool(row.get("negatable", True))
    group = Group(lexicon_name, row["name"], strength, negatable, within, source.language)
    groups.append(group)
    matcher.add(number, source.sequences("patterns"))
    if row.get("unless"):
        silencers[len(groups)] = number
        matcher.add(len(groups), source.sequences("unless"), silencer=True)
        groups.append(Group(lexicon_name, f"unless {row['name']}", 0.0, negatable=False))


@cache
def forms(language: str) -> dict[str, tuple[str, ...]]:
    """Return chat form -> the words it stands for."""
    table = _table(files("safelight.lexicons").joinpath(language, "forms.toml"))
    return {_folded(form): tuple(_folded(words).split()) for form, words in table["forms"].items()}


@cache
def _negators(language: str) -> frozenset[str]:
    """Return the words that turn round what follows ("dont", "never")."""
    table = _table(files("safelight.lexicons").joinpath(language, "forms.toml"))
    return frozenset(map(_folded, table["negators"]))


@cache
def _addressees(language: str) -> frozenset[str]:
    """Return the words that make a question or a wish of the negator before them ("dont you")."""
    table = _table(files("safelight.lexicons").joinpath(language, "forms.toml"))
    return frozenset(map(_folded, table.get("addressees", ())))


@cache
def spoken(key: str) -> frozenset[str]:
    """Return the words under `key` of all languages' forms.toml ("and_you": "and you?" as the end of an answer)."""
    tables = (_table(files("safelight.lexicons").joinpath(code, "forms.toml")) for code in languages())
    return frozenset(_folded(word) for table in tables for word in table.get(key, ()))


@cache
def numbers(key: str) -> dict[str, int]:
    """Return the words under `key` of all languages' forms.toml with their numbers ("fourteen" -> 14)."""
    tables = (_table(files("safelight.lexicons").joinpath(code, "forms.toml")) for code in languages())
    return {_folded(word): int(number) for table in tables for word, number in table.get(key, {}).items()}


def _rows(file: Traversable) -> list[dict[str, Any]]:
    rows = _table(file).get("group")
    if not isinstance(rows, list):
        raise BadData("A file of phrases has no [[group]].", where=file.name)
    return rows


def _table(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadData("A data file cannot be read.", where=file.name, fix=str(error)) from error
