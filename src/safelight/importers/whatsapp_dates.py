"""Decides how the dates and times of a WhatsApp export are meant: order of day and month, half-days, calendars.

The order is decided from all dates of the file, and the decision is told in a sentence with its evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from safelight.importers.whatsapp_shape import Ballot, Clock, DateParts, Shape

Order = tuple[int, int, int]
"""Where day, month and year stand among the three numbers."""
ORDERS: Mapping[str, Order] = {
    "day/month/year": (0, 1, 2),
    "month/day/year": (1, 0, 2),
    "year/month/day": (2, 1, 0),
    "year/day/month": (1, 2, 0),
}
_ORDINALS = ("first", "second", "third")
# WhatsApp began in 2009; Thai exports count 543 years more.
_FIRST_YEAR = 2009
_BUDDHIST = 543
_BUDDHIST_FROM = 2400
_BUDDHIST_SHORT_FROM = _FIRST_YEAR + _BUDDHIST - 2500
_YEAR_FIRST = ("year/month/day", "year/day/month")
_YEAR_LAST = ("day/month/year", "month/day/year")
# How much shorter the way through the days must be to count as evidence, and from how many dates on.
_DENSER = 4
_ENOUGH = 5
# Fewer than one in so many times after 12 o'clock are slips; a chat by a 24-hour clock has many.
_RARE = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates are read: the order, and the sentence for the reader with the evidence."""

    order: Order
    note: str


def year(number: int, digits: int) -> int | None:
    """Return the year of the common calendar, or None for one that cannot be told (a Persian or Hijri year)."""
    if digits <= 2:
        return 1957 + number if number >= _BUDDHIST_SHORT_FROM else 2000 + number
    if number >= _BUDDHIST_FROM:
        return number - _BUDDHIST
    return number if 1970 <= number <= 2200 else None


def day(parts: DateParts, order: Order) -> date | None:
    """Return the day that a date means in an order, or None when there is no such day."""
    numbers = parts.numbers
    full = year(numbers[order[2]], parts.digits[order[2]])
    if full is None:
        return None
    try:
        return date(full, numbers[order[1]], numbers[order[0]])
    except ValueError:
        return None


def read_dates(dates: Sequence[DateParts], hint: str, hint_says: str) -> Reading:
    """Decide the order. dates: all different dates in order of appearance; hint: the order to take if nothing tells."""
    names = _possible(dates, hint)
    broken = {name: sum(_is_broken(parts, ORDERS[name]) for parts in dates) for name in names}
    left = [name for name in names if broken[name] == min(broken.values())]
    if len(left) == 1:
        return _reading(left[0], _numbers_say(dates, left[0]))
    steps = {name: _steps(dates, ORDERS[name]) for name in left}
    back = {name: sum(step < 0 for step in steps[name]) for name in left}
    if len(set(back.values())) > 1:
        return _reading(min(left, key=back.__getitem__), "only in this order the messages follow one another in time")
    way = {name: sum(map(abs, steps[name])) for name in left}
    best, other = sorted(left, key=way.__getitem__)
    if len(dates) >= _ENOUGH and way[other] > _DENSER * max(way[best], 1):
        return _reading(best, "in this order the days of the chat lie close together")
    name = hint if hint in left else left[0]
    says = hint_says if hint in left else "after the year the month comes next nearly everywhere"
    return _reading(name, f"no date tells whether the day or the month comes first; this was assumed, because {says}")


def _reading(name: str, says: str) -> Reading:
    return Reading(ORDERS[name], f"Dates were read as {name}: {says}.")


def _possible(dates: Sequence[DateParts], hint: str) -> tuple[str, str]:
    """Return the two orders that fit the place of the year."""
    year_first = sum(parts.digits[0] >= 3 for parts in dates)
    year_last = sum(parts.digits[2] >= 3 for parts in dates)
    if year_first == year_last:
        year_first, year_last = _vote_short_year(dates, hint)
    return _YEAR_FIRST if year_first > year_last else _YEAR_LAST


def _vote_short_year(dates: Sequence[DateParts], hint: str) -> tuple[int, int]:
    """Tell where a year of two digits stands: (1, 0) first, (0, 1) last. It changes least from date to date."""
    cost = {}
    for name in (_YEAR_FIRST[0], *_YEAR_LAST):
        steps = _steps(dates, ORDERS[name])
        cost[name] = (sum(_is_broken(parts, ORDERS[name]) for parts in dates), sum(map(abs, steps)))
    first, last = cost[_YEAR_FIRST[0]], min(cost[name] for name in _YEAR_LAST)
    if first[0] == last[0] and max(first[1], last[1]) <= _DENSER * max(1, min(first[1], last[1])):
        return (1, 0) if hint in _YEAR_FIRST else (0, 1)
    return (1, 0) if first < last else (0, 1)


