"""WebP: the chunks of its RIFF container."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.read import exif, xmp
from safelight.media.read.notes import PIECE

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

_MOST_CHUNKS = 100_000


def identify(head: bytes) -> bool:
    """Tell a WebP by the head of its container."""
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def chunks(data: Data, start: int = 12) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, start of the content, its end) of each chunk of a RIFF container."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = start
    for _ in range(_MOST_CHUNKS):
        head = data[at : min(at + 8, end)]
        if len(head) < 8:
            return
        size = int.from_bytes(head[4:], "little")
        yield head[:4], at + 8, min(at + 8 + size, end)
        at += 8 + size + size % 2


def read(data: Data, notes: Notes) -> None:
    """Note EXIF and XMP chunks, and what lies behind the container."""
    for kind, start, stop in chunks(data):
        notes.spend()
        notes.content = notes.content or kind in (b"VP8 ", b"VP8L", b"ANMF")
        if kind == b"VP8X" and stop - start >= 10:
            body = data[start + 4 : start + 10]
            notes.size = (1 + int.from_bytes(body[:3], "little"), 1 + int.from_bytes(body[3:], "little"))
        elif kind == b"EXIF":
            exif.read(data[start : min(stop, start + PIECE)], notes)
        elif kind[:3] == b"XMP":
            xmp.read(data[start : min(stop, start + PIECE)], notes)
        elif kind == b"C2PA":
            notes.add("history", "content credentials (C2PA)", f"{stop - start} bytes")
    end = 8 + int.from_bytes(data[4:8], "little")
    if len(data) - end > 16:
        notes.add("trailer", "data behind the end of the picture", f"{len(data) - end} bytes")
