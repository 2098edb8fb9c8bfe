"""Finds an age that a short self-description states: "16", "17 yo", "born 2010", "class of 2028", "f15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_AGE = re.compile(
    r"(?<![\w.,$€£₹#:/+-])(?:(?:age|aged|im|i'm|i am|turning)\s*:?\s*)?(?P<sex>[mf])?(?P<age>[1-9]\d)"
    r"(?:\s*(?:yo|y/o|y\.o\.?|yrs?(?: old)?|years? old|[mf]\b)|(?=\s*(?:$|[|•·/,~✨🎂♀♂\n])))",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born(?: in)?|est\.?|since|b\.)\s*(?:'|’)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:class of|c/o|co|grad)\s*(?:'|’)?(?P<year>20[2-4]\d)\b", re.IGNORECASE)
_OF_A_CHILD = re.compile(
    r"\b(?:son|daughter|kid|kids|child|children|girl|boy|twins|mom|mum|dad|parent|u)\W*(?:of|is|are|to)?\W*$", re.I
)
_LEAST, _MOST = 10, 79
_AT_GRADUATION = 18


@dataclass(frozen=True, slots=True)
class Stated:
    """An age in years, and where it stands."""

    years: int
    start: int
    end: int


def this_year() -> int:
    """Return the year by the computer's clock."""
    return datetime.now(UTC).year


def stated_ages(text: str) -> Iterator[Stated]:
    """Yield the ages that a bio or name states about its owner."""
    for found in _AGE.finditer(text):
        years = int(found["age"])
        if _LEAST <= years <= _MOST and not _OF_A_CHILD.search(text[max(0, found.start() - 20) : found.start()]):
            yield Stated(years, found.start(), found.end())
    for found in _BORN.finditer(text):
        years = this_year() - int(found["year"])
        if _LEAST <= years <= _MOST and found.group()[:2].lower() in ("bo", "b."):
            yield Stated(years, found.start(), found.end())
    for found in _CLASS.finditer(text):
        years = _AT_GRADUATION - (int(found["year"]) - this_year())
        if _LEAST <= years <= _AT_GRADUATION:
            yield Stated(years, found.start(), found.end())
