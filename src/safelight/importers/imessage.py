"""iMessage and SMS on a Mac: the text files of imessage-exporter, one for each chat.

A message is a line with its time, a line with its sender ("Me" is the owner), the text, and an empty line:

    May 17, 2022  5:29:42 PM (Read by you after 1 hour)
    Ann
    the text, on any number of lines

Replies are shown twice: indented below what they answer, and again at their own time; each is taken once. What the tool
adds below a text (tapbacks, effects, "This message responded to ...") becomes an entry without an author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines, unread_lines
from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

TITLE = "iMessage"
LEAVES_OUT: tuple[str, ...] = ("Pictures, sound and videos are not in the text.",)
PASSES = 2

OWNER = "Me"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# The tool writes English whatever the Mac's language is; the locale of this computer must not matter.
_STAMP = rf"({'|'.join(_MONTHS)}) (\d{{2}}), (\d{{4}})\s+(\d{{1,2}}):(\d{{2}}):(\d{{2}}) ([AP]M)"
_HEAD = re.compile(rf"( *){_STAMP}(?: \(Read by [^()]*\))?\s*")
_ANNOUNCED = re.compile(rf"(){_STAMP} (?!\(Read by )(\S.*)", re.DOTALL)
_ANSWER = "This message responded to an earlier message."
_ADDED = re.compile(
    r"(?:Tapbacks|Reactions):|Sent with .{2,30}|This message responded to an earlier message\."
    r"|(?:Loved|Liked|Disliked|Laughed|Emphasized|Questioned|.{1,12}) by .{1,80}|Sticker from .{1,200}"
)
_GONE = re.compile(r".{1,80} (?:deleted a message\.|unsent (?:this|a) message.*)")
_FILE = re.compile(r"(?:[~/.\w-][^\n]*/)[^\n/]*\.\w{2,5}|Attachment missing!", re.IGNORECASE)
_INDENT = 4
_TWICE = "Replies that stand twice in this file, and were read once: {}."


@dataclass(slots=True)
class _Block:
    """One message as it stands in the file. sender "": an announcement; None: a time with nothing after it.

    goes_on: it is what follows the replies to a message that began above them.
    """

    first: int
    when: datetime
    indent: int
    sender: str | None = None
    lines: list[str] = field(default_factory=list)
    goes_on: bool = False


def identify(name: str, head: bytes) -> bool:
    """Tell whether a file begins with a time as imessage-exporter writes it."""
    lines = head_lines(head)
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or _ANNOUNCED.fullmatch(lines[first]):
        return first is not None
    found = _HEAD.fullmatch(lines[first])
    return found is not None and not found[1] and bool("".join(lines[first + 1 : first + 2]).strip())


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of the file. Raises WrongEncoding."""
    lines = TextLines(stream, name)
    unread: list[Unread] = []
    counted = _Counted(lines)
    blocks = list(_blocks(counted, unread))
    blocks, twice = _once(blocks)
    messages = tuple(message for block in blocks for message in _messages(block, unread))
    authors = [who for who in dict.fromkeys(message.author for message in messages) if who]
    notes = (_TWICE.format(twice), *lines.notes()) if twice else lines.notes()
    base = name.rpartition("/")[2]
    yield Conversation(
        messages=messages,
        participants=tuple(Participant(who, who == OWNER) for who in authors),
        id=name,
        title=base.rpartition(".")[0] or base,
        owner=OWNER if OWNER in authors else None,
        source=Source("imessage", base, notes, tuple(unread), counted.number),
    )


class _Counted:
    """Lines with their numbers; `number` is the last one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self._lines, 1):
            self.number = number
            yield number, line


def _blocks(lines: Iterable[tuple[int, str]], unread: list[Unread]) -> Iterator[_Block]:
    """Yield the messages in the order of the file. A top-level head stands after an empty line or at the start."""
    block: _Block | None = None
    parent: _Block | None = None
    blank = True
    for number, line in lines:
        begun = _begin(number, line, blank, block)
        if begun is not None:
            if block is not None:
                yield block
            parent, block = (parent or block, begun) if begun.indent else (None, begun)
        elif block is None:
            unread.append(unread_lines(number, number, "stands before the first message"))
        elif block.indent and parent is not None and line.strip() and not line.startswith(" " * block.indent):
            # Below its replies a message goes on with what belongs to itself.
            yield block
            block, parent = _Block(parent.first, parent.when, 0, parent.sender, goes_on=True), None
            _add(block, line)
        else:
            _add(block, line)
        blank = not line.strip()
    if block is not None:
        yield block


def _begin(number: int, line: str, blank: bool, block: _Block | None) -> _Block | None:
    found = _HEAD.fullmatch(line)
    if found is not None and (found[1] or blank):
        if found[1] and block is None:
            return None
        when = _when(found)
        return _Block(number, when, len(found[1])) if when else None
    found = _ANNOUNCED.fullmatch(line) if blank else None
    if found is not None and (when := _when(found)):
        return _Block(number, when, 0, "", [found[9]])
    return None


def _add(block: _Block, line: str) -> None:
    line = line[block.indent :] if line.startswith(" " * block.indent) else line
    if block.sender is None:
        block.sender = line.strip()
    else:
        block.lines.append(line)


def _when(found: re.Match[str]) -> datetime | None:
    hour = int(found[5]) % 12 + (12 if found[8] == "PM" else 0)
    month = _MONTHS.index(found[2]) + 1
    try:
        return datetime(int(found[4]), month, int(found[3]), hour, int(found[6]), int(found[7]))
    except ValueError:
        return None


def _once(blocks: list[_Block]) -> tuple[list[_Block], int]:
    """Return the blocks without indented replies that stand at their own time too, and how many were left out."""
    at_top = {_same(block) for block in blocks if not block.indent}
    kept = [block for block in blocks if not block.indent or _same(block) not in at_top]
    if any(block.indent for block in kept):
        kept.sort(key=lambda block: block.when)
    return kept, len(blocks) - len(kept)


def _same(block: _Block) -> tuple[datetime, str | None, str]:
    return block.when, block.sender, "\n".join(_apart(block.lines)[0]).strip("\n")


def _messages(block: _Block, unread: list[Unread]) -> Iterator[Message]:
    """Yield the message of a block, and what the tool added to it as an entry of its own."""
    if block.sender is None:
        unread.append(unread_lines(block.first, block.first, "a time without a message"))
        return
    lines, added = _apart(block.lines)
    text = "\n".join(lines).strip("\n")
    if not block.sender:
        yield Message("", text, block.when, "system")
    elif text or not (added and block.goes_on):
        yield Message(block.sender, text, block.when, _kind(text))
    if added:
        yield Message("", "\n".join(added), block.when, "system")


def _apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the text, and the lines that the tool added at its end."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _ADDED.fullmatch(lines[end - 1].strip())):
        end -= 1
    start = next((n for n in range(end, len(lines)) if lines[n].strip() in ("Tapbacks:", "Reactions:", _ANSWER)), None)
    if start is None:
        # Without a heading of the tool only "Sent with ..." is the tool's; the rest may be somebody's words.
        start = next((n for n in range(end, len(lines)) if lines[n].startswith("Sent with ")), len(lines))
    return lines[:start], [line for line in lines[start:] if line.strip()]


def _kind(text: str) -> MessageKind:
    if _GONE.fullmatch(text):
        return "deleted"
    return "media" if _FILE.fullmatch(text) else "text"
