"""TIFF: new directories with the entries that draw the pages; the pages' bytes stay as they are.

Raw files of cameras are refused: they hold previews and makers' data that cannot be told from the picture.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from safelight.media.clean import icc, jpeg
from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.exif import Block, Entry
from safelight.media.read.notes import Notes, on_time

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_KEPT = frozenset(
    (
        254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 274, 277, 278, 280, 281, 282, 283, 284, 290, 291, 292,
        293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 332, 334, 336, 338, 339, 340, 341, 342, 347, 512, 515,
        517, 518, 529, 530, 531, 532, 559, 32995, 32996, 32997, 32998, 34925, 50674,
    )
)  # fmt: skip
_PROFILE, _STRIPS, _TILES, _JPEG = 34675, (273, 279), (324, 325), (513, 514)
_RAW_TAGS = frozenset((50706, 50708, 50838, 33421, 46, 50740))
_RAW_KINDS, _RAW_PACKED = (32803, 34892), (34713, 32767, 65000, 65535, 34892, 32769)
_RAW = "This is a camera's raw file, which holds more than a picture"
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_MOST_PAGES, _MOST_PIECES = 500, 2_000_000


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy with the pages only. Raises CannotClean."""
    block = Block(data)
    if not block.order or data[:4] in (b"IIRO", b"IIRS", b"IIU\0", b"MMOR") or data[8:10] == b"CR":
        raise refuse(_RAW if block.order else DAMAGED)
    pages = _pages(block)
    if not pages:
        raise refuse(DAMAGED)
    return _written(block, pages)


def _pages(block: Block) -> list[dict[int, Entry]]:
    found: list[dict[int, Entry]] = []
    offset, seen, notes = block.first(), set(), Notes()
    while offset > 0 and offset not in seen and len(found) < _MOST_PAGES:
        seen.add(offset)
        entries, offset = block.entries(offset, notes)
        table = {entry.tag: entry for entry in entries}
        kind = block.whole(table[262]) if 262 in table else 0
        packed = block.whole(table[259]) if 259 in table else 0
        if _RAW_TAGS & set(table) or kind in _RAW_KINDS or packed in _RAW_PACKED:
            raise refuse(_RAW, "Share it as a JPEG, and clean that.")
        small = 254 in table and block.whole(table[254]) & 1
        if 256 in table and 257 in table and not small and (273 in table or 324 in table or 513 in table):
            found.append(table)
    return found


def _written(block: Block, pages: list[dict[int, Entry]]) -> list[Part]:
    order = block.order
    mark = b"II" if order == "<" else b"MM"
    found: list[Part] = [mark + struct.pack(order + "HI", 42, 8)]
    at = 8
    for number, table in enumerate(pages):
        rows = _values(block, table)
        content, pieces = _content(block, table)
        for (where, how_long), lengths in content.items():
            # Set twice: the directory's length depends on how many there are, not on where they point.
            rows[where] = rows[how_long] = _numbers(order, lengths)
        _, place = _directory(order, at, rows, 0)
        for (where, how_long), lengths in content.items():
            starts = []
            for length in lengths:
                starts.append(place)
                place += length + length % 2
            rows[where], rows[how_long] = _numbers(order, starts), _numbers(order, lengths)
        directory, _ = _directory(order, at, rows, place if number + 1 < len(pages) else 0)
        found += [directory, *pieces]
        if len(found) > _MOST_PIECES:
            raise refuse("The picture is in more pieces than can be cleaned here")
        at = place
    return found


def _numbers(order: str, values: list[int]) -> tuple[int, int, bytes]:
    if max(values, default=0) > 0xFFFFFFF0:
        raise refuse("The picture is too large for a plain TIFF")
    return 4, len(values), struct.pack(f"{order}{len(values)}I", *values)


def _values(block: Block, table: dict[int, Entry]) -> dict[int, tuple[int, int, bytes]]:
    """The entries that stay, as (type, count, bytes)."""
    rows: dict[int, tuple[int, int, bytes]] = {}
    for tag, entry in table.items():
        if tag == _PROFILE:
            bare = icc.bare(block.raw(entry))
            if bare:
                rows[tag] = (7, len(bare), bare)
        elif tag in _KEPT:
            rows[tag] = _value(block, entry)
    return rows


def _value(block: Block, entry: Entry) -> tuple[int, int, bytes]:
    raw = block.raw(entry, 1024**2)
    if entry.tag == 347:
        raw = jpeg.bare(raw)
        return 7, len(raw), raw
    if entry.type in (16, 18, 13):
        numbers = [int(value) for value in block.numbers(entry, 4096)]
        return 4, len(numbers), struct.pack(f"{block.order}{len(numbers)}I", *(n & 0xFFFFFFFF for n in numbers))
    if entry.type not in _SIZES or len(raw) != entry.size:
        raise refuse(DAMAGED)
    return entry.type, entry.count, raw


def _content(block: Block, table: dict[int, Entry]) -> tuple[dict[tuple[int, int], list[int]], list[Part]]:
    """The strips, tiles, or the old kind of JPEG of a page: their lengths by tags, and the pieces in that order."""
    found: dict[tuple[int, int], list[int]] = {}
    pieces: list[Part] = []
    packed = block.whole(table[259]) if 259 in table else 1
    # Strips lie beside one another: those of one page are not much more than the file, together.
    left = 2 * block.end
    for names in (_STRIPS, _TILES, _JPEG):
        if names[0] not in table:
            continue
        starts = block.numbers(table[names[0]], 1_000_000)
        lengths = block.numbers(table[names[1]], 1_000_000) if names[1] in table else _one(block, starts)
        if len(starts) != len(lengths):
            raise refuse(DAMAGED)
        found[names] = []
        for start, length in zip(starts, lengths, strict=True):
            on_time()
            low, high = int(start), min(int(start + length), block.end)
            low = min(low, block.end)
            piece: Part = (low, max(low, high))
            if packed == 7 or names == _JPEG:
                piece = _jpeg(block, low, high)
            size = len(piece) if isinstance(piece, bytes) else max(low, high) - low
            left -= size
            if left < 0:
                raise refuse(DAMAGED)
            found[names].append(size)
            pieces += [piece, size % 2]
    return found, pieces


def _one(block: Block, starts: list[float]) -> list[float]:
    """A single strip without a stated length goes to the end of the file."""
    return [block.end - starts[0]] if len(starts) == 1 else []


def _jpeg(block: Block, low: int, high: int) -> Part:
    raw = block.data[low:high]
    return jpeg.bare(raw) if raw[:2] == b"\xff\xd8" else raw


def _directory(order: str, at: int, rows: dict[int, tuple[int, int, bytes]], following: int) -> tuple[bytes, int]:
    """Return one directory with its values behind it, and where it ends."""
    head = struct.pack(order + "H", len(rows))
    behind, place = b"", at + 2 + 12 * len(rows) + 4
    for tag in sorted(rows):
        kind, count, raw = rows[tag]
        if len(raw) <= 4:
            head += struct.pack(order + "HHI", tag, kind, count) + raw.ljust(4, b"\0")
        else:
            head += struct.pack(order + "HHII", tag, kind, count, place + len(behind))
            behind += raw + bytes(len(raw) % 2)
    whole = head + struct.pack(order + "I", following) + behind
    return whole, at + len(whole)
