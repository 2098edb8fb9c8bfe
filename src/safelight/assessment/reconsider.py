"""A person's judgements applied to an assessment: what they set aside no longer counts, what is severe stays.

The sum is taken again over the rows that the level stood on (see fuse.py). Nothing that was noticed is lost: the
assessment as it was goes along. A level can only go down, and only for a participant of whom something was set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from safelight.assessment import fuse
from safelight.assessment.weights import Weights, weights
from safelight.models import manner_of_talk
from safelight.schema.assessments import Assessment, Level, Moment, ParticipantAssessment, Reason
from safelight.schema.evidence import Span
from safelight.schema.findings import Finding
from safelight.schema.judgements import Judgement, Reconsidered
from safelight.taxonomy.load import techniques

# Severities from this on are never set aside: a threat that was meant as a joke is still shown.
STAYS_FROM = 4
_MANNER, _WHO = ("manner.", "meaning."), "who."
_TECHNIQUE, _TOGETHER = "technique.", "together."
_Key = tuple[str | None, str]


def stays(technique: str) -> bool:
    """Say whether a technique is so severe that no judgement sets it aside."""
    known = techniques().get(technique)
    return known is None or known.severity >= STAYS_FROM or technique in weights().urgent


def reconsider(assessment: Assessment, judgements: Iterable[Judgement]) -> Reconsidered:
    """Return the assessment without what was set aside; judgements on what is not in it are left out.

    Only conversations: of other items nothing is set aside.
    """
    found = {_key(each) for each in assessment.findings if not _is_answer(each)}
    about = [each for each in judgements if (each.subject, each.technique) in found]
    if assessment.kind != "Conversation":
        about = []
    kept = tuple(each for each in about if stays(each.technique))
    aside = tuple(each for each in about if not stays(each.technique))
    if not aside:
        return Reconsidered(assessment, assessment, (), kept)
    return Reconsidered(
        _without(assessment, {(each.subject, each.technique) for each in aside}), assessment, aside, kept
    )


def _key(finding: Finding) -> _Key:
    return (finding.subject, finding.technique)


def _is_answer(finding: Finding) -> bool:
    """Fear in the answers is no technique that anybody could have meant as a joke."""
    return bool(finding.because.get("answer"))


def _without(before: Assessment, aside: set[_Key]) -> Assessment:
    findings = tuple(each for each in before.findings if _is_answer(each) or _key(each) not in aside)
    weighed = any(
        code in manner_of_talk.languages() and share >= 0.5 for code, share in before.coverage.languages.items()
    )
    people = {
        name: _participant(each, {what for who, what in aside if who == name}, findings, weighed=weighed)
        for name, each in before.by_participant.items()
    }
    level = max((each.level for each in people.values()), default=Level.NOTHING_NOTICED)
    if level <= Level.NOTHING_NOTICED and any(each.what.startswith("language") for each in before.coverage.skipped):
        level = Level.CANNOT_SAY
    main = max(people.values(), key=lambda each: (each.level, each.points), default=None)
    return replace(
        before,
        level=level,
        by_participant=people,
        findings=findings,
        timeline=tuple(_moments(before.timeline, people, aside)),
        reasons=main.reasons if main and main.level >= Level.NOTICE else (),
    )


def _participant(
    before: ParticipantAssessment, aside: set[str], findings: Iterable[Finding], *, weighed: bool
) -> ParticipantAssessment:
    """Return what stands for a participant without some techniques; unchanged when none of theirs was set aside."""
    if not aside:
        return before
    table = weights()
    rows = _rows(table, before.reasons, aside)
    amounts = _amounts(table, rows)
    points = round(sum(row.points for row in rows), 3)
    level = min(before.level, fuse.level_of(table, points, amounts, weighed=weighed)) if rows else Level.NOTHING_NOTICED
    alarm = before.alarm_at if level >= Level.CONCERN else None
    if alarm is not None:
        mine = [span.message for each in findings if each.subject == before.name for span in _spans(each)]
        alarm = max(alarm, min((number for number in mine if number is not None), default=alarm))
    return replace(before, level=level, points=points, reasons=tuple(rows), alarm_at=alarm)


def _rows(table: Weights, before: Iterable[Reason], aside: set[str]) -> list[Reason]:
    """Return the rows that are left: techniques, what they do together, their breadth, the manner, the ages."""
    own = [row for row in before if row.row.startswith(_TECHNIQUE) and row.row.removeprefix(_TECHNIQUE) not in aside]
    if not own:
        return []
    clear = {name for name, amount in _amounts(table, own).items() if amount >= table.enough}
    kept = {row.row for row in before if row.row.startswith(_TOGETHER)}
    rows = list(own)
    rows += [
        Reason(row.name, row.points, 1, row.says)
        for row in table.together
        if row.name in kept and all(need & clear for need in row.needs)
    ]
    rows += [Reason(name, points, times, table.says(name)) for name, points, times in fuse.breadth(table, clear)]
    rows += [row for row in before if row.row.startswith(_MANNER)]
    said = sum(row.points for row in rows)
    for row in before:
        who = table.who.get(row.row.removeprefix(_WHO)) if row.row.startswith(_WHO) else None
        if who is not None and said > 0:
            rows.append(replace(row, points=round(who.points * min(1.0, said / who.most), 3)))
    triples = [(row.row, row.points, row.times) for row in rows]
    limit = fuse.limit(table, triples, _amounts(table, own))
    rows += [Reason(name, points, times, table.says(name)) for name, points, times in limit]
    return sorted(rows, key=lambda row: (-row.points, row.row))


def _amounts(table: Weights, rows: Iterable[Reason]) -> dict[str, float]:
    """Return the evidence of each technique, read back from its points. Beyond a row's bound it reads as the bound."""
    named = ((row.row.removeprefix(_TECHNIQUE), row.points) for row in rows if row.row.startswith(_TECHNIQUE))
    return {name: points / table.techniques[name].points for name, points in named if name in table.techniques}


def _spans(finding: Finding) -> Iterable[Span]:
    return (span for part in finding.evidence for span in part.spans)


def _moments(
    before: Iterable[Moment], people: Mapping[str, ParticipantAssessment], aside: set[_Key]
) -> Iterable[Moment]:
    """Yield the moments that are left; none is above the level that its person now has."""
    for moment in before:
        if (moment.subject, moment.technique) in aside:
            continue
        person = people.get(moment.subject or "")
        yield replace(moment, level=min(moment.level, person.level)) if person else moment
