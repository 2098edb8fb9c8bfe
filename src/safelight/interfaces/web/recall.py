"""When to practise a lesson again: spaced repetition (FSRS) over what the page remembers. Nothing is kept here.

The page sends one line for each card: its id (lesson number, dot, card number), then a day and a digit for each time it
was looked at: "3.1 20261124-3 20261126-1". The digit is 1 (forgot), 2 (not sure) or 3 (knew it). No content, no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fsrs import Card as Memory
from fsrs import Rating, Scheduler

from safelight.lessons.load import numbered
from safelight.lessons.meta import Card
from safelight.locales.load import mark
from safelight.schema.errors import BadInput

MOST_CARDS, MOST_LOOKS = 500, 100
_LINE = re.compile(r"(\d{1,3})\.(\d{1,2})((?: \d{8}-[123])+)")
_NOON = 12


@dataclass(frozen=True, slots=True)
class Due:
    """A card, and the day on which to look at it again."""

    id: str
    card: Card
    day: date


def due(seen: str, locale: str) -> list[Due]:
    """Return every card that was looked at with its next day, the earliest first; cards that are gone are left out.

    Raises BadInput when `seen` is not in the form above.
    """
    found: list[Due] = []
    lines = [line for line in seen.split("\n") if line.strip()]
    if len(lines) > MOST_CARDS:
        raise _unreadable()
    for line in lines:
        parts = _LINE.fullmatch(line.strip())
        if parts is None:
            raise _unreadable()
        card = _card(int(parts[1]), int(parts[2]), locale)
        if card is not None:
            found.append(Due(f"{int(parts[1])}.{int(parts[2])}", card, _next(parts[3].split())))
    return sorted(found, key=lambda each: (each.day, each.id))


def _card(lesson: int, number: int, locale: str) -> Card | None:
    one = numbered(lesson, locale)
    return one.cards[number] if one and number < len(one.cards) else None


def _next(looks: list[str]) -> date:
    """Return the day that follows from all looks at one card. Whole days: there are no steps of minutes."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    memory = Memory(card_id=1)
    for look in sorted(looks)[-MOST_LOOKS:]:
        day, _, rating = look.partition("-")
        memory, _log = scheduler.review_card(memory, Rating(int(rating)), _moment(day))
    return memory.due.date()


def _moment(day: str) -> datetime:
    """Return noon of a day written as 20261124."""
    try:
        return datetime.strptime(day, "%Y%m%d").replace(hour=_NOON, tzinfo=UTC)
    except ValueError as error:
        raise _unreadable() from error


def today(said: str) -> date:
    """Return the reader's day, as their page says it (20261124): this computer's clock may be elsewhere."""
    return _moment(said).date()


def _unreadable() -> BadInput:
    what = mark("What the page remembers about stories cannot be read.")
    return BadInput(what, fix=mark("Press: Forget all, on the list of stories."))
