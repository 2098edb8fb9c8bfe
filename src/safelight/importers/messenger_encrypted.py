"""Reads the JSON of Messenger's encrypted chats ("Download secure storage"): `participants` are plain names.

The file names the thread `threadName`, often with a number behind it ("Mia_3"). Its text is proper UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import NO_NAME, assembled, epoch, folder_of, gather, other_of_two
from safelight.importers.json_files import AGAIN, Entry, entry, listed, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind

TITLE = "Messenger, encrypted chats"
LEAVES_OUT = (
    "Pictures, videos and voice messages are not looked at, only the words beside them.",
    "Messages that were taken back are missing, and reactions are not looked at.",
)

_NUMBER = re.compile(r"_\d+$")


def identify(name: str, head: bytes) -> bool:
    """Tell the encrypted form by its keys, which are written in one word."""
    found = json_files.keys(head)
    return "messages" in found and ({"senderName", "timestamp"} <= found or {"participants", "threadName"} <= found)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of a file. Raises DamagedFile, EmptyFile."""
    document = json_files.load_entry(stream, name)
    entries = document.get("messages")
    if not isinstance(entries, list):
        raise DamagedFile("The file has no list of messages", where=name, fix=AGAIN)
    thread = words(document.get("threadName"))
    title = _NUMBER.sub("", thread)
    names = [words(one) or words(entry(one).get("name")) for one in listed(document.get("participants"))]
    yield from assembled(
        gather(entries, _message),
        importer=__name__,
        file=name,
        id=thread or folder_of(name),
        title=title,
        owner=other_of_two(names, title),
        names=names,
        notes=LEAVES_OUT,
    )


def _message(one: Entry) -> Message | str:
    if "senderName" not in one and "text" not in one:
        return "it has neither a sender nor words"
    text = words(one.get("text"))
    return Message(words(one.get("senderName")) or NO_NAME, text, epoch(one.get("timestamp"), 1000), _kind(one, text))


def _kind(one: Entry, text: str) -> MessageKind:
    kind = words(one.get("type")).lower()
    if one.get("isUnsent") and not text:
        return "deleted"
    if "call" in kind:
        return "call"
    return "media" if one.get("media") or kind == "media" else "text"
