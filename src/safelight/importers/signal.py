"""Signal: what signal-export writes from the desktop app, one `chat.md` (formerly `index.md`) for each chat.

Heads are `[2023-01-28 21:15:07] name: text`; older versions write `[2023-01-28, 21:15] name: text`. The owner is "Me".

iPhones set to some countries (Sweden, Lithuania, Canada) write WhatsApp chats nearly alike. The decision: a file named
`_chat.txt` or after WhatsApp, or with direction marks in it, is WhatsApp's. Otherwise heads without seconds are
Signal's, since iPhones always write seconds; with seconds it is Signal's when the file ends in `.md` or is named after
Signal, when somebody is called "Me", or when lines end in the two spaces that signal-export puts there.

What a message quotes was written by somebody else: it becomes an entry without an author, before the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines, unread_lines
from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

TITLE = "Signal"
LEAVES_OUT: tuple[str, ...] = (
    "Messages that vanished before the export are missing.",
    "Pictures, sound and videos are not in the text.",
)
PASSES = 2

OWNER = "Me"
_NOBODY = "No-Sender"
_HEAD = re.compile(r"\[([0-9]{4}-[0-9]{2}-[0-9]{2}),? ([0-9]{2}:[0-9]{2})(:[0-9]{2})?\] ([^:\n]{1,120}?): ?")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]\\[|\\] ?[\u200e\u200f]|: ?\u200e")
_CALL = re.compile(r"(?:Incoming|Outgoing|Missed)(?: (?:voice|video|group))? call(?: \([^()]{1,60}\))?")
_MEDIA = re.compile(r"(?:!?\[[^\]\n]*\]\(\.{1,2}/[^)\n]*\)\s*)+|\(\( .{1,20} \)\)")
_DELETED = "(This message was deleted)"


def identify(name: str, head: bytes) -> bool:
    """Tell whether the beginning of a file is of signal-export."""
    base = name.rpartition("/")[2].casefold()
    lines = [line for line in head_lines(head) if line.strip()]
    found = _HEAD.match(lines[0]) if lines else None
    if found is None or "whatsapp" in base or base == "_chat.txt" or any(map(_MARKS.search, lines)):
        return False
    if found[3] is None or base.endswith(".md") or "signal" in base:
        return True
    heads = [(line, one) for line in lines if (one := _HEAD.match(line))]
    return any(one[4] == OWNER for _, one in heads) or sum(line.endswith("  ") for line, _ in heads) * 2 > len(heads)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of the file. Raises WrongEncoding."""
    lines = TextLines(stream, name)
    messages: list[Message] = []
    before, count = 0, 0
    for count, found, body in _entries(lines):
        if found is None:
            before = count
        else:
            messages.extend(_messages(found, body))
    authors = [who for who in dict.fromkeys(message.author for message in messages) if who]
    yield Conversation(
        messages=tuple(messages),
        participants=tuple(Participant(who, who == OWNER) for who in authors),
        id=name,
        title=title(name),
        owner=OWNER if OWNER in authors else None,
        source=Source("signal", name.rpartition("/")[2], lines.notes(), _unread(before), count),
    )


def title(name: str) -> str:
    """Return the chat's name: the folder of a `chat.md`, or the file's own name."""
    folders, _, base = name.rpartition("/")
    stem = base.rpartition(".")[0] or base
    return folders.rpartition("/")[2] if stem in ("chat", "index") else stem


def _entries(lines: TextLines) -> Iterator[tuple[int, re.Match[str] | None, list[str]]]:
    """Yield (number of the last line, head, lines of the body); head is None for lines before the first head."""
    head: re.Match[str] | None = None
    body: list[str] = []
    number = 0
    for number, line in enumerate(lines, 1):
        found = _HEAD.match(line)
        if found is not None and _when(found) is not None:
            if body:
                yield number - 1, head, body
            head, body = found, [line[found.end() :]]
        else:
            body.append(line)
    if body:
        yield number, head, body


def _when(found: re.Match[str]) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ''}")
    except ValueError:
        return None


def _messages(found: re.Match[str], body: list[str]) -> Iterator[Message]:
    """Yield what the message quotes, if anything, and the message."""
    when, author = _when(found), found[4].strip()
    quote = _quote_end(body)
    if quote:
        yield Message("", "\n".join(body[:quote]).strip(), when, "system")
    # signal-export ends a text with two spaces and an empty line; neither was written by anybody.
    text = "\n".join(body[quote:]).rstrip("\n ")
    if author == _NOBODY:
        yield Message("", text, when, "system")
    else:
        yield Message(author, text, when, _kind(text))


def _quote_end(body: list[str]) -> int:
    """Return how many lines at the beginning are a quotation: `name: `, an empty line, `> ...`, an empty line."""
    if len(body) < 4 or body[0].strip() or body[1] or not body[2].startswith("> "):
        return 0
    end = next((number for number in range(2, len(body)) if not body[number].startswith("> ")), len(body))
    return end + 1 if end < len(body) and not body[end] else 0


def _kind(text: str) -> MessageKind:
    if text == _DELETED:
        return "deleted"
    if _CALL.fullmatch(text):
        return "call"
    return "media" if _MEDIA.fullmatch(text) else "text"


def _unread(before: int) -> tuple[Unread, ...]:
    return (unread_lines(1, before, "stands before the first message"),) if before else ()
