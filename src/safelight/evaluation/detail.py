"""The finer figures: by language and length, calibration, what other thresholds would cost, what was noticed first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from safelight.assessment.weights import weights
from safelight.evaluation.run import Outcome
from safelight.evaluation.scorecard import Interval, poisson, wilson
from safelight.schema.assessments import Level

# Points. Finer around the place where the alarm begins.
BINS = (0.0, 1.5, 3.0, 4.3, 5.6, 7.0, 9.0, 12.0)
THRESHOLDS = tuple(step / 10 for step in range(20, 121, 4))
LENGTHS = (10, 25, 100)
WORST = 15


@dataclass(frozen=True, slots=True)
class Slice:
    """Figures of a part of the data. labelled: conversations labelled 1; ordinary: those labelled 0."""

    name: str
    labelled: int
    recall: Interval
    ordinary: int
    messages: int
    alarms: int
    per_10k: Interval


@dataclass(frozen=True, slots=True)
class Bin:
    """Conversations with at least `low` points and fewer than the next bin's: their middle score, share labelled 1."""

    low: float
    mean: float
    conversations: int
    share: Interval


@dataclass(frozen=True, slots=True)
class Cost:
    """What an alarm from `points` on would find and cost."""

    points: float
    recall: Interval
    per_10k: Interval


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation to look at, by its id only. rows: what the alarm was made of; none where none was raised."""

    id: str
    source: str
    messages: int
    score: float
    alarm_at: int | None
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """All finer figures. concern: the points from which on there is an alarm. first: technique -> conversations."""

    concern: float
    languages: tuple[Slice, ...]
    lengths: tuple[Slice, ...]
    calibration: tuple[Bin, ...]
    costs: tuple[Cost, ...]
    first: dict[str, int]
    missed: tuple[Case, ...]
    alarmed: tuple[Case, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain data for JSON."""
        return asdict(self)


def detail(outcomes: Sequence[Outcome]) -> Detail:
    """Return the finer figures of an evaluation."""
    found = [o for o in outcomes if o.label == 1]
    quiet = [o for o in outcomes if o.label == 0]
    missed = sorted((o for o in found if o.alarm_at is None), key=lambda o: (o.score, -o.messages, o.id))
    alarmed = sorted((o for o in quiet if o.alarm_at is not None), key=lambda o: (-o.score, o.id))
    concern = dict(weights().levels)[Level.CONCERN]
    return Detail(
        concern=concern,
        languages=_slices(outcomes, lambda o: o.language),
        lengths=_slices(outcomes, _length),
        calibration=_calibration(found, quiet),
        costs=tuple(_cost(points, found, quiet) for points in sorted({*THRESHOLDS, concern})) if found or quiet else (),
        first=dict(Counter(o.first for o in found if o.first).most_common()),
        missed=tuple(map(_case, missed[:WORST])),
        alarmed=tuple(map(_case, alarmed[:WORST])),
    )


def _length(one: Outcome) -> str:
    below = next((edge for edge in LENGTHS if one.messages < edge), None)
    if below is None:
        return f"{LENGTHS[-1]} messages or more"
    return f"fewer than {below} messages" if below == LENGTHS[0] else f"up to {below - 1} messages"


def _slices(outcomes: Sequence[Outcome], of: Callable[[Outcome], str]) -> tuple[Slice, ...]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[of(one)].append(one)
    return tuple(_slice(name, group) for name, group in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))


def _slice(name: str, group: list[Outcome]) -> Slice:
    found = [o.alarm_at is not None for o in group if o.label == 1]
    quiet = [o for o in group if o.label == 0]
    messages, alarms = sum(o.messages for o in quiet), sum(o.alarm_at is not None for o in quiet)
    return Slice(
        name, len(found), wilson(sum(found), len(found)), len(quiet), messages, alarms, poisson(alarms, messages)
    )


def _calibration(found: Sequence[Outcome], quiet: Sequence[Outcome]) -> tuple[Bin, ...]:
    bins = []
    for low, high in zip(BINS, (*BINS[1:], float("inf")), strict=True):
        ones = [o.score for o in found if low <= o.score < high]
        every = ones + [o.score for o in quiet if low <= o.score < high]
        if every:
            bins.append(Bin(low, round(sum(every) / len(every), 3), len(every), wilson(len(ones), len(every))))
    return tuple(bins)


def _cost(points: float, found: Sequence[Outcome], quiet: Sequence[Outcome]) -> Cost:
    hits = sum(o.score >= points for o in found)
    return Cost(
        points,
        wilson(hits, len(found)),
        poisson(sum(o.score >= points for o in quiet), sum(o.messages for o in quiet)),
    )


def _case(one: Outcome) -> Case:
    return Case(one.id, one.source, one.messages, one.score, one.alarm_at, one.rows)
