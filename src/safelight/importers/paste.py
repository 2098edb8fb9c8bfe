"""Pasted text: proposes who said what, and lets a person correct it line by line. Most children have no export.

`guess` reads the paste and proposes; `build` makes the conversation, with the person's corrections. Nothing is dropped:
every line with something on it is in exactly one block, and every block becomes one message or system entry.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO

from safelight.importers import written_times
from safelight.importers.paste_blocks import Block, cut, split_at
from safelight.importers.paste_claimed import claimed, is_claimed
from safelight.importers.paste_turns import turns
from safelight.importers.paste_words import fold, plain, words
from safelight.importers.whole_text import read_text, start_of_text
from safelight.schema.errors import BadInput, EmptyFile
from safelight.schema.items import Conversation, Message, Participant, Source, Unread

TITLE = "Pasted text"
LEAVES_OUT = (
    "Pictures, and messages that were not copied, are not in pasted text.",
    "Who said what was read from the text; look whether it is right.",
)
LAST_RESORT = True
UNKNOWN = "Unknown"
# JSON, XML, HTML, and bytes that are no text.
NO_CHAT = re.compile(r"\A\s*(?:\{|\[[\[{\"]|<[?!])|</\w|\0")
# Below this nobody should rely on who said what.
_CONVINCING = 0.6
_FIX = "Copy the messages and paste them again."
_A_GUESS = "No names were found in the text. Who said what is a guess; please correct it."


@dataclass(frozen=True, slots=True)
class Paste:
    """What was understood of a paste.

    blocks: in order, each with its author as proposed. names: everybody found, in order of appearance. owner: the name
    that stands for the person who copied ("Me", "You"), if there is one. guessed: True when there are no names and the
    turns are a guess. notes: what a person must see. lines: lines with something on them. format: the importer that
    knew the text, "paste" when none did.
    """

    blocks: tuple[Block, ...]
    names: tuple[str, ...]
    owner: str | None = None
    guessed: bool = False
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    lines: int = 0
    format: str = "paste"


def guess(text: str, *, names: Collection[str] = (), not_names: Collection[str] = ()) -> Paste:
    """Return who seems to have said what. names, not_names: what a person said is a name, or is none.

    Raises EmptyFile when there is nothing in the text.
    """
    if not plain(text).strip():
        raise EmptyFile("There is nothing in the text", fix=_FIX)
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = sum(bool(plain(line).strip()) for line in raw)
    known = None if names or not_names else claimed(text, raw)
    if known:
        source = known.conversation.source
        found = tuple(who.name for who in known.conversation.participants)
        return Paste(
            known.blocks, found, known.conversation.owner, False, source.notes, source.unread, lines, known.format
        )
    by_name = cut(raw, names, not_names).blocks
    if any(block.author for block in by_name):
        return _noted(by_name, lines, guessed=False)
    return _noted(turns(raw), lines, guessed=True)


def build(
    paste: Paste,
    corrections: Mapping[int, str] | None = None,
    renames: Mapping[str, str] | None = None,
    owner: str | None = None,
    *,
    name: str = "",
) -> Conversation:
    """Return the conversation. corrections: line number -> who said it ("" = nobody, the app wrote it).

    A correction holds for the whole block when it names the block's first line, else from that line to the end of the
    block. renames: a name -> the name to show instead (two names may get the same one). owner: the name, after
    renaming, of the person who looks. Raises BadInput for a line that has nothing on it, or an owner who says nothing.
    """
    blocks = _renamed(_corrected(paste.blocks, corrections or {}), renames or {})
    vote = written_times.vote(block.time for block in blocks if isinstance(block.time, str))
    messages = tuple(_message(block, vote) for block in blocks)
    who = dict.fromkeys(message.author for message in messages if message.author)
    owner = _owner(owner, paste, renames or {}, who)
    notes = (*paste.notes, *((vote.note,) if vote.note else ()))
    return Conversation(
        messages=messages,
        participants=tuple(Participant(one, one == owner) for one in who),
        id=name,
        owner=owner,
        source=Source(paste.format, name.rpartition("/")[2], notes, paste.unread, paste.lines),
    )


def identify(name: str, head: bytes) -> bool:
    """Tell whether the text has a convincing shape of who said what, and no other importer knows it."""
    text = start_of_text(head)
    if text is None or not text.strip() or NO_CHAT.search(text) or is_claimed(name, head):
        return False
    blocks = [block for block in cut(text.splitlines()).blocks if block.kind != "system"]
    named = [block for block in blocks if block.author and block.sure >= _CONVINCING]
    texts = sum(len(block.texts) for block in blocks)
    said = sum(len(block.texts) for block in named)
    return len(named) > 1 and len({block.author for block in named}) > 1 and said >= 0.7 * texts


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of a text file, as `guess` proposes it. Raises EmptyFile, WrongEncoding."""
    yield build(guess(read_text(stream, name)), name=name)


