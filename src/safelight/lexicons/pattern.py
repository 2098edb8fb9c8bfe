"""The small language in which phrases are written, and its parser.

    send me *2 pic|photo      words, any one of two words, a gap of up to two words (`*` alone: up to three)
    (going to | gonna) see    any one of several stretches of words; `(going to|gonna)` says the same
    dont [you] tell @family   a stretch that may be missing; a set of words from sets.toml
    im #8-17                  a number from 8 to 17; letters may stand on it (`#8-17f`, `m#18-60`)

Everything is folded as messages are (lower case, no apostrophes). Chat forms ("u", "wanna") are read as what they stand
for on both sides, so either may be written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

GAP = 3
# Numbers above LARGEST are one word to the matcher: amounts need not be told apart.
LARGEST, LARGE = 120, "#large"
OPENING, CLOSING = ("(", "["), (")", "]")
_NUMBERS = re.compile(r"([a-z]*)#(\d+)-(\d+)([a-z]*)")


@dataclass(frozen=True, slots=True)
class Word:
    """One place that any of `options` fills."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind, but no end of a sentence."""

    most: int


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of several sequences; an empty one makes the stretch optional."""

    options: tuple[Sequence, ...]


Part = Word | Gap | Either
Sequence = tuple[Part, ...]


class PatternError(ValueError):
    """A phrase is not written in the language above. Names the phrase: phrases are ours, never a person's words."""


@dataclass
class _Reader:
    """Reads one phrase from left to right."""

    source: str
    sets: Mapping[str, tuple[str, ...]]
    forms: Callable[[str], tuple[str, ...]]
    known: dict[str, Sequence]
    at: int = 0

    def __post_init__(self) -> None:
        spaced = self.source
        for sign in "()[]":
            spaced = spaced.replace(sign, f" {sign} ")
        self.items = spaced.split()

    def sequence(self, stop: str = "") -> tuple[Sequence, ...]:
        """Read alternatives up to the closing sign `stop`."""
        if stop:
            self._loosen()
        options: list[Sequence] = []
        parts: list[Part] = []
        while self.at < len(self.items):
            item = self.items[self.at]
            self.at += 1
            if item == stop:
                break
            if item == "|":
                options.append(tuple(parts))
                parts = []
            else:
                parts.extend(self._part(item))
        else:
            if stop:
                raise PatternError(f"'{stop}' is missing in: {self.source}")
        return (*options, tuple(parts))

    def _loosen(self) -> None:
        """Set the "|" of the bracket that begins here free, when it holds stretches of words written without blanks."""
        depth, inside = 0, []
        for place, item in enumerate(self.items[self.at :], self.at):
            depth += (item in OPENING) - (item in CLOSING)
            if depth < 0:
                break
            inside.append((place, depth == 0 and item not in CLOSING))
        here = [place for place, own in inside if own]
        if len(inside) < 2 or any(self.items[place] == "|" for place in here):
            return
        for place in reversed(here):
            self.items[place : place + 1] = self.items[place].replace("|", " | ").split()

    def _part(self, item: str) -> Sequence:
        if item == "(":
            return _either(self.sequence(")"))
        if item == "[":
            return _either((*self.sequence("]"), ()))
        if item in ")]":
            raise PatternError(f"'{item}' closes nothing in: {self.source}")
        if item.startswith("*"):
            return (Gap(int(item[1:] or GAP)),)
        if item not in self.known:
            self.known[item] = self._words(item)
        return self.known[item]

    def _words(self, item: str) -> Sequence:
        """Read "a|b|@set|#1-3". Entries of several words become alternatives of sequences."""
        entries = [entry for word in item.split("|") for entry in self._entries(word)]
        single = frozenset(entry[0] for entry in entries if len(entry) == 1)
        longer = tuple(tuple(Word(frozenset({w})) for w in entry) for entry in entries if len(entry) > 1)
        return _either((*(((Word(single),),) if single else ()), *longer))

    def _entries(self, word: str) -> list[tuple[str, ...]]:
        """Return what one word, @set or #number stands for, each as the words that follow one another."""
        numbers = _NUMBERS.fullmatch(word)
        if numbers:
            return _range(*numbers.groups())
        if word.startswith("@"):
            if word[1:] not in self.sets:
                raise PatternError(f"no set is called {word} in: {self.source}")
            return [tuple(w for piece in entry.split() for w in self.forms(piece)) for entry in self.sets[word[1:]]]
        if not word or "#" in word:
            raise PatternError(f"'{word}' is not a word in: {self.source}")
        return [self.forms(word)]


def _either(options: tuple[Sequence, ...]) -> Sequence:
    """Return a place for alternatives: those of one word each become one place that any of the words fills."""
    words = [option[0].options for option in options if len(option) == 1 and isinstance(option[0], Word)]
    others = tuple(option for option in options if len(option) != 1 or not isinstance(option[0], Word))
    if not words:
        return (Either(others),)
    word = Word(frozenset().union(*words) if len(words) > 1 else words[0])
    return (Either(((word,), *others)),) if others else (word,)


@cache
def _range(before: str, low: str, high: str, after: str) -> list[tuple[str, ...]]:
    """Return the words of a #number. Kept: wide ranges of amounts come again and again."""
    found: list[tuple[str, ...]] = [(f"{before}{n}{after}",) for n in range(int(low), min(int(high), LARGEST) + 1)]
    return [*found, (LARGE,)] if int(high) > LARGEST and not before and not after else found


def parse(
    source: str,
    sets: Mapping[str, tuple[str, ...]] | None = None,
    forms: Callable[[str], tuple[str, ...]] = lambda word: (word,),
    known: dict[str, Sequence] | None = None,
) -> tuple[Sequence, ...]:
    """Return the alternatives of a phrase. `forms` maps a written word to the words it stands for.

    known: words and sets read before; give the same dict for all phrases with the same sets and forms.
    """
    return _Reader(source, sets or {}, forms, {} if known is None else known).sequence()
