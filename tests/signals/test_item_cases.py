"""Runs the case files of items that are no conversations: `cases/<kind>/<signal>.yml`.

A row is an item by its fields, with the words to be pointed at marked ⟦so⟧ in any of them:

    fires:
      - name: a fee first
        item: { text: "Pay the ⟦registration fee⟧ of 50 today" }
        because: { indicator: fee }        # optional: what the finding must say decided
    quiet:
      - name: a fee that the employer pays
        item: { text: "We pay the visa fee." }
        level: notice                      # optional: the highest level allowed, default below concern
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from safelight import engine
from safelight.schema import items
from safelight.schema.assessments import Level
from safelight.schema.evidence import Span
from safelight.schema.findings import Finding
from safelight.schema.items import Item, kind_of
from safelight.signals.page import kinds
from safelight.signals.registry import signals

CASES = Path(__file__).parents[1] / "cases"
CLASSES = {
    kind_of(cls.__new__(cls)): cls
    for cls in (items.Draft, items.Offer, items.Profile, items.Link, items.PaymentDemand, items.Phone)
}
KINDS = sorted(set(kinds()) & set(CLASSES))
# libyaml reads ten times as fast as Python, where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LEAST = 3
_MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One invented item; `marked` holds (field, start, end) of the words that the signal must point at."""

    signal: str
    name: str
    fires: bool
    item: Item
    marked: tuple[tuple[str | None, int, int], ...]
    because: dict[str, Any] = field(default_factory=dict)
    most: Level = Level.NOTICE


def _unmarked(name: str, value: Any, marked: list[tuple[str | None, int, int]]) -> Any:
    if isinstance(value, dict):
        return {key: _unmarked(key, each, marked) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, str):
        return value
    for removed, match in enumerate(_MARK.finditer(value)):
        start = match.start() - 2 * removed
        marked.append((None if name == "text" else name, start, start + len(match.group(1))))
    return value.replace("⟦", "").replace("⟧", "")


def _cases(kind: str, path: Path) -> Iterator[Case]:
    table = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    for part in ("fires", "quiet"):
        for row in table[part]:
            marked: list[tuple[str | None, int, int]] = []
            fields = {name: _unmarked(name, value, marked) for name, value in row["item"].items()}
            most = Level[row.get("level", "notice").upper()]
            if "apps" in fields:
                fields["apps"] = tuple(items.App(**app) for app in fields["apps"])
            item = CLASSES[kind](**fields)
            yield Case(
                f"{kind}.{path.stem}", row["name"], part == "fires", item, tuple(marked), row.get("because", {}), most
            )


ALL = [case for kind in KINDS for path in sorted(CASES.glob(f"{kind}/*.yml")) for case in _cases(kind, path)]


def _points_at(finding: Finding, marked: tuple[str | None, int, int]) -> bool:
    """Tell whether a finding covers at least half of the marked words."""
    name, start, end = marked
    spans = [span for evidence in finding.evidence for span in evidence.spans if _field(span) == name]
    return any((min(end, span.end) - max(start, span.start)) * 2 >= end - start for span in spans)


def _field(span: Span) -> str | None:
    return None if span.field == "text" else span.field


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.signal}:{c.name}")
def test_case(case: Case) -> None:
    """A case fires, for the reason given and on its marked words; a look-alike does not."""
    assessment = engine.check(case.item)
    found = [each for each in assessment.findings if each.signal == case.signal]
    found = [each for each in found if case.because.items() <= dict(each.because).items()]
    if not case.fires:
        assert [dict(each.because) for each in found] == []
        assert assessment.level <= case.most
        return
    assert found
    for marked in case.marked:
        assert any(_points_at(each, marked) for each in found), (marked, found)


@pytest.mark.parametrize("signal", sorted(name for kind in KINDS for name in signals(kind)))
def test_every_signal_has_cases(signal: str) -> None:
    """Each signal has a case file with enough of both kinds."""
    kind, _, name = signal.partition(".")
    table = yaml.load((CASES / kind / f"{name}.yml").read_text(encoding="utf-8"), LOADER)
    assert len(table["fires"]) >= LEAST
    assert len(table["quiet"]) >= LEAST


def test_no_case_without_signal() -> None:
    """Every case file belongs to a signal."""
    assert {f"{kind}.{p.stem}" for kind in KINDS for p in CASES.glob(f"{kind}/*.yml")} <= {
        name for kind in KINDS for name in signals(kind)
    }
