from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.normalize.language import UNKNOWN, add, decide, languages, small_words, votes
from safelight.normalize.text import words

FOLDER = Path(__file__).parents[1] / "cases" / "language"
CASES = {
    path.stem: [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for path in sorted(FOLDER.glob("*.txt"))
}
FIRST, OTHERS = ("en", "es", "hi", "hi-Latn"), ("de", "fr", "it", "nl", "pt")


def heard(*lines: str) -> tuple[str, float]:
    total: dict[str, int] = {}
    for line in lines:
        add(total, votes(words(line).words, line))
    return decide(total)


@pytest.mark.parametrize("code", CASES)
def test_five_lines_tell_the_language(code):
    lines = CASES[code]
    talks = [lines[start : start + 5] for start in range(0, len(lines) - 4, 5)]
    assert talks and [heard(*talk)[0] for talk in talks] == [code] * len(talks)


@pytest.mark.parametrize("code", CASES)
def test_most_single_lines_tell_the_language(code):
    lines = [line for line in CASES[code] if len(line.split()) >= 3] or CASES[code]
    right = [heard(line)[0] == code for line in lines]
    assert sum(right) / len(right) >= 0.9


def test_there_are_enough_lines():
    assert all(len(CASES[code]) >= 60 for code in FIRST)
    assert all(len(CASES[code]) >= 20 for code in OTHERS)
    assert set(CASES) <= set(languages())


@pytest.mark.parametrize("text", ["", "ok", "hahaha", "123 456", "😂😂", "??"])
def test_too_little_is_not_a_language(text):
    assert heard(text) == (UNKNOWN, 0.0)


def test_hinglish_with_many_english_words_is_hinglish():
    talk = ["bro the teacher was so angry aaj", "project submit kar diya kya tune", "the match is on sunday na"]
    assert heard(*talk)[0] == "hi-Latn"


def test_english_with_a_borrowed_word_is_english():
    assert heard("i love your kurta yaar where did you get it from", "we are going to the store")[0] == "en"


def test_votes_add_up_like_one_talk():
    lines = CASES["es"][:6]
    total: dict[str, int] = {}
    for line in lines:
        add(total, votes(words(line).words, line))
    joined = "\n".join(lines)
    assert total == votes(words(joined).words, joined)


@pytest.mark.parametrize("code", FIRST + OTHERS)
def test_a_list_is_long_enough(code):
    folder = Path(__file__).parents[2] / "src/safelight/normalize/function_words"
    listed = [
        w for line in (folder / f"{code}.txt").read_text("utf-8").splitlines() if line[:1] != "#" for w in line.split()
    ]
    assert len(set(listed)) >= 80
    assert set(listed) <= small_words()


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text):
    counted = votes(words(text).words, text)
    code, share = decide(counted)
    assert all(count > 0 for count in counted.values())
    assert code in (*languages(), UNKNOWN) and 0 <= share <= 1
