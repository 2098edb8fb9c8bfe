"""The figures: recall at k messages, messages to the alarm, alarms per 10,000 ordinary messages, per source. No F1."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any, TypeVar

from safelight.evaluation.run import Outcome
from safelight.schema.assessments import Level

_T = TypeVar("_T")
AT = (5, 10, 15, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Found:
    """How conversations labelled 1 fared. at: messages read -> share alarmed by then; to_alarm: median messages."""

    conversations: int
    alarmed: int
    recall: Interval
    at: dict[int, float]
    to_alarm: float | None
    right_person: float | None


@dataclass(frozen=True, slots=True)
class Quiet:
    """How conversations labelled 0 fared. per_10k: alarms per 10,000 messages; rows: what the alarms were made of."""

    conversations: int
    messages: int
    alarms: int
    notices: int
    per_10k: Interval
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All figures of one evaluation. found, quiet: by source, "all" sums up. speed: messages per CPU second."""

    conversations: int
    messages: int
    cpu_seconds: float
    speed: float
    found: dict[str, Found]
    quiet: dict[str, Quiet]
    languages: dict[str, int]
    cannot_say: int
    unlabelled: int

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain data for JSON."""
        return asdict(self)


def scorecard(outcomes: Iterable[Outcome]) -> Scorecard:
    """Sum up the outcomes of an evaluation."""
    every = list(outcomes)
    seconds = sum(o.seconds for o in every)
    messages = sum(o.messages for o in every)
    return Scorecard(
        conversations=len(every),
        messages=messages,
        cpu_seconds=round(seconds, 3),
        speed=round(messages / seconds) if seconds else 0.0,
        found=_by_source([o for o in every if o.label == 1], _found),
        quiet=_by_source([o for o in every if o.label == 0], _quiet),
        languages=dict(Counter(o.language for o in every).most_common()),
        cannot_say=sum(o.level == Level.CANNOT_SAY for o in every),
        unlabelled=sum(o.label is None for o in every),
    )


def _by_source(outcomes: list[Outcome], sum_up: Callable[[list[Outcome]], _T]) -> dict[str, _T]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[one.source].append(one)
    table = {source: sum_up(group) for source, group in sorted(groups.items())}
    if len(table) > 1:
        table["all"] = sum_up(outcomes)
    return table


def _found(outcomes: list[Outcome]) -> Found:
    alarms = [o.alarm_at for o in outcomes if o.alarm_at is not None]
    named = [o.right for o in outcomes if o.right is not None]
    return Found(
        conversations=len(outcomes),
        alarmed=len(alarms),
        recall=wilson(len(alarms), len(outcomes)),
        at={k: round(sum(a <= k for a in alarms) / len(outcomes), 4) for k in AT},
        to_alarm=median(alarms) if alarms else None,
        right_person=round(sum(named) / len(named), 4) if named else None,
    )


def _quiet(outcomes: list[Outcome]) -> Quiet:
    alarmed = [o for o in outcomes if o.alarm_at is not None]
    messages = sum(o.messages for o in outcomes)
    rows = Counter(row for o in alarmed for row in o.rows)
    return Quiet(
        conversations=len(outcomes),
        messages=messages,
        alarms=len(alarmed),
        notices=sum(o.level == Level.NOTICE for o in outcomes),
        per_10k=poisson(len(alarmed), messages),
        rows=dict(rows.most_common(12)),
    )


def wilson(hits: int, whole: int) -> Interval:
    """Return a share with its 95 % Wilson interval (Wilson 1927)."""
    if not whole:
        return Interval(0.0, 0.0, 1.0)
    z, share = 1.96, hits / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return Interval(round(share, 4), round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4))


def poisson(events: int, messages: int) -> Interval:
    """Return events per 10,000 messages with a 95 % interval (Byar's approximation to the exact Poisson limits)."""
    if not messages:
        return Interval(0.0, 0.0, 0.0)
    scale = 10_000 / messages
    low = events * (1 - 1 / (9 * events) - 1.96 / (3 * math.sqrt(events))) ** 3 if events else 0.0
    up = events + 1
    high = up * (1 - 1 / (9 * up) + 1.96 / (3 * math.sqrt(up))) ** 3
    return Interval(round(events * scale, 3), round(low * scale, 3), round(high * scale, 3))
