"""Spanish, Portuguese and French chats: ordinary ones stay quiet, tactics are found, no other language is misread."""

import json
from pathlib import Path
from typing import Any

import pytest

from safelight import check
from safelight.engine import Watch
from safelight.importers.jsonl import records
from safelight.schema.assessments import Level
from safelight.schema.items import Conversation, Message

CHATS = Path(__file__).parents[1] / "chats" / "languages"
LINES = Path(__file__).parents[1] / "cases" / "language"
CODES = ("es", "fr", "pt")
ORDINARY, TACTICS = 30, 7
Chat = dict[str, Any]


def chats(code: str, label: int) -> list[Chat]:
    lines = (CHATS / f"{code}.jsonl").read_text("utf-8").splitlines()
    return [chat for chat in map(json.loads, lines) if chat["label"] == label]


def conversation(*texts: str, authors: str = "AB") -> Conversation:
    return Conversation(tuple(Message(authors[n % len(authors)], text) for n, text in enumerate(texts)))


def read(chat: Chat) -> Conversation:
    return Conversation(tuple(Message(m["author"], m["text"]) for m in chat["messages"]))


@pytest.mark.parametrize("code", CODES)
def test_chats_are_conversation_jsonl(code: str) -> None:
    with (CHATS / f"{code}.jsonl").open("rb") as stream:
        found = list(records(stream, f"{code}.jsonl"))
    assert {record.label for record in found} == {0, 1}
    for chat in chats(code, 1):
        assert chat["subject"] in {message["author"] for message in chat["messages"]}


@pytest.mark.parametrize("code", CODES)
def test_ordinary_chats_give_no_alarm(code: str) -> None:
    ordinary = chats(code, 0)
    assert len(ordinary) >= ORDINARY
    assert [chat["about"] for chat in ordinary if check(read(chat)).level >= Level.CONCERN] == []


@pytest.mark.parametrize("code", CODES)
def test_tactics_are_found_and_put_down_to_the_right_person(code: str) -> None:
    found = []
    for chat in chats(code, 1):
        assessment = check(read(chat))
        if assessment.level >= Level.CONCERN:
            found.append(chat["conv_id"])
            worst = max(assessment.by_participant.values(), key=lambda person: person.points)
            assert worst.name == chat["subject"], chat["conv_id"]
    assert len(found) >= TACTICS


@pytest.mark.parametrize("code", CODES)
def test_three_messages_tell_the_language(code: str) -> None:
    every = chats(code, 0) + chats(code, 1)
    right = [code in check(conversation(*(m["text"] for m in c["messages"][:3]))).coverage.languages for c in every]
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize("code", ["it", "bn", "ta"])
def test_a_language_without_phrases_is_not_read_as_its_neighbour(code: str) -> None:
    lines = [line for line in (LINES / f"{code}.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assessment = check(conversation(*lines[:20]))
    assert assessment.level == Level.CANNOT_SAY
    assert any(skipped.what == f"language:{code}" for skipped in assessment.coverage.skipped)


def test_italian_everyday_talk_is_no_alarm_and_says_why() -> None:
    talk = (
        "ciao amore come stai", "bene tu? dove sei",
        "a casa da sola, mamma torna alle 8", "mi mandi una foto dei compiti?",
        "certo, ti voglio bene", "ci vediamo domani alle 5?", "sì, non dirlo a Luca che è una sorpresa",
    )  # fmt: skip
    assessment = check(conversation(*talk))
    assert assessment.level == Level.CANNOT_SAY
    assert [skipped.what for skipped in assessment.coverage.skipped] == ["language:it"]


def test_the_same_state_message_by_message() -> None:
    chat = chats("es", 1)[0]
    watch = Watch()
    for message in read(chat).messages:
        watch.step(message)
    assert watch.assessment().level == check(read(chat)).level
