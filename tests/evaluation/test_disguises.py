"""Disguises: the same each time, only where they should be, and undone by the check where people really use them."""

from itertools import pairwise

import pytest
from benchmarks import chats
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.evaluation.disguises import DISGUISES, disguised
from safelight.evaluation.evasion import PLAIN, measure
from safelight.importers.jsonl import Record
from safelight.normalize.text import words
from safelight.schema.items import Conversation, Message

SAID = "Send me a secret picture of your home now, i love it! see https://example.com/secret or @annie_home"
# Signs for words, other languages and some typing mistakes lose something; these lose nothing that can be seen.
UNDONE = ("look_alikes", "fullwidth", "styled", "accents", "zero_width", "soft_hyphen", "mixed_case", "upper_case")
# Words of one message come apart: phrases cut behind their first word are missed, and words add up message by message.
APART = {"split": 0.9, "one_by_one": 0.0}
# Words of four letters without a vowel are too often other words to be mended.
MISTAKES = {"no_vowel": 0.85}
KEPT = 0.95
MORE_ALARMS = 3


def record(label=1, subject="Kai", text=SAID) -> Record:
    messages = (Message("Mia", text), Message("Kai", text), Message("Kai", "ok"))
    return Record(Conversation(messages, id="one"), label, subject, "game")


def texts(one: Record) -> list[tuple[str, str]]:
    return [(m.author, m.text) for m in one.conversation.messages]


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_is_the_same_each_time_and_another_with_another_seed(name):
    assert texts(disguised(record(), name)) == texts(disguised(record(), name))
    same = {str(texts(disguised(record(), name, seed))) for seed in range(30)}
    assert len(same) > 1 or name in ("upper_case", "voice", "emoji", "one_by_one")


@pytest.mark.parametrize("name", DISGUISES)
def test_only_the_subject_hides(name):
    changed = [texts(disguised(record(), name, seed)) for seed in range(9)]
    assert all(one[0] == ("Mia", SAID) for one in changed)
    assert any("".join(text for author, text in one if author == "Kai") != SAID + "ok" for one in changed)


@pytest.mark.parametrize("name", DISGUISES)
def test_without_a_subject_all_hide(name):
    assert any(texts(disguised(record(0, None), name, seed))[0] != ("Mia", SAID) for seed in range(9))


@pytest.mark.parametrize("name", [n for n in DISGUISES if n not in ("upper_case", "voice")])
def test_addresses_stay(name):
    said = " ".join(text for _, text in texts(disguised(record(), name)))
    assert "https://example.com/secret" in said
    assert "@annie_home" in said


def test_a_name_that_is_none():
    with pytest.raises(KeyError):
        disguised(record(), "invisible ink")


def test_other_messages_stay():
    one = record()
    system = Message("Kai", "Kai left", kind="system")
    one = Record(Conversation((system, *one.conversation.messages), id="one"), 1, "Kai", "game")
    assert disguised(one, "leet").conversation.messages[0] == system


@pytest.mark.parametrize("name", UNDONE)
def test_what_only_looks_different_is_read_as_it_was(name):
    known = frozenset(words(SAID.lower()).words)
    for seed in range(20):
        said = texts(disguised(record(text=SAID), name, seed))[1][1]
        assert words(said, known).words == words(SAID, known).words


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(DISGUISES)), st.integers(0, 10_000))
def test_the_words_of_a_disguised_text_are_in_it(name, seed):
    for _, said in texts(disguised(record(), name, seed)):
        found = words(said, frozenset({"secret", "home", "picture", "send"}))
        spans = [found.span(number, number) for number in range(len(found.words))]
        assert all(0 <= start < end <= len(said) for start, end in spans)
        assert all(a[1] <= b[0] or a == b for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "name", [n for n in DISGUISES if n not in ("forwarded", "mixed_languages", "one_by_one", "voice")]
)
def test_a_text_without_words_stays(name):
    assert texts(disguised(record(text="12:30 :) !!"), name))[1] == ("Kai", "12:30 :) !!")


def test_what_is_measured_can_be_counted_by_hand():
    rows = [("Kai", line) for line in ("how old are you", "are you home alone", "dont tell your mum, our secret")]
    rows += [("Kai", "you are so pretty and mature"), ("Kai", "send me a pic, just for me"), ("Mia", "13")]
    tricky = Record(Conversation(tuple(Message(*row) for row in rows), id="a"), 1, "Kai", "game")
    quiet = Record(Conversation((Message("Ann", "the bus was late"),), id="b"), 0, None, "game")
    plain, upper, single = measure(lambda: (tricky, quiet), ["upper_case", "one_by_one"])
    assert (plain.name, plain.found, plain.kept.value, plain.alarms) == (PLAIN, 1, 1.0, 0)
    assert (upper.name, upper.found, upper.kept.value) == ("upper_case", 1, 1.0)
    assert single.per_10k.high == plain.per_10k.high, "counted per message as it was before"


@pytest.mark.slow
def test_what_is_found_in_plain_words_is_found_in_disguise_and_ordinary_talk_stays_quiet():
    """One test, so that all is measured once. Of the held back chats nothing but these figures is ever shown."""

    def both():
        yield from chats.invented("seen")
        yield from chats.invented("held_back")

    plain, *changed = measure(both, list(DISGUISES))
    kept = {one.name: one.kept.value for one in changed}
    assert {n: k for n, k in kept.items() if k < (APART | MISTAKES).get(n, KEPT)} == {}
    assert {one.name: one.alarms for one in changed if one.alarms > plain.alarms + MORE_ALARMS} == {}
