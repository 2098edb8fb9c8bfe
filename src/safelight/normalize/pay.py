"""Finds what an offer says it pays: amount, currency and time, turned into an amount a month."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_THOUSANDS = {"k": 1_000, "mil": 1_000, "hazar": 1_000, "hazaar": 1_000, "हजार": 1_000, "हज़ार": 1_000}
_LARGE = {"lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000, "लाख": 100_000, "million": 1_000_000}
_TIMES = _THOUSANDS | _LARGE
_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3}(?:[ ,.]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:[.,](\d{1,2}))?(?!\d)")
# Looked for before a number: most texts hold few digits.
_DIGIT = re.compile(r"\d")
# Characters before an amount in which its currency may stand.
_BEFORE = 9
# Characters between an amount and the word for the time that it is paid for.
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Pay:
    """A stated pay. month: units of the currency a month; limit: from where on it is out of proportion."""

    start: int
    end: int
    currency: str
    month: float
    limit: float


def pays(text: str) -> Iterator[Pay]:
    """Yield the stated amounts of pay for a stretch of time, in order of their place."""
    for match in _numbers(text):
        after = _after().match(text, match.end())
        before = _before().search(text, max(0, match.start() - _BEFORE), match.start())
        name = (before[1] if before else None) or (after and after["currency"])
        period = name and after and _period().search(text, after.end(), after.end() + _NEAR)
        if name and after and period:
            currency = _names()[name.lower()]
            amount = int(re.sub(r"\D", "", match[1])) * _TIMES.get((after["times"] or "").lower(), 1)
            month = amount * _table()["periods"][period[1].lower()]
            yield Pay(match.start(), period.end(), currency, month, _table()["month"][currency])


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of _NUMBER, as finditer does."""
    digit = _DIGIT.search(text)
    while digit:
        match = _NUMBER.match(text, digit.start())
        if match:
            yield match
        digit = _DIGIT.search(text, match.end() if match else digit.end())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("safelight.normalize") / "pay_scales.toml").read_text("utf-8"))


@cache
def _names() -> dict[str, str]:
    return {name: currency for currency, names in _table()["names"].items() for name in names}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"({_alternatives(_names())})\s?(?:\d[\d.,]*k?\s?(?:-|–|to)\s?)?\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    times, names = _alternatives(_TIMES), _alternatives(_names())
    return re.compile(rf"\s?(?P<times>(?:{times})(?!\w))?(?:\+|\s)*(?P<currency>(?:{names})(?!\w))?", re.IGNORECASE)


@cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_alternatives(_table()['periods'])})(?!\w)", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
