"""HEIC, HEIF and AVIF: items of a meta box; EXIF and XMP are items of their own, as are thumbnails."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safelight.media.read import exif, quicktime, xmp
from safelight.media.read.boxes import Box, boxes
from safelight.media.read.notes import PIECE, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

_BRANDS = frozenset(
    (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"mif1",
        b"mif2",
        b"msf1",
        b"hevc",
        b"hevx",
        b"avif",
        b"avis",
        b"miaf",
        b"MA1A",
        b"MA1B",
        b"avci",
    )
)
_MOST_ITEMS = 20_000


@dataclass(slots=True)
class Item:
    """One item. extents: (offset in the file or the idat box, length); method 0 file, 1 idat, 2 item.

    said: where in the file its type, name and kind of content are written.
    """

    id: int
    type: bytes = b""
    name: str = ""
    mime: str = ""
    method: int = 0
    extents: list[tuple[int, int]] = field(default_factory=list)
    said: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Meta:
    """What a meta box says: its items, which is the picture, who refers to whom, where the idat box's content is."""

    box: Box
    parts: dict[bytes, Box]
    items: dict[int, Item]
    primary: int
    references: list[tuple[bytes, int, tuple[int, ...]]]
    idat: int

    def targets(self, kind: bytes) -> set[int]:
        """Return the items from which references of a kind go out."""
        return {source for name, source, _ in self.references if name == kind}


def identify(head: bytes) -> bool:
    """Tell HEIF and AVIF by their brands."""
    if head[4:8] != b"ftyp":
        return False
    size = min(int.from_bytes(head[:4], "big"), len(head))
    return head[8:12] in _BRANDS or any(head[at : at + 4] in _BRANDS for at in range(16, size - 3, 4))


def read(data: Data, notes: Notes) -> None:
    """Note what the items beside the picture hold; sequences are read like videos."""
    for box in boxes(data, 0, len(data), notes):
        if box.type == b"meta":
            items(data, box, notes)
        elif box.type in (b"moov", b"uuid", b"udta", b"free", b"skip"):
            quicktime.box(data, box, notes)


def meta(data: Data, box: Box, notes: Notes | None = None) -> Meta:
    """Return what a meta box says."""
    parts = {part.type: part for part in reversed([*boxes(data, box.body + 4, box.end, notes)])}
    items: dict[int, Item] = {}
    if b"iinf" in parts:
        _infos(data, parts[b"iinf"], items)
    if b"iloc" in parts:
        _places(data[parts[b"iloc"].body : parts[b"iloc"].end], items)
    primary = 0
    if b"pitm" in parts:
        body = data[parts[b"pitm"].body : parts[b"pitm"].end]
        primary = int.from_bytes(body[4:8] if body[:1] == b"\x01" else body[4:6], "big")
    references = _references(data, parts[b"iref"]) if b"iref" in parts else []
    idat = parts[b"idat"].body if b"idat" in parts else 0
    return Meta(box, parts, items, primary, references, idat)


def _infos(data: Data, box: Box, items: dict[int, Item]) -> None:
    version = data[box.body] if box.body < box.end else 0
    for info in boxes(data, box.body + (6 if version == 0 else 8), box.end):
        if info.type != b"infe" or len(items) >= _MOST_ITEMS:
            continue
        body = data[info.body : info.end]
        if len(body) < 12 or body[0] < 2:
            continue
        wide = 2 if body[0] == 2 else 4
        item = Item(int.from_bytes(body[4 : 4 + wide], "big"), body[6 + wide : 10 + wide])
        item.said = (info.body + 6 + wide, info.end)
        texts = body[10 + wide :].split(b"\0")
        item.name = words(texts[0]) if texts else ""
        item.mime = words(texts[1]) if len(texts) > 1 else ""
        items[item.id] = item


