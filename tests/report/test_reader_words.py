"""What the reader said stands in the report: what no longer counts, what is shown all the same."""

from dataclasses import replace

from tests.report.examples import ADVICE, assessment, chat

from safelight.report.html import fragment, render
from safelight.schema.assessments import Level
from safelight.schema.judgements import Judgement, Reconsidered

JOKE = Judgement("isolation.secrecy_request", "Kai", "joke")
THREAT = Judgement("coercion.threat_to_expose", "Kai", "normal")


def said(level, aside=(JOKE,), kept=()):
    before = assessment(chat())
    return Reconsidered(replace(before, level=level), before, aside, kept)


def test_one_sentence_says_what_was_noticed_in_whose_words():
    page = render(chat(), assessment(chat()), ADVICE)
    assert "In the words of <bdi>Kai</bdi> we noticed: “Asks for a" in page


def test_each_trick_tells_what_looks_like_it_and_what_to_do():
    page = render(chat(), assessment(chat()), ADVICE)
    assert "What looks like it, but is not" in page
    assert "A surprise party or a present." in page
    assert "Why this is a known trick:" in page
    assert "You may tell, even if you said you would not." in page


def test_a_change_of_the_answer_is_told():
    found = said(Level.NOTICE)
    page = render(chat(), found.assessment, ADVICE, said=found)
    assert "With it, the answer was “Worth taking seriously”." in page
    assert "a joke, you say" in page


def test_no_change_is_told_too():
    found = said(assessment(chat()).level)
    assert "The answer above stays the same" in render(chat(), found.assessment, ADVICE, said=found)


def test_what_is_severe_is_shown_with_a_kind_word():
    found = said(Level.CONCERN, (), (THREAT,))
    page = render(chat(), found.assessment, ADVICE, said=found)
    assert "This is shown all the same." in page
    assert "normal between you, you say" in page


def test_nothing_left_is_not_called_nothing_noticed():
    found = said(Level.NOTHING_NOTICED)
    page = fragment(chat(), replace(found.assessment, findings=(), timeline=()), ADVICE, said=found)
    assert "Besides what you set aside, nothing was noticed." in page


def test_without_a_word_of_the_reader_nothing_of_it_is_shown():
    assert "What you said about it" not in render(chat(), assessment(chat()), ADVICE)
