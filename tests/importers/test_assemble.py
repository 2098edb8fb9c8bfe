from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.importers.assemble import (
    Gathered,
    assembled,
    chronological,
    distinct,
    epoch,
    folder_of,
    gather,
    iso,
    other_of_two,
)
from safelight.schema.items import Message, Unread

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def at(minute: int | None, text: str) -> Message:
    return Message("a", text, None if minute is None else NOON + timedelta(minutes=minute))


def texts(messages: tuple[Message, ...]) -> list[str]:
    return [message.text for message in messages]


def test_entries_become_messages_or_unread_with_their_place() -> None:
    found = gather([{"t": "x"}, 5, {"no": 1}], lambda one: Message("a", "x") if "t" in one else "no t", "chats[2].m")
    assert len(found.messages) == 1
    assert [part.where for part in found.unread] == ["chats[2].m[1]", "chats[2].m[2]"]
    assert found.unread[1] == Unread("chats[2].m[2]", "no t")
    assert found.entries == 3


def test_messages_newest_first_are_turned_round_with_equal_times() -> None:
    assert texts(chronological([at(3, "d"), at(2, "c"), at(2, "b"), at(1, "a")])) == ["a", "b", "c", "d"]


def test_messages_in_order_keep_the_order_of_equal_times() -> None:
    assert texts(chronological([at(1, "a"), at(2, "b"), at(2, "c")])) == ["a", "b", "c"]
    assert texts(chronological([at(1, "a"), at(2, "b"), at(2, "c")], newest_first=True)) == ["a", "b", "c"]


def test_equal_times_alone_follow_what_the_format_says() -> None:
    assert texts(chronological([at(1, "b"), at(1, "a")], newest_first=True)) == ["a", "b"]
    assert texts(chronological([at(1, "a"), at(1, "b")])) == ["a", "b"]


def test_a_message_without_a_time_stays_behind_the_one_before_it() -> None:
    assert texts(chronological([at(5, "c"), at(1, "a"), at(None, "b"), at(6, "d"), at(7, "e")])) == list("abcde")


@given(st.lists(st.one_of(st.none(), st.integers(0, 50))))
def test_ordering_loses_nothing(minutes: list[int | None]) -> None:
    messages = [at(minute, str(number)) for number, minute in enumerate(minutes)]
    assert sorted(texts(chronological(messages))) == sorted(texts(tuple(messages)))


def test_zones_that_differ_are_made_comparable_and_told() -> None:
    naive = Message("a", "x", datetime(2024, 5, 1, 13))
    (one,) = assembled(Gathered((naive, at(0, "y")), (), 2), importer="m.telegram", file="d/f.json", id="1")
    assert [m.time for m in one.messages] == [NOON, NOON + timedelta(hours=1)]
    assert any("time zone" in note for note in one.source.notes)
    assert (one.source.format, one.source.name, one.source.lines) == ("telegram", "f.json", 2)


def test_local_times_alone_stay_local_and_need_no_note() -> None:
    (one,) = assembled(Gathered((Message("a", "x", datetime(2024, 5, 1)),), (), 1), importer="m.x", file="f", id="1")
    assert one.messages[0].time == datetime(2024, 5, 1)
    assert one.source.notes == ()


def test_missing_times_are_told() -> None:
    (one,) = assembled(Gathered((at(None, "x"), at(1, "y")), (), 2), importer="m.x", file="f", id="1")
    assert "One message has no time" in one.source.notes[0]


def test_nothing_gives_no_conversation() -> None:
    assert list(assembled(Gathered((), (), 0), importer="m.x", file="f", id="1")) == []


def test_a_silent_owner_is_a_participant() -> None:
    (one,) = assembled(Gathered((at(1, "x"),), (), 1), importer="m.x", file="f", id="1", owner="me", names=("b",))
    assert [(who.name, who.is_owner) for who in one.participants] == [("b", False), ("a", False), ("me", True)]


@pytest.mark.parametrize(
    ("value", "per_second", "expected"),
    [
        (1714564800, 1, NOON),
        ("1714564800", 1, NOON),
        (1714564800000, 1000, NOON),
        (1714564800001, 1000, NOON + timedelta(milliseconds=1)),
        (0, 1, None),
        (-5, 1, None),
        (True, 1, None),
        (None, 1, None),
        ("soon", 1, None),
        (10**30, 1, None),
        (float("nan"), 1, None),
        (float("inf"), 1, None),
    ],
)
def test_epoch(value: object, per_second: int, expected: datetime | None) -> None:
    assert epoch(value, per_second) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-01 12:00:00 UTC", "2024-05-01T12:00:00+00:00"),
        ("2024-05-01 12:00:00", "2024-05-01T12:00:00"),
        ("2024-05-01T12:00:00.1234567+02:00", "2024-05-01T12:00:00.123456+02:00"),
        ("2024-05-01T12:00:00Z", "2024-05-01T12:00:00+00:00"),
    ],
)
def test_iso(value: str, expected: str) -> None:
    time = iso(value)
    assert time is not None
    assert time.isoformat() == expected


@pytest.mark.parametrize("value", ["", "UTC", "yesterday", "2024-13-01", None, 5])
def test_what_is_no_time_is_none(value: object) -> None:
    assert iso(value) is None


def test_two_people_of_one_name_are_kept_apart() -> None:
    assert distinct([("1", "Alex"), ("2", "Alex"), ("1", "Renamed"), ("", "x"), ("3", "")]) == {
        "1": "Alex",
        "2": "Alex (2)",
    }


def test_the_owner_of_a_chat_of_two_is_the_one_it_is_not_named_after() -> None:
    assert other_of_two(["Zoë", "Leo"], "Zoë") == "Leo"
    assert other_of_two(["Zoë", "Leo"], "The two of us") is None
    assert other_of_two(["Zoë", "Leo", "May"], "Zoë") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/inbox/zoe_17/message_1.json", "zoe_17"), ("message_12.json", "message"), ("c\\d.json", "c"), ("x", "")],
)
def test_folder_of(name: str, expected: str) -> None:
    assert folder_of(name) == expected
