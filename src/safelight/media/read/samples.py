"""Where the samples of a track lie in the file (ISO/IEC 14496-12, the sample table)."""

from __future__ import annotations

import struct
from itertools import accumulate
from typing import TYPE_CHECKING

from safelight.media.read.boxes import Box, boxes, named

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

MOST_SAMPLES = 5_000_000


def stretches(data: Data, track: Box) -> list[tuple[int, int]]:
    """Return (start, end) of each chunk of samples of a track. Raises ValueError when the table is damaged."""
    table = named(data, track.body, track.end, b"mdia", b"minf", b"stbl")
    parts = {part.type: part for part in boxes(data, table.body, table.end)} if table else {}
    places = _numbers(data, parts.get(b"stco"), 4, 4) or _numbers(data, parts.get(b"co64"), 4, 8)
    runs = _numbers(data, parts.get(b"stsc"), 4, 4, fields=3)
    if not places or not runs:
        return []
    counts = _per_chunk(runs, len(places))
    sizes = _sizes(data, parts.get(b"stsz") or parts.get(b"stz2"), sum(counts), parts.get(b"stsd"))
    if isinstance(sizes, int):
        return [(start, start + count * sizes) for start, count in zip(places, counts, strict=True)]
    ends = [0, *accumulate(sizes)]
    found, first = [], 0
    for start, count in zip(places, counts, strict=True):
        last = min(first + count, len(sizes))
        found.append((start, start + ends[last] - ends[min(first, len(sizes))]))
        first = last
    return found


def _numbers(data: Data, box: Box | None, skip: int, wide: int, fields: int = 1) -> list[int]:
    """Return the numbers of a table box: version and flags, a count, then so many numbers an entry."""
    if box is None:
        return []
    count = int.from_bytes(data[box.body + skip : box.body + skip + 4], "big") * fields
    if count > MOST_SAMPLES:
        raise ValueError("too many samples")
    raw = data[box.body + skip + 4 : min(box.end, box.body + skip + 4 + count * wide)]
    return list(struct.unpack(f">{len(raw) // wide}{'Q' if wide == 8 else 'I'}", raw[: len(raw) // wide * wide]))


def _per_chunk(runs: list[int], chunks: int) -> list[int]:
    """Return how many samples each chunk holds."""
    found: list[int] = []
    triples = [runs[at : at + 3] for at in range(0, len(runs) - 2, 3)]
    for number, (first, samples, _) in enumerate(triples):
        following = triples[number + 1][0] if number + 1 < len(triples) else chunks + 1
        if not 1 <= first <= following or samples > MOST_SAMPLES:
            raise ValueError("a damaged table")
        found += [samples] * (min(following, chunks + 1) - first)
    if len(found) != chunks:
        raise ValueError("a damaged table")
    return found


def _sizes(data: Data, box: Box | None, count: int, described: Box | None) -> list[int] | int:
    """Return the size of each sample, or one size for all."""
    if box is None:
        raise ValueError("a damaged table")
    if box.type == b"stsz":
        same = int.from_bytes(data[box.body + 4 : box.body + 8], "big")
        return _uniform(data, same, described) if same else _numbers(data, box, 8, 4)
    field = data[box.body + 7]
    total = int.from_bytes(data[box.body + 8 : box.body + 12], "big")
    raw = data[box.body + 12 : box.end]
    if field == 4:
        return [half for byte in raw for half in (byte >> 4, byte & 15)][:total]
    wide = field // 8 or 1
    return [int.from_bytes(raw[at : at + wide], "big") for at in range(0, min(len(raw), total * wide), wide)]


def _uniform(data: Data, same: int, described: Box | None) -> int:
    """Plain sound of old QuickTime files says 1 for a sample that is as wide as its channels are."""
    if same != 1 or described is None:
        return same
    entry = data[described.body + 8 : described.body + 8 + 36]
    if len(entry) < 36:
        return same
    version, channels, bits = struct.unpack_from(">H", entry, 16)[0], *struct.unpack_from(">HH", entry, 24)
    if version == 1 and described.end - described.body >= 8 + 52:
        more = data[described.body + 8 + 36 : described.body + 8 + 52]
        return max(1, -(-int.from_bytes(more[8:12], "big") // max(1, int.from_bytes(more[:4], "big"))))
    return max(1, int(channels * bits // 8))
