"""What a draft would tell a stranger, kind by kind, and how to say it without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safelight.locales.load import Translator, mark
from safelight.normalize.rewrite import rewrite
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment, Level
from safelight.schema.findings import Finding
from safelight.schema.items import Draft, Item

NAMES = {
    "full_name": mark("Full name"),
    "school": mark("School"),
    "class_grade": mark("Class or year"),
    "age_dob": mark("Age or birthday"),
    "home_address": mark("Home"),
    "postcode": mark("Postcode"),
    "live_location": mark("Where you are now"),
    "routine_alone": mark("When you are alone, or your daily way"),
    "meet_plan": mark("Where and when you meet"),
    "handle": mark("Account name"),
    "phone": mark("Phone number"),
    "email": mark("Email address"),
    "uniform": mark("School or club clothes"),
    "team_club": mark("Team or club"),
    "plate": mark("Number plate"),
    "family_work": mark("Where your family works"),
    "other_person": mark("Someone else"),
    "medical": mark("Health"),
    "id_number": mark("Number of a paper or card"),
    "password": mark("Password or code"),
    "upi": mark("Payment address"),
}

# What is shown for a draft instead of the usual sentence of a level: nobody has done anything yet.
LEVELS = {
    Level.NOTHING_NOTICED: mark("No such fact was noticed in it. A program can miss some, so read it once more."),
    Level.NOTICE: mark("This tells a little about you. You choose who may know it."),
    Level.CONCERN: mark(
        "Together, this tells a stranger a lot. It is yours to decide, and easy to change before you share."
    ),
}


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield what a stranger learns, then the draft without it."""
    found = learned(assessment)
    if not isinstance(item, Draft) or not found:
        return
    yield Block(
        "learned",
        _("What a stranger learns from this"),
        head=(_("What"), _("In your words")),
        rows=tuple((_(NAMES[name]), " · ".join(_quotes(item.text, each))) for name, each in found.items()),
    )
    without = rewrite(item.text, assessment.findings)
    if without:
        says = _("This says it without those facts. Read it once more: a program may miss something.")
        yield Block("without", _("Say it without"), (says,), copy=without)
    else:
        says = _(
            "Without those facts nothing would be left. You can keep it to yourself, or tell it to someone you trust."
        )
        yield Block("without", _("Say it without"), (says,))


def data(item: Item, assessment: Assessment, *, words: bool) -> dict[str, Any]:
    """Return the categories found with how often each, and with `words` the draft without them."""
    found: dict[str, Any] = {"categories": {name: len(each) for name, each in learned(assessment).items()}}
    if words and isinstance(item, Draft):
        found["say_it_without"] = rewrite(item.text, assessment.findings)
    return found


def learned(assessment: Assessment) -> dict[str, list[Finding]]:
    """Return category -> its findings, in the order of `NAMES`."""
    found: dict[str, list[Finding]] = {}
    for name in NAMES:
        findings = [each for each in assessment.findings if each.because.get("category") == name]
        if findings:
            found[name] = findings
    return found


def _quotes(text: str, findings: list[Finding]) -> Iterator[str]:
    spans = [span for finding in findings for evidence in finding.evidence for span in evidence.spans]
    for span in sorted(set(spans)):
        yield " ".join(text[span.start : span.end].split())
