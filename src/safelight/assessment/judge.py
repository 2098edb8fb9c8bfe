"""From the findings of one item (no conversation) to a level: each kind has its own rule.

A rule is `kinds/<kind>.py` with `judge(item, findings) -> Verdict`; a kind without one is judged by `points` over
`kinds/<kind>.toml`. Both are found by their place.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

from safelight.schema.assessments import Level, Reason, Skipped
from safelight.schema.errors import BadData
from safelight.schema.findings import Finding
from safelight.schema.items import Item, kind_of

_LEVELS = (Level.URGENT, Level.CONCERN, Level.NOTICE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The level for an item with the rows that add up to it, and the version of the table they stand in."""

    level: Level
    reasons: tuple[Reason, ...] = ()
    model: str = ""
    skipped: tuple[Skipped, ...] = ()


Rule = Callable[[Item, Sequence[Finding]], Verdict]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of points: level -> least points, row -> (points, most, sentence)."""

    version: str
    levels: dict[Level, float]
    rows: dict[str, tuple[float, float, str]]


def judge(item: Item, findings: Sequence[Finding]) -> Verdict:
    """Return the verdict of the kind's own rule, or of its table of points."""
    kind = kind_of(item)
    rule = _rule(kind)
    return rule(item, findings) if rule else points(kind, findings)


@cache
def _rule(kind: str) -> Rule | None:
    name = f"safelight.assessment.kinds.{kind}"
    if find_spec(name) is None:
        return None
    found: Rule = importlib.import_module(name).judge
    return found


def points(kind: str, findings: Sequence[Finding]) -> Verdict:
    """Return the verdict of a plain sum: each finding adds its row's points times its strength, up to the row's most.

    The row is `because["row"]` when the finding has one, else its technique.
    """
    rows = table(kind)
    sums: dict[str, list[float]] = {}
    for finding in findings:
        name = str(finding.because.get("row", finding.technique))
        if name in rows.rows:
            sums.setdefault(name, []).append(rows.rows[name][0] * finding.strength)
    reasons = [
        Reason(f"{kind}.{name}", round(min(sum(each), rows.rows[name][1]), 3), len(each), rows.rows[name][2])
        for name, each in sums.items()
    ]
    whole = sum(reason.points for reason in reasons)
    level = next((level for level in _LEVELS if whole >= rows.levels[level]), Level.NOTHING_NOTICED)
    return Verdict(level, tuple(sorted(reasons, key=lambda r: (-r.points, r.row))), rows.version)


@cache
def table(kind: str) -> Table:
    """Return the table of points of a kind. Raises BadData when it is missing or breaks the schema."""
    file = files("safelight.assessment.kinds").joinpath(f"{kind}.toml")
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        levels = {level: float(data["levels"][level.name.lower()]) for level in _LEVELS}
        rows = {
            name: (float(row["points"]), float(row.get("most", row["points"])), str(row.get("says", "")))
            for name, row in data["row"].items()
        }
        return Table(str(data["version"]), levels, rows)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BadData("A table of points has a wrong row.", where=f"kinds/{kind}.toml", fix=repr(error)) from error
