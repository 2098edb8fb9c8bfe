"""Reads the JSON that Instagram and Facebook Messenger give out ("Download your information"): `message_1.json`, ...

The two cannot be told apart for certain, so one importer reads both. Messages are written newest first, 10,000 to a
file; the files of one thread share `thread_path`, which becomes the conversation's id. The texts are usually mangled
(see `mojibake`). Source: schema notes kept in public by users of the export; chat-miner's fixtures (MIT).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import NO_NAME, assembled, epoch, folder_of, gather, other_of_two
from safelight.importers.json_files import AGAIN, Entry, entry, listed, words
from safelight.importers.mojibake import repaired_entry
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind

TITLE = "Instagram or Messenger"
LEAVES_OUT = (
    "Pictures, videos, voice messages and shared posts are not looked at, only the words beside them.",
    "Messages that were taken back, or that vanish after reading, may be missing.",
    "An edited message can appear twice.",
    "Hearts and other reactions to a message are not looked at.",
)

_MEDIA = ("photos", "videos", "audio_files", "gifs", "files", "sticker")
# What the apps write for a reaction, with the emoji between; only this exact form.
_REACTION = re.compile(r"(Liked a message|Reacted \S{1,16} to (your|a) message)\s*")
_ATTACHED = re.compile(r".{0,80} sent an attachment\.?\s*")
_SYSTEM_TYPES = frozenset({"Subscribe", "Unsubscribe"})


def identify(name: str, head: bytes) -> bool:
    """Tell a thread by its keys; a thread without messages by its path and participants."""
    found = json_files.keys(head)
    if "messages" not in found:
        return False
    return {"sender_name", "timestamp_ms"} <= found or {"participants", "thread_path"} <= found


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of a file. Raises DamagedFile, EmptyFile."""
    document = repaired_entry(json_files.load_entry(stream, name))
    entries = document.get("messages")
    if not isinstance(entries, list):
        raise DamagedFile("The file has no list of messages", where=name, fix=AGAIN)
    names = [words(entry(one).get("name")) for one in listed(document.get("participants"))]
    title = words(document.get("title"))
    gathered = gather(entries, _message)
    people = names or [message.author for message in gathered.messages]
    yield from assembled(
        gathered,
        importer=__name__,
        file=name,
        id=words(document.get("thread_path")) or folder_of(name),
        title=title,
        owner=other_of_two(people, title),
        names=names,
        notes=LEAVES_OUT,
        newest_first=True,
    )


def _message(one: Entry) -> Message | str:
    if "sender_name" not in one and "content" not in one:
        return "it has neither a sender nor words"
    content = words(one.get("content"))
    shown = "\n".join(filter(None, (content, *_beside(one, content))))
    time = epoch(one.get("timestamp_ms"), 1000)
    return Message(words(one.get("sender_name")) or NO_NAME, shown, time, _kind(one, content))


def _kind(one: Entry, content: str) -> MessageKind:
    if one.get("is_unsent") and not content:
        return "deleted"
    if "call_duration" in one or one.get("type") == "Call":
        return "call"
    if one.get("type") in _SYSTEM_TYPES or _REACTION.fullmatch(content):
        return "system"
    shared = "share" in one and (not content or bool(_ATTACHED.fullmatch(content)))
    return "media" if shared or any(one.get(key) for key in _MEDIA) else "text"


def _beside(one: Entry, content: str) -> Iterator[str]:
    """Yield what belongs to a message beside its words: a link that is not among them, who was added or removed."""
    link = words(entry(one.get("share")).get("link"))
    if link not in content:
        yield link
    users = ", ".join(filter(None, (words(entry(user).get("name")) for user in listed(one.get("users")))))
    if users not in content:
        yield users
