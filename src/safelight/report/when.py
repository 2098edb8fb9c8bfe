"""Says times of messages in words, in the asked language and without the machine's locale."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from safelight.locales.load import Translator
from safelight.report.clean import clean
from safelight.schema.items import Conversation, Item

LONGEST = 40
WEEK = timedelta(days=7)


class Detail(Enum):
    """How much of a date is shown: "Tue 14:02", "Tue 3 Nov, 14:02" or "Tue 3 Nov 2026, 14:02"."""

    WEEKDAY = 1
    DAY = 2
    YEAR = 3


def read(time: datetime | str | None) -> datetime | None:
    """Return a message's time as a datetime, or None when it has none or one that is not ISO 8601."""
    if not isinstance(time, str):
        return time
    try:
        return datetime.fromisoformat(time)
    except ValueError:
        return None


def weekday(number: int, _: Translator) -> str:
    """Return the short name of a day; Monday is 0."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[number]


def month(number: int, _: Translator) -> str:
    """Return the short name of a month; January is 1."""
    names = (_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"))
    return (*names, _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"))[number - 1]


def day(time: datetime, _: Translator, year: bool = True) -> str:
    """Return a date such as "3 Nov 2026", or "3 Nov" without the year."""
    form = _("{day} {month} {year}") if year else _("{day} {month}")
    return form.format(day=time.day, month=month(time.month, _), year=time.year)


def moment(time: datetime | str | None, _: Translator, detail: Detail = Detail.YEAR) -> str:
    """Return a time such as "Tue 3 Nov 2026, 14:02"; a time that cannot be read as the source wrote it; else ""."""
    read_time = read(time)
    if read_time is None:
        return clean(str(time or "")).strip()[:LONGEST]
    shown = {"weekday": weekday(read_time.weekday(), _), "time": f"{read_time:%H:%M}"}
    if detail is Detail.WEEKDAY:
        return _("{weekday} {time}").format(**shown)
    return _("{weekday} {day}, {time}").format(day=day(read_time, _, detail is Detail.YEAR), **shown)


def detail(item: Item) -> Detail:
    """Return how much of a date tells the messages of an item apart."""
    messages = item.messages if isinstance(item, Conversation) else ()
    days = {found.date() for message in messages if (found := read(message.time))}
    if not days or max(days) - min(days) < WEEK:
        return Detail.WEEKDAY
    return Detail.YEAR if max(days).year > min(days).year else Detail.DAY
