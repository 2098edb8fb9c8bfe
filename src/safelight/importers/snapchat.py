"""Reads Snapchat's `chat_history.json` and `snap_history.json` ("My Data"), in the new form and the old one.

New: conversation -> messages with `From`, `Media Type`, `Created`, `Content`, `IsSender`; the field named
`Created(microseconds)` holds milliseconds. Old: lists of received and sent messages, with `Text` escaped as in HTML.
Types that begin with STATUS are the system's. Source: reference notes on both forms; public parsers of them (MIT).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import (
    NO_NAME,
    NOT_AN_ENTRY,
    YOU,
    Gathered,
    assembled,
    epoch,
    gather,
    iso,
)
from safelight.importers.json_files import AGAIN, Entry, entry, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind, Unread

TITLE = "Snapchat"
LEAVES_OUT = (
    "Snapchat keeps only text that somebody saved. Most of what was written is not in this file.",
    "Snaps themselves are not in it, only that they were sent.",
)

_OLD = {
    "Received Saved Chat History": "From",
    "Sent Saved Chat History": "To",
    "Received Unsaved Chat History": "From",
    "Sent Unsaved Chat History": "To",
    "Received Snap History": "From",
    "Sent Snap History": "To",
}
# A date of this century in milliseconds has 13 digits; were it ever microseconds, it would have 16.
_MILLISECONDS_END = 100_000_000_000_000


def identify(name: str, head: bytes) -> bool:
    """Tell both forms by their keys."""
    found = json_files.keys(head)
    return bool(found & _OLD.keys()) or {"IsSender", "Media Type", "From"} <= found


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield one conversation for each friend or group. Raises DamagedFile, EmptyFile."""
    document = json_files.load_entry(stream, name)
    if document.keys() & _OLD.keys():
        yield from _old(document, name)
        return
    for number, (key, entries) in enumerate(document.items()):
        if not isinstance(entries, list):
            raise DamagedFile("A conversation is not a list of messages", where=f"{name}, entry {number}", fix=AGAIN)
        yield from _new(words(key), entries, name)


def _new(key: str, entries: list[object], file: str) -> Iterator[Conversation]:
    mine = (words(one.get("From")) for one in map(entry, entries) if one.get("IsSender") is True)
    titles = (words(entry(one).get("Conversation Title")) for one in entries)
    title = next(filter(None, titles), key)
    return _conversation(gather(entries, _message, key), key, title, next(mine, None), file)


def _conversation(gathered: Gathered, key: str, title: str, owner: str | None, file: str) -> Iterator[Conversation]:
    return assembled(gathered, importer=__name__, file=file, id=key, title=title, owner=owner, notes=LEAVES_OUT)


def _message(one: Entry) -> Message | str:
    if "From" not in one or "Media Type" not in one:
        return "it has no sender or no type"
    return _made(words(one["From"]) or NO_NAME, words(one.get("Content")), one)


def _made(author: str, text: str, one: Entry) -> Message:
    """Return the message; a system entry says its type. Text that nobody saved is an entry without words."""
    written = words(one.get("Media Type"))
    kind: MessageKind = "media"
    if written.upper().startswith("STATUS"):
        kind, text = "system", text or written
    elif written.upper() == "TEXT":
        kind = "text" if text else "deleted"
    return Message(author, text, _time(one), kind)


def _time(one: Entry) -> datetime | None:
    fine = one.get("Created(microseconds)")
    per_second = 1_000_000 if isinstance(fine, int) and fine > _MILLISECONDS_END else 1000
    return epoch(fine, per_second) or iso(one.get("Created"))


def _old(document: Entry, file: str) -> Iterator[Conversation]:
    """Yield the conversations of the old form, which sorts by direction: joined by who is on the other side."""
    chats: dict[str, list[Message]] = {}
    unread: list[Unread] = []
    for section, side in _OLD.items():
        for number, one in enumerate(_section(document, section, file)):
            if isinstance(one, dict) and side in one and "Media Type" in one:
                other = words(one[side]) or NO_NAME
                chats.setdefault(other, []).append(_old_message(one, other if side == "From" else YOU))
            else:
                unread.append(Unread(f"{section}[{number}]", NOT_AN_ENTRY))
    # What cannot be told apart by partner has to hang somewhere: on the first chat.
    for other, messages in chats.items() or [("", [])]:
        gathered = Gathered(tuple(messages), tuple(unread), len(messages) + len(unread))
        yield from _conversation(gathered, other, other, YOU, file)
        unread = []


def _old_message(one: Entry, author: str) -> Message:
    return _made(author, html.unescape(words(one.get("Text"))), one)


def _section(document: Entry, section: str, file: str) -> list[object]:
    value = document.get(section, [])
    if not isinstance(value, list):
        raise DamagedFile("A part of the file is not a list of messages", where=f"{file}, {section}", fix=AGAIN)
    return value
