"""The rule for drafts: points per kind of detail, and more for details that lead to somebody only together."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from safelight.assessment import judge as judging
from safelight.schema.assessments import Level, Reason
from safelight.schema.errors import BadData
from safelight.schema.findings import Finding
from safelight.schema.items import Item


@dataclass(frozen=True, slots=True)
class Together:
    """Points for details that say more together: one category of each set has to be there."""

    row: str
    needed: tuple[frozenset[str], ...]
    points: float
    says: str


def judge(item: Item, findings: Sequence[Finding]) -> judging.Verdict:
    """Return the level of a draft by the sum of its details and of their combinations."""
    del item
    single = judging.points("draft", findings)
    there = {str(finding.because.get("category", "")) for finding in findings}
    more = [
        Reason(f"draft.{each.row}", each.points, 1, each.says)
        for each in combinations()
        if all(there & one_of for one_of in each.needed)
    ]
    reasons = sorted((*single.reasons, *more), key=lambda reason: (-reason.points, reason.row))
    whole = sum(reason.points for reason in reasons)
    least = judging.table("draft").levels
    level = next((level for level, points in least.items() if whole >= points), Level.NOTHING_NOTICED)
    return judging.Verdict(level, tuple(reasons), single.model, single.skipped)


@cache
def combinations() -> tuple[Together, ...]:
    """Return the combinations of the table. Raises BadData when one is not written as it should be."""
    text = files("safelight.assessment.kinds").joinpath("draft.toml").read_text(encoding="utf-8")
    try:
        return tuple(
            Together(str(row["row"]), tuple(map(frozenset, row["all"])), float(row["points"]), str(row["says"]))
            for row in tomllib.loads(text)["together"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadData("A combination has a wrong row.", where="kinds/draft.toml", fix=repr(error)) from error
