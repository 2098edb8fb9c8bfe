"""The rule for an offer: combinations of published indicators, never one of them alone.

The ILO/EC operational indicators call a dimension positive with two strong indicators, one strong and one other, three
medium, or two medium and one weak. An advert says little about each dimension, so the rule is put over all of them.
Points only order adverts among one another; the level comes from the rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from safelight.assessment.judge import Verdict
from safelight.schema.assessments import Level, Reason
from safelight.schema.errors import BadData
from safelight.schema.findings import Finding
from safelight.schema.items import Item

STRENGTHS = ("strong", "medium", "weak", "background")
# From so many strong indicators on, help is asked for now.
_URGENT = 3
# Points of an indicator that only looser words show, as a share of its points.
_LOOSE = 0.5


@dataclass(frozen=True, slots=True)
class Indicator:
    """How much an indicator says: one of STRENGTHS; points for the order; the sentence of its row."""

    strength: str
    points: float
    says: str


def judge(item: Item, findings: Sequence[Finding]) -> Verdict:
    """Return the level by the rule, with one row per indicator, the weightiest first."""
    known, version = indicators()
    names = [str(each.because.get("indicator", "")) for each in findings]
    times = {name: names.count(name) for name in names if name in known}
    clear = {name for name, each in zip(names, findings, strict=True) if not each.because.get("loose")}
    reasons = [
        Reason(f"offer.{name}", known[name].points * (1.0 if name in clear else _LOOSE), count, known[name].says)
        for name, count in times.items()
    ]
    strengths = [known[name].strength for name in times]
    counts = {strength: strengths.count(strength) for strength in STRENGTHS}
    return Verdict(level(counts), tuple(sorted(reasons, key=lambda r: (-r.points, r.row))), version)


def level(counts: Mapping[str, int]) -> Level:
    """Return the level for so many indicators of each strength."""
    strong, medium, weak = counts.get("strong", 0), counts.get("medium", 0), counts.get("weak", 0)
    if strong >= _URGENT:
        return Level.URGENT
    if strong and strong + medium + weak >= 2:
        return Level.CONCERN
    if medium >= 3 or (medium == 2 and weak):
        return Level.CONCERN
    return Level.NOTICE if strong or medium == 2 or (medium and weak >= 2) else Level.NOTHING_NOTICED


@cache
def indicators() -> tuple[Mapping[str, Indicator], str]:
    """Return the indicators by their id, and the version of the table. Raises BadData when a row is wrong."""
    file = files("safelight.assessment.kinds").joinpath("offer.toml")
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        found = {name: _indicator(row, data["points"]) for name, row in data["indicator"].items()}
        return found, str(data["version"])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BadData("The table of indicators has a wrong row.", where="kinds/offer.toml", fix=repr(error)) from error


def _indicator(row: Mapping[str, Any], points: Mapping[str, float]) -> Indicator:
    strength = str(row["strength"])
    if strength not in STRENGTHS or not row["source"] or not row["dimension"]:
        raise ValueError(strength)
    return Indicator(strength, float(row["points"] if "points" in row else points[strength]), str(row["says"]))
