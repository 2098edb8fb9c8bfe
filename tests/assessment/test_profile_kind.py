"""The rules of profiles and links that a table cannot say."""

import pytest

from safelight.engine import check
from safelight.schema.assessments import Level
from safelight.schema.items import Link, Profile

BULK = Profile(handle="anna83920174", followers=21, following=3200, posts=0, has_picture=False, created="2 days ago")


def test_outer_signs_alone_never_make_a_concern():
    answer = check(BULK)
    assert {finding.because["row"] for finding in answer.findings} == {
        "counts",
        "empty",
        "no_picture",
        "handle",
        "recent",
    }
    assert answer.level == Level.NOTICE


def test_a_quiet_first_account_without_a_picture_is_no_concern():
    shy = Profile(handle="mia48213", followers=8, following=140, posts=0, has_picture=False, created="2 days ago")
    assert check(shy).level == Level.NOTICE


def test_an_account_with_a_past_may_follow_many():
    reader = Profile(handle="mira_reads", followers=60, following=900, posts=80, has_picture=True)
    assert check(reader).level == Level.NOTHING_NOTICED


def test_words_and_outer_signs_together_do():
    assert check(Profile(handle="anna83920174", posts=0, bio="dm for menu", has_picture=False)).level >= Level.CONCERN


@pytest.mark.parametrize("one", [{"posts": 0}, {"has_picture": False}, {"handle": "anna48213"}])
def test_one_outer_sign_is_nothing(one):
    stated = {"handle": "mira", "followers": 90, "following": 95} | one
    assert check(Profile(**stated)).level == Level.NOTHING_NOTICED


def test_what_is_not_stated_counts_for_nothing():
    assert check(Profile(handle="mira", bio="cats")).findings == ()


def test_hardly_anything_stated_cannot_be_said():
    answer = check(Profile(handle="mira"))
    assert answer.level == Level.CANNOT_SAY
    assert "item" in {each.what for each in answer.coverage.skipped}


def test_a_first_account_is_left_alone():
    first = Profile(
        handle="leo_2011", bio="14 | football", followers=9, following=40, posts=0, has_picture=True, private=True
    )
    assert check(first).level == Level.NOTHING_NOTICED


@pytest.mark.parametrize(
    ("url", "level"),
    [
        ("https://faceb00k.com", Level.CONCERN),
        ("https://discord.gg/abcd", Level.NOTICE),
        ("https://bit.ly/3abc", Level.NOTICE),
        ("https://www.example.org/a", Level.NOTHING_NOTICED),
        ("not a link", Level.CANNOT_SAY),
    ],
)
def test_levels_of_links(url, level):
    assert check(Link(url)).level == level
