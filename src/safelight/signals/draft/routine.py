"""Tells when somebody is alone, or the way they take at the same hour each day.

What it sees. "Home alone till 6", "parents are out tonight", "I walk home past the canal every day", a spare key
under the mat; in English, Spanish, Hindi and Hindi in Latin letters.

What looks like it but is not. A film, a song or a book of that name; "leave me alone"; a hobby without an hour or a
place.

Why it matters. Someone who wants to turn up needs to know two things: where, and when nobody else is there.

Sources. Bridges for Learning: schedules in posts; St Catherine's: routine and clubs;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safelight.normalize.details import stretch
from safelight.normalize.details.happenings import alone, habits
from safelight.signals.drafting import LOCATION, Detail, apart, leave, overlaps, own_voice, phrases, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_PLACED = re.compile(
    r"(?<!\w)(?:at|in|near|by|through|past|on|en|mein|pe|में|पर)\s+(?:the\s+)?[A-ZÁÉÍÓÚ\u0900-\u097f][\w'’-]+"
)
_ALONE = re.compile(r"(?<!\w)(?:alone|by myself|on my own|after school)(?!\w)", re.IGNORECASE)

_UNTIL = re.compile(r"(?<!\w)(?:until|till?|hasta(?: que)?|before|while)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.!?,\n]{0,40}(?=[.!?,\n]|$)")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each time alone and each routine."""
    said = [
        *phrases(reading, "routine_alone", "home alone", "family away", "same way"),
        *(each for each in phrases(reading, "routine_alone", "habit") if _has_place_or_hour(each)),
    ]
    heard = [_with_way(each) for each in said if each.group != "same way" or each.language != "en" or own_voice(each)]
    loose = [each for find_in in (habits, alone) for _, each in shapes(reading, find_in, 0.65)]
    for detail in apart(iter([*heard, *(each for each in loose if not any(overlaps(each, one) for one in heard))])):
        yield leave("routine_alone", detail)


def _with_way(detail: Detail) -> Detail:
    """Take in the street or the day behind a daily way, and what is waited for behind "until"."""
    text = detail.text.text
    daily = detail.group in ("same way", "habit")
    if not daily and not _UNTIL.search(text[detail.start : detail.end]):
        return detail
    behind = stretch.following(text, detail.end, 4) if daily else _CLAUSE.match(text, detail.end)
    last = detail.end if behind is None else behind[1] if isinstance(behind, tuple) else behind.end()
    end = stretch.with_time(text, last)
    return replace(detail, end=end, last=end)


def _has_place_or_hour(detail: Detail) -> bool:
    start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
    said = detail.text.text[start:end]
    return _PLACED.search(said) is not None or stretch.holds_time(said) or _ALONE.search(said) is not None
