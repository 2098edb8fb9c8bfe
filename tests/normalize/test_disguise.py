"""Disguised words are read as what they are, and point at what was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.normalize.text import words

KNOWN = frozenset(
    {"secret", "send", "pic", "hey", "good", "password", "dont", "cool", "what", "nudes", "so", "school", "tell"}
)

ZWSP, SOFT, JOINER, RLO, PDF = "\u200b", "\u00ad", "\u200d", "\u202e", "\u202c"
UNSEEN = RLO + PDF + "\u0336"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("s3cr3t", "secret"),
        ("$ecret", "secret"),
        ("p@ssword", "password"),
        ("c00l", "cool"),
        ("SECRET", "secret"),
        ("seeecret", "secret"),
        ("heyyyy", "hey"),
        ("gooood", "good"),
        ("goooddd", "good"),
        ("s e c r e t", "secret"),
        ("s.e.c.r.e.t", "secret"),
        ("s-e-c-r-e-t", "secret"),
        ("ѕесrеt", "secret"),
        ("раssword", "password"),
        ("ｓｅｃｒｅｔ", "secret"),
        ("𝓼𝓮𝓬𝓻𝓮𝓽", "secret"),
        ("ⓢⓔⓒⓡⓔⓣ", "secret"),
        ("sécrèt", "secret"),
        ("s̶e̶c̶r̶e̶t̶", "secret"),
        (f"se{ZWSP}cr{ZWSP}et", "secret"),
        (f"se{SOFT}cr{JOINER}et", "secret"),
        (f"{RLO}secret{PDF}", "secret"),
        ("s*cret", "secret"),
        ("ch*at", "chat"),
        ("don'*t", "dont"),
        ("don'-t", "dont"),
        ("s*cr*t", "secret"),
        ("sec*ret", "secret"),
        ("sec.ret", "secret"),
        ("s-ecr_et", "secret"),
        ("pas/sword", "password"),
        ("5ecret", "secret"),
        ("7e11", "tell"),
        ("te||", "tell"),
        ("$3cr3t", "secret"),
        ("p.i.c", "pic"),
        ("sесrеt", "secret"),
        ("ѕеⅽгеτ", "secret"),
    ],
)
def test_a_disguise_is_undone(text, word):
    found = words(f"x {text} x", KNOWN)
    assert found.words == ["x", word, "x"]
    start, end = found.span(1, 1)
    assert f"x {text} x"[start:end].strip(UNSEEN) == text.strip(UNSEEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😘", ["emojikiss"]),
        ("kiss😘me", ["kiss", "emojikiss", "me"]),
        ("❤️", ["emojilove"]),
        ("🤫 ok", ["emojisecret", "ok"]),
        ("😂😂", ["emojilaugh", "emojilaugh"]),
    ],
)
def test_an_emoji_that_stands_for_a_word_is_a_word(text, expected):
    found = words(text, KNOWN)
    assert found.words == expected


def test_an_emoji_points_at_itself():
    text = "night 😘 you"
    start, end = words(text).span(1, 1)
    assert text[start:end] == "😘"


@pytest.mark.parametrize("text", ["l8r", "b4", "4u", "gr8", "2nite"])
def test_chat_numbers_that_are_known_stay_as_they_are(text):
    assert words(f"{text}", {text}).words == [text]


@pytest.mark.parametrize(
    "text", ["привет как дела", "когда ты дома", "γεια σου", "कल स्कूल के बाद मिलो", "مرحبا كيف حالك", "明天见", "ผมรักคุณ"]
)
def test_other_scripts_are_left_alone(text):
    """Letters that look like Latin ones are Latin only inside or among Latin words."""
    assert "".join(words(text).words) == text.replace(" ", "")


def test_vowel_signs_stay_and_accents_go():
    assert words("कि की कु").words == ["कि", "की", "कु"]
    assert words("así é").words == ["asi", "e"]


def test_a_run_of_letters_is_joined_only_to_a_known_word():
    assert words("a b c d", KNOWN).words == ["a", "b", "c", "d"]
    assert words("i c u 2", KNOWN).words == ["i", "c", "u", "2"]
    assert words("keep a s e c r e t k", KNOWN).words == ["keep", "a", "secret", "k"]
    assert words("s e c r e t s e n d it", KNOWN).words == ["secret", "send", "it"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4th", ["4th"]),
        ("5pm", ["5pm"]),
        ("100k", ["100k"]),
        ("and/or", ["and", "or"]),
        ("so.what", ["so", "what"]),
        ("u r a", ["u", "r", "a"]),
        ("@so_tell", ["so", "tell"]),
        ("mail@so.what", ["mailaso", "what"]),
        ("f*q", ["fq"]),
        ("2*3*4", ["2", "3", "4"]),
    ],
)
def test_what_spells_no_known_word_stays(text, expected):
    assert words(text, KNOWN).words == expected


def test_letters_apart_are_read_as_the_fewest_words():
    known = KNOWN | {"me", "a", "sec", "ret", "end"}
    assert words("s e n d m e a p i c", known).words == ["send", "me", "a", "pic"]
    assert words("send a p i c", KNOWN).words == ["send", "a", "pic"]
    assert words("send p i c now", KNOWN).words == ["send", "pic", "now"]
    assert words("only рıϲ now", KNOWN).words == ["only", "pic", "now"]
    found = words("x s e c r e t x", known)
    assert found.words == ["x", "secret", "x"]
    assert found.span(1, 1) == (2, 13)


@given(st.sampled_from(sorted(w for w in KNOWN if len(w) > 3)), st.sampled_from(".-_/~"), st.data())
def test_a_sign_inside_a_word_changes_nothing(word, sign, data):
    at = data.draw(st.integers(min_value=1, max_value=len(word) - 1))
    text = f"x {word[:at]}{sign}{word[at:]} x"
    found = words(text, KNOWN)
    assert found.words == ["x", word, "x"]
    assert found.span(1, 1) == (2, len(text) - 2)


@settings(deadline=None)
@given(st.sampled_from(sorted(KNOWN)), st.data())
def test_marks_that_cannot_be_seen_change_nothing(word, data):
    marks = data.draw(st.lists(st.sampled_from([ZWSP, SOFT, JOINER, "\u2060", "\ufeff"]), min_size=1, max_size=4))
    hidden = word
    for mark in marks:
        at = data.draw(st.integers(min_value=0, max_value=len(hidden)))
        hidden = hidden[:at] + mark + hidden[at:]
    assert words(hidden, KNOWN).words == [word]


@given(
    st.sampled_from(sorted(word for word in KNOWN if len(word) > 2)), st.integers(min_value=3, max_value=9), st.data()
)
def test_a_stretched_letter_is_cut_to_the_known_word(word, times, data):
    at = data.draw(st.integers(min_value=0, max_value=len(word) - 1))
    assert words(word[:at] + word[at] * times + word[at + 1 :], KNOWN).words == [word]


@given(st.text(st.sampled_from("aso01345$@!|*"), min_size=1, max_size=40))
def test_any_heap_of_signs_is_read_in_bounds(text):
    found = words(text, KNOWN)
    assert all(0 <= start < end <= len(text) for start, end in (found.span(i, i) for i in range(len(found.words))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("१४ साल", ["14", "साल"]),
        ("\u095bरूर", ["जरूर"]),
        ("\u091c\u093cरूर", ["जरूर"]),
        ("जरूर", ["जरूर"]),
        ("हाँ हां", ["हां", "हां"]),
        ("ठीक है। कल", ["ठीक", "है", ".", "कल"]),
    ],
)
def test_devanagari_typed_in_its_several_ways_reads_as_one(text, expected):
    assert words(text).words == expected


def test_devanagari_points_at_what_was_written():
    text = "मैं \u091c\u093cरूर १४"
    found = words(text)
    assert [text[slice(*found.span(n, n))] for n in range(3)] == ["मैं", "\u091c\u093cरूर", "१४"]
