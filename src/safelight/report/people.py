"""Gathers findings into tricks per person: what was noticed, how often, since when, and where the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from safelight.locales.load import Translator
from safelight.report import when, words
from safelight.report.clean import name as safe_name
from safelight.report.quotes import Quote, quote
from safelight.schema.advice import Audience
from safelight.schema.assessments import Assessment, Level, ParticipantAssessment
from safelight.schema.evidence import Span
from safelight.schema.findings import FAINT, Finding
from safelight.schema.items import Conversation, Item

SPEAKS_FROM = Level.NOTICE
REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One message or field where something was noticed: "message 12, Tue 14:02". quote: the words, if to be shown."""

    label: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Trick:
    """One technique in plain words.

    times: in how many messages; also: what the signals said beyond `says`. looks_like: what looks like it but is not.
    do: what one can do at once. subject: whose it is, as findings name them. answers: fear in the answers to it.
    """

    technique: str
    name: str
    says: str
    why: str
    severity: int
    times: int
    since: str
    places: tuple[Place, ...]
    also: tuple[str, ...] = ()
    looks_like: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    subject: str | None = None
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One participant as a report shows them; `name` is "" for an item without participants.

    since: where the level was reached. because: sentences on what weighed most beyond the single tricks.
    """

    name: str
    level: Level | None
    level_name: str
    since: str
    because: tuple[str, ...] = ()
    tricks: tuple[Trick, ...] = field(default=())

    @property
    def speaks(self) -> bool:
        """Say whether there is enough to show this person's tricks openly; single ordinary remarks stay quiet."""
        return bool(self.tricks) and (self.level is None or self.level >= SPEAKS_FROM)


@dataclass(frozen=True, slots=True)
class _Case:
    """What every part of the gathering needs."""

    item: Item
    assessment: Assessment
    audience: Audience
    words_shown: bool
    detail: when.Detail
    _: Translator


def people(
    item: Item, assessment: Assessment, audience: Audience, _: Translator, *, words_shown: bool
) -> tuple[Person, ...]:
    """Return everyone in the assessment and in the item: the highest level first, then as in the item."""
    case = _Case(item, assessment, audience, words_shown, when.detail(item), _)
    by_subject: dict[str | None, list[Finding]] = {name: [] for name in _names(item, assessment)}
    for finding in assessment.findings:
        by_subject.setdefault(finding.subject, []).append(finding)
    found = [_person(case, subject, findings) for subject, findings in by_subject.items()]
    return tuple(sorted(found, key=lambda person: -(person.level or 0)))


def _reached(assessment: Assessment, known: ParticipantAssessment) -> int | None:
    """Return the message at which a participant's level was reached; for want of it, where concern began."""
    numbers = [each.message for each in assessment.timeline if (each.subject, each.level) == (known.name, known.level)]
    return min(numbers, default=known.alarm_at)


def _because(known: ParticipantAssessment, _: Translator) -> tuple[str, ...]:
    """Return the sentences of what weighed most, the heaviest first; rows of single tricks have none."""
    heaviest = sorted(known.reasons, key=lambda reason: -reason.points)
    return tuple(_(reason.says) for reason in heaviest if reason.says)[:REASONS_SHOWN]


def _names(item: Item, assessment: Assessment) -> Iterator[str]:
    if isinstance(item, Conversation):
        yield from (each.name for each in item.participants)
    yield from assessment.by_participant


def _person(case: _Case, subject: str | None, findings: list[Finding]) -> Person:
    known = case.assessment.by_participant.get(subject) if subject is not None else None
    level = known.level if known else (case.assessment.level if subject is None else None)
    alarm = _reached(case.assessment, known) if known else None
    return Person(
        name="" if subject is None else shown_name(case.item, subject, case.audience, case._),
        level=level,
        level_name="" if level is None else words.level_name(level, case._),
        since="" if alarm is None else _where(case, alarm),
        because=_because(known, case._) if known else (),
        tricks=_tricks(case, findings),
    )


def shown_name(item: Item, name: str, audience: Audience, _: Translator) -> str:
    """Return a participant's name as a report shows it, marking whose chat it is."""
    shown = safe_name(name, _("someone without a name"))
    if isinstance(item, Conversation) and item.owner == name:
        form = _("{name} (you)") if audience == "young_person" else _("{name} (whose chat this is)")
        return form.format(name=shown)
    return shown


