"""A profile is judged by its table of points (profile.toml), with two rules that a table cannot say.

What is not stated counts for nothing; when hardly anything is stated, nothing can be said. Outer signs (counts,
picture, name, age of the account) alone stay a notice: many honest first accounts look like that. Only an account that
follows in bulk, is hardly followed back, and shows two more of them is a concern: no first account follows hundreds.
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
# Accounts followed, how many times more than follow back, and outer signs beside: own limits, above any first account.
_BULK, _IN_VAIN, _MORE_SIGNS = 300, 5, 2


def judge(item: Item, findings: Sequence[Finding]) -> Verdict:
    """Return the verdict; CANNOT_SAY when fewer than two things about the profile are stated and nothing was seen."""
    verdict = points("profile", findings)
    seen = {str(finding.because.get("row")) for finding in findings}
    if verdict.level > Level.NOTICE and seen <= _OUTER:
        verdict = replace(verdict, level=Level.CONCERN if _in_bulk(item, seen) else Level.NOTICE)
    if isinstance(item, Profile) and stated(item) < _LEAST_STATED:
        why = "Hardly anything about this profile was given."
        fix = "Add the bio, the counts, and whether there is a picture."
        return replace(verdict, skipped=(Skipped("item", why, fix),))
    return verdict


def _in_bulk(item: Item, seen: set[str]) -> bool:
    """Tell whether the account follows hundreds in vain, and looks made in two more ways."""
    if not isinstance(item, Profile) or item.following is None or item.followers is None:
        return False
    vain = item.following >= _BULK and item.following >= _IN_VAIN * max(item.followers, 1)
    return vain and len(seen - {"counts"}) >= _MORE_SIGNS


def stated(profile: Profile) -> int:
    """Return how many things about the profile are stated."""
    known = (profile.followers, profile.following, profile.posts, profile.created, profile.has_picture)
    words = (profile.bio, profile.display_name, profile.handle)
    return sum(each is not None for each in known) + sum(bool(each) for each in words) + len(profile.links)
