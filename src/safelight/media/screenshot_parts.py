"""What the readers of screenshots share: a message as it was seen, and the small words that nobody said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from safelight.media.screenshot_area import Area
from safelight.taxonomy.tables import parse

_WORDS = "screenshot_words.toml"
_TIME = r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?\s?m\.?)?"
_CLOCK = re.compile(_TIME, re.IGNORECASE)
# A time and the ticks after it, as a reader of words may take them.
_STAMP = re.compile(rf"{_TIME}[\W_]*(?:[^\W\d]{{1,2}}\W*)?", re.IGNORECASE)
_GLUED = re.compile(rf"^(?P<text>.*\S)\s+{_STAMP.pattern}$", re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r"\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Part:
    """One message. lean: pixels to the right of the middle (above 0: the owner's), None when places say nothing."""

    text: str = field(repr=False)
    name: str = field(default="", repr=False)
    lean: float | None = None


@cache
def _words(key: str) -> tuple[str, ...]:
    table = parse(f"media/{_WORDS}", (files("safelight.media") / _WORDS).read_bytes())
    return table.texts(key, at_least=1)


def is_clock(text: str) -> bool:
    """Say whether a line is a time of day and nothing else."""
    return _CLOCK.fullmatch(text.strip()) is not None


def is_stamp(text: str) -> bool:
    """Say whether a line is a time with what may stand beside it in a bubble (ticks)."""
    return _STAMP.fullmatch(text.strip()) is not None


def without_stamp(text: str) -> str:
    """Return a text without the time at its end; as it is when it has none or is nothing else."""
    found = _GLUED.match(text)
    return found["text"] if found else text


def is_field(text: str) -> bool:
    """Say whether a line is what stands in the empty field."""
    return any(re.match(rf"{re.escape(word)}\b|{re.escape(word)}$", text.strip().lower()) for word in _words("field"))


def is_state(text: str) -> bool:
    """Say whether a line tells of a message's or a person's state ("Seen", "Read 10:42", "Active 5m ago")."""
    plain = without_stamp(text.strip().lower())
    return plain in _words("state") or re.fullmatch(r"(active|last seen|seen by|seen) .{1,30}", plain) is not None


def is_day(text: str) -> bool:
    """Say whether a line is a day, a date or a time, alone or with one another."""
    plain = text.strip().lower()
    days = "|".join(map(re.escape, _words("day")))
    months = "|".join(map(re.escape, _words("month")))
    date = rf"(?:\d{{1,2}}\.? (?:{months})[a-z]*\.?|(?:{months})[a-z]*\.? \d{{1,2}})(?:,? \d{{4}})?|{_DATE.pattern}"
    return re.fullmatch(rf"(?:{days}|(?:(?:{days}),? )?(?:{date})|{_TIME})?(?:,? ?(?:at )?{_TIME})?", plain) is not None


def is_stroke(text: str) -> bool:
    """Say whether a line is no word but a bar, an arrow or an edge that was taken for one."""
    return not set(text) - set("_-—–|<>‹›()[]{}.,·•/\\~= ")


def is_me(text: str) -> bool:
    """Say whether a label is the owner's."""
    return text.strip().lower() in _words("me")


def joined(areas: Sequence[Area]) -> str:
    """Return the words of lines, row by row, as one text: rows of one message are one sentence broken by width."""
    rows: list[list[Area]] = []
    for area in sorted(areas, key=lambda each: each.line.middle):
        if rows and area.line.middle - rows[-1][0].line.middle < min(area.line.height, rows[-1][0].line.height) * 0.5:
            rows[-1].append(area)
        else:
            rows.append([area])
    return " ".join(each.line.text for row in rows for each in sorted(row, key=lambda one: one.line.left))
