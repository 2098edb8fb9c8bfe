"""Runs the conversation check over labelled conversations, message by message, and notes when it raised its alarm."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safelight.engine import Watch
from safelight.importers.jsonl import Record
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import Message
from safelight.schema.memory import short_name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened in one conversation. Counts and row names only, never text.

    source, label, messages: as in the data. alarm_at: number of messages read when the level first was CONCERN or
    above (1 = at the first message), None without alarm. named: who the alarm was about. right: whether that is the
    labelled subject, None when there is no alarm or no subject. level: at the end. rows: the rows of weights.toml that
    made up the alarm, heaviest first. language: as told by the check. seconds: CPU time for the whole conversation.
    score: the most points that anyone had (weights.toml says from how many on there is an alarm). first: the technique
    noticed first, of whoever the alarm was about, else of anyone; "" when nothing was.
    """

    id: str
    source: str
    label: int | None
    messages: int
    level: Level
    alarm_at: int | None = None
    named: str | None = None
    right: bool | None = None
    rows: tuple[str, ...] = ()
    language: str = "und"
    seconds: float = 0.0
    score: float = 0.0
    first: str = ""


def run(records: Iterable[Record], *, meaning: bool = False) -> Iterator[Outcome]:
    """Yield the outcome for each record, in order. meaning: as for a Watch."""
    # Phrases are loaded before the clock starts: that happens once, not per message.
    Watch(meaning=meaning).step(Message("", "hello"))
    for record in records:
        yield outcome(record, meaning=meaning)


def outcome(record: Record, *, meaning: bool = False) -> Outcome:
    """Read one conversation and return what happened."""
    watch = Watch(meaning=meaning)
    started = time.process_time()
    for message in record.conversation.messages:
        watch.step(message)
    seconds = time.process_time() - started
    assessment = watch.assessment()
    alarms = [(p.alarm_at, -p.points, p) for p in assessment.by_participant.values() if p.alarm_at is not None]
    first = min(alarms, key=lambda alarm: alarm[:2])[2] if alarms else None
    return Outcome(
        id=record.conversation.id,
        source=record.source or "all",
        label=record.label,
        messages=len(record.conversation.messages),
        level=assessment.level,
        alarm_at=first.alarm_at + 1 if first and first.alarm_at is not None else None,
        named=first.name if first else None,
        right=first.name == short_name(record.subject) if first and record.subject else None,
        rows=tuple(reason.row for reason in first.reasons if reason.points > 0) if first else (),
        language=next(iter(assessment.coverage.languages), "und"),
        seconds=seconds,
        score=max((p.points for p in assessment.by_participant.values()), default=0.0),
        first=_first(assessment, first.name if first else None),
    )


def _first(assessment: Assessment, subject: str | None) -> str:
    moments = (m for m in assessment.timeline if subject is None or m.subject == subject)
    return next((moment.technique for moment in moments), "")
