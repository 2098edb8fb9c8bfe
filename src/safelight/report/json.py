"""Gives an assessment as plain data for other programs; its shape is `assessment.schema.json`.

Without `words` there is no message text in it: only offsets into the original.
"""

from __future__ import annotations

from importlib.resources import files
from json import loads
from typing import Any

from safelight.locales.load import Translator, translator
from safelight.report import kinds
from safelight.report.quotes import exact
from safelight.schema.advice import Advice, Helpline, Step
from safelight.schema.assessments import Assessment, Coverage, Moment, ParticipantAssessment, Reason
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import Finding
from safelight.schema.items import Conversation, Item, Source, kind_of

FORMAT = "safelight.assessment"
# Raised when a reader of the last version could misread this one; a new optional key does not count.
VERSION = 1

Data = dict[str, Any]


def to_dict(
    assessment: Assessment, *, item: Item | None = None, advice: Advice | None = None, words: bool = False
) -> Data:
    """Return the assessment as JSON data, with the item's description and the advice when they are given.

    words: add to each span the characters it points at; needs `item`.
    """
    quoted = item if words else None
    _ = translator(assessment.locale)
    data: Data = {
        "format": FORMAT,
        "version": VERSION,
        "level": _level(assessment),
        "kind": assessment.kind,
        "locale": assessment.locale,
        "model": assessment.model,
        "by_participant": {name: _participant(each, _) for name, each in assessment.by_participant.items()},
        "findings": [_finding(each, quoted) for each in assessment.findings],
        "timeline": [_moment(each) for each in assessment.timeline],
        "reasons": [_reason(each, _) for each in assessment.reasons],
        "coverage": _coverage(assessment.coverage, _),
    }
    if item is not None:
        data["item"] = _item(item, _)
        more = kinds.data(item, assessment, words=words)
        if more:
            data[kind_of(item)] = more
    if advice is not None:
        data["advice"] = _advice(advice)
    return data


def schema() -> Data:
    """Return the JSON Schema (2020-12) of what `to_dict` gives."""
    found: Data = loads((files("safelight.report") / "assessment.schema.json").read_text(encoding="utf-8"))
    return found


def _level(each: Assessment | ParticipantAssessment | Moment) -> str:
    return each.level.name.lower()


def _participant(each: ParticipantAssessment, _: Translator) -> Data:
    return {
        "name": each.name,
        "level": _level(each),
        "points": each.points,
        "reasons": [_reason(reason, _) for reason in each.reasons],
        "alarm_at": each.alarm_at,
    }


def _reason(each: Reason, _: Translator) -> Data:
    return {"row": each.row, "points": each.points, "times": each.times, "says": _(each.says)}


def _finding(each: Finding, quoted: Item | None) -> Data:
    return {
        "signal": each.signal,
        "technique": each.technique,
        "strength": each.strength,
        "evidence": [_evidence(part, quoted) for part in each.evidence],
        "because": dict(each.because),
        "says": each.says,
        "subject": each.subject,
        "toward": each.toward,
    }


def _evidence(each: Evidence, quoted: Item | None) -> Data:
    return {"role": each.role, "spans": [_span(span, quoted) for span in each.spans]}


def _span(each: Span, quoted: Item | None) -> Data:
    data: Data = {"start": each.start, "end": each.end, "message": each.message, "field": each.field}
    if quoted is not None:
        data["text"] = exact(quoted, each)
    return data


def _moment(each: Moment) -> Data:
    return {"message": each.message, "subject": each.subject, "technique": each.technique, "level": _level(each)}


def _coverage(each: Coverage, _: Translator) -> Data:
    return {
        "messages": each.messages,
        "read": each.read,
        "languages": dict(each.languages),
        "skipped": [{"what": part.what, "why": _(part.why), "fix": _(part.fix)} for part in each.skipped],
        "notes": [_(note) for note in each.notes],
        "unread": each.unread,
    }


def _item(item: Item, _: Translator) -> Data:
    data: Data = {"kind": type(item).__name__, "source": _source(item.source, _)}
    if isinstance(item, Conversation):
        people = [{"name": each.name, "is_owner": each.is_owner} for each in item.participants]
        data |= {"id": item.id, "owner": item.owner, "messages": len(item.messages), "participants": people}
    return data


def _source(each: Source, _: Translator) -> Data:
    return {
        "format": each.format,
        "name": each.name,
        "notes": [_(note) for note in each.notes],
        "unread": [{"where": unread.where, "reason": _(unread.reason)} for unread in each.unread],
        "lines": each.lines,
        "one_sided": each.one_sided,
    }


def _advice(each: Advice) -> Data:
    return {
        "audience": each.audience,
        "country": each.country,
        "opening": each.opening,
        "steps": [_step(step) for step in each.steps],
        "helplines": [helpline(line) for line in each.helplines],
    }


def _step(each: Step) -> Data:
    return {"text": each.text, "order": each.order, "why": each.why, "for_technique": each.for_technique}


def helpline(each: Helpline) -> Data:
    """Return a service as JSON data, in the form that it has in an assessment."""
    contacts = [
        {
            "type": way.type,
            "value": way.value,
            "hours": way.hours,
            "free": way.free,
            "anonymous": way.anonymous,
            "languages": list(way.languages),
            "open": list(way.open),
            "timezone": way.timezone,
        }
        for way in each.contacts
    ]
    return {
        "id": each.id,
        "country": each.country,
        "name": each.name,
        "kind": each.kind,
        "contacts": contacts,
        "what_happens": each.what_happens,
        "source": each.source,
        "checked": each.checked,
        "verified": each.verified,
        "who_for": list(each.who_for),
    }
