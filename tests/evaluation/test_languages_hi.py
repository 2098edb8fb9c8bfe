"""Invented chats in Hindi and in Hinglish: no alarm on ordinary ones, the brief tactic ones are found, read as such.

They were seen while the phrases were written: what is found here is no measure, it only must not be lost again.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from safelight.engine import Watch, talk
from safelight.normalize.text import plainly
from safelight.schema.assessments import Level
from safelight.schema.items import Message
from safelight.schema.memory import Memory

Chat = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "chats" / "languages"
CODES = ("hi", "hi-Latn")
FOUND = 5
# Messages after which a chat must be read in its language.
SOON = 3


def chats(code: str, label: int) -> list[Chat]:
    lines = (FOLDER / f"{code}.jsonl").read_text(encoding="utf-8").splitlines()
    return [chat for chat in map(json.loads, lines) if chat["label"] == label]


def level_of(chat: Chat) -> Level:
    watch = Watch()
    return max(watch.add(Message(message["author"], message["text"])).level for message in chat["messages"])


def unread(code: str, texts: list[str]) -> list[int]:
    """The numbers of the messages that are not read in the language."""
    memory, missed = Memory(), []
    for number, text in enumerate(texts, 1):
        memory.read += 1
        if code not in talk._languages(memory, Message("a", text), plainly(text)):
            missed.append(number)
    return missed


@pytest.mark.parametrize("code", CODES)
def test_ordinary_talk_gives_no_alarm(code):
    ordinary = chats(code, 0)
    assert len(ordinary) >= 20
    assert [chat["conv_id"] for chat in ordinary if level_of(chat) >= Level.CONCERN] == []


@pytest.mark.parametrize("code", CODES)
def test_the_tactic_ones_are_found(code):
    tactic = chats(code, 1)
    assert len(tactic) <= 6
    assert sum(level_of(chat) >= Level.CONCERN for chat in tactic) >= FOUND


@pytest.mark.parametrize("code", CODES)
def test_chats_are_soon_read_in_their_language(code):
    for chat in (*chats(code, 0), *chats(code, 1)):
        missed = unread(code, [message["text"] for message in chat["messages"]])
        assert all(number <= SOON for number in missed), chat["conv_id"]


def test_code_mixed_talk_is_read_in_hinglish_within_three_messages():
    texts = ["hey whats up", "nothing much yaar, just chilling", "ok so party me kaun aa raha hai", "send the address"]
    assert all(number <= SOON for number in unread("hi-Latn", texts))


@pytest.mark.parametrize("text", ["the main road is on the left", "sun and sea all day", "what are the odds, ha"])
def test_english_with_words_that_look_hindi_stays_english(text):
    memory = Memory()
    for english in ("how are you doing today", "i am fine and you", text):
        memory.read += 1
        assert talk._languages(memory, Message("a", english), plainly(english)) == ("en",)
