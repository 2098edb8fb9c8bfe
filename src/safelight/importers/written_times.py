"""Reads times as people, phones and tables write them. The order of day and month is voted on by all of them together.

The words (months, "yesterday", markers of the half-day) are data, in written_times.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]
_SAID: Mapping[Order, str] = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}

_NUMBERS = re.compile(r"(?<!\d)(\d{1,4})(?:\s?[./\-年]\s?)(\d{1,2})(?:\s?[./\-月]\s?)(\d{1,4})(?!\d)")
_IN_NUMBERS = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?|\d{4}年\s?\d{1,2}月\s?\d{1,2}日)"
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13}|\d{15,16})(?:\.\d+)?")
_ZONE = re.compile(
    r"\s*(?:(?P<utc>z|utc|gmt)|(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2}))\s*(?:\(.{1,40}\))?$", re.IGNORECASE
)
_WORD_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d|:)")
_WORD_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words in which times are written, and the patterns made of them (to be used with re.IGNORECASE).

    time: "10:32", "10:32:05 PM", "오후 3:05". date: "12/03/2024", "12 March", "Yesterday". stamp: a time, with or
    without a date on either side. dated: a time with a date, or a date in numbers. day: a date without digits.
    """

    months: Mapping[str, int]
    am: frozenset[str]
    pm: frozenset[str]
    near: frozenset[str]
    time: str
    day: str
    date: str
    stamp: str
    dated: str


@dataclass(frozen=True, slots=True)
class Vote:
    """How dates are to be read. note: a sentence with the evidence, "" when no date needs it."""

    order: Order = "dmy"
    note: str = ""


@cache
def words() -> Words:
    """Return the words and patterns, made once."""
    tables = list(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).values())
    months = {name: n for table in tables for n, names in enumerate(table["months"], 1) for name in names}
    joined = {key: [word for table in tables for word in table[key]] for key in ("weekdays", "near", "at", "am", "pm")}
    time = _time_pattern(joined["am"] + joined["pm"])
    date = _date_pattern([*months], joined["weekdays"], joined["near"])
    between = rf"(?:,?\s*(?:{_any(joined['at'])})\s*|,?\s*)"
    return Words(
        months=months,
        am=frozenset(map(_bare, joined["am"])),
        pm=frozenset(map(_bare, joined["pm"])),
        near=frozenset(joined["near"]),
        time=time,
        day=_any(joined["weekdays"] + joined["near"]),
        date=date,
        stamp=rf"(?:(?:{date}){between}{time}|{time},?\s+(?:{date})|{time})",
        dated=rf"(?:(?:{date}){between}{time}|{time},?\s+(?:{date})|{_IN_NUMBERS})",
    )


def vote(texts: Iterable[str]) -> Vote:
    """Return how to read the dates in `texts`, decided by all of them together."""
    dates = [tuple(match.groups()) for text in texts if (match := _NUMBERS.search(text))]
    unclear = [(int(a), int(b), int(c)) for a, b, c in dates if len(a) < 3]
    if not unclear:
        return Vote()
    above = sum(a > 31 for a, _, _ in unclear)
    if above and not any(c > 31 for *_, c in unclear):
        return _decided("ymd", f"{above} of {len(unclear)} dates can only be read so")
    days = {"dmy": sum(12 < a <= 31 for a, _, _ in unclear), "mdy": sum(12 < b <= 31 for _, b, _ in unclear)}
    if days["dmy"] != days["mdy"]:
        order: Order = "dmy" if days["dmy"] > days["mdy"] else "mdy"
        return _decided(order, f"{days[order]} of {len(unclear)} dates can only be read so")
    return _by_order(unclear)


