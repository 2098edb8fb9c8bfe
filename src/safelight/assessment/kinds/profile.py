"""A profile is judged by its table of points (profile.toml), with two rules that a table cannot say.

What is not stated counts for nothing; when hardly anything is stated, nothing can be said. Outer signs (counts,
picture, name, age of the account) alone stay a notice: many honest first accounts look like that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from safelight.assessment.judge import Verdict, points
from safelight.schema.assessments import Level, Skipped
from safelight.schema.findings import Finding
from safelight.schema.items import Item, Profile

_OUTER = frozenset({"counts", "empty", "no_picture", "handle", "recent"})
_LEAST_STATED = 2


def judge(item: Item, findings: Sequence[Finding]) -> Verdict:
    """Return the verdict; CANNOT_SAY when fewer than two things about the profile are stated and nothing was seen."""
    verdict = points("profile", findings)
    if verdict.level > Level.NOTICE and all(finding.because.get("row") in _OUTER for finding in findings):
        verdict = replace(verdict, level=Level.NOTICE)
    if isinstance(item, Profile) and stated(item) < _LEAST_STATED:
        why = "Hardly anything about this profile was given."
        fix = "Add the bio, the counts, and whether there is a picture."
        return replace(verdict, skipped=(Skipped("item", why, fix),))
    return verdict


def stated(profile: Profile) -> int:
    """Return how many things about the profile are stated."""
    known = (profile.followers, profile.following, profile.posts, profile.created, profile.has_picture)
    words = (profile.bio, profile.display_name, profile.handle)
    return sum(each is not None for each in known) + sum(bool(each) for each in words) + len(profile.links)
