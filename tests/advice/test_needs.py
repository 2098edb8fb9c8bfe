"""Needs: what fits comes first, nothing is hidden, and no country leaves a need without a first service."""

from __future__ import annotations

import pytest

from safelight.advice.choose import countries, helplines
from safelight.advice.load import HELPLINE_KINDS
from safelight.advice.needs import NEEDS, fits, for_reader, sort, title
from safelight.locales.load import translator


@pytest.mark.parametrize("need", ["", *NEEDS, "unknown"])
def test_nothing_is_hidden(need: str) -> None:
    lines = helplines("US")
    assert sorted(line.id for line in sort(lines, need)) == sorted(line.id for line in lines)


@pytest.mark.parametrize("need", NEEDS)
def test_kinds_are_known_and_titles_said(need: str) -> None:
    assert set(NEEDS[need].kinds) <= set(HELPLINE_KINDS)
    assert title(need, translator("en"))


def test_what_fits_comes_first() -> None:
    assert sort(helplines("US"), "missing")[0].id == "us-runaway"
    assert sort(helplines("US"), "trafficking")[0].kind == "trafficking"
    assert sort(helplines("IN"), "money")[0].id == "in-cybercrime-helpline"
    assert sort(helplines("IN"))[0].kind == "child_helpline"


def test_own_country_stays_before_the_world_within_a_kind() -> None:
    talk = [line.country for line in sort(helplines("IN"), "talk") if line.kind == "child_helpline"]
    assert talk == ["IN", ""]


@pytest.mark.parametrize("country", [*countries(), ""])
@pytest.mark.parametrize("need", ["threat", "pictures", "talk"])
def test_everywhere_something_fits(country: str, need: str) -> None:
    assert fits(for_reader(sort(helplines(country), need), "young_person")[0], need)
