"""Compares two runs on the same conversations: differences with 95 % intervals, conversation by conversation."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from safelight.evaluation.run import Outcome
from safelight.evaluation.scorecard import Interval

_SEED, _TIMES = 7, 1000
Pairs = list[tuple[Outcome, Outcome]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A later run less an earlier one, over the conversations that are in both.

    shared, only_before, only_now: conversations. recall: difference of shares. gained, lost: labelled 1, found only now
    or only before; chance: how probable so uneven a split is when nothing changed (McNemar's exact test). per_10k:
    difference of alarms per 10,000 ordinary messages; new_alarms, gone_alarms: ordinary conversations. to_alarm:
    difference of the median of messages to the alarm, over those found in both; None when there are none.
    """

    name: str
    shared: int
    only_before: int
    only_now: int
    recall: Interval
    gained: int
    lost: int
    chance: float
    per_10k: Interval
    new_alarms: int
    gone_alarms: int
    to_alarm: Interval | None

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain data for JSON."""
        return asdict(self)


def compare(name: str, before: Sequence[Outcome], now: Sequence[Outcome]) -> Comparison:
    """Return how `now` differs from `before`. Conversations are the same when source, id and label are."""
    older, newer = _keyed(before), _keyed(now)
    pairs = [(older[key], newer[key]) for key in older if key in newer]
    found, quiet = ([pair for pair in pairs if pair[0].label == label] for label in (1, 0))
    gained, lost = _changes(found)
    new, gone = _changes(quiet)
    messages = sum(one.messages for _, one in quiet)
    scale = len(quiet) / messages * 10_000 if messages else 0.0
    return Comparison(
        name=name,
        shared=len(pairs),
        only_before=len(older) - len(pairs),
        only_now=len(newer) - len(pairs),
        recall=paired(gained, lost, len(found)),
        gained=gained,
        lost=lost,
        chance=mcnemar(gained, lost),
        per_10k=_scaled(paired(new, gone, len(quiet)), scale),
        new_alarms=new,
        gone_alarms=gone,
        to_alarm=_medians(found),
    )


def _keyed(outcomes: Sequence[Outcome]) -> dict[tuple[str, str, int | None, int], Outcome]:
    """Key each outcome; the second of the same id counts as 1, and so on."""
    seen: Counter[tuple[str, str, int | None]] = Counter()
    table = {}
    for one in outcomes:
        key = (one.source, one.id, one.label)
        table[(*key, seen[key])] = one
        seen[key] += 1
    return table


def _changes(pairs: Pairs) -> tuple[int, int]:
    new = sum(a.alarm_at is None and b.alarm_at is not None for a, b in pairs)
    gone = sum(a.alarm_at is not None and b.alarm_at is None for a, b in pairs)
    return new, gone


def paired(more: int, fewer: int, whole: int) -> Interval:
    """Return the difference of two paired shares with its 95 % interval (Bonett and Price 2012)."""
    if not whole:
        return Interval(0.0, -1.0, 1.0)
    p, q = (more + 1) / (whole + 2), (fewer + 1) / (whole + 2)
    half = 1.96 * math.sqrt((p + q - (p - q) ** 2) / (whole + 2))
    low, high = max(-1.0, p - q - half), min(1.0, p - q + half)
    return Interval(round((more - fewer) / whole, 4), round(low, 4), round(high, 4))


def mcnemar(more: int, fewer: int) -> float:
    """Return the two-sided probability of so uneven a split of changes (exact binomial form of McNemar 1947)."""
    count = more + fewer
    tail = sum(math.comb(count, k) for k in range(min(more, fewer) + 1)) / (1 << count)
    return round(min(1.0, 2 * tail), 4)


def _scaled(share: Interval, scale: float) -> Interval:
    return Interval(*(round(value * scale, 3) for value in (share.value, share.low, share.high)))


def _medians(pairs: Pairs) -> Interval | None:
    """Return the difference of the medians, with the interval of a paired bootstrap (fixed seed)."""
    both = [(a.alarm_at, b.alarm_at) for a, b in pairs if a.alarm_at is not None and b.alarm_at is not None]
    if not both:
        return None
    chance = random.Random(_SEED)
    drawn = sorted(_difference(chance.choices(both, k=len(both))) for _ in range(_TIMES))
    return Interval(_difference(both), drawn[int(_TIMES * 0.025)], drawn[int(_TIMES * 0.975)])


def _difference(both: Sequence[tuple[int, int]]) -> float:
    return float(median(b for _, b in both) - median(a for a, _ in both))
