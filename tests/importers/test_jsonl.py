"""Safelight's own JSON lines: streaming, labels, and lines that cannot be read."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.importers.jsonl import Record, identify, read, records
from safelight.schema.errors import DamagedFile, EmptyFile
from safelight.schema.items import Conversation

ROW: dict[str, Any] = {
    "conv_id": "a1", "source": "invented", "label": 1, "subject": "Max",
    "messages": [
        {"author": "Max", "time": "01:00", "text": "hi"},
        {"author": "Ann", "time": "2024-03-12T10:32:00+05:30", "text": "who are you"},
    ],
}  # fmt: skip


def lines(*rows: object) -> bytes:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows).encode()


def chats(data: bytes, name: str = "data.jsonl") -> list[Conversation]:
    return list(read(io.BytesIO(data), name))


def records_of(data: bytes) -> list[Record]:
    return list(records(io.BytesIO(data)))


def test_a_line_is_a_conversation() -> None:
    (chat,) = chats(lines(ROW), "sets/data.jsonl")
    assert [(one.author, one.text) for one in chat.messages] == [("Max", "hi"), ("Ann", "who are you")]
    assert chat.messages[0].time == "01:00"
    assert chat.messages[1].time == datetime.fromisoformat("2024-03-12T10:32:00+05:30")
    assert [one.name for one in chat.participants] == ["Max", "Ann"]
    assert (chat.id, chat.source.format, chat.source.name, chat.source.lines) == ("a1", "jsonl", "data.jsonl", 2)


def test_a_record_has_the_label_the_subject_and_the_source() -> None:
    first, second = records_of(lines(ROW, {**ROW, "label": None, "subject": None, "source": None, "conv_id": None}))
    assert (first.label, first.subject, first.source) == (1, "Max", "invented")
    assert (second.label, second.subject, second.source, second.conversation.id) == (None, None, "", "line 2")


@pytest.mark.parametrize(("time", "read_as"), [
    (1710239520, datetime(2024, 3, 12, 10, 32, tzinfo=UTC)), (1710239520000, datetime(2024, 3, 12, 10, 32, tzinfo=UTC)),
    ("2024-03-12", datetime(2024, 3, 12)), ("yesterday", "yesterday"), ("", None), (None, None), (True, None),
    ([1], None), (1e300, "1e+300"),
])  # fmt: skip
def test_times(time: object, read_as: object) -> None:
    (chat,) = chats(lines({**ROW, "messages": [{"author": "A", "text": "x", "time": time}]}))
    assert chat.messages[0].time == read_as


@pytest.mark.parametrize("label", ["1", 2, -1, "grooming", [], 0.5])
def test_an_odd_label_is_told(label: object) -> None:
    (found,) = records_of(lines({**ROW, "label": label}))
    assert found.label is None
    assert [part.where for part in found.conversation.source.unread] == ["line 1"]


@pytest.mark.parametrize(("label", "read_as"), [(0, 0), (1, 1), (True, 1), (False, 0), (1.0, 1), (None, None)])
def test_labels(label: object, read_as: int | None) -> None:
    (found,) = records_of(lines({**ROW, "label": label}))
    assert found.label == read_as
    assert found.conversation.source.unread == ()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_bad_line_is_listed_and_the_others_are_read(at: int) -> None:
    rows: list[object] = [ROW, {**ROW, "conv_id": "a2"}]
    rows.insert(at, '{"conv_id": "cut')
    found = chats(lines(*rows))
    assert [one.id for one in found] == ["a1", "a2"]
    assert [part.where for one in found for part in one.source.unread] == [f"line {at + 1}"]


@pytest.mark.parametrize(
    "row", ["[1, 2]", "7", '"x"', "null", "{}", '{"messages": 3}', '{"messages": {}}', "x", "[" * 100_000]
)
def test_a_line_of_another_shape_is_listed(row: str) -> None:
    (found,) = chats(lines(ROW, row))
    assert found.source.unread
    assert all(part.where.startswith("line 2") for part in found.source.unread)


def test_a_line_that_is_no_utf_8_is_listed() -> None:
    (found,) = chats(lines(ROW) + b'{"conv_id": "\xff"}\n')
    assert [(part.where, part.reason) for part in found.source.unread] == [("line 2", "it is not UTF-8")]


def test_bad_messages_are_listed_one_by_one() -> None:
    odd: list[object] = [
        3,
        {"author": "Ann"},
        {"author": 3, "text": "x"},
        {"text": "nobody"},
        {"author": None, "text": "n"},
    ]
    (found,) = chats(lines({**ROW, "messages": [*odd, *ROW["messages"]]}))
    assert [part.where for part in found.source.unread] == [f"line 1, messages[{n}]" for n in range(3)]
    assert [one.author for one in found.messages] == ["", "", "Max", "Ann"]


def test_a_conversation_without_messages_says_so() -> None:
    (found,) = chats(lines({**ROW, "messages": []}))
    assert found.messages == ()
    assert found.source.unread


@pytest.mark.parametrize("data", [b"x\ny\n", b"{}\n{}\n", b"[", b'[{"conv_id": "a"', b'[{"messages": []},', b"7"])
def test_nothing_readable_is_a_damaged_file(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        chats(data)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"[]"])
def test_nothing_at_all_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        chats(data)


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_object_or_a_list_is_read_too(indent: int | None, mark: bytes) -> None:
    one = mark + json.dumps(ROW, indent=indent).encode()
    both = mark + json.dumps([ROW, {**ROW, "conv_id": "a2"}], indent=indent).encode()
    assert identify("x.json", one)
    assert identify("x.json", both)
    assert [chat.id for chat in chats(one)] == ["a1"]
    assert [chat.id for chat in chats(both)] == ["a1", "a2"]


def test_blank_lines_and_windows_line_ends_do_not_matter() -> None:
    data = b"\xef\xbb\xbf\r\n" + lines(ROW).replace(b"\n", b"\r\n") + b"\r\n" + lines({**ROW, "conv_id": "a2"})
    assert [chat.id for chat in chats(data)] == ["a1", "a2"]
    assert all(not chat.source.unread for chat in chats(data))


def test_half_a_pair_becomes_a_sign_that_can_be_written() -> None:
    (found,) = chats(lines({**ROW, "messages": [{"author": "A\ud83d", "text": "x\ude00 \U0001f600"}]}))
    assert found.messages[0].text == "x\ufffd \U0001f600"
    found.messages[0].author.encode()


class _Counted(io.BytesIO):
    def __init__(self, rows: Iterator[bytes]) -> None:
        super().__init__()
        self.rows, self.asked = rows, 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> bytes:
        self.asked += 1
        return next(self.rows)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return 0


def test_conversations_come_while_the_file_is_read() -> None:
    stream = _Counted(lines({**ROW, "conv_id": str(n)}) for n in range(10_000))
    found = records(stream)
    for _ in range(5):
        next(found)
    assert stream.asked < 10


@pytest.mark.parametrize("data", [
    b'{"name": "x", "messages": [{"from": "a", "text": "b"}]}', b'{"messages": [{"sender_name": "a", "content": "b"}]}',
    b'[{"ID": 1, "Contents": "x"}]', b'{"messages": [{"author": {"name": "a"}, "content": "x"}]}', b"[" * 9999, b"{}",
    b"", b'{"messages":' * 5000, b'{"messages": [{"creator": {"name": "a"}, "text": "b"}]}', b"Ann: hi", b"<smses>",
])  # fmt: skip
def test_other_json_is_refused(data: bytes) -> None:
    assert not identify("x.json", data)


def test_a_message_longer_than_the_head_is_still_told() -> None:
    data = lines({**ROW, "messages": [{"author": "a", "text": "x" * 100_000}]})
    assert identify("x.jsonl", data[: 64 * 1024])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["conv_id", "messages", "author", "text", "time", "label", "subject"]), inner)
    ),
    max_leaves=15,
)


@pytest.mark.slow
@given(st.lists(JSON, max_size=5), st.binary(max_size=20))
@settings(max_examples=200, deadline=None)
def test_no_json_crashes_it(rows: list[object], tail: bytes) -> None:
    data = lines(*rows) + tail
    identify("x.jsonl", data)
    try:
        found = chats(data)
    except (DamagedFile, EmptyFile):
        return
    assert all(one.messages or one.source.unread for one in found)