# ---------------------------------------------------------------- what a person must see


def _noted(blocks: tuple[Block, ...], lines: int, *, guessed: bool) -> Paste:
    names = tuple(dict.fromkeys(block.author for block in blocks if block.author))
    owner = None if guessed else _owner_by_name(names)
    return Paste(blocks, names, owner, guessed, LEAVES_OUT + tuple(_notes(blocks, guessed)), (), lines)


def _notes(blocks: tuple[Block, ...], guessed: bool) -> Iterator[str]:
    if guessed:
        yield _A_GUESS
        return
    nobody = [block for block in blocks if block.author is None and block.kind != "system"]
    if nobody:
        yield f"The text from {_lines(nobody)} has no name; it is shown as said by “{UNKNOWN}”."
    unsure = [block for block in blocks if block.author and block.sure < _CONVINCING]
    if unsure:
        yield f"Who said the text from {_lines(unsure)} is not sure."


def _lines(blocks: list[Block]) -> str:
    shown = ", ".join(str(block.number) for block in blocks[:10])
    return f"line {shown}" if len(blocks) == 1 else f"lines {shown}" + (" and others" if len(blocks) > 10 else "")


def _owner_by_name(names: tuple[str, ...]) -> str | None:
    """Return the name by which the one who copied the chat is called: "Me" before "You"."""
    for known in (words().me, words().you):
        found = next((name for name in names if fold(name) in known), None)
        if found and len(names) > 1:
            return found
    return None


# ---------------------------------------------------------------- what a person changes


def _corrected(blocks: tuple[Block, ...], corrections: Mapping[int, str]) -> Iterator[Block]:
    left = dict(corrections)
    for block in blocks:
        mine = sorted(line for line in left if block.number <= line <= block.last)
        for line in mine:
            parts = split_at(block, line, left[line])
            if parts:
                yield parts[0]
            block = _said_by(parts[1] if parts else block, left.pop(line))
        yield block
    if left:
        raise BadInput("A correction names a line that has nothing on it", where=f"line {min(left)}", fix="Look again.")


def _said_by(block: Block, author: str) -> Block:
    if not author.strip():
        return replace(block, author=None, kind="system", sure=1.0, rule="a person said so")
    kind = "text" if block.kind == "system" else block.kind
    return replace(block, author=author.strip(), kind=kind, sure=1.0, rule="a person said so")


def _renamed(blocks: Iterator[Block], renames: Mapping[str, str]) -> list[Block]:
    return [replace(one, author=renames.get(one.author, one.author) if one.author else None) for one in blocks]


def _message(block: Block, vote: written_times.Vote) -> Message:
    author = block.author or ("" if block.kind == "system" else UNKNOWN)
    return Message(author, block.text, _time(block.time, vote), block.kind)


def _time(time: datetime | str | None, vote: written_times.Vote) -> datetime | str | None:
    # "Today at 10:32" tells no date: it is kept as written.
    return written_times.parse(time, vote.order) or time if isinstance(time, str) else time


def _owner(owner: str | None, paste: Paste, renames: Mapping[str, str], who: Mapping[str, None]) -> str | None:
    if owner is None:
        proposed = renames.get(paste.owner, paste.owner) if paste.owner else None
        return proposed if proposed in who else None
    if owner not in who:
        raise BadInput("The owner is nobody who says something in this chat", fix="Choose one of the names.")
    return owner
