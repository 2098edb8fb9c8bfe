"""The invented chats are what they say: well formed, never explicit, and the held-back half was not copied from."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from safelight.taxonomy.load import tactics, techniques

Chat = dict[str, Any]

CHATS = Path(__file__).parents[1] / "chats"
FOLDERS = ("seen", "held_back")
REQUIRED = {"conv_id", "source", "label", "subject", "messages"}
OPTIONAL = {"techniques", "about", "first_trick"}
LEAST = {0: 60, 1: 55}
CANARY = "safelightcanary"

# The first 12 hex digits of the SHA-256 of explicit words: hashed, so that this file has no such words either.
# To add one: hashlib.sha256(word.encode()).hexdigest()[:12]. The canary proves that the lint can fire.
HASHES = """
    0033728f0fbc 0508a634445d 0f28c4960d96 102626eace2d 12a667c9be6f 1307688dcde4 13a465fc6616 1dba4b3306b4
    205063ee66a8 2062f8009306 25390976ce87 2944474a2c8b 2c84e0563bb7 2f34b7a451c6 31506a8448a7 38136d6e3438
    4098e1a88ff7 4140197ec795 431e876d148b 4ae191583484 594810adcbee 5999a3ed4cc4 59cc3cb8a429 5b4d25aaa598
    60b1584efdc7 6577be775299 665cb762e3bc 6ac3c336e409 6c4e44004698 6dbe0f85a074 701d6943ae04 74305616b2bc
    7902e27065cf 796e43a5a8cd 7e85c676fd97 7f5a9ba14cb8 81fcbba2c584 83ebccea9fff 85266837dfc7 867d78976655
    8c5c04391361 8d1ae6268e53 8f684d401d2b 94a2b576a9f5 98d44e13f455 99e367bcad7a 9ae315a94e42 a259276acf1c
    a448294a6283 ad505b0be8a4 affc87570066 b690cdbe59f1 ba6fb01a93ed baa9c1530791 bb61ef40814c c2c3b68b4883
    c8bd849e3a5a cbbd0f71af28 cc26c2352956 d60384034b77 d84f691fc498 d92f4cf1e2d7 dcb50ee3659f e1b73076698c
    e683679358a5 e99d55248f67 edc845b6a747 eff26b18165e f6952d6eef55 ff5ae7e8d206