def _is_broken(parts: DateParts, order: Order) -> bool:
    found = day(parts, order)
    return found is None or found.year < _FIRST_YEAR


def _numbers_say(dates: Sequence[DateParts], name: str) -> str:
    at = ORDERS[name][0]
    many = sum(parts.numbers[at] > 12 for parts in dates)
    if not many:
        return "in any other order some dates would not exist"
    return f"{many} {'date has' if many == 1 else 'dates have'} a {_ORDINALS[at]} number above 12"


def _steps(dates: Sequence[DateParts], order: Order) -> list[int]:
    days = [found.toordinal() for found in (day(parts, order) for parts in dates) if found is not None]
    return [after - before for before, after in pairwise(days)]


def hint_for(shape: Shape, ballot: Ballot) -> tuple[str, str]:
    """Return the order that the other fields suggest, and the sentence part that says why."""
    words = {clock.before or clock.after for clock in ballot.clocks.values()}
    if words & {"上午", "下午", "午前", "午後", "오전", "오후", "凌晨", "中午", "晚上", "早上"}:
        return "year/month/day", "the times are written as in East Asia"
    raw = {clock.raw_word for clock in ballot.clocks.values()}
    padded = any(parts.padded for parts in ballot.dates.values())
    if shape.date_separator == "/" and raw & {"AM", "PM"} and not padded:
        return "month/day/year", "slashes with AM and PM are written so in the USA"
    return "day/month/year", "most of the world writes so"


# ---------------------------------------------------------------- half-days


@dataclass(frozen=True, slots=True)
class HalfDays:
    """What the words beside the times mean. meaning: word -> "am", "pm", "noon", "night" (others mean nothing)."""

    meaning: Mapping[str, str]
    note: str = ""

    def hour(self, clock: Clock) -> int:
        """Return the hour 0..23."""
        word = self.meaning.get(clock.after) or self.meaning.get(clock.before)
        return _hour(clock.hour, word)


def _hour(hour: int, word: str | None) -> int:
    if hour > 12 or word is None:
        return hour % 24
    if word == "am":
        return hour % 12
    if word == "noon":
        return hour + 12 if hour < 10 else hour
    if word == "night" and hour in (12, 0, 1, 2, 3, 4, 5):
        return hour % 12
    return hour % 12 + 12


def half_days(clocks: Iterable[Clock], known: Mapping[str, str]) -> tuple[HalfDays, tuple[str, ...]]:
    """Return what the words mean, and the words that must be guessed from the order of the messages (two, or none)."""
    clocks = list(clocks)
    # A word at every time of a 24-hour clock ("em", "à") is no half-day, whatever it means elsewhere.
    if sum(clock.hour > 12 for clock in clocks) * _RARE > len(clocks):
        return HalfDays({}), ()
    words = {word for clock in clocks for word in (clock.before, clock.after) if word}
    meaning = {word: known[word] for word in words if word in known}
    strange = sorted(words - set(meaning))
    if not strange:
        return HalfDays(meaning), ()
    told = set(meaning.values())
    if len(strange) == 1 and len(told) == 1 and told <= {"am", "pm"}:
        other = "pm" if told == {"am"} else "am"
        return HalfDays({**meaning, strange[0]: other}), ()
    # A word that stands at every time ("klo", "à") tells nothing.
    varying = [word for word in strange if not all(word in (clock.before, clock.after) for clock in clocks)]
    if len(varying) == 2 and not told:
        return HalfDays(meaning), (varying[0], varying[1])
    note = f"The meaning of {len(varying)} words beside the times is not known; some times may be half a day off."
    return HalfDays(meaning, note if varying else ""), ()


def guessed(words: tuple[str, ...], stamps: Iterable[tuple[date, Clock]]) -> HalfDays:
    """Try both meanings of two unknown words and take the one in which fewer messages go back in time."""
    first, second = words
    ways = (HalfDays({first: "am", second: "pm"}), HalfDays({first: "pm", second: "am"}))
    back, last = [0, 0], [datetime.min, datetime.min]
    for one, clock in stamps:
        for number, way in enumerate(ways):
            now = datetime(one.year, one.month, one.day, way.hour(clock), clock.minute, clock.second)
            back[number] += now < last[number]
            last[number] = now
    note = "The words for before and after noon are not known; they were told from the order of the messages."
    best = ways[0] if back[0] <= back[1] else ways[1]
    return HalfDays(best.meaning, note)
