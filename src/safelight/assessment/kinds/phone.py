"""The rule for phones: points for apps that watch; an app for families is something to know, and no finding."""

from __future__ import annotations

from collections.abc import Sequence

from safelight.assessment import judge as judging
from safelight.normalize.phone_apps.match import watches_openly
from safelight.schema.assessments import Level, Reason
from safelight.schema.findings import Finding
from safelight.schema.items import Item, Phone

_ROW = "family_app"


def judge(item: Item, findings: Sequence[Finding]) -> judging.Verdict:
    """Return the level of a phone; family apps alone never make more than a notice."""
    found = judging.points("phone", findings)
    many = sum(bool(watches_openly(app)) for app in item.apps) if isinstance(item, Phone) else 0
    if not many:
        return found
    points, _, says = judging.table("phone").rows[_ROW]
    reasons = (*found.reasons, Reason(f"phone.{_ROW}", points, many, says))
    return judging.Verdict(max(found.level, Level.NOTICE), reasons, found.model, found.skipped)
