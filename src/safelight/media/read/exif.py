"""EXIF: directories of a TIFF structure, wherever it lies (its own file, a JPEG segment, a PNG or WebP chunk, ...)."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safelight.locales.load import mark
from safelight.media.read import exif_tags, iptc, makernote, xmp
from safelight.media.read.notes import PIECE, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_FORMATS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_MAGIC = {42: False, 43: True, 0x55: False, 0x4F52: False, 0x5352: False}
_MOST_ENTRIES, _MOST_DIRECTORIES = 2_000, 60
_ENCODINGS = {b"ASCII\0\0\0": "latin-1", b"JIS\0\0\0\0\0": "iso2022_jp", b"\0" * 8: "utf-8"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory: tag, type, count of values, and where its bytes lie in the block."""

    tag: int
    type: int
    count: int
    at: int
    size: int


class Block:
    """A TIFF structure in bytes. base: what offsets count from. Everything outside of the bytes reads as missing."""

    def __init__(self, data: Data, base: int = 0, end: int | None = None) -> None:
        """Read the head. `order` is "" when it is no TIFF structure."""
        self.data, self.base, self.make = data, base, ""
        self.end = len(data) if end is None else min(end, len(data))
        head = data[base : base + 16]
        self.order = {b"II": "<", b"MM": ">"}.get(head[:2], "")
        magic = struct.unpack_from(self.order + "H", head, 2)[0] if self.order and len(head) >= 8 else 0
        self.big = _MAGIC.get(magic, False)
        if magic not in _MAGIC:
            self.order = ""

    def first(self) -> int:
        """Return the offset of the first directory, 0 for none."""
        return self.number(self.base + 8, "Q") if self.big else self.number(self.base + 4, "I")

    def number(self, at: int, form: str) -> int:
        """Return the number at a place of the data, 0 when it lies outside."""
        size = struct.calcsize("<" + form)
        raw = self.data[at : at + size] if 0 <= at <= self.end - size else b""
        return int(struct.unpack((self.order or "<") + form, raw)[0]) if len(raw) == size else 0

    def entries(self, offset: int, notes: Notes) -> tuple[list[Entry], int]:
        """Return the entries of the directory at an offset, and the offset of the next one (0: none)."""
        at = self.base + offset
        width, head, form = (20, 8, "Q") if self.big else (12, 2, "H")
        count = self.number(at, form)
        if not 0 < count <= _MOST_ENTRIES or at + head > self.end or offset <= 0:
            return [], 0
        raw = self.data[at + head : min(at + head + count * width, self.end)]
        found = []
        for place in range(0, len(raw) - width + 1, width):
            notes.spend()
            found.append(self._entry(raw, place, at + head + place))
        after = at + head + count * width
        return found, self.number(after, "Q" if self.big else "I")

    def _entry(self, raw: bytes, place: int, at: int) -> Entry:
        if self.big:
            tag, kind, count, offset = struct.unpack_from(self.order + "HHQQ", raw, place)
        else:
            tag, kind, count, offset = struct.unpack_from(self.order + "HHII", raw, place)
        size = _SIZES.get(kind, 0) * count
        inline = size <= (8 if self.big else 4)
        return Entry(tag, kind, count, at + (12 if self.big else 8) if inline else self.base + offset, size)

    def raw(self, entry: Entry, most: int = PIECE) -> bytes:
        """Return the bytes of an entry as far as they are there."""
        if not 0 <= entry.at < self.end or not entry.size:
            return b""
        return self.data[entry.at : min(entry.at + min(entry.size, most), self.end)]

    def numbers(self, entry: Entry, most: int = 64) -> list[float]:
        """Return the values of an entry; rationals without a denominator are NaN."""
        raw = self.raw(entry, most * 8)
        if entry.type in (5, 10):
            form = self.order + ("II" if entry.type == 5 else "ii")
            pairs = struct.iter_unpack(form, raw[: len(raw) // 8 * 8])
            return [top / bottom if bottom else math.nan for top, bottom in pairs][:most]
        letter = _FORMATS.get(entry.type)
        if letter is None:
            return []
        size = struct.calcsize("<" + letter)
        values = struct.iter_unpack(self.order + letter, raw[: len(raw) // size * size])
        return [float(each[0]) for each in values][:most]

    def whole(self, entry: Entry) -> int:
        """Return the first value as a whole number, 0 when there is none."""
        values = self.numbers(entry, 1)
        return int(values[0]) if values and math.isfinite(values[0]) else 0

    def text(self, entry: Entry) -> str:
        """Return the value as text, however it is typed."""
        if entry.type in (2, 7, 1, 6, 129):
            return words(self.raw(entry, 4096))
        return " ".join(f"{value:g}" for value in self.numbers(entry, 8))


def find(data: Data, notes: Notes, most: int) -> None:
    """Look for EXIF blocks in damaged files of any format, at most four, in the first `most` bytes."""
    at = 0
    for _ in range(4):
        at = data.find(b"Exif\0\0", at, most)
        if at < 0:
            return
        if data[at + 6 : at + 10] in (b"II*\0", b"MM\0*"):
            read(data[at : at + PIECE // 8], notes)
        at += 6


def read(block: bytes, notes: Notes) -> None:
    """Note what an EXIF block holds; "Exif" and zeros in front of it are passed over."""
    for lead in (b"Exif\0\0", b"EXIF\0\0"):
        block = block.removeprefix(lead)
    walk(Block(block), notes)


def walk(block: Block, notes: Notes, image: Callable[[Block, dict[int, Entry], Notes], None] | None = None) -> None:
    """Note what all directories of a structure hold. image: told of each directory of the main chain."""
    if not block.order:
        return
    waiting: list[tuple[int, str]] = [(block.first(), "IFD0")]
    seen: set[int] = set()
    chain = 0
    while waiting and len(seen) < _MOST_DIRECTORIES:
        offset, name = waiting.pop(0)
        if offset <= 0 or offset in seen:
            continue
        seen.add(offset)
        entries, following = block.entries(offset, notes)
        table = {entry.tag: entry for entry in entries}
        if name.startswith("IFD"):
            if image:
                image(block, table, notes)
            chain += 1
            waiting.append((following, f"IFD{chain}"))
        try:
            waiting.extend(_directory(block, table, name, notes))
        except struct.error:
            notes.skip(mark("A part of the hidden data is damaged, and was not read."))


def _directory(block: Block, table: dict[int, Entry], name: str, notes: Notes) -> Iterator[tuple[int, str]]:
    if name == "GPS":
        _gps(block, table, notes)
        return
    if name == "IFD0" and 0x0112 in table:
        notes.turn(block.whole(table[0x0112]))
    if name != "IFD0" or 0x0201 in table:
        _thumbnail(block, table, notes)
    if 0x010F in table:
        block.make = block.text(table[0x010F])
    for tag, entry in table.items():
        if tag in exif_tags.POINTERS:
            named = exif_tags.POINTERS[tag]
            for value in block.numbers(entry, 12):
                if math.isfinite(value):
                    yield int(value), named
        elif tag in exif_tags.TAGS:
            kind, label = exif_tags.TAGS[tag]
            notes.add(kind, f"EXIF {label}", _value(block, entry, tag))
        elif tag in _PARTS:
            _PARTS[tag](block, entry, notes)
    if 0x927C in table:
        makernote.read(block, table[0x927C], notes)


def _value(block: Block, entry: Entry, tag: int) -> str:
    raw = block.raw(entry, 4096)
    if 0x9C9B <= tag <= 0x9C9F:
        return raw.decode("utf-16-le", "replace").partition("\0")[0].strip()
    if tag in (0x9286, 0x001B, 0x001C, 0xC353):
        return commented(raw, block.order)
    return block.text(entry)


def commented(raw: bytes, order: str) -> str:
    """Return a value that begins with eight bytes naming its encoding."""
    if raw[:8] == b"UNICODE\0":
        # Which way round is not said: zeros stand at the high bytes of what is mostly Latin.
        big = raw[8::2].count(0) > raw[9::2].count(0) if raw[8:] else order == ">"
        return raw[8:].decode("utf-16-be" if big else "utf-16-le", "replace").partition("\0")[0].strip()
    if raw[:8] in _ENCODINGS:
        return raw[8:].decode(_ENCODINGS[raw[:8]], "replace").strip("\0 ").partition("\0")[0].strip()
    return words(raw)


def _thumbnail(block: Block, table: dict[int, Entry], notes: Notes) -> None:
    if 0x0201 not in table or 0x0202 not in table:
        return
    start, size = block.base + block.whole(table[0x0201]), block.whole(table[0x0202])
    if size <= 64 or block.data[start : start + 2] != b"\xff\xd8":
        return
    from safelight.media.read import jpeg

    small = jpeg.size(block.data[start : min(start + size, block.end)])
    notes.add("thumbnail", "EXIF thumbnail", f"{small[0]} x {small[1]}" if small[0] else f"{size} bytes")


def _gps(block: Block, table: dict[int, Entry], notes: Notes) -> None:
    for first, where in ((1, "EXIF GPSLatitude"), (0x13, "EXIF GPSDestLatitude")):
        values = [_degrees(block, table.get(first + at), table.get(first + at + 1)) for at in (0, 2)]
        if values[0] is not None and values[1] is not None:
            notes.gps(where, values[0], values[1])
        elif values != [None, None]:
            notes.add("gps", where, "one coordinate")
    for tag, (kind, label) in exif_tags.GPS.items():
        if tag in table:
            raw = block.raw(table[tag], 1024)
            said = commented(raw, block.order) if tag in (0x1B, 0x1C) else block.text(table[tag])
            notes.add(kind, f"EXIF {label}", said)


def _degrees(block: Block, side: Entry | None, entry: Entry | None) -> float | None:
    """Return degrees, minutes and seconds as degrees; minutes and seconds that are not stated count as zero."""
    if entry is None:
        return None
    values = block.numbers(entry, 3)
    if not values or not math.isfinite(values[0]):
        return None
    parts = [value if math.isfinite(value) else 0.0 for value in (*values, 0.0, 0.0)[:3]]
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    negative = side is not None and block.text(side)[:1].upper() in ("S", "W")
    return -degrees if negative else degrees


def _xmp(block: Block, entry: Entry, notes: Notes) -> None:
    xmp.read(block.raw(entry), notes)


def _iptc(block: Block, entry: Entry, notes: Notes) -> None:
    iptc.read(block.raw(entry), notes)


def _photoshop(block: Block, entry: Entry, notes: Notes) -> None:
    iptc.photoshop(block.raw(entry), notes)


def _preview(block: Block, entry: Entry, notes: Notes) -> None:
    if entry.size > 64:
        notes.add("thumbnail", "embedded preview", f"{entry.size} bytes")


_PARTS: dict[int, Callable[[Block, Entry, Notes], None]] = {
    0x02BC: _xmp, 0x83BB: _iptc, 0x8649: _photoshop, 0x002E: _preview, 0x501B: _preview,
}  # fmt: skip
