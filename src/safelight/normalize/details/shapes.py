"""What a finder of details hands over, and how it is told what stands around a place."""

from __future__ import annotations

import re
from typing import NamedTuple


class Shape(NamedTuple):
    """A detail by its shape: characters `start` to `end`, what kind it is, and whether its shape alone is enough."""

    start: int
    end: int
    kind: str
    sure: bool = True


def before(text: str, start: int, reach: int = 40) -> str:
    """Return what stands before a place in the same line, lower case."""
    return text[max(0, start - reach) : start].rpartition("\n")[2].lower()


def around(text: str, start: int, end: int, reach: int = 60) -> str:
    """Return the text around a place, lower case."""
    return text[max(0, start - reach) : end + reach].lower()


def any_of(*words: str) -> re.Pattern[str]:
    """Return a pattern for whole words; a word may be a stretch of a pattern."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
