"""Everything that is shown keeps the tone: calm, no blame, no verdict, and a young person can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tone import walk
from tests.tone.lint import (
    HIGHEST_AVERAGE,
    Text,
    banned,
    grade,
    rules,
    sentences,
    syllables,
    too_hard,
    too_long,
)

YOUNG = [
    text for text in (*walk.taxonomy(), *walk.advice(), *walk.helplines(), *walk.lessons(), *walk.papers())
    if text.graded and text.words
]  # fmt: skip


def test_nothing_shown_is_banned() -> None:
    problems = [problem for text in walk.every() for problem in banned(text)]
    assert problems == []


def test_no_sentence_is_too_long() -> None:
    readers = ("young_person", "carer", "teacher")
    problems = [problem for text in walk.every() if text.reader in readers for problem in too_long(text)]
    assert problems == []


def test_a_young_person_can_read_it() -> None:
    assert len(YOUNG) > 400, "the walk has lost texts"
    assert [problem for text in YOUNG for problem in too_hard(text)] == []


def test_the_average_is_easy() -> None:
    average = sum(grade(text.words) for text in YOUNG) / len(YOUNG)
    assert average <= HIGHEST_AVERAGE


def test_the_walk_finds_every_kind_of_text() -> None:
    for part in (walk.taxonomy, walk.advice, walk.helplines):
        assert any(text.words for text in part()), part.__name__


def test_lessons_and_catalogues_are_walked(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "meta.toml").write_text('slug = "secrets"\nintro = "You should have told."\n')
    (tmp_path / "secrets" / "scene.ink").write_text("=== start ===\n* [Be more careful #id:c1]\n")
    (tmp_path / "de.po").write_text('msgid ""\nmsgstr ""\nmsgid "This person "\n"is a groomer."\nmsgstr "x"\n')
    lines = [text.words for text in walk.lessons(tmp_path)]
    assert "You should have told." in lines
    assert any("Be more careful" in line for line in lines)
    assert [text.words for text in walk.catalogues(tmp_path)] == ["This person is a groomer."]


def test_marked_sentences_are_walked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'x = _("Calm words.")\ny = _.plural("{n} time", "{n} times", n)\nz = other("not shown")'
    )
    assert [text.words for text in walk.marked(tmp_path)] == ["Calm words.", "{n} time", "{n} times"]


# ---------------------------------------------------------------- the lint finds what it is for

PLANTED = [
    ("certainty", "This person is a groomer."),
    ("certainty", "He is a predator."),
    ("certainty", "They are lying to you."),
    ("certainty", "This is definitely a trick."),
    ("certainty", "You are safe."),
    ("certainty", "There is nothing to worry about."),
    ("blame", "You should have told someone."),
    ("blame", "You shouldn't have sent it."),
    ("blame", "Why did you answer?"),
    ("blame", "It was your own fault."),
    ("blame", "Next time be more careful."),
    ("blame", "You fell for it."),
    ("blame", "Promise me that you will stop."),
    ("blame", "That was risky behaviour."),
    ("blame", "They take your phone away and remove the device."),
    ("alarm", "Stranger danger is real."),
    ("alarm", "Hurry, this is your last chance."),
    ("alarm", "It can ruin your future."),
    ("label", "This is child pornography."),
    ("label", "You are the victim of a groomer."),
    ("label", "This is sextortion."),
    ("unsafe", "Use DiscordChatExporter to save the chat."),
    ("unsafe", "Confront them about it."),
    ("unsafe", "Pretend to say yes, then call us."),
    ("unsafe", "Send us the private pictures as proof."),
    ("unsafe", "Delete the chat and forget it."),
    ("unsafe", "Just pay and it will stop."),
    ("unsafe", "We will keep this a secret."),
    ("shouting", "Do not answer!"),
    ("shouting", "DO NOT answer."),
]


@pytest.mark.parametrize(("group", "words"), PLANTED, ids=[words[:30] for _, words in PLANTED])
def test_planted_sentence_is_caught(group: str, words: str) -> None:
    assert any(f": {group}: " in problem for problem in banned(Text("planted", words)))


FINE = [
    "This is a known trick.",
    "It is not your fault. You are not in trouble.",
    "Do not delete the chat. Save it.",
    "Do not take the phone or the account away.",
    "Do not look at, copy or forward private pictures of a child.",
    "Asks you to delete the chat or hide the app.",
    "You can stop at any time.",
    "NCMEC and the IWF can help in the UK.",
    "If you are in danger now, call the police.",
]


@pytest.mark.parametrize("words", FINE)
def test_good_sentence_passes(words: str) -> None:
    assert banned(Text("fine", words)) == []


def test_every_ban_is_planted() -> None:
    """Each row of banned.toml is shown to work by at least one planted sentence."""
    bans, _ = rules()
    idle = [ban.pattern.pattern for ban in bans if not any(ban.pattern.search(words) for _, words in PLANTED)]
    assert idle == []


def test_bans_say_what_to_say_instead() -> None:
    bans, _ = rules()
    assert all(ban.say for ban in bans)


def test_professional_words_are_free_for_professionals() -> None:
    words = "Treat as sextortion in triage."
    assert banned(Text("x", words, reader="moderator")) == []
    assert banned(Text("x", words, reader="young_person")) != []


def test_long_sentence_is_caught() -> None:
    words = (
        "You can tell your mum or your dad or your aunt or a teacher or a friend or someone who is close to you now."
    )
    assert too_long(Text("x", words)) == ["x: a sentence of 25 words"]


def test_hard_text_is_caught() -> None:
    hard = "Immediate notification of responsible authorities is advisable in situations involving intimidation."
    assert too_hard(Text("x", hard))
    assert too_hard(Text("x", "Inappropriate solicitation"))
    assert too_hard(Text("x", "Tell someone you trust today, or call a helpline.")) == []


def test_grade_agrees_with_the_formula() -> None:
    """Six words, one sentence, six syllables: 0.39 * 6 + 11.8 - 15.59."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_sentences_and_addresses() -> None:
    assert sentences("Stop. Save it.\nTell someone.") == ["Stop.", "Save it.", "Tell someone."]
    assert grade("Go to takeitdown.ncmec.org now.") == grade("Go to now.")


SYLLABLES = {
    "asked": 1, "being": 2, "code": 1, "codes": 1, "deleted": 3, "everyone": 3, "faces": 2, "family": 3, "friend": 1,
    "helpline": 2, "homework": 2, "idea": 3, "little": 2, "location": 3, "pages": 2, "people": 2, "picture": 2,
    "private": 2, "quiet": 2, "science": 2, "serious": 3, "someone": 2, "table": 2, "threatens": 2, "trusted": 2,
    "usually": 4, "video": 3, "whatever": 3,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
