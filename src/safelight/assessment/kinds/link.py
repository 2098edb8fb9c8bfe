"""A link is judged by its table of points (link.toml); what holds no address cannot be judged at all."""

from __future__ import annotations

from collections.abc import Sequence

from safelight.assessment.judge import Verdict, points
from safelight.normalize.hosts import address
from safelight.schema.assessments import Level, Skipped
from safelight.schema.findings import Finding
from safelight.schema.items import Item, Link


def judge(item: Item, findings: Sequence[Finding]) -> Verdict:
    """Return the verdict of the table; CANNOT_SAY when there is no host to read."""
    if isinstance(item, Link) and address(item.url) is None:
        why = "This is not a web address that Safelight can read."
        return Verdict(Level.CANNOT_SAY, skipped=(Skipped("item", why, "Copy the whole link."),))
    return points("link", findings)
