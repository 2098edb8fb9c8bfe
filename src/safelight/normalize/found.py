"""What a finder of contacts hands over: a contact and how specific it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from enum import IntEnum
from typing import NamedTuple

from safelight.schema.items import Contact

# Characters that are looked back over at once.
_WINDOW = 48
_BLANK = re.compile(r"\s")
# Vowel signs of Indic scripts are part of the word.
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0980-\u09e3])+")
_ASCII_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}


class Rank(IntEnum):
    """How specific a find is. Where two overlap, the lower rank stays: an e-mail address is not also a handle."""

    PLATFORM_LINK = 0
    WALLET = 1
    FULL_LINK = 2
    EMAIL = 3
    UPI = 4
    IBAN = 5
    BARE_LINK = 6
    PHONE = 7
    HANDLE = 8


class Found(NamedTuple):
    """One find."""

    rank: Rank
    contact: Contact


class Tokens(NamedTuple):
    """The words of a text in lower case, and those of them that hold a digit or a sign."""

    words: Set[str]
    odd: tuple[str, ...]


class Places:
    """Stretches of a text that are taken; each new one is looked up, not compared with all."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def claim(self, start: int, end: int) -> bool:
        """Take the stretch and return True; return False when it overlaps one that is taken."""
        at = bisect_left(self._starts, end)
        if at and self._ends[at - 1] > start:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def stretches(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each stretch without blanks that holds `sign`, from left to right, each once."""
    done = 0
    for found in sign.finditer(text):
        if found.start() < done:
            continue
        start = _begin(text, found.start(), done)
        behind = _BLANK.search(text, found.end())
        done = behind.start() if behind else len(text)
        yield start, done


def _begin(text: str, at: int, least: int) -> int:
    """Return where the stretch without blanks begins in which `at` lies, no earlier than `least`."""
    while at > least and not text[at - 1].isspace():
        # Cut by C code, a window at a time.
        at -= len(text[max(least, at - _WINDOW) : at].rsplit(None, 1)[-1])
    return at


def tokens_in(lowered: str) -> Tokens:
    """Return the words in a text, and those of them that are not letters alone."""
    found = words_in(lowered)
    return Tokens(found, tuple(word for word in found if not word.isalpha()))


def words_in(lowered: str) -> set[str]:
    """Return the words in a text; those of scripts with vowel signs as they stand between blanks, too."""
    if lowered.isascii():
        return set(lowered.translate(_ASCII_SIGNS).split())
    plain = lowered.encode("ascii", "replace").decode("ascii")
    found = set(plain.translate(_ASCII_SIGNS).split())
    others = [word for word in lowered.split() if not word.isascii()]
    found.update(others, *map(_WORD.findall, others))
    return found
