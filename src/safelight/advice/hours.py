"""Opening hours that can be asked: who answers at this hour, and when does somebody answer next.

`open` in the data is "24/7" or a list of lines: days, then times of the day ("mon-fri 14:00-20:00", "sat 09:00-24:00",
"tue,thu 15:00-20:00"), in the clock of `timezone`. A night over midnight is two lines. Days off are not known, so an
answer holds for an ordinary week; where nothing is known the answer is None, never "closed".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from safelight.locales.load import Translator
from safelight.schema.advice import ContactWay, Helpline

ALWAYS = "24/7"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A form or an address is there at every hour, but nobody answers at once: only these ways have hours.
ANSWERING = ("call", "sms", "whatsapp", "chat")
_LINE = re.compile(
    r"(?P<days>[a-z]{3}(?:[-,][a-z]{3})*) (?P<start>\d\d):(?P<low>[0-5]\d)-(?P<end>\d\d):(?P<high>[0-5]\d)"
)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of a week. days: 0 is Monday; start, end: minutes since midnight, end not included, at most 1440."""

    days: tuple[int, ...]
    start: int
    end: int


def spans(lines: Iterable[str]) -> tuple[Span, ...]:
    """Return the stretches of a week. Raises ValueError, whose text completes "the key ...", for a wrong line."""
    return tuple(span for line in lines for span in _parsed(line))


def _parsed(line: str) -> Iterator[Span]:
    if line == ALWAYS:
        yield Span(tuple(range(7)), 0, _DAY)
        return
    found = _LINE.fullmatch(line)
    if not found:
        raise ValueError(f'must be "{ALWAYS}" or lines such as "mon-fri 14:00-20:00", not {line!r}')
    start, end = (int(found[hour]) * 60 + int(found[minute]) for hour, minute in (("start", "low"), ("end", "high")))
    if not start < end <= _DAY:
        raise ValueError(f"must end after it begins and by 24:00: {line!r}")
    yield Span(_days(found["days"]), start, end)


def _days(words: str) -> tuple[int, ...]:
    found: list[int] = []
    for part in words.split(","):
        first, _, last = part.partition("-")
        if first not in DAYS or (last or first) not in DAYS or DAYS.index(last or first) < DAYS.index(first):
            raise ValueError(f"has days that are not known: {words!r}")
        found += range(DAYS.index(first), DAYS.index(last or first) + 1)
    return tuple(found)


def zone(name: str) -> ZoneInfo | None:
    """Return the clock of a place ("Asia/Kolkata"); None when there is no such place or no table of clocks."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def open_at(way: ContactWay, moment: datetime.datetime) -> bool | None:
    """Say whether somebody answers on this way at a moment; None when that is not known.

    Raises ValueError for a moment without a time zone: it would be another hour for every reader.
    """
    if moment.tzinfo is None:
        raise ValueError("The moment must say its time zone.")
    if not way.open:
        return None
    if ALWAYS in way.open:
        return True
    clock = zone(way.timezone)
    if clock is None:
        return None
    local = moment.astimezone(clock)
    minute = local.hour * 60 + local.minute
    return any(local.weekday() in span.days and span.start <= minute < span.end for span in spans(way.open))


def answers_at(line: Helpline, moment: datetime.datetime) -> bool | None:
    """Say whether a service answers on any way at a moment; None when no way is known to, and one is not known."""
    known = [open_at(way, moment) for way in line.contacts if way.type in ANSWERING]
    if any(known):
        return True
    return None if not known or None in known else False


def next_opening(way: ContactWay, moment: datetime.datetime) -> datetime.datetime | None:
    """Return when somebody answers next, in the clock of the service: the moment itself if now, None if not known."""
    state = open_at(way, moment)
    clock = zone(way.timezone)
    if state is None or state or clock is None:
        return moment if state else None
    local = moment.astimezone(clock)
    starts = []
    for ahead in range(8):
        day = local.date() + datetime.timedelta(days=ahead)
        for span in spans(way.open):
            if day.weekday() in span.days:
                time = datetime.time(span.start // 60, span.start % 60)
                starts.append(datetime.datetime.combine(day, time, clock))
    return min((start for start in starts if start > local), default=None)


def said(lines: Iterable[str], _: Translator) -> str:
    """Return the hours as a person says them: "Monday to Friday 14:00 to 20:00; Saturday 09:00 to 12:00"."""
    return "; ".join(_said(span, _) for span in spans(lines))


def _said(span: Span, _: Translator) -> str:
    if span == Span(tuple(range(7)), 0, _DAY):
        return _("all day, every day")
    times = _("{start} to {end}").format(start=_time(span.start), end=_time(span.end))
    return f"{_said_days(span.days, _)} {times}"


def _said_days(days: tuple[int, ...], _: Translator) -> str:
    names = day_names(_)
    if days == tuple(range(7)):
        return _("every day")
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return _("{first} to {last}").format(first=names[days[0]], last=names[days[-1]])
    return ", ".join(names[day] for day in days)


def day_names(_: Translator) -> tuple[str, ...]:
    """Return the names of the days, Monday first."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
