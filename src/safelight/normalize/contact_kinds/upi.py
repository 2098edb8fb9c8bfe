"""UPI ids of India ("name@okaxis"): like an e-mail address, but what follows the "@" is a handle without a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize import data
from safelight.normalize.found import Found, Rank, Tokens
from safelight.schema.items import Contact

MARKS = "@"

_CANDIDATE = re.compile(r"(?<![\w.+%-])([A-Za-z0-9][A-Za-z0-9._-]{1,63})@([A-Za-z][A-Za-z0-9]{1,31})(?![\w@]|[.-]\w)")
_SAYS_UPI = re.compile(r"\b(?:upi|vpa|bhim|g ?pay|google ?pay|phone ?pe|paytm)\b[^@]{0,25}$", re.IGNORECASE)


def words() -> frozenset[str]:
    """Return no words: a UPI id shows by its "@"."""
    return frozenset()


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether there is an "@"."""
    del lowered, tokens
    return "@" in text


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield UPI ids with a known handle, or with any handle when the text names UPI just before; lower case."""
    del country
    for candidate in _CANDIDATE.finditer(text):
        handle = candidate.group(2).lower()
        before = text[max(0, candidate.start() - 40) : candidate.start()]
        if handle in data.words("upi_handles.txt") or _SAYS_UPI.search(before):
            value = candidate.group().lower()
            yield Found(Rank.UPI, Contact("upi", value, candidate.start(), candidate.end(), handle))
