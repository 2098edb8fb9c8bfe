"""Numbers hidden in words: their runs, and that walls of words and digits cost no more than their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.normalize.contacts import contacts
from safelight.normalize.found import tokens_in
from safelight.normalize.spelled_numbers import may_be_hidden, runs

PARTS = (
    *("seven", "oh", "3", "five5", "two", "-", " ", ".", "❤", "twenty", "double", "hundred"),
    *("do", "छह", "七", "z3r0", "O1", "\n"),
)
WALLS = (
    "five" * 4000, "1a" * 4000, "one " * 4000, "1~" * 4000, "seven 1 " * 2000, "five5" * 3000, "1" * 9 + "x" * 9000,
    "1" * 9000 + "x", "o" * 9000, "1o" * 4000, "一" * 8000, "double " * 3000, "twenty " * 3000, "www." * 3000,
    "a." * 4000,
)  # fmt: skip


def digits(text: str) -> list[str]:
    lowered = text.lower()
    return ["".join(unit.digits for unit in run) for run in runs(text, lowered, tokens_in(lowered))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("seven oh 3 five5five 0142", "7035550142"),
        ("triple five, double two 3, four four", "5552234" + "4"),
        ("703 fifty five 5 oh one forty two", "7035550142"),
        ("eight hundred five five five 0142", "8005550142"),
        ("chhe do teen paanch paanch paanch ek ek ek do", "6235551112"),
    ],
)
def test_runs(text, wanted):
    if "," in text:
        text = text.replace(",", "")
    assert digits(text) == [wanted]


def test_ordinary_words_are_no_run():
    text = "two dogs and three cats came at four to see five birds"
    assert not digits(text)
    assert not may_be_hidden("hello there", "hello there", tokens_in("hello there"))


@pytest.mark.parametrize("text", WALLS, ids=lambda text: text[:6])
def test_a_wall_costs_no_more_than_its_length(text):
    start = time.process_time()
    contacts(text)
    assert time.process_time() - start < 2


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_places_stay_inside(parts):
    text = "".join(parts)
    for found in contacts(text):
        assert 0 <= found.start < found.end <= len(text)