def _places(body: bytes, items: dict[int, Item]) -> None:
    """The iloc box: where the bytes of each item are."""
    if len(body) < 8:
        return
    version = body[0]
    offset_size, length_size = body[4] >> 4, body[4] & 15
    base_size, index_size = body[5] >> 4, body[5] & 15 if version in (1, 2) else 0
    wide = 4 if version == 2 else 2
    count, at = int.from_bytes(body[6 : 6 + wide], "big"), 6 + wide

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > len(body):
            raise struct.error("cut")
        return int.from_bytes(body[at - size : at], "big")

    try:
        for _ in range(min(count, _MOST_ITEMS)):
            item = items.setdefault(key, Item(key)) if (key := number(wide)) is not None else Item(0)
            item.method = number(2) & 15 if version in (1, 2) else 0
            number(2)
            base = number(base_size)
            for _ in range(min(number(2), 256)):
                number(index_size)
                item.extents.append((base + number(offset_size), number(length_size)))
    except struct.error:
        return


def _references(data: Data, box: Box) -> list[tuple[bytes, int, tuple[int, ...]]]:
    wide = 4 if data[box.body : box.body + 1] == b"\x01" else 2
    found = []
    for part in boxes(data, box.body + 4, box.end):
        body = data[part.body : part.end]
        numbers = [int.from_bytes(body[at : at + wide], "big") for at in range(wide + 2, len(body) - wide + 1, wide)]
        found.append((part.type, int.from_bytes(body[:wide], "big"), tuple(numbers[:_MOST_ITEMS])))
    return found


def content(data: Data, found: Meta, item: Item, most: int = PIECE) -> bytes:
    """Return the bytes of an item."""
    base = found.idat if item.method == 1 else 0
    parts, left = [], most
    for offset, length in item.extents:
        length = min(length or len(data), left, len(data) - base - offset)
        if length > 0:
            parts.append(data[base + offset : base + offset + length])
            left -= length
    return b"".join(parts)


def items(data: Data, box: Box, notes: Notes) -> None:
    """Note what the items of a meta box hold."""
    found = meta(data, box, notes)
    for item in found.items.values():
        notes.spend()
        notes.content = True
        if item.type == b"Exif":
            body = content(data, found, item)
            skip = 4 + int.from_bytes(body[:4], "big")
            start = skip if skip < len(body) and body[skip : skip + 2] in (b"II", b"MM") else max(0, _tiff(body))
            exif.read(body[start:], notes)
        elif item.mime == "application/rdf+xml" or (item.type == b"mime" and "xmp" in item.mime):
            xmp.read(content(data, found, item), notes)
        elif item.type in (b"mime", b"uri "):
            notes.add("comment", "HEIF item", item.mime or item.name)
        if item.name and item.name.lower() not in ("exif", "xmp", "image", "color", "alpha", "mif1"):
            notes.add("comment", "HEIF item name", item.name)
    for source in found.targets(b"thmb"):
        notes.add("thumbnail", "HEIF thumbnail", f"item {source}")
    notes.turned = 1  # HEIF turns pictures by its own properties; what EXIF says of it counts for nothing.
    _properties(data, found, notes)


def _tiff(body: bytes) -> int:
    places = [at for mark in (b"II*\0", b"MM\0*") if (at := body.find(mark, 0, 64)) >= 0]
    return min(places, default=-1)


def _properties(data: Data, found: Meta, notes: Notes) -> None:
    holder = found.parts.get(b"iprp")
    if holder is None:
        return
    largest = (0, 0)
    for inner in boxes(data, holder.body, holder.end):
        if inner.type != b"ipco":
            continue
        for prop in boxes(data, inner.body, inner.end, notes):
            body = data[prop.body : min(prop.end, prop.body + 4096)]
            if prop.type == b"ispe" and len(body) >= 12:
                largest = max(largest, struct.unpack_from(">II", body, 4))
            elif prop.type == b"udes":
                for text in body[4:].split(b"\0")[1:4]:
                    notes.add("comment", "HEIF description", words(text))
            elif prop.type in (b"crtt", b"mdft"):
                notes.add("time", "HEIF creation time", str(int.from_bytes(body[4:12], "big")))
    notes.size = largest
