"""Words and their places: every span leads back into the original, and both ways in agree."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from safelight.normalize import text as module
from safelight.normalize.text import BOUNDARY, words

KNOWN = frozenset({"secret", "send", "pic", "hey", "good", "password", "dont", "cool", "what"})
# Letters, signs and marks of many scripts, and what people use to hide words.
HARD = st.text(
    st.one_of(
        st.sampled_from("aeiosz .!?\n'’\"@$|*-_0134578AEOéñüßﬁＡｓ аеорсухіα😘❤️🍆‍​‌⁠﻿­̶नमसते்ابت中文"),
        st.characters(),
    ),
    max_size=60,
)
PLAIN = st.text(st.sampled_from('abcdefgh xyz .!?\n,;:-()"0129ABZ'), max_size=60).filter(
    lambda text: not module._is_tricky(text.lower())
)


def spans(found):
    return [found.span(index, index) for index in range(len(found.words))]


@given(HARD)
def test_spans_lie_in_the_original_and_follow_one_another(text):
    found = words(text, KNOWN)
    places = spans(found)
    assert all(0 <= start < end <= len(text) for start, end in places)
    # Two words may share a sign that stands for several ("¼", an emoji beside a letter), never go back.
    assert places == sorted(places)
    assert all(one[1] <= other[1] for one, other in pairwise(places))


@given(HARD)
def test_words_are_folded(text):
    for word in words(text, KNOWN).words:
        assert word
        assert not set(word) & set(" \n'’`")
        assert word == word.lower() or not word.isascii()


@given(PLAIN)
def test_a_plain_word_is_what_stands_at_its_span(text):
    found = words(text)
    for word, (start, end) in zip(found.words, spans(found), strict=True):
        original = text[start:end]
        assert word == BOUNDARY or word == original.lower()
        assert word != BOUNDARY or original in ".!?\n"


@given(PLAIN)
def test_both_ways_in_agree_on_plain_text(text):
    fast, slow = words(text), module._closely(text, ())
    assert fast.words == slow.words
    assert spans(fast) == spans(slow)


@pytest.mark.parametrize("text", ["Don't tell, it's ok", "rock'n'roll", "o'clock at 7.30!", "y'all` re"])
def test_both_ways_in_agree_on_apostrophes(text):
    fast, slow = words(text), module._closely(text, ())
    assert (fast.words, spans(fast)) == (slow.words, spans(slow))


@given(PLAIN)
def test_an_emoji_at_the_end_does_not_change_the_words_before(text):
    assume(not text.rstrip().endswith((".", "!", "?")))
    plain = words(text.rstrip()).words
    assert words(text.rstrip() + " 😘").words == [*plain, "emojikiss"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("Don't tell", ["dont", "tell"]),
        ("don’t", ["dont"]),
        ("Hi. There", ["hi", ".", "there"]),
        ("what?! ok", ["what", "ok"]),
        ("ok.", ["ok"]),
        ("one\ntwo", ["one", ".", "two"]),
        ("no...yes", ["no", "yes"]),
        ("3.5 km", ["3", "5", "km"]),
        ("a_b", ["a", "b"]),
        ("rock'n'roll", ["rocknroll"]),
        ("कल मिलो।", ["कल", "मिलो"]),
        ("नमस्ते दोस्त", ["नमस्ते", "दोस्त"]),
        ("تعال هنا", ["تعال", "هنا"]),
    ],
)
def test_words_of(text, expected):
    assert words(text).words == expected


def test_a_span_over_several_words_takes_in_what_lies_between():
    text = "pls  SEND, me a pic"
    found = words(text)
    first, last = found.words.index("send"), found.words.index("pic")
    start, end = found.span(first, last)
    assert text[start:end] == "SEND, me a pic"


def test_the_text_is_not_in_the_repr():
    assert "hidden" not in repr(words("hidden words"))


@given(st.text(st.sampled_from("aaebcdst--  PAYSE"), max_size=40))
def test_words_with_hyphens_are_those_of_the_closer_look(text):
    known = KNOWN | {"based", "cat", "acts"}
    quick, close = words(text, known), module._closely(text, known)
    assert quick.words == close.words
    last = len(close.words) - 1
    assert last < 0 or [quick.span(n, n) for n in (0, last)] == [close.span(n, n) for n in (0, last)]
