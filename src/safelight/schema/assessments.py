"""Assessments: what all findings together mean, and what was not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from safelight.schema.findings import Finding


class Level(IntEnum):
    """How much attention is asked for. Ordered; CANNOT_SAY is the lowest and never means "safe"."""

    CANNOT_SAY = 0
    NOTHING_NOTICED = 1
    NOTICE = 2
    CONCERN = 3
    URGENT = 4


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not looked at. what: a signal, a kind, a language, a part; fix: what would help, or ""."""

    what: str
    why: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at.

    messages:  messages seen, all kinds. read: messages whose words were looked at. characters: their length.
    languages: language code -> share of the read messages (0..1) as far as it could be told; "und" = not told.
    skipped:   what was not looked at, and why. notes: what the source leaves out. unread: parts lost by the importer.
    """

    messages: int = 0
    read: int = 0
    languages: Mapping[str, float] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the sum: `row` names the row of weights.toml, `points` what it added, `times` how often seen."""

    row: str
    points: float
    times: int = 1
    says: str = ""


@dataclass(frozen=True, slots=True)
class ParticipantAssessment:
    """The level for what one participant does to the others; a sum of `reasons`, never a verdict on the person."""

    name: str
    level: Level
    points: float
    reasons: tuple[Reason, ...] = ()
    alarm_at: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the timeline: at message number `message` (0-based) `subject` used `technique`; `level` so far."""

    message: int
    subject: str | None
    technique: str
    level: Level


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to one check. `kind` names the item's class; `model` the version of the weights."""

    level: Level
    by_participant: Mapping[str, ParticipantAssessment] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    timeline: tuple[Moment, ...] = ()
    reasons: tuple[Reason, ...] = ()
    coverage: Coverage = Coverage()
    kind: str = "Conversation"
    locale: str = "en"
    model: str = ""
