"""The seen chats rendered into another language: well formed, never explicit, and read as well as when measured.

Half of them were tuned on, the other half only measured; which is which was drawn by the hash of the chat's name.
"""

import json
from pathlib import Path

import pytest
from tests.evaluation.test_chats import Chat, banned, chats, shown

from safelight.engine.talk import Watch
from safelight.schema.assessments import Level
from safelight.schema.items import Message

PATHS = sorted((Path(__file__).parents[1] / "chats" / "languages" / "rendered").glob("*.jsonl"))
FOUND = {"tuned": 0.9, "measured": 0.75}


def rendered(path: Path) -> list[Chat]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reaches_concern(chat: Chat) -> bool:
    watch = Watch()
    for message in chat["messages"]:
        watch.step(Message(message["author"], message["text"]))
    found = watch.assessment()
    people = found.by_participant
    return (people[chat["subject"]].level if chat["label"] else found.level) >= Level.CONCERN


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_chat_is_that_of_the_original(path):
    originals = {chat["conv_id"]: chat for chat in chats("seen")}
    ids = [chat["conv_id"] for chat in rendered(path)]
    assert len(set(ids)) == len(ids)
    for chat in rendered(path):
        *_, half, family, number, register = chat["conv_id"].split("/")
        original = originals[f"seen/{family}/{number}"]
        assert half in FOUND and register in {"literal", "typed"}
        assert (chat["label"], chat["subject"]) == (original["label"], original["subject"])
        assert {m["author"] for m in chat["messages"]} <= {m["author"] for m in original["messages"]}
        assert not any(banned(text) for text in shown(chat)), chat["conv_id"]


@pytest.mark.parametrize("half", FOUND)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_tricks_are_found_and_ordinary_talk_is_quiet(path, half):
    here = [chat for chat in rendered(path) if f"/{half}/" in chat["conv_id"]]
    found = [reaches_concern(chat) for chat in here if chat["label"]]
    assert sum(found) >= FOUND[half] * len(found)
    assert [chat["conv_id"] for chat in here if not chat["label"] and reaches_concern(chat)] == []
