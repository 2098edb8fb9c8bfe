"""What can be said about a service at one moment: whether somebody answers, and how old its facts are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from safelight.advice import hours
from safelight.advice.directory import Country, Record
from safelight.locales.load import Translator
from safelight.schema.advice import Helpline


@dataclass(frozen=True, slots=True)
class Status:
    """answers: True now, False not now, None not known. says: the same in words."""

    answers: bool | None
    says: str


def status(line: Helpline, moment: datetime.datetime, _: Translator, *, several_clocks: bool = False) -> Status:
    """Return whether a service answers at a moment, and if not, when it does again.

    several_clocks: name the place of the clock. Raises ValueError for a moment without a time zone.
    """
    ways = [way for way in line.contacts if way.type in hours.ANSWERING]
    if not ways:
        return Status(None, _("A form or an address; it is there at any time"))
    answers = hours.answers_at(line, moment)
    if answers is None:
        return Status(None, _("When they answer is not known; try"))
    if answers:
        return Status(True, _("Answers now"))
    openings = [(opens, way) for way in ways if (opens := hours.next_opening(way, moment)) is not None]
    if not openings:
        return Status(False, _("Does not answer now"))
    opens, way = min(openings, key=lambda pair: pair[0])
    here = moment.astimezone(opens.tzinfo)
    says = _("Answers again {day} at {time}").format(day=_day(opens, here, _), time=f"{opens:%H:%M}")
    if several_clocks:
        says = _("{text} (clock of {place})").format(text=says, place=place_of(way.timezone))
    return Status(False, says)


def _day(opens: datetime.datetime, here: datetime.datetime, _: Translator) -> str:
    ahead = (opens.date() - here.date()).days
    if ahead == 0:
        return _("today")
    return _("tomorrow") if ahead == 1 else hours.day_names(_)[opens.weekday()]


def place_of(timezone: str) -> str:
    """Return the place that a clock is named after: "Sao Paulo" for "America/Sao_Paulo"."""
    return timezone.rpartition("/")[2].replace("_", " ")


def clock(country: Country | None, moment: datetime.datetime, _: Translator) -> str:
    """Return what a clock shows in a country: "Tuesday 15:20"; "" when it has none or is not known."""
    zone = hours.zone(country.timezone) if country and country.timezone else None
    if zone is None:
        return ""
    local = moment.astimezone(zone)
    return f"{hours.day_names(_)[local.weekday()]} {local:%H:%M}"


def is_stale(record: Record, today: datetime.date) -> bool:
    """Say whether the facts are older than they may be: then they must be looked up again."""
    return today > datetime.date.fromisoformat(record.expires_on)
