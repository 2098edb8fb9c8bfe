"""What a signal sees of one message, and how phrases become sightings."""

import pytest
from tests.signals.looks import look, pair

from safelight.lexicons.load import lexicon
from safelight.schema.memory import Memory, Trace
from safelight.signals.look import NEW_CONTACT, REFUSAL_LASTS, phrases

TECHNIQUE = "isolation.secrecy_request"
SAID = "don't tell anyone"
CLEAR = next(g.strength for g in lexicon("en").groups if g.id == "isolation.secrecy_request/tell nobody")


def strengths(text, *, memory=None, author=None, other=None, **more):
    if memory is None:
        memory, author, other = pair()
    return [s.strength for s in phrases(look(text, memory, author, other), TECHNIQUE, **more)]


def test_a_phrase_becomes_a_sighting_at_its_words():
    memory, a, b = pair()
    seen = look("hey, don't tell anyone ok", memory, a, b)
    (sighting,) = phrases(seen, TECHNIQUE)
    start, end = seen.words.span(sighting.first, sighting.last)
    assert seen.words.text[start:end].startswith("don't tell anyone")
    assert sighting.technique == TECHNIQUE
    assert sighting.group == f"{TECHNIQUE}/tell nobody"
    assert sighting.strength == CLEAR
    assert sighting.flags == ()


def test_a_group_gives_one_sighting_a_message():
    assert len(strengths(f"{SAID}, and {SAID}")) == 1
    assert len(strengths("don't tell anyone, its our little secret")) == 2


def test_laughter_halves_and_a_report_silences():
    assert strengths(f"{SAID} lol") == [round(CLEAR * 0.5, 3)]
    assert strengths(f"{SAID} haha", joking=0.2) == [round(CLEAR * 0.2, 3)]
    assert strengths(f"he said {SAID}") == []
    assert strengths(f"he said {SAID}", reported=0.1) == [round(CLEAR * 0.1, 3)]


def test_flags_say_what_came_before():
    memory, a, b = pair(B=13)
    a.traces[TECHNIQUE] = Trace(1.0)
    a.asked_at, b.refused_at = 7, 9
    (sighting,) = phrases(look(SAID, memory, a, b), TECHNIQUE)
    assert set(sighting.flags) == {"again", "after_refusal", "toward_younger"}


@pytest.mark.parametrize(
    ("asked", "refused", "now", "expected"),
    [
        (5, 6, 7, True),
        (5, 6, 6 + REFUSAL_LASTS, True),
        (5, 6, 7 + REFUSAL_LASTS, False),
        (5, 5 + REFUSAL_LASTS + 1, 5 + REFUSAL_LASTS + 2, False),
        (6, 5, 7, False),
    ],
)
def test_a_refusal_counts_when_it_answers_and_for_a_while(asked, refused, now, expected):
    memory, a, b = pair()
    a.asked_at, b.refused_at = asked, refused
    assert look("ok", memory, a, b, now).after_refusal is expected


def test_without_any_refusal_there_is_none():
    memory, a, b = pair()
    a.asked_at = 3
    assert not look("ok", memory, a, b, 4).after_refusal
    assert not look("ok", Memory(), a, None, 4).after_refusal


@pytest.mark.parametrize(
    ("ages", "younger", "adult", "young_pair"),
    [
        ({}, False, False, False),
        ({"B": 14}, True, False, False),
        ({"A": 30, "B": 14}, True, True, False),
        ({"A": 15, "B": 14}, True, False, True),
        ({"A": 17, "B": 14}, True, False, False),
        ({"A": 18, "B": 17}, True, True, False),
        ({"A": 30, "B": 31}, False, True, False),
    ],
)
def test_ages(ages, younger, adult, young_pair):
    memory, a, b = pair(**ages)
    seen = look("hi", memory, a, b)
    assert (seen.toward_younger, seen.adult, seen.young_pair) == (younger, adult, young_pair)


def test_in_a_group_any_young_person_counts_when_nobody_is_addressed():
    memory, a, _ = pair()
    memory.person("C").age = 12
    assert look("hi", memory, a, None).toward_younger
    assert not look("hi", memory, a, memory.people["B"]).toward_younger


def test_a_contact_is_new_for_a_while():
    memory, a, b = pair()
    a.said = NEW_CONTACT
    assert look("hi", memory, a, b).new_contact
    a.said = NEW_CONTACT + 1
    assert not look("hi", memory, a, b).new_contact


@pytest.mark.parametrize(
    ("text", "asks"), [("alone?", True), ("alone? ", True), ("अकेले？", True), ("why? no", False), ("", False)]
)
def test_a_question_ends_in_its_mark(text, asks):
    memory, a, b = pair()
    assert look(text, memory, a, b).is_question is asks


def test_hits_can_be_picked_by_group():
    memory, a, b = pair()
    seen = look("don't tell anyone, its our little secret", memory, a, b)
    assert [hit.group.name for hit in seen.of(TECHNIQUE, "between us")] == ["between us"]
    assert len(seen.of(TECHNIQUE)) == 2
    assert list(seen.of("trust.flattery")) == []


def test_strength_stays_between_none_and_sure():
    memory, a, b = pair()
    seen = look(SAID, memory, a, b)
    hit = seen.of(TECHNIQUE)[0]
    assert [seen.sighting(TECHNIQUE, hit, s).strength for s in (-1, 0.12345, 3)] == [0.0, 0.123, 1.0]


def test_what_was_said_is_not_in_the_repr():
    memory, a, b = pair()
    assert "mom" not in repr(look(SAID, memory, a, b))
