"""Tells which lines of a WhatsApp export begin a message: the head (date, time, separator), in every known locale.

A phone writes all heads of one export in one shape. `vote` looks at the whole file and finds it; lines in another shape
(a date inside a message, a piece of another chat that somebody pasted) are then no heads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import dropwhile

# Direction marks, joiners and byte order marks, anywhere in a head.
MARKS = "\u200e\u200f\u061c\u200b\u200c\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# Bounded, so that no line can be made that takes long to refuse.
_M = f"[{MARKS}]{{0,3}}"
_SEPARATORS = "./\\-\u2010-\u2013年월月년"
# `\s` matches NBSP and U+202F, `\d` matches the digits of every script, and int() understands them.
_DATE = (
    rf"\d{{1,4}}{_M}\s?[{_SEPARATORS}]{_M}\s?{_M}\d{{1,2}}{_M}\s?[{_SEPARATORS}]{_M}\s?{_M}\d{{1,4}}(?:{_M}\s?[.日일])?"
)
_BETWEEN = r"[^\d\[\]<>:\n]{1,24}?"
_HOUR_END = r"[:.：٫]|\s?[hH時时시]\s?"
_MINUTE_END = r"[:.：٫]|\s?(?:min|m|分|분)\s?"
_CLOCK = rf"\d{{1,2}}(?:{_HOUR_END})\d{{1,2}}(?:(?:{_MINUTE_END})\d{{1,2}}(?:\s?[s秒초])?)?[分분]?"
_AFTER = r"(?:[^\d\[\]<>:\-–—\n]{1,20}?)?"
_START = rf"[\s{MARKS}]{{0,6}}"
_BRACKET = rf"{_START}\[{_M}({_DATE})({_BETWEEN}{_CLOCK}{_AFTER}){_M}\s?\]{_M}\s?"
_DASH = rf"{_START}({_DATE})({_BETWEEN}{_CLOCK}{_AFTER})\s{_M}[-–—]{_M}(?:\s|$)"
# Old iPhones put a colon or nothing but a space between the head and the name; only with seconds, and with no words
# but "am" and "pm", or it would fit anything.
_SECONDS = rf"{_BETWEEN}\d{{1,2}}[:.]\d{{2}}[:.]\d{{2}}(?:\s?[APap]\.?\s?[Mm]\.?)?"
_COLON = rf"{_START}({_DATE})({_SECONDS}):\s"
_SPACE = rf"{_START}({_DATE})({_SECONDS})\s"
# Vietnamese puts the time first; looking ahead for the date keeps the order of the two groups.
_TURNED = rf"{_START}(?=.{{3,28}}?[\s,]({_DATE})\s{_M}[-–—])({_CLOCK}{_AFTER}),?\s{_M}{_DATE}\s{_M}[-–—]{_M}(?:\s|$)"
_HEADS = {"]": _BRACKET, "-": _DASH, "turned": _TURNED, ":": _COLON, " ": _SPACE}
# What every head begins with: looked for first, as it takes a while to make the patterns of heads.
_BEGINS = re.compile(rf"{_START}[\[\d]")
_DATE_PARTS = re.compile(
    rf"(\d{{1,4}}){_M}\s?([{_SEPARATORS}]){_M}\s?{_M}(\d{{1,2}}){_M}\s?[{_SEPARATORS}]{_M}\s?{_M}(\d{{1,4}})"
)
_CLOCK_PARTS = re.compile(
    rf"(?P<before>[^\d]*)(?P<hour>\d{{1,2}})(?P<sep>{_HOUR_END})(?P<minute>\d{{1,2}})"
    rf"(?:(?:{_MINUTE_END})(?P<second>\d{{1,2}})(?:\s?[s秒초])?)?[分분]?(?P<after>[^\d]*)"
)
_WORD = re.compile(rf"[\s{MARKS},،、.·]+")


@cache
def head_pattern(tail: str) -> re.Pattern[str]:
    """Return the pattern of heads by what stands at their end; it has two groups, the date and the time around it."""
    return re.compile(_HEADS[tail])


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written. before, after: the words around it, without spaces and dots, in lower case."""

    hour: int
    minute: int
    second: int
    before: str
    after: str
    raw_word: str
    form: tuple[str, bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class DateParts:
    """The three numbers of a date in the order written. padded: a day or month below 10 is written with a zero."""

    numbers: tuple[int, int, int]
    digits: tuple[int, int, int]
    separator: str
    padded: bool


def date_parts(text: str) -> DateParts | None:
    """Take a date apart; None when it is none."""
    found = _DATE_PARTS.match(text)
    if found is None:
        return None
    first, separator, second, third = found.groups()
    digits = (len(first), len(second), len(third))
    small = (first, second) if len(third) == 4 or len(first) < 4 else (second, third)
    numbers = (int(first), int(second), int(third))
    return DateParts(numbers, digits, separator, any(len(one) == 2 and int(one) < 10 for one in small))


def clock(text: str) -> Clock | None:
    """Take apart what stands between date and separator: a time and the words around it; None when it is no time."""
    found = _CLOCK_PARTS.fullmatch(text)
    if found is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 24 or minute > 59 or second > 59:
        return None
    before, after = _WORD.sub("", found["before"]), _WORD.sub("", found["after"])
    comma = any(sign in found["before"] for sign in ",،、")
    form = (found["sep"].strip(), comma, found["second"] is not None, bool(before), bool(after))
    return Clock(hour, minute, second, before.casefold(), after.casefold(), after, form)


class Dates(dict[str, DateParts | None]):
    """Dates taken apart, each text once."""

    def __missing__(self, text: str) -> DateParts | None:
        parts = self[text] = date_parts(text)
        return parts


class Clocks(dict[str, Clock | None]):
    """Times taken apart, each text once."""

    def __missing__(self, text: str) -> Clock | None:
        parts = self[text] = clock(text)
        return parts


@dataclass(frozen=True, slots=True)
class Shape:
    """How one export writes its heads: the kind of separator, the date's separator, and the form of the time."""

    tail: str
    date_separator: str
    form: tuple[str, bool, bool, bool, bool]


@dataclass(slots=True)
class Ballot:
    """The heads of one shape. dates, clocks: their different texts, in order of first appearance."""

    count: int = 0
    first_line: int = 0
    dates: dict[str, DateParts] = field(default_factory=dict)
    clocks: dict[str, Clock] = field(default_factory=dict)


def vote(lines: Iterable[str]) -> dict[Shape, Ballot]:
    """Return the shapes found, the most frequent first. Reads all lines."""
    ballots: dict[Shape, Ballot] = {}
    keys: dict[tuple[str, str, tuple[str, bool, bool, bool, bool]], Ballot] = {}
    dates, clocks = Dates(), Clocks()
    patterns: list[tuple[str, Callable[[str], re.Match[str] | None]]] = []
    for number, line in dropwhile(lambda numbered: not _BEGINS.match(numbered[1]), enumerate(lines, 1)):
        patterns = patterns or [(tail, head_pattern(tail).match) for tail in _HEADS]
        for tail, match in patterns:
            found = match(line)
            if found is None:
                continue
            date_text, clock_text = found.groups()
            date, time = dates[date_text], clocks[clock_text]
            if date is None or time is None:
                continue
            key = (tail, date.separator, time.form)
            ballot = keys.get(key)
            if ballot is None:
                ballot = keys[key] = ballots[Shape(*key)] = Ballot(first_line=number)
            ballot.count += 1
            ballot.dates[date_text] = date
            ballot.clocks[clock_text] = time
            break
    return dict(sorted(ballots.items(), key=lambda pair: -pair[1].count))
