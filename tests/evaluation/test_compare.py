"""Two runs: what changed, with intervals that are known elsewhere, and counts done by hand."""

import json
import random

import pytest

from safelight.evaluation import saved
from safelight.evaluation.compare import compare, mcnemar, paired
from safelight.evaluation.run import Outcome
from safelight.schema.assessments import Level
from safelight.schema.errors import DamagedFile


def one(number=0, label=1, alarm_at=None, source="game", messages=20, score=0.0, **more) -> Outcome:
    level = Level.CONCERN if alarm_at else Level.NOTHING_NOTICED
    return Outcome(f"c{number}", source, label, messages, level, alarm_at, score=score, **more)


def run(*alarms, label=1, messages=20) -> list[Outcome]:
    return [one(number, label, at, messages=messages) for number, at in enumerate(alarms)]


def test_two_equal_runs_do_not_differ():
    same = [*run(3, None, 8), *run(None, 4, label=0)]
    found = compare("old", same, same)
    assert (found.shared, found.only_before, found.only_now) == (5, 0, 0)
    assert (found.recall.value, found.gained, found.lost, found.chance) == (0.0, 0, 0, 1.0)
    assert (found.per_10k.value, found.new_alarms, found.gone_alarms) == (0.0, 0, 0)
    assert found.to_alarm.value == 0.0
    assert found.recall.low < 0 < found.recall.high


def test_what_changed_is_counted_by_hand():
    before = [*run(3, None, 8, None), *run(None, 4, None, label=0, messages=1000)]
    now = [*run(5, 2, 12, None), *run(None, None, 9, label=0, messages=1000)]
    found = compare("old", before, now)
    assert (found.gained, found.lost, found.recall.value) == (1, 0, 0.25)
    assert (found.new_alarms, found.gone_alarms, found.per_10k.value) == (1, 1, 0.0)
    assert found.to_alarm.value == 8.5 - 5.5


def test_only_what_both_hold_is_compared():
    found = compare("old", run(3, 4, 5), [*run(3, 4), one(7, alarm_at=1), one(0, 0)])
    assert (found.shared, found.only_before, found.only_now) == (2, 1, 2)


def test_the_same_id_twice_is_two_conversations():
    twice = [one(1, alarm_at=2), one(1)]
    assert compare("old", twice, list(reversed(twice))).gained == 1
    assert compare("old", twice, twice).shared == 2


def test_nothing_shared():
    found = compare("old", run(1), [one(5)])
    assert (found.shared, found.recall.value, found.to_alarm) == (0, 0.0, None)


@pytest.mark.parametrize(
    ("counts", "chance"), [((0, 0), 1.0), ((5, 0), 0.0625), ((10, 2), 0.0386), ((6, 16), 0.0525), ((3, 3), 1.0)]
)
def test_mcnemar_is_the_binomial_test(counts, chance):
    """Values of R's binom.test(b, b + c)."""
    assert mcnemar(*counts) == pytest.approx(chance, abs=0.0001)
    assert mcnemar(*reversed(counts)) == mcnemar(*counts)


def test_the_paired_interval_covers():
    """In 95 of 100 made-up comparisons, about, the true difference lies within."""
    chance, true, inside = random.Random(1), 0.12 - 0.05, 0
    for _ in range(600):
        draws = [chance.random() for _ in range(150)]
        found = paired(sum(d < 0.12 for d in draws), sum(0.12 <= d < 0.17 for d in draws), 150)
        inside += found.low <= true <= found.high
    assert 0.92 <= inside / 600 <= 0.985


def test_what_is_saved_is_loaded_again():
    whole = [one(1, alarm_at=3, right=True, score=7.25, first="trust.flattery", rows=("a", "b"), language="es"), one(2)]
    blob = json.dumps({saved.KEY: saved.rows(whole)}).encode()
    assert saved.load(blob, "old.json") == whole
    assert b"named" not in blob


@pytest.mark.parametrize(
    "blob",
    [b"", b"{}", b"[]", b"no json", b'{"outcomes": [{}]}', b'{"outcomes": 3}', b'{"outcomes": [[]]}', b"[" * 9999,
     b'{"outcomes": [{"id": 1, "source": "a", "label": 7, "messages": 1, "level": "concern", "alarm_at": null, '
     b'"right": null, "score": 0, "first": "", "language": "en", "rows": []}]}'],
)  # fmt: skip
def test_a_file_that_holds_no_run_is_refused(blob):
    with pytest.raises(DamagedFile) as caught:
        saved.load(blob, "old.json")
    assert "old.json" in str(caught.value)
