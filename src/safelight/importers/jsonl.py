"""Safelight's own form: one conversation as JSON on each line, or one JSON object, or a list of them.

    {"conv_id", "source", "label": 0|1|null, "subject": author|null, "messages": [{"author", "time", "text"}]}

Lines are streamed. A line that cannot be read is listed as unread in the conversation beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

from safelight.schema.errors import DamagedFile, EmptyFile
from safelight.schema.items import Conversation, Message, Participant, Source, Unread

TITLE = "Safelight conversations (JSON lines)"
LEAVES_OUT = ("Pictures and files are not in this format.",)
_FIX = "Each line must be one conversation as JSON, with a list of messages that have an author and a text."
_MESSAGES = re.compile(r'"messages"\s*:\s*\[\s*')
_LONE = re.compile("[\ud800-\udfff]")
_LOOK_AT = 5


@dataclass(frozen=True, slots=True)
class Record:
    """A conversation with what is known about it. label: 1 = grooming, 0 = ordinary, None = not labelled.

    subject: the author whom the label is about. source: where the data set has it from.
    """

    conversation: Conversation
    label: int | None = None
    subject: str | None = None
    source: str = ""


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file holds objects with a list of messages that have an author and a text."""
    text = head.decode("utf-8-sig", "ignore").lstrip()
    if not text.startswith(("{", "[")):
        return False
    found = [*_MESSAGES.finditer(text)][:_LOOK_AT]
    return any(_is_ours(text, match) for match in found) or (not found and '"conv_id"' in text)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the conversations. Raises DamagedFile when not a single one can be read."""
    for record in records(stream, name):
        yield record.conversation


def records(stream: BinaryIO, name: str = "") -> Iterator[Record]:
    """Yield the conversations with their labels, one by one as they are read. Raises DamagedFile, EmptyFile."""
    held: Record | None = None
    lost: list[Unread] = []
    for where, entry in _entries(stream, name):
        record = entry if isinstance(entry, Unread) else _record(entry, where, name)
        if isinstance(record, Unread):
            lost.append(record)
            continue
        if held is not None:
            yield _with(held, lost)
            lost = []
        held = record
    if held is None:
        raise _nothing(lost, name)
    yield _with(held, lost)


def _is_ours(text: str, match: re.Match[str]) -> bool:
    try:
        first, _ = json.JSONDecoder().raw_decode(text, match.end())
    except (ValueError, RecursionError):
        # An empty list, or a message that is cut off where the head ends.
        return '"conv_id"' in text
    return isinstance(first, dict) and isinstance(first.get("text"), str) and _is_author(first.get("author", 0))


def _is_author(value: object) -> bool:
    return value is None or isinstance(value, str)


def _nothing(lost: list[Unread], name: str) -> DamagedFile | EmptyFile:
    if not lost:
        return EmptyFile("The file holds no conversation", where=name, fix=_FIX)
    where = f"{name}, {lost[0].where}" if name else lost[0].where
    return DamagedFile(f"No conversation can be read: {lost[0].reason}", where=where, fix=_FIX)


def _with(record: Record, lost: list[Unread]) -> Record:
    if not lost:
        return record
    source = record.conversation.source
    source = replace(source, unread=source.unread + tuple(lost))
    return replace(record, conversation=replace(record.conversation, source=source))


# ---------------------------------------------------------------- from bytes to JSON


def _entries(stream: BinaryIO, name: str) -> Iterator[tuple[str, object]]:
    """Yield (where, value) for each conversation; the value is an Unread where a line is no JSON."""
    whole = _whole(stream, name)
    if whole is not None:
        yield from _parts(whole, "conversation")
        return
    stream.seek(0)
    for number, line in enumerate(stream, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _parts(_loaded(line, number), f"line {number}")


def _parts(value: object, where: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, list):
        yield from ((f"{where}[{at}]", part) for at, part in enumerate(value))
    else:
        yield where, value


def _whole(stream: BinaryIO, name: str) -> object | None:
    """Return the file as one JSON value when its first line is not complete by itself, or None for JSON lines."""
    first = next((line for line in stream if line.strip()), b"")
    if not isinstance(_loaded(first, 1), Unread):
        return None
    stream.seek(0)
    value = _loaded(stream.read(), 1)
    if not isinstance(value, Unread):
        return value
    if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"["):
        raise DamagedFile("The JSON is not complete", where=name, fix="Save or download the file again.")
    return None


def _loaded(data: bytes, number: int) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Unread(f"line {number}", "it is not UTF-8")
    except (ValueError, RecursionError):
        return Unread(f"line {number}", "it is not complete JSON")


# ---------------------------------------------------------------- from JSON to a record


def _record(entry: object, where: str, name: str) -> Record | Unread:
    if not isinstance(entry, dict) or not isinstance(entry.get("messages"), list):
        return Unread(where, "it has no list of messages")
    read = [_message(value, f"{where}, messages[{at}]") for at, value in enumerate(entry["messages"])]
    messages = [one for one in read if isinstance(one, Message)]
    unread = [one for one in read if isinstance(one, Unread)]
    if not entry["messages"]:
        unread.append(Unread(where, "the conversation holds no messages"))
    label = _label(entry.get("label"), where, unread)
    source = Source("jsonl", name.rpartition("/")[2], LEAVES_OUT, tuple(unread), len(entry["messages"]))
    conversation = Conversation(
        tuple(messages), _participants(messages), id=_whole_text(str(entry.get("conv_id") or where)), source=source
    )
    return Record(conversation, label, _text_or_none(entry.get("subject")), _text_or_none(entry.get("source")) or "")


def _message(value: object, where: str) -> Message | Unread:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return Unread(where, "it has no text")
    if not _is_author(value.get("author")):
        return Unread(where, "its author is not a name")
    return Message(_whole_text(value.get("author") or ""), _whole_text(value["text"]), _time(value.get("time")))


def _participants(messages: list[Message]) -> tuple[Participant, ...]:
    return tuple(Participant(name) for name in dict.fromkeys(message.author for message in messages) if name)


def _label(value: object, where: str, unread: list[Unread]) -> int | None:
    if value is None or (isinstance(value, int | float) and value in (0, 1)):
        return None if value is None else int(value)
    unread.append(Unread(where, "its label is not 0, 1 or null; it counts as not labelled"))
    return None


def _time(value: Any) -> datetime | str | None:
    """Return ISO text as a datetime, a number of seconds or milliseconds as UTC, other text as it is."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, UTC)
    except (ValueError, OverflowError, OSError):
        return _whole_text(str(value)) or None


def _text_or_none(value: object) -> str | None:
    return _whole_text(value) if isinstance(value, str) else None


def _whole_text(text: str) -> str:
    # Half of a surrogate pair is legal in JSON but can be written nowhere.
    return _LONE.sub("\ufffd", text) if _LONE.search(text) else text
