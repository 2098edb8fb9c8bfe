"""The plots of the scorecard, and its numbers as words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeVar

from safelight.evaluation.compare import Comparison
from safelight.evaluation.detail import Detail
from safelight.evaluation.evasion import Evasion
from safelight.evaluation.run import Outcome
from safelight.evaluation.scorecard import Interval, Scorecard
from safelight.report.markup import Safe
from safelight.report.plots import Curve, Dot, Tick, curves, dots, key

_T = TypeVar("_T")
MOMENTS = (5, 10, 15, 25, 50, 100, 200)
BOUND = 0.5
_STEPS = sorted({round(1.12**n) for n in range(48)})
_UP = tuple(Tick(share, f"{share:g}") for share in (0.0, 0.25, 0.5, 0.75, 1.0))
# The most techniques that a plot has room for; the table holds them all.
_MOST_ROWS = 20


def whole(table: Mapping[str, _T]) -> _T | None:
    """Return the row that sums up: "all", or the only one."""
    return table.get("all", next(iter(table.values()), None))


def share(one: Interval) -> str:
    """Return a share with its interval."""
    return f"{one.value:.3f} ({one.low:.3f}–{one.high:.3f})"


def per_10k(one: Interval) -> str:
    """Return a rate with its interval."""
    return f"{one.value:.2f} ({one.low:.2f}–{one.high:.2f})"


def signed(one: Interval | None) -> str:
    """Return a difference with its interval."""
    return "–" if one is None else f"{one.value:+.3g} ({one.low:+.3g} to {one.high:+.3g})"


def short(one: Interval) -> str:
    """Return the value alone, for a plot that draws its interval."""
    return f"{one.value:.2f}"


def number(value: float | None) -> str:
    """Return a number as short as it is exact; a dash for none."""
    return "–" if value is None else f"{value:g}"


def recall_plot(card: Scorecard) -> Safe:
    """Return the shares found, by source."""
    rows = [Dot(name, f.recall.value, f.recall.low, f.recall.high, short(f.recall)) for name, f in card.found.items()]
    return dots("recall", "Found, by source", rows, (0.0, 1.0), None)


def quiet_plot(card: Scorecard) -> Safe:
    """Return the alarms per 10,000 messages, by source. Intervals wider than the drawing are cut off at its edge."""
    rates = {name: quiet.per_10k for name, quiet in card.quiet.items()}
    most = max([2.0, *(min(rate.high, 3 * max(rate.value, 1.0)) for rate in rates.values())])
    rows = [Dot(name, rate.value, rate.low, min(rate.high, most), short(rate)) for name, rate in rates.items()]
    title = "Alarms per 10,000 ordinary messages, by source"
    return dots("quiet", title, rows, (0.0, float(math.ceil(most))), (BOUND, f"{BOUND:g}"))


def time_rows(runs: Sequence[tuple[str, Sequence[Outcome]]]) -> list[tuple[str, ...]]:
    """Return the shares found by each of MOMENTS, a row for each run."""
    return [(name, *(f"{_by(outcomes, k):.2f}" for k in MOMENTS)) for name, outcomes in runs]


def time_plot(runs: Sequence[tuple[str, Sequence[Outcome]]]) -> tuple[Safe, Safe]:
    """Return the share found by message, one curve for each run, and what tells them apart."""
    lines = [
        Curve(name, tuple((_log(k), _by(outcomes, k)) for k in _STEPS if k <= MOMENTS[-1])) for name, outcomes in runs
    ]
    across = tuple(Tick(_log(k), f"{k}") for k in (1, *MOMENTS) if k != 15)
    said = " ".join(f"{name}: {_by(outcomes, 25):.2f} by message 25, {_by(outcomes, 100):.2f} by message 100."
                    for name, outcomes in runs)  # fmt: skip
    return curves("time", "Share found, by messages read", said, lines, across, _UP), key(lines)


def _log(messages: int) -> float:
    return math.log(messages) / math.log(MOMENTS[-1])


def _by(outcomes: Sequence[Outcome], messages: int) -> float:
    found = [o.alarm_at for o in outcomes if o.label == 1]
    return sum(at is not None and at <= messages for at in found) / len(found) if found else 0.0


def difference_plot(comparisons: Sequence[Comparison]) -> Safe:
    """Return the differences in the share found, by earlier run."""
    rows = [Dot(c.name, c.recall.value, c.recall.low, c.recall.high, f"{c.recall.value:+.3g}") for c in comparisons]
    edge = max([0.05, *(max(abs(c.recall.low), abs(c.recall.high)) for c in comparisons)])
    edge = math.ceil(edge * 20) / 20
    return dots("difference", "Difference of the share found", rows, (-edge, edge), (0.0, "0"))


def calibration_plot(detail: Detail) -> Safe:
    """Return the share labelled 1 by points."""
    most = 14.0
    points = tuple((b.mean / most, b.share.value) for b in detail.calibration)
    whiskers = tuple((b.mean / most, b.share.low, b.share.high) for b in detail.calibration)
    across = tuple(Tick(p / most, f"{p:g}") for p in (0, 3, detail.concern, 9, 12))
    said = " ".join(f"{b.mean:.1f} points: {b.share.value:.2f}." for b in detail.calibration)
    line = Curve("share labelled 1", points, whiskers, joined=False)
    return curves("calibration", "Share labelled 1, by points", said, (line,), across, _UP)


def cost_plot(detail: Detail) -> Safe:
    """Return what is found against what it costs, one point for each threshold."""
    costs = [c for c in detail.costs if c.per_10k.value <= 20 * BOUND] or list(detail.costs[-1:])
    most = max([2 * BOUND, *(c.per_10k.value for c in costs)])
    points = tuple((c.per_10k.value / most, c.recall.value) for c in reversed(costs))
    now = min(costs, key=lambda c: abs(c.points - detail.concern))
    marked = Curve("as it is", ((now.per_10k.value / most, now.recall.value),),
                   ((now.per_10k.value / most, now.recall.low, now.recall.high),), joined=False)  # fmt: skip
    across = tuple(Tick(part / 4, f"{most * part / 4:.2g}") for part in range(5))
    said = f"As it is: {now.recall.value:.2f} found at {now.per_10k.value:.2f} alarms per 10,000 messages."
    title = "Found against alarms per 10,000 ordinary messages"
    return curves("costs", title, said, (Curve("thresholds", points), marked), across, _UP)


def first_plot(first: Mapping[str, int]) -> Safe:
    """Return how often each technique was noticed first."""
    most = max(first.values())
    rows = [Dot(name, count, 0.0, count, f"{count:,}") for name, count in list(first.items())[:_MOST_ROWS]]
    return dots("first", "Noticed first, by technique", rows, (0.0, float(most)), None)


def disguise_plot(evasions: Sequence[Evasion]) -> Safe:
    """Return the share still found under each disguise."""
    rows = [Dot(e.name, e.kept.value, e.kept.low, e.kept.high, short(e.kept)) for e in evasions[1:]]
    return dots("disguises", "Still found in disguise", rows, (0.0, 1.0), (0.95, "0.95"))
