"""Drafts: each detail is something to know; together they are a concern, never more."""

import pytest

from safelight import Draft, Level, check
from safelight.assessment.kinds.draft import combinations
from safelight.signals.drafting import SAYS


def level(text: str) -> Level:
    return check(Draft(text)).level


def test_harmless_words_give_nothing():
    assert level("had pizza with my friends, best day") == Level.NOTHING_NOTICED


@pytest.mark.parametrize("text", ["I'm 13", "I'm in class 9B", "my insta is mia_draws7", "home alone till 6"])
def test_one_detail_is_something_to_know(text):
    assert level(text) == Level.NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "I'm Asha Verma, class 9B at Greenfield High School",
        "home alone till 6, we live at 27 Maple Drive",
        "my password is tiger123",
    ],
)
def test_what_identifies_together_is_a_concern(text):
    assert level(text) == Level.CONCERN


def test_a_draft_is_never_urgent():
    everything = (
        "I'm Asha Verma, 13, class 9B at Greenfield High School, home alone till 6, we live at 27 Maple Drive, "
        "call 98765 43210, my password is tiger123, my aadhaar is 4321 8765 2109"
    )
    assert level(everything) == Level.CONCERN


def test_combinations_speak_of_categories_that_there_are():
    assert combinations()
    assert {name for each in combinations() for one_of in each.needed for name in one_of} <= set(SAYS)


def test_reasons_name_the_combination():
    found = check(Draft("home alone till 6, we live at 27 Maple Drive"))
    assert "draft.where_and_alone" in {reason.row for reason in found.reasons}
