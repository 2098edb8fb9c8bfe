"""What a finder of contacts hands over: a contact and how specific it is."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import NamedTuple

from safelight.schema.items import Contact


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
