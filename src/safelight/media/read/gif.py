"""GIF: comments, application blocks (XMP, ICC), and what lies behind the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.read import xmp
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

_MOST_BLOCKS = 200_000
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def identify(head: bytes) -> bool:
    """Tell a GIF by its first bytes."""
    return head[:6] in (b"GIF87a", b"GIF89a")


def blocks(data: Data) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, start, end) of each part: head, picture, control, comment, text, application, end."""
    head = data[:13]
    if len(head) < 13:
        return
    at = 13 + (3 << (head[10] & 7) + 1 if head[10] & 0x80 else 0)
    yield "head", 0, at
    for _ in range(_MOST_BLOCKS):
        mark = data[at : at + 2]
        if mark[:1] == b";":
            yield "end", at, at + 1
            return
        if mark[:1] == b"," and at + 10 <= len(data):
            flags = data[at + 9]
            stop = _sub_blocks(data, at + 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0))
            yield "picture", at, stop
        elif mark[:1] == b"!" and len(mark) == 2:
            stop = _sub_blocks(data, at + 2)
            names = {0xFE: "comment", 0x01: "text", 0xF9: "control", 0xFF: "application"}
            yield names.get(mark[1], "unknown"), at, stop
        else:
            return
        at = stop


def _sub_blocks(data: Data, at: int) -> int:
    """Return where a row of sub-blocks ends."""
    while at < len(data):
        size = data[at]
        at += 1 + size
        if not size:
            return at
    return len(data)


def content(data: Data, start: int, end: int) -> bytes:
    """Return the joined sub-blocks of an extension."""
    at, parts = start + 2, []
    while at < end and data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(parts)


def read(data: Data, notes: Notes) -> None:
    """Note comments, texts and application blocks."""
    head = data[6:10]
    notes.size = (int.from_bytes(head[:2], "little"), int.from_bytes(head[2:], "little"))
    end = 0
    for kind, start, stop in blocks(data):
        notes.spend()
        end = stop
        notes.content = notes.content or kind == "picture"
        if kind in ("comment", "text"):
            notes.add("comment", f"GIF {kind}", words(content(data, start, stop)))
        elif kind == "application":
            name = data[start + 3 : start + 14]
            if name[:8] == b"XMP Data":
                xmp.read(data[start + 14 : stop].partition(b"<?xpacket end")[0], notes)
            elif name not in LOOPS and name != b"ICCRGBG1012":
                notes.add("history", "GIF application block", words(name))
    if end and len(data) - end > 16:
        notes.add("trailer", "data behind the end of the picture", f"{len(data) - end} bytes")
