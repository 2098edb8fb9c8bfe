"""The boxes of ISO base media files: MP4, MOV, 3GP, M4A, HEIC, AVIF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safelight.media.read.notes import on_time

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

_MOST_BOXES = 100_000


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its type, where it starts, where its content starts, where it ends."""

    type: bytes
    start: int
    body: int
    end: int


def boxes(data: Data, start: int, end: int, notes: Notes | None = None) -> Iterator[Box]:
    """Yield the boxes between two places; one that is said to be longer than what is there ends where that ends."""
    at = start
    for _ in range(_MOST_BOXES):
        head = data[at : min(at + 16, end)]
        if len(head) < 8:
            return
        on_time()
        if notes:
            notes.spend()
        size, body = int.from_bytes(head[:4], "big"), at + 8
        if size == 1 and len(head) == 16:
            size, body = int.from_bytes(head[8:], "big"), at + 16
        elif size == 0:
            size = end - at
        if size < body - at:
            return
        yield Box(head[4:8], at, body, min(at + size, end))
        at += size


def named(data: Data, start: int, end: int, *path: bytes) -> Box | None:
    """Return the first box at a path of types."""
    for box in boxes(data, start, end):
        if box.type == path[0]:
            if len(path) == 1:
                return box
            if found := named(data, box.body, box.end, *path[1:]):
                return found
    return None
