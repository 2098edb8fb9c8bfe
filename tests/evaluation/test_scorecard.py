"""The figures: intervals against known values, and counts that can be done by hand."""

import pytest

from safelight.evaluation.run import Outcome
from safelight.evaluation.scorecard import AT, poisson, scorecard, wilson
from safelight.schema.assessments import Level

# Wilson 1927, values as in R's prop.test(correct = FALSE).
WILSON = {
    (8, 10): (0.8, 0.4902, 0.9433),
    (0, 10): (0.0, 0.0, 0.2775),
    (10, 10): (1.0, 0.7225, 1.0),
    (50, 100): (0.5, 0.4038, 0.5962),
    (1, 1): (1.0, 0.2065, 1.0),
    (73, 80): (0.9125, 0.8302, 0.9570),
}
# Exact (Garwood 1936) 95 % limits of a Poisson count, as in tables.
GARWOOD = {0: (0.0, 3.689), 1: (0.0253, 5.572), 2: (0.2422, 7.225), 5: (1.623, 11.67), 10: (4.795, 18.39),
           25: (16.18, 36.90), 100: (81.36, 121.6)}  # fmt: skip


@pytest.mark.parametrize(("counts", "expected"), WILSON.items(), ids=str)
def test_wilson(counts, expected):
    found = wilson(*counts)
    assert (found.value, found.low, found.high) == pytest.approx(expected, abs=0.0006)


def test_wilson_of_nothing_says_nothing():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


@pytest.mark.parametrize(("events", "limits"), GARWOOD.items(), ids=str)
def test_poisson_limits_are_near_the_exact_ones(events, limits):
    """Byar's approximation: within 0.03 of the exact limits, for one event within 0.02 of 0.025."""
    found = poisson(events, 10_000)
    assert found.value == events
    assert found.low == pytest.approx(limits[0], abs=0.03)
    assert found.high == pytest.approx(limits[1], rel=0.02)


def test_poisson_counts_per_ten_thousand():
    assert poisson(3, 30_000).value == 1.0
    assert poisson(26, 258_112).value == pytest.approx(1.007, abs=0.001)
    assert poisson(0, 5_000).high == pytest.approx(2 * 3.689, rel=0.02)
    assert poisson(0, 0).value == 0.0


def one(label=1, source="game", alarm_at=None, right=None, messages=20, level=None, rows=(), **more) -> Outcome:
    level = level if level is not None else Level.CONCERN if alarm_at else Level.NOTHING_NOTICED
    return Outcome("x", source, label, messages, level, alarm_at, right=right, rows=rows, **more)


def test_found_is_counted_by_hand():
    card = scorecard([one(alarm_at=5, right=True), one(alarm_at=6, right=False), one(alarm_at=40), one(), one()])
    found = card.found["game"]
    assert (found.conversations, found.alarmed) == (5, 3)
    assert found.recall.value == 0.6
    assert found.at == {5: 0.2, 10: 0.4, 15: 0.4, 25: 0.4, 50: 0.6, 100: 0.6}
    assert tuple(found.at) == AT
    assert found.to_alarm == 6
    assert found.right_person == 0.5


def test_without_an_alarm_there_is_no_median():
    found = scorecard([one(), one()]).found["game"]
    assert found.to_alarm is None
    assert found.right_person is None
    assert found.recall.value == 0


def test_quiet_is_counted_by_hand():
    outcomes = [
        one(0, messages=900, alarm_at=3, rows=("a", "b")),
        one(0, messages=100, alarm_at=9, rows=("a",)),
        one(0, messages=1000, level=Level.NOTICE),
        one(0, messages=3000),
    ]
    quiet = scorecard(outcomes).quiet["game"]
    assert (quiet.conversations, quiet.messages, quiet.alarms, quiet.notices) == (4, 5000, 2, 1)
    assert quiet.per_10k.value == 4.0
    assert quiet.rows == {"a": 2, "b": 1}


def test_sources_are_kept_apart_and_summed_up():
    card = scorecard([one(source="b", alarm_at=1), one(source="a"), one(0, "a"), one(0, "b", alarm_at=2), one(None)])
    assert list(card.found) == ["a", "b", "all"]
    assert list(card.quiet) == ["a", "b", "all"]
    assert card.found["a"].recall.value == 0
    assert card.found["b"].recall.value == 1
    assert card.found["all"].recall.value == 0.5
    assert card.quiet["all"].alarms == 1
    assert card.unlabelled == 1
    assert card.conversations == 5


def test_of_one_source_there_is_no_sum():
    assert list(scorecard([one(), one(0)]).found) == ["game"]


def test_the_whole_is_summed_up():
    outcomes = [
        one(seconds=0.5, messages=100, language="en"),
        one(seconds=1.5, messages=300, language="und", level=Level.CANNOT_SAY),
    ]
    card = scorecard(outcomes)
    assert (card.messages, card.cpu_seconds, card.speed) == (400, 2.0, 200)
    assert card.languages == {"en": 1, "und": 1}
    assert card.cannot_say == 1


def test_nothing_gives_an_empty_card():
    card = scorecard([])
    assert (card.conversations, card.found, card.quiet, card.speed) == (0, {}, {}, 0)
    assert set(card.to_dict()) >= {"found", "quiet", "speed", "cannot_say"}
