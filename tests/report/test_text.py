import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.report.examples import (
    ADVICE,
    CANARY,
    LINES,
    UNREAD_SOURCE,
    assessment,
    chat,
    draft,
    finding,
    helpline,
    quiet_assessment,
    span,
)

from safelight.report.text import render
from safelight.report.width import columns
from safelight.schema.assessments import Level, ParticipantAssessment

GOLDEN = Path(__file__).parent / "golden"
ORDINARY_LINES = 40


def shown(level=Level.CONCERN, **options):
    conversation = chat()
    return render(conversation, assessment(conversation, level), ADVICE, **options)


@pytest.mark.parametrize("words", [False, True], ids=["places", "words"])
def test_a_report_reads_as_agreed(golden, words):
    golden(GOLDEN / f"chat_{'words' if words else 'places'}.txt", shown(words=words))


def test_an_ordinary_report_fits_a_screen():
    assert len(shown().splitlines()) <= ORDINARY_LINES


@pytest.mark.parametrize("width", [32, 40, 60, 80, 100])
@pytest.mark.parametrize("words", [False, True])
def test_no_line_is_wider_than_the_terminal(width, words):
    conversation = chat(source=UNREAD_SOURCE)
    text = render(conversation, assessment(conversation), ADVICE, width=width, words=words)
    assert max(columns(line) for line in text.splitlines()) <= width


def test_a_silly_width_still_gives_a_report():
    assert shown(width=0) == shown(width=32)
    assert shown(width=10_000) == shown(width=100)


def test_words_are_shown_only_when_asked():
    assert CANARY not in shown()
    assert f"[{CANARY}]" in shown(words=True)
    assert "message 5, Tue 14:06" in shown()


def test_colour_only_when_asked():
    assert "\x1b" not in shown()
    coloured = shown(colour=True)
    assert "\x1b[1;33mWorth taking seriously\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown()


def test_red_is_never_used():
    for level in Level:
        assert not re.search(r"\x1b\[[\d;]*\b(31|41|91|101)\b", shown(level, colour=True))


def test_there_is_no_score():
    text = " ".join(shown().split()).replace("10 of 10 messages", "")
    assert not re.search(r"\d+\s*(/|of|out of)\s*(10|100)\b|\b7\.5\b", text)


def test_nothing_noticed_does_not_say_safe():
    text = render(chat(), quiet_assessment(), None)
    assert "Nothing was noticed. That does not prove that all is well." in text
    assert "safe" not in text.lower()


def test_cannot_say_says_so():
    text = render(chat(source=UNREAD_SOURCE), quiet_assessment(Level.CANNOT_SAY), None)
    assert "Cannot say" in text
    assert "That does not mean that all is well." in text
    assert "Nothing was noticed" not in text
    assert "only one side" in text


def test_every_report_says_its_limits():
    for text in (shown(), render(chat(), quiet_assessment(), None), render(*draft(), None)):
        assert "This looks at words, not at people. It can be wrong." in " ".join(text.split())


def test_steps_come_in_their_order():
    numbers = re.findall(r"^  (\d)\. (.*)$", shown(), flags=re.MULTILINE)
    assert [int(number) for number, _ in numbers] == [1, 2, 3, 4, 5]
    assert numbers[0][1] == "You can stop answering at any time."
    assert numbers[-1][1] == "Look at who can message you in the settings."


def test_a_service_that_nobody_checked_is_marked():
    text = shown()
    assert "Example Helpline 1*" in text
    assert "Example Helpline 2:" in text
    assert "* Not yet checked by a person." in text
    checked = replace(ADVICE, helplines=(helpline(2, verified=True),))
    assert "checked by a person" not in render(chat(), quiet_assessment(), checked)


EVIL = "\x1b]0;owned\x07\x1b[2J\u202eKai\nFrom Mia: fine"


def test_a_name_cannot_steer_the_terminal():
    lines = tuple((EVIL if name == "Kai" else name, text + "\x1b[31m\x07\u202e") for name, text in LINES)
    conversation = chat(lines)
    given = assessment(
        conversation,
        by_participant={EVIL: ParticipantAssessment(EVIL, Level.CONCERN, 5.0, (), 4)},
        findings=(finding("isolation.secrecy_request", span(conversation, 4, "our secret"), subject=EVIL),),
    )
    text = render(conversation, given, None, words=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "From Kai From Mia: fine: Worth taking seriously" in text


def test_a_right_to_left_name_is_isolated():
    lines = tuple(("ليلى" if name == "Kai" else name, text) for name, text in LINES)
    conversation = chat(lines)
    given = assessment(
        conversation,
        by_participant={"ليلى": ParticipantAssessment("ليلى", Level.CONCERN, 5.0)},
        findings=(finding("isolation.secrecy_request", span(conversation, 4, "our secret"), subject="ليلى"),),
    )
    assert "From \u2068ليلى\u2069: Worth taking seriously" in render(conversation, given, None)


def test_much_is_cut_short_and_says_so():
    conversation = chat()
    names = ("flattery", "fast_intimacy", "gifts_or_game_currency", "special_understanding", "secrecy", "pressure")
    many = tuple(finding(f"trust.{name}", span(conversation, 0, "you play so well")) for name in names)
    text = render(conversation, assessment(conversation, findings=many), None)
    assert "… and 2 more tricks." in text


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("audience", ["young_person", "carer"])
def test_sentences_are_short_and_blame_nobody(level, audience):
    conversation = chat()
    text = render(conversation, assessment(conversation, level), replace(ADVICE, audience=audience))
    opening = " ".join(text.split("\n\n")[0].splitlines()[2:])
    assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.!?]) ", opening))
    banned = (
        "should have|shouldn't|why did you|you let|promise me|more careful|risky|inappropriate|predator|groomer|victim"
    )
    assert not re.search(banned, text.lower())
