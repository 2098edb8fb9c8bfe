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
    return Summary().assess(memory, locale, readable)


# All that the part of one participant is made from.
_Shown = tuple[int, float, tuple[tuple[str, float, int], ...], tuple[tuple[int, int], ...]]


class Summary:
    """Assesses one conversation again and again: what has not changed since the last time is not made anew.

    Each assessment equals the one that `assess` makes of the same memory.
    """

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._begin("")

    def _begin(self, locale: str) -> None:
        self._locale = locale
        self._say = translator(locale)
        self._people: dict[str, tuple[_Shown, ParticipantAssessment]] = {}
        # What is kept (held here, so that its ids stay its own), and by id what was made of it.
        self._kept: list[Kept] = []
        self._made: dict[int, tuple[Finding, Moment]] = {}
        self._findings: tuple[Finding, ...] = ()
        self._timeline: tuple[Moment, ...] = ()

    def assess(self, memory: Memory, locale: str, readable: tuple[str, ...]) -> Assessment:
        """Return the assessment. `readable`: the languages that there are phrases for."""
        if locale != self._locale:
            self._begin(locale)
        self._take_people(memory)
        self._take_kept(memory)
        people = {name: part for name, (_, part) in self._people.items()}
        coverage = _coverage(memory, readable, self._say)
        main = max(people.values(), key=lambda p: (p.level, p.points), default=None)
        level = main.level if main else Level.NOTHING_NOTICED
        if level <= Level.NOTHING_NOTICED and (_not_understood(coverage) or not memory.read):
            level = Level.CANNOT_SAY
        return Assessment(
            level=level,
            by_participant=people,
            findings=self._findings,
            timeline=self._timeline,
            reasons=main.reasons if main and main.level >= Level.NOTICE else (),
            coverage=coverage,
            kind="Conversation",
            locale=locale,
            model=weights().version,
        )

    def _take_people(self, memory: Memory) -> None:
        """Make the parts of those participants of whom something changed."""
        people = {}
        for name, person in memory.people.items():
            shown = (person.level, person.points, person.rows, tuple(person.level_at.items()))
            known = self._people.get(name)
            people[name] = known if known and known[0] == shown else (shown, _participant(person))
        self._people = people

    def _take_kept(self, memory: Memory) -> None:
        """Make the findings and moments of what is kept since. Later levels change nothing about earlier moments."""
        if memory.kept == self._kept:
            return
        made = self._made
        self._kept = list(memory.kept)
        self._made = {
            id(kept): made.get(id(kept)) or (_finding(kept, self._say), _moment(kept, memory)) for kept in self._kept
        }
        self._findings = tuple(self._made[id(kept)][0] for kept in self._kept)
        clear = [kept for kept in self._kept if kept.strength >= FAINT and "answer" not in kept.flags]
        by_place = sorted(clear or self._kept, key=lambda k: (k.message, k.start, k.technique))
        self._timeline = tuple(self._made[id(kept)][1] for kept in by_place)


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


def _moment(kept: Kept, memory: Memory) -> Moment:
    person = memory.people.get(kept.subject)
    reached = [level for level, at in person.level_at.items() if at <= kept.message] if person else []
    return Moment(kept.message, kept.subject, kept.technique, Level(max(reached, default=int(Level.NOTHING_NOTICED))))


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
