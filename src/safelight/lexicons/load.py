"""Phrases as data: what `<language>/*.toml` may hold, and one lexicon per language and kind of item.

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

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from safelight.lexicons import built, written
from safelight.lexicons.automaton import BOUNDARY
from safelight.lexicons.matcher import Match, Matcher
from safelight.lexicons.phrases import ANY_LENGTH, CONVERSATION, Group
from safelight.lexicons.spelling import Mend, mender
from safelight.lexicons.written import folded, table
from safelight.schema.memory import Places


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of `group` in a message, from word `first` to word `last`."""

    group: Group
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of one language for one kind of item. mend: gives the word that an unknown one is read as, or ""."""

    language: str
    name: str
    status: str
    groups: tuple[Group, ...]
    vocabulary: frozenset[str] = field(repr=False)
    mend: Mend = field(repr=False)
    _patterns: Matcher = field(repr=False)
    _unless: Matcher = field(repr=False)
    _silenced: frozenset[int] = field(repr=False)

    def find(self, words: list[str]) -> list[Hit]:
        """Return the phrases in the words of one message, without those that another phrase silences."""
        matches = self._patterns.find(words)
        return self._hits(matches, words) if matches else []

    @property
    def edition(self) -> str:
        """Return what tells these phrases from others: places that `find_on` gives hold for one edition only."""
        return self._patterns.edition

    def find_on(self, words: list[str], before: Iterable[Places]) -> tuple[list[Hit], list[Places]]:
        """Return what `find` does and the phrases begun `before` that end here, and the places of those begun now.

        The second half of a phrase is a hit from the first word on; the first half is two words or more.
        """
        found = self._patterns.find_on(words, before)
        # One word alone begins too many phrases to say anything.
        last = len(words) - 1
        begun = [p for first, p in found.begun if first < 0 or (first < last and not self._denied(words, first))]
        # How long the message was that it began in is not known any more.
        ended = [match for match in found.ended if self.groups[match.group].within == ANY_LENGTH]
        matches = [*ended, *found.whole]
        return self._hits(matches, words) if matches else [], begun

    def find_in(self, fields: Sequence[list[str]]) -> Iterator[tuple[int, Hit]]:
        """Yield what `find` gives for the words of each field, with the field's number."""
        joined: list[str] = []
        for words in fields:
            joined += words
            joined.append(BOUNDARY)
        matches = self._patterns.find(joined)
        if not matches:
            return
        # No phrase goes on over the end of a sentence, so each match lies within one field.
        ends = list(accumulate(len(words) + 1 for words in fields))
        parts: dict[int, list[Match]] = {}
        for match in matches:
            number = bisect_right(ends, match.first)
            begin = ends[number] - len(fields[number]) - 1
            parts.setdefault(number, []).append(Match(match.group, match.first - begin, match.last - begin))
        for number, own in parts.items():
            yield from ((number, hit) for hit in self._hits(own, fields[number]))

    def _hits(self, matches: list[Match], words: list[str]) -> list[Hit]:
        quiet = self._quiet(matches, words)
        return [
            Hit(self.groups[m.group], m.first, m.last)
            for m in matches
            if m.group not in quiet and self._counts(m, words)
        ]

    def _quiet(self, matches: list[Match], words: list[str]) -> set[int]:
        """Return the groups that another phrase silences; looked for only when a group was found that has such."""
        if all(match.group not in self._silenced for match in matches):
            return set()
        return {match.group for match in self._unless.find(words)}

    def _counts(self, match: Match, words: list[str]) -> bool:
        return len(words) <= self.groups[match.group].within and not self._turned(match, words)

    def _turned(self, match: Match, words: list[str]) -> bool:
        """Tell whether a "don't" or "never" right before the phrase turns it round."""
        return self.groups[match.group].negatable and self._denied(words, match.first)

    def _denied(self, words: list[str], first: int) -> bool:
        before = words[max(0, first - 2) : first]
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
    phrases = built.stored(home, language, kind) or written.read(home, language, kind)
    known = forms(language)
    mend = mender(language, kind, lambda: words)
    patterns, unless = Matcher(phrases.patterns, known, mend), Matcher(phrases.unless, known, mend)
    words = frozenset(patterns.vocabulary) | frozenset(unless.vocabulary)
    return Lexicon(
        language, phrases.name, phrases.status, phrases.groups, words, mend, patterns, unless, phrases.silenced
    )  # fmt: skip


@cache
def vocabulary(languages: tuple[str, ...], kind: str = CONVERSATION) -> frozenset[str]:
    """Return the words that the phrases of these languages know."""
    return frozenset().union(*(lexicon(code, kind).vocabulary for code in languages))


@cache
def _spelling(language: str) -> dict[str, Any]:
    """Return what forms.toml of a language holds."""
    return table(files("safelight.lexicons").joinpath(language, "forms.toml"))


@cache
def forms(language: str) -> dict[str, tuple[str, ...]]:
    """Return chat form -> the words it stands for."""
    return written.chat_forms(_spelling(language))


@cache
def _negators(language: str) -> frozenset[str]:
    """Return the words that turn round what follows ("dont", "never")."""
    return frozenset(map(folded, _spelling(language)["negators"]))


@cache
def _addressees(language: str) -> frozenset[str]:
    """Return the words that make a question or a wish of the negator before them ("dont you")."""
    return frozenset(map(folded, _spelling(language).get("addressees", ())))


@cache
def spoken(key: str) -> frozenset[str]:
    """Return the words under `key` of all languages' forms.toml ("and_you": "and you?" as the end of an answer)."""
    return frozenset(folded(word) for code in languages() for word in _spelling(code).get(key, ()))


@cache
def numbers(key: str) -> dict[str, int]:
    """Return the words under `key` of all languages' forms.toml with their numbers ("fourteen" -> 14)."""
    return {folded(word): int(number) for code in languages() for word, number in _spelling(code).get(key, {}).items()}
