"""The compiled matcher: the same answers as trying everything, at any order of adding, with bounded tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lexicons import reference

from safelight.lexicons import matcher as module
from safelight.lexicons.automaton import BOUNDARY, Builder, smallest
from safelight.lexicons.matcher import Match, Matcher
from safelight.lexicons.pattern import parse

FORMS = {"u": ("you",), "wanna": ("want", "to"), "bye": ("a", "b"), "x": ("c",)}
WORDS = ["a", "b", "c", "d", "you", "want", "to"]


def made(*phrases: str, forms: dict[str, tuple[str, ...]] | None = None) -> Matcher:
    table = FORMS if forms is None else forms
    return Matcher(built(*phrases, forms=table).tables(), table)


def built(*phrases: str, forms: dict[str, tuple[str, ...]]) -> Builder:
    builder = Builder()
    for group, phrase in enumerate(phrases):
        builder.add(group, parse(phrase, {}, lambda word: forms.get(word, (word,))))
    return builder


def spans(matcher: Matcher, text: str) -> list[tuple[int, int, int]]:
    return [(m.group, m.first, m.last) for m in matcher.find(text.split())]


word = st.sampled_from(["a", "b", "c", "d", "u", "wanna", "a|b", "c|you"])
gap = st.sampled_from(["*", "*1", "*2"])
pieces = st.recursive(
    word,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({' | '.join(parts)})"),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: f"[{' '.join(parts)}]"),
        st.tuples(inner, gap, inner).map(" ".join),
        st.tuples(inner, inner).map(" ".join),
    ),
    max_leaves=5,
)
messages = st.lists(st.sampled_from([*WORDS, *FORMS, "unknown", BOUNDARY]), max_size=9)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4), messages)
def test_it_finds_what_trying_everything_finds(phrases, words):
    parsed = [(group, parse(phrase, {}, lambda w: FORMS.get(w, (w,)))) for group, phrase in enumerate(phrases)]
    assert made(*phrases).find(words) == reference.find(parsed, words, FORMS)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4), messages)
def test_the_smallest_automaton_finds_the_same(phrases, words):
    tables = built(*phrases, forms=FORMS).tables()
    small = smallest(tables)
    assert len(small.edges) <= len(tables.edges)
    assert Matcher(small, FORMS).find(words) == Matcher(tables, FORMS).find(words)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4), messages, messages)
def test_a_phrase_goes_on_in_the_next_message(phrases, one, two):
    """In two messages the same phrases are found as in one, but for those that reach over a form at the cut."""
    matcher = made(*phrases)
    first = matcher.find_on(one, ())
    second = matcher.find_on(two, [places for _, places in first.begun])
    ended = {(match.group, match.last + len(one)) for match in second.ended}
    parsed = [(group, parse(phrase, {}, lambda w: FORMS.get(w, (w,)))) for group, phrase in enumerate(phrases)]
    whole = {match.group for match in reference.find(parsed, [*one, *two], FORMS)}
    assert whole == {match.group for match in (*first.whole, *second.whole)} | {group for group, _ in ended}
    assert second.whole == matcher.find(two)
    assert all(match.first == 0 for match in second.ended)


def test_phrases_that_go_on_alike_share_their_places():
    parts = ("a b c d", "b b c d", "c b c d")
    builder = Builder()
    for phrase in parts:
        builder.add(0, parse(phrase))
    assert len(builder.tables().edges) == 13
    assert len(smallest(builder.tables()).edges) == 5


@settings(max_examples=60, deadline=None)
@given(st.lists(messages, min_size=1, max_size=8))
def test_what_was_read_before_changes_nothing(many):
    phrases = ("a * b", "(a | b c) d", "u [wanna] c", "b b")
    kept = made(*phrases)
    assert [kept.find(words) for words in many] == [made(*phrases).find(words) for words in many]


def test_of_one_group_at_overlapping_places_there_is_one_match_over_all():
    matcher = made("(a b | b c | c d e)")
    assert spans(matcher, "a b c d e") == [(0, 0, 4)]
    assert spans(matcher, "a b unknown a b") == [(0, 0, 1), (0, 3, 4)]


def test_a_late_long_match_takes_in_all_earlier_ones():
    matcher = made("(a | c | a b c d)")
    assert spans(matcher, "a b c d") == [(0, 0, 3)]


def test_the_longest_cover_is_told():
    matcher = made("[dont] tell [them]")
    assert spans(matcher, "please dont tell them ok") == [(0, 1, 3)]


def test_groups_do_not_swallow_each_other():
    matcher = made("a b c", "b")
    assert spans(matcher, "a b c") == [(0, 0, 2), (1, 1, 1)]


@pytest.mark.parametrize("text", ["send . me", "send x . me", "send . x me"])
def test_the_end_of_a_sentence_stops_words_and_gaps(text):
    assert spans(made("send * me"), text) == []


def test_chat_forms_are_read_on_both_sides():
    assert spans(made("you want to"), "u wanna go") == [(0, 0, 1)]
    assert spans(made("u wanna"), "you want to go") == [(0, 0, 2)]
    assert spans(made("want"), "i wanna go") == [(0, 1, 1)]


def test_a_form_fills_a_gap_with_all_its_words():
    assert spans(made("a *1 c"), "a wanna c") == []
    assert spans(made("a *2 c"), "a wanna c") == [(0, 0, 2)]


def test_the_vocabulary_holds_the_words_of_phrases_and_the_forms():
    known = made("a b|k").vocabulary
    assert {"a", "b", "k", "wanna", "u"} <= set(known)
    assert "unknown" not in known


def test_the_tables_stay_bounded_and_the_answers_right(monkeypatch):
    monkeypatch.setattr(module, "_MOST_STATES", 6)
    phrases = ("a * b * c * d", "(a b | b a) [c] d", "d [a] [b] c")
    small = made(*phrases)
    parsed = [(group, parse(phrase)) for group, phrase in enumerate(phrases)]
    for number in range(3000):
        words = ["abcd"[(number // 4**k) % 4] for k in range(6)]
        assert small.find(words) == reference.find(parsed, words, FORMS)
        assert len(small._states) <= 8


def test_a_long_message_of_one_word_is_read():
    found = made("no [no]").find(["no"] * 5000)
    assert found == [Match(0, 0, 4999)]
