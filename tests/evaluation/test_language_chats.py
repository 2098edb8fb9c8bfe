"""The invented chats of the languages besides English: well formed, never explicit, told early, and quiet if ordinary.

They were seen while the phrases were written: the tricks found here are no measure, they only must not be lost again.
"""

import json
from pathlib import Path

import pytest
from tests.evaluation.test_chats import OPTIONAL, REQUIRED, Chat, banned, shown

from safelight.engine import talk
from safelight.engine.talk import Watch
from safelight.schema.assessments import Level
from safelight.schema.items import Message
from safelight.taxonomy.load import techniques

FOLDER = Path(__file__).parents[1] / "chats" / "languages"
PATHS = sorted(FOLDER.glob("*.jsonl"))
WITHIN = 3
SHARE = 0.9
FOUND = 0.8


def chats(path: Path) -> list[Chat]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def watched(chat: Chat, most: int | None = None) -> Watch:
    watch = Watch()
    for message in chat["messages"][:most]:
        watch.step(Message(message["author"], message["text"]))
    return watch


def level(chat: Chat) -> Level:
    return watched(chat).assessment().level


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_chat_has_the_shape_of_the_others(path):
    for number, chat in enumerate(chats(path)):
        assert REQUIRED <= set(chat) <= REQUIRED | OPTIONAL, number
        assert chat["conv_id"].startswith(f"languages/{path.stem}/")
        assert chat["source"].startswith("invented:")
        assert len(chat["messages"]) >= 4, chat["conv_id"]
        assert set(chat.get("techniques", ())) <= set(techniques())
        authors = {message["author"] for message in chat["messages"]}
        assert (chat["subject"] in authors) if chat["label"] else chat["subject"] is None
        assert not any(banned(text) for text in shown(chat)), chat["conv_id"]
    ids = [chat["conv_id"] for chat in chats(path)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_there_is_far_more_ordinary_talk_than_tricks(path):
    labels = [chat["label"] for chat in chats(path)]
    assert labels.count(0) >= 25
    assert labels.count(1) <= 10


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_language_is_told_within_three_messages(path):
    told = [path.stem in talk._readable(watched(chat, WITHIN)._memory.votes) for chat in chats(path)]
    assert sum(told) >= SHARE * len(told)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_ordinary_talk_raises_no_alarm(path):
    assert [c["conv_id"] for c in chats(path) if not c["label"] and level(c) >= Level.CONCERN] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_tricks_once_found_stay_found(path):
    found = [level(chat) >= Level.CONCERN for chat in chats(path) if chat["label"]]
    assert sum(found) >= FOUND * len(found)
