"""The scores on the invented chats do not fall below what was written down (python -m benchmarks.freeze)."""

import json

import pytest
from benchmarks.freeze import FROZEN, PARTS, scores

pytestmark = pytest.mark.slow

BEFORE = json.loads(FROZEN.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=PARTS)
def both(request):
    """What was written down, and what is measured now; of the held back chats nothing but these figures is shown."""
    return BEFORE[request.param], scores(request.param)


def test_there_are_as_many_chats_as_before(both):
    before, now = both
    for key in ("labelled_1", "labelled_0"):
        assert now[key] == before[key], "the set changed: freeze the scores anew"


def test_as_many_are_found(both):
    before, now = both
    assert now["recall"] >= before["recall"]


def test_they_are_found_as_early(both):
    before, now = both
    assert now["by_15"] >= before["by_15"]


def test_the_right_person_is_named(both):
    before, now = both
    assert now["right_person"] >= before["right_person"]


def test_ordinary_chats_stay_as_quiet(both):
    before, now = both
    assert now["alarms_on_ordinary"] <= before["alarms_on_ordinary"]