def parse(text: str, order: Order = "dmy") -> datetime | None:
    """Return the time that a text tells, or None when it tells no full date. Aware only when the text names a zone."""
    text = text.strip()
    if not text or len(text) > 80:
        return None
    try:
        return _epoch(text) or _iso(text) or _written(text, order)
    except (ValueError, OverflowError):
        return None


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    if found is None:
        return None
    scale = {9: 1, 10: 1, 12: 1000, 13: 1000, 15: 1_000_000, 16: 1_000_000}[len(found[1])]
    # Rounded to the microsecond: a float of seconds cannot hold more.
    return datetime.fromtimestamp(round(float(text) / scale, 6), UTC)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _written(text: str, order: Order) -> datetime | None:
    known = words()
    zone = _ZONE.search(text)
    # "2024-03-12" ends like a zone; a zone needs a time before it.
    clock = re.search(known.time, text, re.I)
    zone = zone if zone and clock and clock.start() < zone.start() + 1 else None
    rest = text[: zone.start()] if zone else text
    rest = re.sub(known.time, " ", rest, count=1, flags=re.I) if clock else rest
    day = _day(rest, order, known)
    if day is None:
        return None
    hour, minute, second = _clock(clock[0], known) if clock else (0, 0, 0)
    return day.replace(hour=hour, minute=minute, second=second, tzinfo=_zone(zone))


def _zone(found: re.Match[str] | None) -> timezone | None:
    if found is None:
        return None
    if found["utc"]:
        return UTC
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(-offset if found["sign"] == "-" else offset)


def _clock(text: str, known: Words) -> tuple[int, int, int]:
    hour, minute, second = (*map(int, re.findall(r"\d+", text)), 0)[:3]
    marker = _bare(re.sub(r"[\d:：]", "", text))
    if marker in known.pm and hour < 12:
        hour += 12
    elif marker in known.am and hour == 12:
        hour = 0
    return hour, minute, second


def _day(text: str, order: Order, known: Words) -> datetime | None:
    found = _NUMBERS.search(text)
    if found:
        return _from_numbers(found[1], found[2], found[3], order)
    lowered = text.lower()
    named = [month for month in re.findall(r"[^\W\d_]+", lowered) if month in known.months]
    day, year = _WORD_DAY.search(lowered), _WORD_YEAR.search(lowered)
    if not named or day is None or year is None:
        return None
    return datetime(_year(int(year[1])), known.months[named[0]], int(day[1]))


def _from_numbers(first: str, second: str, third: str, order: Order) -> datetime:
    a, b, c = int(first), int(second), int(third)
    if len(first) > 2 or order == "ymd":
        return datetime(_year(a), b, c)
    return datetime(_year(c), a, b) if order == "mdy" else datetime(_year(c), b, a)


def _year(year: int) -> int:
    if year < 100:
        return year + (2000 if year < 70 else 1900)
    # The Buddhist calendar counts 543 years more.
    return year - 543 if year > 2400 else year


def _decided(order: Order, why: str) -> Vote:
    return Vote(order, f"Dates were read as {_SAID[order]}: {why}.")


def _by_order(dates: list[tuple[int, int, int]]) -> Vote:
    """Return the order in which the dates only go forward, or only back; day first when that does not tell either."""
    steady = [order for order in ("dmy", "mdy") if _steady([_key(date, order) for date in dates])]
    if len(steady) == 1:
        return _decided(steady[0], "only so do they follow one another in time")  # type: ignore[arg-type]
    return _decided("dmy", "nothing in them tells day from month, so this is a guess")


def _key(date: tuple[int, int, int], order: str) -> tuple[int, int, int]:
    a, b, year = date
    return (year, b, a) if order == "dmy" else (year, a, b)


def _steady(keys: list[tuple[int, int, int]]) -> bool:
    return keys in (sorted(keys), sorted(keys, reverse=True))


def _bare(marker: str) -> str:
    return re.sub(r"[.\s]", "", marker).lower()


def _any(choices: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in sorted(set(choices), key=len, reverse=True))


def _time_pattern(markers: list[str]) -> str:
    marker = rf"(?:{_any(markers)})"
    return rf"(?<!\d)(?:{marker}\s?)?\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?:\s?{marker})?(?![\d\w])"


def _date_pattern(months: list[str], weekdays: list[str], near: list[str]) -> str:
    month, weekday = rf"(?:{_any(months)})\.?", rf"(?:{_any(weekdays)})"
    day = r"\d{1,2}(?:st|nd|rd|th|\.)?"
    year = r"(?:,?\s+(?:de\s+)?\d{4})?"
    worded = rf"{day}\s+(?:of\s+|de\s+)?{month}{year}|{month}\s+{day}{year}"
    short = r"\d{1,2}[./]\d{1,2}\.?"
    return rf"(?:{weekday},?\s+)?(?:{worded}|{_IN_NUMBERS}|{short})|{weekday}|{_any(near)}"
