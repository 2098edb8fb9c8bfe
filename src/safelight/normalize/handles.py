"""Reads the handle of an account: is it made by a pattern, which family does it belong to, which year stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTS = re.compile(r"[a-z]+|\d+")
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20[0-2]\d)(?!\d)")
# Years, days of birth and lucky numbers: digits that people choose.
_CHOSEN = re.compile(
    r"(?:19[3-9]\d|20[0-2]\d|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:\d\d|(?:19|20)\d\d)?|(\d)\1+|123\d*|007)"
)
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_MIXED = re.compile(r"(?:[a-z]\d){3,}|(?:\d+[a-z]+){3,}|(?:[a-z]+\d+){3,}")
# What a stand-in for an unknown name is made of: letters that can be said, digits that nobody chooses.
_SAYABLE, _DIGITS, _LONGEST = "miralenakaitomsaraben", "8305174962", 60
_MANY, _VERY_MANY, _MOST_SHARE = 4, 7, 0.45
# Of letters that a keyboard walk or a generator gives, and no name has.
_KEYS = re.compile(r"qwert|asdfg|zxcvb|qazwsx|(?:xj|qk|zx|vq|jq|kx|wq){1}.*(?:xj|qk|zx|vq|jq|kx|wq)")


def plain(handle: str) -> str:
    """Return a handle in lower case without "@" and blanks."""
    return handle.strip().lstrip("@").lower()


def made(handle: str) -> float:
    """Return how much a handle looks made by a pattern, 0..1: rows of digits, or letters at random."""
    name = plain(handle)
    if len(name) < 4:
        return 0.0
    runs = re.findall(r"\d+", name)
    count = sum(len(run) for run in runs if not _CHOSEN.fullmatch(run))
    letters = re.sub(r"[^a-z]", "", name)
    if count >= _VERY_MANY or (count >= _MANY and count >= _MOST_SHARE * len(name)):
        return 1.0
    if _MIXED.search(name) and count >= 3:
        return 0.9
    if count > _MANY:
        return 0.8
    if count == _MANY or _NO_VOWEL.search(letters) or _KEYS.search(letters):
        return 0.6
    return 0.0


def family(handle: str) -> str:
    """Return what handles of one maker share: the letters without digits, dots, lines and counting words."""
    return "".join(part for part in _PARTS.findall(plain(handle)) if not part.isdigit())


def years(handle: str) -> Iterator[int]:
    """Yield the years of birth that a handle may name."""
    for found in _YEAR.finditer(plain(handle)):
        yield int(found.group())


def stand_in(length: int, digits: int) -> str:
    """Return a name of that length with so many digits behind its letters, for accounts whose own name is not known."""
    digits = min(max(digits, 0), max(length, 0), _LONGEST)
    letters = min(max(length, 0), _LONGEST) - digits
    return (_SAYABLE * (letters // len(_SAYABLE) + 1))[:letters] + (_DIGITS * (digits // len(_DIGITS) + 1))[:digits]
