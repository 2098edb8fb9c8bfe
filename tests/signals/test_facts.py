"""Ages said, answers to "how old", refusals and requests."""

import pytest
from tests.signals.looks import pair, read

from safelight.schema.memory import NEVER, Memory
from safelight.signals import facts


def told(*lines: str) -> Memory:
    """Return the memory after the lines ("A: text")."""
    memory = Memory()
    for index, line in enumerate(lines):
        name, _, text = line.partition(": ")
        facts.note(memory, memory.person(name), index, *read(text))
    return memory


def ages(*lines: str) -> dict[str, int]:
    return {name: person.age for name, person in told(*lines).people.items()}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im 14", 14),
        ("I'm 14", 14),
        ("i am only 12 years old", 12),
        ("i'm almost 16", 16),
        ("13f here", 13),
        ("m24 from texas", 24),
        ("15 yo girl", 15),
        ("i turned 17 last week", 17),
        ("my age is 34", 34),
        ("i will be 14 in may", 14),
        ("im in 8th grade", 13),
        ("i am in class 9", 14),
        ("im a sophomore in high school", 15),
        ("im 14, ok?", 14),
        ("i m s0 old, im 45", 45),
    ],
)
def test_an_age_said_is_kept(text, age):
    assert ages(f"A: {text}") == {"A": age}


@pytest.mark.parametrize(
    "text",
    [
        "im 5 minutes away",
        "i am 20 mins late",
        "he said im 14",
        "my brother is 12",
        "see you at 12",
        "chapter 13 is hard",
        "im on level 14",
        "i have 16 gb",
        "i am 2",
        "i am 95",
        "the bus 12 is late",
        "i'm 99% sure",
        "im number 12 in the line",
    ],
)
def test_other_numbers_are_no_ages(text):
    assert ages(f"A: {text}") == {"A": 0}


@pytest.mark.parametrize(
    ("answer", "age"),
    [
        ("13", 13),
        ("13 u", 13),
        ("14f", 14),
        ("uh 12", 12),
        ("15, you?", 15),
        ("13 and i live with my mom and two cats", 13),
        ("fine", 0),
        ("7", 0),
    ],
)
def test_a_number_after_the_question_is_the_answer(answer, age):
    assert ages("A: how old are you", f"B: {answer}")["B"] == age


def test_a_long_answer_with_a_number_in_it_is_none():
    assert ages("A: how old r u", "B: we have to read 14 pages for tomorrow lol")["B"] == 0


def test_only_the_other_answers_and_only_for_a_while():
    assert ages("A: how old are you", "A: 30") == {"A": 0}
    late = ["A: how old are you", "B: hm", "A: hello", "B: brb", "A: ok", "B: 12"]
    assert ages(*late)["B"] == 0
    assert ages(*late[:4], "B: 12")["B"] == 12


def test_a_question_is_answered_once():
    assert ages("A: how old are you", "B: 13", "C: 40", "B: 15")["C"] == 0


def test_the_one_who_asked_back_is_answered_too():
    assert ages("A: age", "B: 14", "B: how old are you", "A: 31") == {"A": 31, "B": 14}


def test_the_last_age_said_counts():
    assert ages("A: im 15", "A: ok i lied, im 27") == {"A": 27}


@pytest.mark.parametrize(
    "text", ["no", "i dont want to", "nah", "stop asking", "leave me alone", "im not allowed", "idk"]
)
def test_a_refusal_is_kept(text):
    assert told("A: hey", f"B: {text}").people["B"].refused_at == 1


@pytest.mark.parametrize("text", ["no problem", "no worries", "he said no and i left", "ok sure", "fine"])
def test_what_is_no_refusal(text):
    assert told("A: hey", f"B: {text}").people["B"].refused_at == NEVER


@pytest.mark.parametrize("text", ["send me one", "can you call me", "whats your address", "do you have telegram"])
def test_a_request_is_kept(text):
    assert told(f"A: {text}").people["A"].asked_at == 0


def test_a_no_is_not_a_request():
    person = told("B: no, i dont want to, can you stop").people["B"]
    assert (person.refused_at, person.asked_at) == (0, NEVER)


def test_somebody_is_expected_to_answer_right_after_the_question_only():
    memory, a, _ = pair()
    assert not facts.expects_answer(memory, 0)
    facts.note(memory, a, 5, *read("how old are you"))
    assert facts.expects_answer(memory, 6)
    assert not facts.expects_answer(memory, 60)
    assert memory.age_asked_by == "A"
