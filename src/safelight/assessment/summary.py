"""From what is remembered of a conversation to the assessment that is shown."""

from __future__ import annotations

from collections.abc import Callable

from safelight.assessment.weights import weights
from safelight.locales.load import translator
from safelight.normalize import language
from safelight.schema.assessments import (
    Assessment,
    Coverage,
    Level,
    Moment,
    ParticipantAssessment,
    Reason,
    Skipped,
)
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import FAINT, Finding
from safelight.schema.memory import Kept, Memory, Person
from safelight.taxonomy.load import techniques

# The key under which messages too long to unfold are counted.
LONG = "long"
_ENOUGH_TO_TELL = 5
_ANSWERS = "technique.answers.distress"


def assess(memory: Memory, locale: str, readable: tuple[str, ...]) -> Assessment:
    """Return the assessment. `readable`: the languages that there are phrases for."""
    say = translator(locale)
    people = {person.name: _participant(person) for person in memory.people.values()}
    coverage = _coverage(memory, readable, say)
    level = max((p.level for p in people.values()), default=Level.NOTHING_NOTICED)
    if level <= Level.NOTHING_NOTICED and (_not_understood(coverage) or not memory.read):
        level = Level.CANNOT_SAY
    main = max(people.values(), key=lambda p: (p.level, p.points), default=None)
    return Assessment(
        level=level,
        by_participant=people,
        findings=tuple(_finding(kept, say) for kept in memory.kept),
        timeline=_timeline(memory),
        reasons=main.reasons if main and main.level >= Level.NOTICE else (),
        coverage=coverage,
        kind="Conversation",
        locale=locale,
        model=weights().version,
    )


def _should_be_known(memory: Memory) -> bool:
    """Tell whether enough was read to expect a language: less is needed when not one small word was English."""
    return memory.read >= (_ENOUGH_TO_TELL if memory.votes.get("en") else 2)


def _not_understood(coverage: Coverage) -> bool:
    return any(skipped.what.startswith("language") for skipped in coverage.skipped)


def _participant(person: Person) -> ParticipantAssessment:
    alarms = [at for level, at in person.level_at.items() if level >= Level.CONCERN]
    level = Level(max(person.level, Level.NOTHING_NOTICED))
    return ParticipantAssessment(
        name=person.name,
        level=level,
        points=person.points,
        reasons=tuple(_reason(*row) for row in person.rows),
        alarm_at=min(alarms, default=None),
    )


def _reason(row: str, points: float, times: int) -> Reason:
    return Reason(row, points, times, weights().says(row))


def _finding(kept: Kept, say: Callable[[str], str]) -> Finding:
    return Finding(
        signal=kept.signal,
        technique=kept.technique,
        strength=kept.strength,
        evidence=(Evidence((Span(kept.start, kept.end, kept.message),)),),
        because={"phrases": kept.group, **{flag: True for flag in kept.flags}},
        says=say(weights().says(_ANSWERS) if "answer" in kept.flags else techniques()[kept.technique].says),
        subject=kept.subject,
        toward=kept.toward,
    )


def _timeline(memory: Memory) -> tuple[Moment, ...]:
    moments = []
    clear = [kept for kept in memory.kept if kept.strength >= FAINT and "answer" not in kept.flags]
    for kept in sorted(clear or memory.kept, key=lambda k: (k.message, k.start, k.technique)):
        person = memory.people.get(kept.subject)
        reached = [level for level, at in person.level_at.items() if at <= kept.message] if person else []
        level = Level(max(reached, default=Level.NOTHING_NOTICED))
        moments.append(Moment(kept.message, kept.subject, kept.technique, level))
    return tuple(moments)


def _coverage(memory: Memory, readable: tuple[str, ...], say: Callable[[str], str]) -> Coverage:
    code, share = (memory.said, 1.0) if memory.said else language.decide(memory.votes)
    skipped = []
    if code == language.UNKNOWN and _should_be_known(memory):
        skipped.append(Skipped("language", "The language could not be told, so not all words were understood."))
    elif code not in (language.UNKNOWN, *readable):
        skipped.append(
            Skipped(
                f"language:{code}", "There are no phrases for this language yet, so most words were not understood."
            )
        )
    skipped.extend(
        Skipped("long messages", say("{n} very long messages were not searched for links.").format(n=count))
        if kind == LONG
        else Skipped(f"kind:{kind}", say("{n} found in the messages; no signal reads this kind yet.").format(n=count))
        for kind, count in sorted(memory.unfolded.items())
    )
    if memory.forgotten:
        skipped.append(
            Skipped(
                "participants",
                say("{n} people of a large group were not followed to the end.").format(n=memory.forgotten),
            )
        )
    languages = {code: round(share, 3)} if share else {}
    return Coverage(messages=memory.seen, read=memory.read, languages=languages, skipped=tuple(skipped))
