"""The parts of a clean copy: new bytes, stretches of the old file, and zeros; put together without copying the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from safelight.media.read.notes import on_time
from safelight.schema.errors import CannotClean

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

# New bytes; a stretch of the old file as (start, end); so many zeros.
Part = bytes | tuple[int, int] | int
_CHUNK = 1024**2

DAMAGED = "The file is damaged, or built in a way that is not known here"
_OTHERWISE = "Take a screenshot of it, or save it anew in another program, and clean that."


def refuse(what: str, fix: str = _OTHERWISE) -> CannotClean:
    """Return the error for a file that cannot be cleaned as a whole."""
    return CannotClean(what, fix=fix)


def chunks(data: Data, parts: Iterable[Part]) -> Iterator[bytes]:
    """Yield the bytes of the copy, a megabyte at a time at most."""
    for part in parts:
        if isinstance(part, bytes):
            yield part
        elif isinstance(part, int):
            for left in range(part, 0, -_CHUNK):
                yield bytes(min(left, _CHUNK))
        else:
            for at in range(part[0], part[1], _CHUNK):
                yield data[at : min(at + _CHUNK, part[1])]


def size(parts: Iterable[Part]) -> int:
    """Return how many bytes the copy has."""
    return sum(
        each if isinstance(each, int) else len(each) if isinstance(each, bytes) else each[1] - each[0] for each in parts
    )


def joined(data: Data, parts: Iterable[Part]) -> bytes:
    """Return the copy as one piece."""
    return b"".join(chunks(data, parts))


class Patches:
    """Changes to a file that keep every byte at its place: stretches set to zero, or to other bytes as many."""

    def __init__(self, size: int) -> None:
        """Begin with no changes to a file of so many bytes."""
        self._size = size
        self._changes: list[tuple[int, int, bytes | None]] = []

    def zero(self, start: int, end: int) -> None:
        """Set a stretch to zeros."""
        on_time()
        end = min(end, self._size)
        if start < end:
            self._changes.append((start, end, None))

    def put(self, start: int, new: bytes) -> None:
        """Set the bytes from a place on."""
        self._changes.append((start, start + len(new), new))

    def parts(self, end: int | None = None) -> list[Part]:
        """Return the copy up to `end`. Where changes overlap, the one that was asked for later holds."""
        end = self._size if end is None else end
        found: list[Part] = []
        at = 0
        for start, stop, new in self._flat():
            if at < min(start, end):
                found.append((at, min(start, end)))
            if start >= end:
                break
            stop = min(stop, end)
            found.append(stop - start if new is None else new[: stop - start])
            at = stop
        if at < end:
            found.append((at, end))
        return found

    def _flat(self) -> list[tuple[int, int, bytes | None]]:
        """Return the changes without overlaps, in order: between two edges the latest change holds."""
        edges = sorted({edge for start, stop, _ in self._changes for edge in (start, stop)})
        opening = sorted(range(len(self._changes)), key=lambda number: self._changes[number][0])
        flat: list[tuple[int, int, bytes | None]] = []
        active: list[int] = []
        following = 0
        for low, high in pairwise(edges):
            while following < len(opening) and self._changes[opening[following]][0] <= low:
                heappush(active, -opening[following])
                following += 1
            while active and self._changes[-active[0]][1] <= low:
                heappop(active)
            if active:
                start, _, new = self._changes[-active[0]]
                flat.append((low, high, None if new is None else new[low - start : high - start]))
        return flat
