"""Reads the direct messages of TikTok's "Download your data": `user_data.json`, `user_data_tiktok.json`, or the TXT.

JSON: `Direct Messages` > `Chat History` > `ChatHistory`, in newer files `Direct Message` > `Direct Messages` >
`ChatHistory`; then "Chat History with NAME:" -> `{Date, From, Content}`. TXT: ">>> Chat History with NAME::", then
lines "YYYY-MM-DD HH:MM:SS UTC name: text". Source: RLEAPP (MIT) for the key names; public readers for the TXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import NO_NAME, NOT_AN_ENTRY, Gathered, assembled, gather, iso
from safelight.importers.json_files import Entry, entry, words
from safelight.schema.items import Conversation, Message, Unread

TITLE = "TikTok"
LEAVES_OUT = (
    "Shared videos and pictures are not in TikTok's file, only links to them.",
    "Messages that were deleted may be missing.",
)

_SECTIONS = ("Direct Messages", "Direct Message")
_FOLDERS = 6
# The messages come late in a large file; these lists stand before them.
_EARLY = frozenset(
    {"FavoriteEffectsList", "FavoriteHashtagList", "FavoriteSoundList", "FavoriteVideoList", "FansList", "VideoList"}
)
_TOPS = frozenset({"Activity", "Your Activity", "Likes and Favorites", "Profile And Settings", "Ads and data"})
_TITLE = re.compile(r"(?:.*?Chat History with )?(.*?):*\s*", re.DOTALL)
_HEADER = re.compile(r">>> .{0,40}?with (.*?):*\s*")
_HEADER_IN_HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?>>> (?:Group )?Chat History with ", re.MULTILINE)
_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?) ([^:]+): ?(.*)", re.DOTALL)


def identify(name: str, head: bytes) -> bool:
    """Tell the JSON by its keys, the TXT by its headers."""
    if _HEADER_IN_HEAD.search(head):
        return not head.lstrip().startswith(b"{")
    found = json_files.keys(head)
    return "ChatHistory" in found or bool(found & _EARLY and found & _TOPS)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield one conversation for each partner. Raises DamagedFile, EmptyFile."""
    start = stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    stream.seek(0)
    if start.startswith(b"{"):
        chats, owner = _from_json(json_files.load_entry(stream, name))
    else:
        chats, owner = _from_lines(json_files.decoded(stream.read(), name)), None
    me = owner or _common(chats)
    for partner, gathered in chats:
        yield from assembled(
            gathered, importer=__name__, file=name, id=partner, title=partner, owner=me, notes=LEAVES_OUT
        )


def _from_json(document: Entry) -> tuple[list[tuple[str, Gathered]], str | None]:
    chats = [chat for section in _SECTIONS for chat in _found(document.get(section), section)]
    return chats, _account(document)


def _found(value: object, where: str, depth: int = 0) -> Iterator[tuple[str, Gathered]]:
    """Yield every list of messages below a section, however its folders are named in this version."""
    for number, (key, inner) in enumerate(entry(value).items()):
        place = f"{where}[{number}]"
        if isinstance(inner, list):
            partner = _TITLE.fullmatch(words(key))
            yield partner[1] if partner else words(key), gather(inner, _message, place)
        elif depth < _FOLDERS:
            yield from _found(inner, place, depth + 1)


def _account(document: Entry) -> str | None:
    """Return the account's own name from the profile that some versions hold."""
    profile = entry(document.get("Profile") or document.get("Profile And Settings"))
    for key in ("Profile Information", "Profile Info"):
        name = words(entry(entry(profile.get(key)).get("ProfileMap")).get("userName"))
        if name:
            return name
    return None


def _common(chats: list[tuple[str, Gathered]]) -> str | None:
    """Return the one author who is not the partner, the same in every chat where one is; None when that is unclear."""
    others = [{m.author for m in gathered.messages} - {partner} for partner, gathered in chats]
    shared = set.intersection(*filter(None, others)) if any(others) else set()
    return shared.pop() if len(shared) == 1 else None


def _message(one: Entry) -> Message | str:
    if not isinstance(one.get("Content"), str) and "From" not in one:
        return "it has neither a sender nor words"
    return Message(words(one.get("From")) or NO_NAME, words(one.get("Content")), iso(one.get("Date")))


@dataclass(slots=True)
class _Chat:
    """A block of the TXT while it is read. blanks: empty lines that belong to the message only if more text follows."""

    partner: str
    messages: list[Message] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    lines: int = 0
    blanks: int = 0

    def add(self, line: str, number: int) -> None:
        """Take in one line: a message, the next line of one, a blank, or something unread."""
        self.lines += 1
        found = _LINE.fullmatch(line)
        time = iso(found[1]) if found else None
        if found and time:
            self.messages.append(Message(found[2], found[3], time))
        elif not line.strip():
            self.blanks += 1
            return
        elif self.messages:
            last = self.messages[-1]
            self.messages[-1] = replace(last, text=last.text + "\n" * (self.blanks + 1) + line)
        else:
            self.unread.append(Unread(f"line {number}", NOT_AN_ENTRY))
        self.blanks = 0


def _from_lines(document: str) -> list[tuple[str, Gathered]]:
    """Return the blocks of the TXT. Lines before the first header are listed as unread in the first block."""
    chats = [_Chat("")]
    for number, line in enumerate(document.replace("\r\n", "\n").split("\n"), 1):
        header = _HEADER.fullmatch(line)
        if header:
            chats.append(_Chat(header[1]))
        else:
            chats[-1].add(line, number)
    before, *blocks = chats
    if blocks:
        blocks[0].unread[:0] = before.unread
    return [(one.partner, Gathered(tuple(one.messages), tuple(one.unread), one.lines)) for one in blocks]
