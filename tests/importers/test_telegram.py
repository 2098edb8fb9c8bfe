from datetime import UTC, datetime
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import telegram
from safelight.importers.load import read
from safelight.schema.errors import DamagedFile, EmptyFile


def said(text: object, **more: object) -> dict[str, Any]:
    return {"type": "message", "date_unixtime": "1709308860", "from": "Sam", "from_id": "user1", "text": text, **more}


def chat(*messages: object, **more: object) -> dict[str, Any]:
    return {"name": "Sam", "type": "personal_chat", "id": 1, "messages": list(messages), **more}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        (["see ", {"type": "link", "text": "https://a.example"}, ", ok?"], "see https://a.example, ok?"),
        ([{"type": "bold", "text": "half"}, {"type": "italic", "text": "way"}], "halfway"),
        ([{"type": "bold", "text": "Link:"}, {"type": "link", "text": "https://a.example"}], "Link: https://a.example"),
        ([{"type": "bold", "text": "a "}, {"type": "mention", "text": "@bo"}], "a @bo"),
        ([{"type": "text_link", "text": "here", "href": "https://a.example"}], "here (https://a.example)"),
        ([{"type": "text_link", "text": "https://a.example", "href": "https://a.example"}], "https://a.example"),
        ([], ""),
    ],
)
def test_text_is_a_string_or_pieces(text: object, expected: str) -> None:
    assert rows(only(telegram, chat(said(text)))) == [("Sam", expected, "text")]


def test_text_entities_stand_in_for_a_missing_text() -> None:
    message = said(None, text_entities=[{"type": "plain", "text": "hi "}, {"type": "bold", "text": "you"}])
    del message["text"]
    assert rows(only(telegram, chat(message))) == [("Sam", "hi you", "text")]


def test_an_old_export_without_unix_time_has_local_times() -> None:
    message = {"type": "message", "date": "2018-12-05T10:39:10", "from": "Sam", "text": "hi"}
    assert only(telegram, chat(message)).messages[0].time == datetime(2018, 12, 5, 10, 39, 10)


def test_unix_time_is_utc() -> None:
    assert only(telegram, chat(said("hi"))).messages[0].time == datetime(2024, 3, 1, 16, 1, tzinfo=UTC)


def test_a_deleted_account_is_named_by_its_id() -> None:
    one = only(
        telegram, chat(said("hi", **{"from": None, "from_id": "user5"}), said("ho", **{"from": None, "from_id": None}))
    )
    assert [m.author for m in one.messages] == ["user5", "(no name)"]


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"photo": "(File not included.)"}, ""),
        ({"file": "a.pdf", "mime_type": "application/pdf"}, ""),
        ({"media_type": "voice_message", "file": "a.ogg"}, ""),
        ({"media_type": "sticker", "file": "a.webp", "sticker_emoji": "👍"}, "👍"),
        (
            {"contact_information": {"first_name": "Coach", "last_name": "", "phone_number": "+12025550101"}},
            "Coach +12025550101",
        ),
        ({"location_information": {"latitude": 1.5, "longitude": 2.5}, "place_name": "Park"}, "Park\n1.5, 2.5"),
        ({"poll": {"question": "Which?", "answers": [{"text": "one"}, {"text": "two"}]}}, "Which?\none\ntwo"),
    ],
)
def test_media_keep_the_words_beside_them(more: dict[str, object], text: str) -> None:
    assert rows(only(telegram, chat(said("", **more)))) == [("Sam", text, "media")]
    assert rows(only(telegram, chat(said("caption", **more))))[0][1].startswith("caption")


def test_service_entries_are_system_and_calls_are_calls() -> None:
    service = {"type": "service", "date_unixtime": "1709308860", "actor": "Sam", "actor_id": "user1", "text": ""}
    one = only(telegram, chat(
        service | {"action": "take_screenshot"},
        service | {"action": "phone_call", "discard_reason": "missed"},
        service | {"action": "invite_members", "members": ["Kim", None]},
    ))  # fmt: skip
    assert rows(one) == [
        ("Sam", "take screenshot", "system"),
        ("Sam", "phone call: missed", "call"),
        ("Sam", "invite members: Kim", "system"),
    ]


def test_entries_of_another_shape_are_unread_with_their_place() -> None:
    one = only(telegram, chat("x", said({"a": 1}), {"type": "unsupported"}, said("kept")))
    assert [part.where for part in one.source.unread] == ["messages[0]", "messages[1]", "messages[2]"]
    assert rows(one) == [("Sam", "kept", "text")]
    assert one.source.lines == 4


def test_the_owner_of_a_chat_of_two_is_the_one_with_another_id() -> None:
    assert only(telegram, chat(said("a"), said("b", **{"from": "Kim", "from_id": "user2"}))).owner == "Kim"
    group = chat(said("a"), said("b", **{"from": "Kim", "from_id": "user2"}), type="private_group")
    assert only(telegram, group).owner is None


def test_a_whole_account_gives_each_chat_also_those_that_were_left() -> None:
    account = {
        "about": "x",
        "personal_information": {"user_id": 2, "first_name": "Kim", "last_name": "B"},
        "chats": {"list": [chat(said("a")), "lost", chat(said("b"), type="private_group", name=None)]},
        "left_chats": {"list": [chat(said("c"), id=3)]},
    }
    found = read_all(telegram, account)
    assert [one.messages[0].text for one in found] == ["a", "b", "c"]
    assert len({one.id for one in found}) == 3, "bare ids of people and groups overlap"
    assert {one.owner for one in found} == {"Kim B"}
    assert [part.where for part in found[1].source.unread] == ["chats.list[1]"]


def test_a_whole_account_is_told_when_its_chats_lie_far_behind() -> None:
    contacts = [{"user_id": number, "first_name": "x" * 40, "phone_number": ""} for number in range(1500)]
    account = {"about": "x", "contacts": {"list": contacts}, "chats": {"list": [chat(said("late"))]}}
    assert rows(only(telegram, account)) == [("Sam", "late", "text")]


def test_a_chat_list_that_cannot_be_read_is_damage() -> None:
    with pytest.raises(DamagedFile, match=r"chats\.list\[0\]"):
        read_all(telegram, {"about": "x", "personal_information": {}, "chats": {"list": [{"messages": 5}]}})


def test_an_account_without_chats_is_empty_not_clean() -> None:
    with pytest.raises(EmptyFile):
        read(b'{"about": "x", "personal_information": {"user_id": 1}}', "result.json")