"""
BANNED = frozenset(HASHES.split())


def chats(folder: str) -> list[Chat]:
    paths = sorted((CHATS / folder).glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.lower())


def banned(text: str) -> bool:
    return any(hashlib.sha256(word.encode()).hexdigest()[:12] in BANNED for word in words(text))


def shown(chat: Chat) -> Iterator[str]:
    """Every string of a chat that a reader may see."""
    yield from (chat.get("about", ""), chat["source"])
    for message in chat["messages"]:
        yield from (message["author"], message["text"])


def long_sentences(folder: str) -> set[str]:
    """Sentences of more than six words, without case and punctuation."""
    texts = (message["text"] for chat in chats(folder) for message in chat["messages"])
    split = (words(sentence) for text in texts for sentence in re.split(r"[.!?…\n]+", text))
    return {" ".join(found) for found in split if len(found) > 6}


def runs(folder: str, length: int) -> set[str]:
    """Every run of `length` words inside one message."""
    found: set[str] = set()
    for chat in chats(folder):
        for message in chat["messages"]:
            said = words(message["text"])
            found.update(" ".join(said[i : i + length]) for i in range(len(said) - length + 1))
    return found


def test_a_chat_has_the_shape_of_the_contract() -> None:
    for folder in FOLDERS:
        for chat in chats(folder):
            assert set(chat) >= REQUIRED, chat["conv_id"]
            assert set(chat) <= REQUIRED | OPTIONAL, chat["conv_id"]
            assert chat["conv_id"].startswith(f"{folder}/")
            assert chat["source"].startswith("invented:")
            assert 8 <= len(chat["messages"]) <= 80, chat["conv_id"]
            for message in chat["messages"]:
                assert set(message) == {"author", "time", "text"}, chat["conv_id"]
                assert message["text"].strip() and message["author"].strip(), chat["conv_id"]


def test_ids_are_unique() -> None:
    ids = Counter(chat["conv_id"] for folder in FOLDERS for chat in chats(folder))
    assert [conv_id for conv_id, times in ids.items() if times > 1] == []


def test_every_message_has_a_time_or_none_has_and_they_go_forward() -> None:
    for folder in FOLDERS:
        for chat in chats(folder):
            times = [message["time"] for message in chat["messages"]]
            if any(time is not None for time in times):
                read = [datetime.fromisoformat(time) for time in times]
                assert read == sorted(read), chat["conv_id"]
                assert all(time.tzinfo is not None for time in read), chat["conv_id"]


def test_label_subject_and_techniques_agree() -> None:
    for folder in FOLDERS:
        for chat in chats(folder):
            authors = {message["author"] for message in chat["messages"]}
            assert len(authors) >= 2, chat["conv_id"]
            if chat["label"] == 1:
                assert chat["subject"] in authors, chat["conv_id"]
                assert chat["techniques"], chat["conv_id"]
                first = chat["messages"][chat["first_trick"] - 1]
                assert first["author"] == chat["subject"], chat["conv_id"]
            else:
                assert chat["label"] == 0, chat["conv_id"]
                assert chat["subject"] is None and chat["techniques"] == [], chat["conv_id"]
                assert "first_trick" not in chat, chat["conv_id"]


def test_the_label_is_in_the_name_of_the_file() -> None:
    for folder in FOLDERS:
        for chat in chats(folder):
            family = chat["conv_id"].split("/")[1]
            assert family.startswith("ordinary_") == (chat["label"] == 0), chat["conv_id"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_half_has_enough_of_both(folder: str) -> None:
    counts = Counter(chat["label"] for chat in chats(folder))
    assert set(counts) == set(LEAST)
    assert all(counts[label] >= least for label, least in LEAST.items()), counts


@pytest.mark.parametrize("folder", FOLDERS)
def test_techniques_are_those_of_the_taxonomy(folder: str) -> None:
    used = {technique for chat in chats(folder) for technique in chat["techniques"]}
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", technique) for technique in used)
    assert used <= set(techniques())
    assert {technique.partition(".")[0] for technique in used} == set(tactics())


@pytest.mark.parametrize("folder", FOLDERS)
def test_at_least_a_third_begin_with_five_ordinary_messages(folder: str) -> None:
    tricks = [chat["first_trick"] for chat in chats(folder) if chat["label"] == 1]
    assert 3 * sum(first > 5 for first in tricks) >= len(tricks)


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_group_rooms_and_chats_without_times(folder: str) -> None:
    rooms = [chat for chat in chats(folder) if len({m["author"] for m in chat["messages"]}) >= 3]
    assert {chat["label"] for chat in rooms} == {0, 1}
    assert any(chat["messages"][0]["time"] is None for chat in chats(folder))


def test_nothing_explicit() -> None:
    assert banned(f"a {CANARY} here")
    found = [chat["conv_id"] for folder in FOLDERS for chat in chats(folder) for text in shown(chat) if banned(text)]
    assert found == []


def test_no_address_in_a_chat_can_be_a_real_one() -> None:
    """Links end in .example; phone numbers are from the ranges kept for fiction."""
    link = re.compile(r"\b[\w-]+\.(?:com|net|org|io|in|uk|de|me|gg|ru|app|xyz|info)\b|https?://", re.IGNORECASE)
    long_number = re.compile(r"(?<!\d)\+?\d[\d ()-]{8,}\d")
    fiction = re.compile(r"\+44 7700 900\d{3}|\(?\d{3}\)? 555-01\d\d")
    for folder in FOLDERS:
        for chat in chats(folder):
            for text in (message["text"] for message in chat["messages"]):
                assert not link.search(text), chat["conv_id"]
                assert all(fiction.fullmatch(number) for number in long_number.findall(text)), chat["conv_id"]


def test_the_held_back_half_shares_no_sentence_with_the_seen_half() -> None:
    seen, held = long_sentences("seen"), long_sentences("held_back")
    assert seen and held
    assert seen & held == set()


def test_the_held_back_half_shares_no_run_of_six_words_with_the_seen_half() -> None:
    assert runs("seen", 6) & runs("held_back", 6) == set()
