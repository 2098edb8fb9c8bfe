"""The finer figures, counted by hand."""

from tests.evaluation.test_compare import one

from safelight.evaluation.detail import BINS, THRESHOLDS, WORST, detail

OUTCOMES = [
    one(1, 1, 3, score=8.0, first="trust.flattery", messages=5, language="en"),
    one(2, 1, 9, score=6.0, first="trust.flattery", messages=12, language="es"),
    one(3, 1, None, score=2.0, first="isolation.secrecy_request", messages=30, language="en"),
    one(4, 1, None, score=0.0, messages=200, language="und"),
    one(5, 0, 4, score=6.5, messages=1000, language="en", rows=("a",)),
    one(6, 0, None, score=1.0, messages=3000, language="en"),
    one(7, None, 4, score=9.0, messages=9, language="en"),
]


def test_parts_of_the_data():
    found = detail(OUTCOMES)
    english, spanish, unknown = found.languages
    assert (english.name, english.labelled, english.recall.value) == ("en", 2, 0.5)
    assert (english.ordinary, english.messages, english.alarms, english.per_10k.value) == (2, 4000, 1, 2.5)
    assert (spanish.name, spanish.recall.value, spanish.ordinary) == ("es", 1.0, 0)
    assert unknown.name == "und"
    lengths = {part.name: part.labelled for part in found.lengths}
    assert lengths == {
        "fewer than 10 messages": 1, "up to 24 messages": 1, "up to 99 messages": 1, "100 messages or more": 1
    }  # fmt: skip


def test_calibration():
    bins = {b.low: (b.conversations, b.share.value, b.mean) for b in detail(OUTCOMES).calibration}
    assert bins == {0.0: (2, 0.5, 0.5), 1.5: (1, 1.0, 2.0), 5.6: (2, 0.5, 6.25), 7.0: (1, 1.0, 8.0)}
    assert sorted(BINS) == list(BINS)


def test_costs_of_thresholds():
    costs = {c.points: (c.recall.value, c.per_10k.value) for c in detail(OUTCOMES).costs}
    assert costs[2.0] == (0.75, 2.5)
    assert costs[7.2] == (0.25, 0.0)
    assert detail(OUTCOMES).concern in costs
    falling = [costs[points][0] for points in sorted({*THRESHOLDS, *costs})]
    assert falling == sorted(falling, reverse=True)


def test_first_noticed_and_where_to_look():
    found = detail(OUTCOMES)
    assert found.first == {"trust.flattery": 2, "isolation.secrecy_request": 1}
    assert [case.id for case in found.missed] == ["c4", "c3"]
    assert [(case.id, case.rows) for case in found.alarmed] == [("c5", ("a",))]


def test_only_the_worst_are_listed():
    assert len(detail([one(n) for n in range(100)]).missed) == WORST


def test_nothing():
    found = detail([])
    assert (found.languages, found.calibration, found.costs, found.first) == ((), (), (), {})
    assert set(found.to_dict()) >= {"languages", "calibration", "costs", "first", "missed", "alarmed"}
