"""The words of the app: every sentence that a template or a card shows is calm, blames nobody, and can be read."""

import ast
import re
from pathlib import Path

import pytest
from tests.tone.lint import Text, banned, grade, too_long

from safelight.interfaces.web import app
from safelight.interfaces.web.cards import threat, told
from safelight.interfaces.web.doors import _WORDS

TEMPLATES = Path(app.__file__).parent / "templates"
SENTENCE = re.compile(r'_(?:\.plural)?\(("(?:[^"\\]|\\.)*")(?:, ("(?:[^"\\]|\\.)*"))?')
# What young people read first; the average grade of a page counts, as single sentences are short.
FOR_THE_YOUNG = ["front", "threat", "offer", "person", "sharing", "steps"]
GRADE = 4.5


def sentences(path):
    found = SENTENCE.findall(path.read_text(encoding="utf-8"))
    return [ast.literal_eval(each) for pair in found for each in pair if each]


def of_cards(module):
    cards = [*(card for cards in module.CARDS.values() for card in cards), *getattr(module, "WHAT_IF", ())]
    return [line for card in cards for line in (card.title, *card.lines, *card.say, *card.how)]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_templates_keep_the_tone(path):
    texts = [Text(path.name, words) for words in sentences(path)]
    assert [each for text in texts for each in banned(text)] == []


@pytest.mark.parametrize("name", FOR_THE_YOUNG)
def test_pages_for_the_young_are_easy(name):
    said = [words for words in sentences(TEMPLATES / f"{name}.html") if len(words.split()) > 3]
    assert len(said) > 1
    assert [each for words in said for each in too_long(Text(name, words))] == []
    assert sum(map(grade, said)) / len(said) <= GRADE


@pytest.mark.parametrize("module", [threat, told], ids=["threat", "told"])
def test_steps_keep_the_tone_and_are_easy(module):
    lines = of_cards(module)
    assert [each for words in lines for each in (*banned(Text("card", words)), *too_long(Text("card", words)))] == []
    assert sum(map(grade, lines)) / len(lines) <= GRADE


def test_under_13_the_words_are_shorter():
    small, young = (
        [line for card in threat.CARDS[voice] for line in (card.title, *card.lines)] for voice in ("small", "young")
    )
    assert len(small) < len(young)
    assert sum(map(grade, small)) / len(small) < 2
    assert max(len(words.split()) for pair in _WORDS["small"].values() for words in pair) <= 6


def test_nothing_that_is_said_to_a_grown_up_takes_the_phone_away():
    for voice in ("carer", "teacher"):
        lines = " ".join(of_cards(threat))
        assert "Do not take the phone" in lines, voice


def test_who_speaks_to_whom_is_complete():
    assert set(threat.CARDS) == set(_WORDS)
    assert set(told.CARDS) == {voice for voice, words in _WORDS.items() if "told" in words}
