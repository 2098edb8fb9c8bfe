"""What disguises cost: what is still found of what is found in plain words, and what ordinary talk sets off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from safelight.evaluation.disguises import SEED, disguised
from safelight.evaluation.run import Outcome, run
from safelight.evaluation.scorecard import Interval, poisson, wilson
from safelight.importers.jsonl import Record

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Evasion:
    """The figures under one disguise.

    found: conversations labelled 1 with an alarm. recall: their share. kept: of those found in plain words, the share
    that is found still. to_alarm: median messages. alarms: on conversations labelled 0; per_10k: of their messages as
    they were before the disguise (some disguises make many messages of one).
    """

    name: str
    found: int
    recall: Interval
    kept: Interval
    to_alarm: float | None
    alarms: int
    per_10k: Interval


def measure(records: Callable[[], Iterable[Record]], names: Sequence[str], seed: int = SEED) -> Iterator[Evasion]:
    """Yield the figures in plain words, then under each disguise. records: gives the data anew at each call."""
    plain = list(run(records()))
    yield _figures(PLAIN, plain, plain)
    for name in names:
        yield _figures(name, plain, list(run(disguised(record, name, seed) for record in records())))


def _figures(name: str, plain: list[Outcome], changed: list[Outcome]) -> Evasion:
    pairs = [(a, b) for a, b in zip(plain, changed, strict=True) if a.label == 1]
    before = [b for a, b in pairs if a.alarm_at is not None]
    alarms = [b.alarm_at for _, b in pairs if b.alarm_at is not None]
    false = sum(b.alarm_at is not None for b in changed if b.label == 0)
    return Evasion(
        name=name,
        found=len(alarms),
        recall=wilson(len(alarms), len(pairs)),
        kept=wilson(sum(b.alarm_at is not None for b in before), len(before)),
        to_alarm=median(alarms) if alarms else None,
        alarms=false,
        per_10k=poisson(false, sum(a.messages for a in plain if a.label == 0)),
    )
