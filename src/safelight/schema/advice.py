"""Advice: what to do now, for whom, and who can help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Audience = Literal["young_person", "carer", "teacher", "helper", "moderator"]
AUDIENCES: tuple[Audience, ...] = ("young_person", "carer", "teacher", "helper", "moderator")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. order: lower comes first (0-9 now, 10-49 soon, 50+ when there is time)."""

    text: str
    order: int = 50
    why: str = ""
    for_technique: str = ""


@dataclass(frozen=True, slots=True)
class ContactWay:
    """One way to reach a service. type: call, sms, whatsapp, chat, web, email. value as one dials or opens it.

    hours is for a reader; open says the same for a program ("24/7", "mon-fri 14:00-20:00"), in the clock of timezone
    ("Europe/Berlin"). Empty: not known.
    """

    type: str
    value: str
    hours: str = ""
    free: bool | None = None
    anonymous: bool | None = None
    languages: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A service that helps. checked: ISO date of the source looked at; verified: a person has called or opened it."""

    id: str
    country: str
    name: str
    kind: str
    contacts: tuple[ContactWay, ...]
    what_happens: str
    source: str
    checked: str
    verified: bool
    who_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Steps and helplines for one audience in one country ("" = worldwide only)."""

    audience: Audience
    country: str
    opening: str
    steps: tuple[Step, ...] = ()
    helplines: tuple[Helpline, ...] = ()