def _tricks(case: _Case, findings: Iterable[Finding]) -> tuple[Trick, ...]:
    every = list(findings)
    grouped: dict[tuple[str, bool], list[Finding]] = {}
    for finding in [each for each in every if each.strength >= FAINT] or every:
        grouped.setdefault((finding.technique, bool(finding.because.get("answer"))), []).append(finding)
    found = [_trick(case, technique, of_it) for (technique, _answers), of_it in grouped.items()]
    return tuple(sorted(found, key=lambda trick: (-trick.severity, -trick.times)))


def _trick(case: _Case, technique: str, findings: list[Finding]) -> Trick:
    name, says, why, severity = technique_words(technique, findings[0].says, case._)
    if case.assessment.kind != "Conversation":
        # What a technique does is told as of a talk; a signal that says it of this kind of item says it better.
        says = findings[0].says or says
    answers = bool(findings[0].because.get("answer"))
    if answers:
        name, says = case._("Fear, or a no, in the answers"), findings[0].says
        why = case._("How somebody answers can show that they are pressed.")
    spans = _spans(findings)
    numbers = {span.message for span in spans if span.message is not None}
    return Trick(
        technique=technique,
        name=name,
        says=says,
        why=why,
        severity=severity,
        times=max(len(numbers), _moments(case.assessment, technique, findings[0].subject), 1),
        since=_where(case, min(numbers)) if numbers else "",
        places=tuple(
            _place(case, list(of_one)) for _key, of_one in groupby(spans, lambda span: (span.message, span.field))
        ),
        also=tuple(dict.fromkeys(each.says for each in findings if each.says and each.says != says)),
        looks_like=() if answers else looks_like(technique, case._),
        do=() if answers or case.audience != "young_person" else first_moves(technique, case._),
        subject=findings[0].subject,
        answers=answers,
    )


def _spans(findings: Iterable[Finding]) -> list[Span]:
    """The words themselves, each once, in the order in which they stand in the item."""
    shown = {span for finding in findings for part in finding.evidence if part.role == "shows" for span in part.spans}
    return sorted(shown, key=lambda span: (span.message or 0, span.field or "", span.start, span.end))


def _moments(assessment: Assessment, technique: str, subject: str | None) -> int:
    """How many messages of the timeline used the technique: findings may keep the evidence of a few only."""
    return len({each.message for each in assessment.timeline if (each.technique, each.subject) == (technique, subject)})


def _place(case: _Case, spans: list[Span]) -> Place:
    shown = quote(case.item, spans) if case.words_shown else None
    if spans[0].message is not None:
        return Place(_where(case, spans[0].message), shown)
    return Place(spans[0].field or words.kind_name(case.assessment.kind, case._), shown)


def _where(case: _Case, number: int) -> str:
    return message_label(case.item, number, case.detail, case._)


def message_label(item: Item, number: int, detail: when.Detail, _: Translator) -> str:
    """Return how a message is referred to: its number counted from 1, and its time when it is known."""
    numbered = _("message {number}").format(number=number + 1)
    if not isinstance(item, Conversation) or not 0 <= number < len(item.messages):
        return numbered
    time = when.moment(item.messages[number].time, _, detail)
    return f"{numbered}, {time}" if time else numbered


def technique_words(technique: str, fallback: str, _: Translator) -> tuple[str, str, str, int]:
    """Return name, what it does, why it matters and severity; for an unknown technique what its id tells."""
    from safelight.taxonomy.load import techniques

    known = techniques().get(technique)
    if known is None:
        return technique.rpartition(".")[2].replace("_", " ").capitalize(), fallback, "", 1
    return _(known.name), _(known.says), _(known.why), known.severity


def looks_like(technique: str, _: Translator) -> tuple[str, ...]:
    """Return what looks like the technique but is not."""
    from safelight.taxonomy.load import techniques

    known = techniques().get(technique)
    return tuple(_(each) for each in known.looks_like) if known else ()


def first_moves(technique: str, _: Translator) -> tuple[str, ...]:
    """Return what a young person can do at once about the technique."""
    from safelight.taxonomy.load import techniques

    known = techniques().get(technique)
    return tuple(_(each) for each in known.do) if known else ()
