"""Ages told by the other side, and asked back: facts of the conversation, not of one message."""

from tests.engine.talk import said

from safelight.engine import Watch


def ages(*rows: tuple[str, str]) -> dict[str, int]:
    watch = Watch()
    for message in said(*rows):
        watch.step(message)
    return {person.name: person.age for person in watch._memory.people.values() if person.age}


def test_an_age_told_of_the_other_counts_until_they_say_it():
    assert ages(("Mia", "hi"), ("Kai", "you are only 14")) == {"Mia": 14}
    assert ages(("Mia", "hi"), ("Kai", "ur 15 right"), ("Mia", "im 13")) == {"Mia": 13}
    assert ages(("Mia", "im 13"), ("Kai", "so you are 16")) == {"Mia": 13}


def test_and_you_asks_for_an_age():
    assert ages(("Kai", "how old are you"), ("Mia", "13 u"), ("Kai", "27")) == {"Mia": 13, "Kai": 27}


def test_other_numbers_are_no_ages():
    assert ages(("Mia", "hi"), ("Kai", "you are 15 minutes late"), ("Kai", "you are level 14")) == {}
    assert ages(("Mia", "hi"), ("Kai", 'he said "you are only 14"')) == {}
