"""How old an account is, from a date or from what people type: "3 days ago", "last week", "March 2024"."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_AGO = re.compile(r"(?:about |~|ca\.? )?(\d{1,3}|an?|one|two|three|a few|few) (day|week|month|year)s? (?:ago|old)")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "a few": 3, "few": 3}
_WORDS = {
    "today": 0, "just now": 0, "now": 0, "yesterday": 1, "this week": 3, "last week": 7, "this month": 15,
    "last month": 30,
}  # fmt: skip
_FORMS = ("%Y-%m-%d", "%Y-%m", "%d %B %Y", "%B %d, %Y", "%B %Y", "%b %Y", "%a %b %d %H:%M:%S %z %Y", "%Y")


def days_old(created: datetime | str | None) -> int | None:
    """Return the age in days, None when it is not stated or cannot be read. A year alone counts from its end."""
    if isinstance(created, str):
        spoken = _spoken(" ".join(created.lower().split()))
        if spoken is not None:
            return spoken
        created = _parsed(created.strip())
    if created is None:
        return None
    now = datetime.now(created.tzinfo)
    return max((now - created).days, 0)


def _spoken(text: str) -> int | None:
    if text in _WORDS:
        return _WORDS[text]
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    number = found[1]
    return (_NUMBERS[number] if number in _NUMBERS else int(number)) * _UNITS[found[2]]


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for form in _FORMS:
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        return datetime(found.year, 12, 31, tzinfo=UTC) if form == "%Y" else found
    return None
