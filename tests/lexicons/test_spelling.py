"""Misspelt words: what they are read as, and the real words and names that stay as they are."""

import string
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.talk import said, watched

from safelight.engine import Watch
from safelight.lexicons import spelling
from safelight.lexicons.automaton import Builder
from safelight.lexicons.load import forms, languages, lexicon
from safelight.lexicons.matcher import Match, Matcher
from safelight.lexicons.pattern import parse
from safelight.lexicons.spelling import Mender
from safelight.models.manner_of_talk import Weigher, model
from safelight.normalize.text import words
from safelight.schema.items import Message

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "misspelt.toml").read_text("utf-8"))
HOME = HERE.parents[1] / "src" / "safelight" / "lexicons" / "en"
ENGLISH, FORMS = lexicon("en"), forms("en")


@cache
def listed(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def mender(*targets: str, alone: tuple[str, ...] = ()) -> Mender:
    return Mender(lambda: (targets, [frozenset((*targets, *alone))]))


@pytest.mark.parametrize("word, meant", [pair for kind in CASES.values() for pair in kind.items()])
def test_a_misspelt_word_is_read_as_it_was_meant(word, meant):
    assert " ".join(FORMS.get(word, (ENGLISH.mend(word),))) == meant


def test_most_cases_are_for_the_mender():
    assert sum(word not in FORMS for kind in CASES.values() for word in kind) > 40


def test_real_words_and_names_stay_as_they_are():
    words_and_names = [word for word in listed(HERE / "real_words.txt") if word not in ENGLISH.vocabulary]
    assert len(words_and_names) > 8_000
    assert [word for word in words_and_names if ENGLISH.mend(word)] == []


def test_what_phrases_know_is_never_mended():
    assert [word for word in ENGLISH.vocabulary if ENGLISH.mend(word)] == []


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_words_of_the_phrases_of_other_languages_stay(code):
    assert [word for word in lexicon(code).vocabulary - ENGLISH.vocabulary if ENGLISH.mend(word)] == []


def test_the_lists_are_of_words_that_do_not_overlap():
    to, alone = listed(HOME / "mended_to.txt"), listed(HOME / "left_alone.txt")
    assert len(to) > 3_500 and len(alone) > 5_000
    assert not set(to) & set(alone)
    for listing in (to, alone):
        assert listing == sorted(set(listing))


def test_other_kinds_and_other_languages_are_read_as_written():
    assert lexicon("en", "offer").mend("wnat") == lexicon("de").mend("wnat") == ""


def test_nothing_is_mended_when_two_words_fit():
    assert mender("person", "parson")["pirson"] == ""
    assert mender("person")["pirson"] == "person"


def test_what_is_left_alone_stays():
    assert mender("change", alone=("chaneg",))["chaneg"] == ""


@pytest.mark.parametrize("word", ["", "a", "snd", "x" * 21, "wnat2", "quíte", "'", "12345", "wnа" + "t"])
def test_short_long_and_odd_words_stay_and_are_not_remembered(word):
    quick = mender("want", "quite", "send")
    assert quick[word] == "" and not quick


def test_the_words_remembered_are_bounded(monkeypatch):
    monkeypatch.setattr(spelling, "_MOST", 10)
    quick = mender("secret")
    for number in range(200):
        a, b = divmod(number, 26)
        assert quick[f"qz{string.ascii_lowercase[a]}{string.ascii_lowercase[b]}xx"] == ""
        assert len(quick) <= 10
    assert quick["secrte"] == "secret"


targets = st.sampled_from(listed(HOME / "mended_to.txt"))


@settings(max_examples=300)
@given(targets, st.data())
def test_one_slip_is_mended_back_or_left(target, data):
    """It is never read as something that is more than one slip away: at worst it stays."""
    at = data.draw(st.integers(1, len(target) - 1))
    slip = data.draw(
        st.sampled_from(
            [
                target[:at] + target[at + 1 :],
                target[: at + 1] + target[at:],
                target[: at - 1] + target[at] + target[at - 1] + target[at + 1 :],
            ]
        )
    )
    alone = mender(target)
    assert alone[slip] in (target, "")
    if len(target) >= 6 and slip != target:
        assert alone[slip] == target


@settings(max_examples=300)
@given(st.text(st.sampled_from("abcdeinorst"), min_size=1, max_size=12))
def test_what_comes_out_is_a_word_that_may_be_mended_to(word):
    mended = ENGLISH.mend(word)
    assert mended == "" or (mended in ENGLISH.vocabulary and abs(len(mended) - len(word)) <= 1)


def made(*phrases: str, forms: dict[str, tuple[str, ...]], mend: dict[str, str]) -> Matcher:
    builder = Builder()
    for group, phrase in enumerate(phrases):
        builder.add(group, parse(phrase, {}, lambda word: forms.get(word, (word,))))
    return Matcher(builder.tables(), forms, lambda word: mend.get(word, ""))


def test_phrases_are_found_at_the_words_as_written():
    matcher = made("want to meet", forms={"wanna": ("want", "to")}, mend={"wannna": "wanna", "meeet": "meet"})
    assert matcher.find(["x", "wannna", "meeet"]) == [Match(0, 1, 2)]


def test_a_mended_word_weighs_what_the_word_weighs():
    weigher = Weigher(model(), {}, lambda word: "only" if word == "olny" else "")
    assert weigher.weigh(["olny", "you"]) == weigher.weigh(["only", "you"])


def test_spans_point_at_the_words_as_they_were_written():
    line = "ok. dont tlel your parnets about it"
    folded = words(line, ENGLISH.vocabulary)
    hits = [hit for hit in ENGLISH.find(folded.words) if hit.group.lexicon == "isolation.secrecy_request"]
    assert any("parnets" in line[slice(*folded.span(hit.first, hit.last))] for hit in hits)


def test_a_misspelt_talk_is_judged_as_the_same_talk_spelt_well():
    plain = ("how old are you", "send me a picture, just for me", "dont tell your parents", "this is our secret")
    slips = ("how old are yuo", "send me a pictuer, jsut for me", "dont tlel your parnets", "this is our secrte")
    assert (
        watched(said(*(("Kai", line) for line in slips))).level
        == watched(said(*(("Kai", line) for line in plain))).level
    )


def test_no_word_is_stored():
    watch = Watch()
    for _ in range(3):
        watch.add(Message("a", "dont tlel your parnets"))
    assert b"parnets" not in watch.dump() and b"tlel" not in watch.dump()
