"""Reads the JSON of DiscordChatExporter, a program by others (MIT): one file for each channel, both sides in it.

It works with the token of an account, which is dangerous to hand out: read such files, never suggest making them.
Source: DiscordChatExporter.Core/Exporting/JsonMessageWriter.cs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import NO_NAME, assembled, distinct, gather, iso, other_of_two
from safelight.importers.json_files import AGAIN, Entry, entry, listed, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind

TITLE = "Discord (DiscordChatExporter)"
LEAVES_OUT = (
    "Pictures, videos, voice messages and reactions are not looked at, only the words beside them.",
    "Messages that were deleted before the export are missing.",
)

_AUTHOR = frozenset({"nickname", "discriminator", "isBot", "timestampEdited"})
# All other types are written by Discord itself: joined, pinned, boosted, renamed.
_WRITTEN = frozenset({"", "Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "ThreadStarterMessage"})


def identify(name: str, head: bytes) -> bool:
    """Tell an exported channel by its first keys, or by those of a message when somebody cut out the list."""
    found = json_files.keys(head)
    if {"guild", "channel"} <= found and found & {"messages", "dateRange", "exportedAt"}:
        return True
    return {"messages", "author", "content", "timestamp"} <= found and bool(found & _AUTHOR)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one channel of a file. Raises DamagedFile, EmptyFile."""
    document = json_files.load_entry(stream, name)
    entries = document.get("messages")
    if not isinstance(entries, list):
        raise DamagedFile("The file has no list of messages", where=name, fix=AGAIN)
    channel = entry(document.get("channel"))
    authors = [entry(entry(one).get("author")) for one in entries]
    names = distinct((str(one.get("id") or ""), _shown(one)) for one in authors)
    yield from assembled(
        gather(entries, lambda one: _message(one, names)),
        importer=__name__,
        file=name,
        id=str(channel.get("id") or name),
        title=words(channel.get("name")),
        owner=_owner(channel, authors, names),
        notes=LEAVES_OUT,
    )


def _shown(author: Entry) -> str:
    return words(author.get("nickname")) or words(author.get("name"))


def _owner(channel: Entry, authors: list[Entry], names: Mapping[str, str]) -> str | None:
    """Return the owner of a direct chat: its channel bears the name of the other, as account name or as nickname."""
    if channel.get("type") not in ("DirectTextChat", "DM"):
        return None
    title = words(channel.get("name"))
    aliases = {words(one.get("name")): names.get(str(one.get("id"))) for one in authors}
    return other_of_two(list(names.values()), aliases.get(title) or title)


def _message(one: Entry, names: Mapping[str, str]) -> Message | str:
    author = entry(one.get("author"))
    if "content" not in one and not author:
        return "it has neither an author nor words"
    name = names.get(str(author.get("id") or "")) or _shown(author) or NO_NAME
    shown = "\n".join(filter(None, _words(one)))
    return Message(name, shown, iso(one.get("timestamp")), _kind(one))


def _kind(one: Entry) -> MessageKind:
    kind = words(one.get("type"))
    if kind == "Call":
        return "call"
    # Types that the exporter has no name for are bare numbers.
    if kind not in _WRITTEN and not kind.isdigit():
        return "system"
    return "media" if one.get("attachments") or one.get("stickers") else "text"


def _words(one: Entry) -> Iterator[str]:
    """Yield the words of a message; those of a forwarded one; those of a card, when a bot wrote nothing else."""
    content = words(one.get("content"))
    yield content
    yield words(entry(one.get("forwardedMessage")).get("content"))
    yield from (words(entry(sticker).get("name")) for sticker in listed(one.get("stickers")))
    if content:
        return
    for card in map(entry, listed(one.get("embeds"))):
        yield from (words(card.get(key)) for key in ("title", "description", "url"))
