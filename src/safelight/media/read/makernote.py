"""Camera makers' own notes inside EXIF: names of owners and babies, serial numbers, places.

Each maker has its own form; what is read here is what names a person, a device or a place. Layouts: ExifTool's tag name
pages (public descriptions).
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.exif import Block, Entry
    from safelight.media.read.notes import Notes
    from safelight.schema.pictures import TraceKind

_Tags = dict[int, "tuple[TraceKind, str]"]
_MOST = 256 * 1024


@dataclass(frozen=True, slots=True)
class _Maker:
    """One form. lead: how it begins; at: where its directory is; own: whether offsets count from the note itself.

    inner: where a TIFF head lies in the note, -1 for none; order: "" as outside.
    """

    name: str
    lead: bytes
    at: int
    tags: _Tags = field(default_factory=dict)
    own: bool = False
    inner: int = -1
    order: str = ""
    sub: dict[int, _Tags] = field(default_factory=dict)


_CANON: _Tags = {
    0x06: ("device", "ImageType"), 0x07: ("history", "FirmwareVersion"), 0x09: ("owner", "OwnerName"),
    0x0C: ("serial", "SerialNumber"), 0x15: ("serial", "SerialNumberFormat"), 0x28: ("serial", "ImageUniqueID"),
    0x95: ("device", "LensModel"), 0x96: ("serial", "InternalSerialNumber"),
}  # fmt: skip
_NIKON: _Tags = {0x1D: ("serial", "SerialNumber"), 0xA0: ("serial", "SerialNO"), 0x09: ("comment", "FlashType")}
_OLYMPUS: _Tags = {
    0x0104: ("history", "BodyFirmwareVersion"), 0x0207: ("device", "CameraType"), 0x0209: ("device", "CameraID"),
    0x0404: ("serial", "SerialNumber"), 0x101A: ("serial", "SerialNumber"),
}  # fmt: skip
_EQUIPMENT: _Tags = {
    0x0101: ("serial", "SerialNumber"), 0x0102: ("serial", "InternalSerialNumber"),
    0x0202: ("serial", "LensSerialNumber"), 0x0302: ("serial", "ExtenderSerialNumber"),
}  # fmt: skip
_PANASONIC: _Tags = {
    0x25: ("serial", "InternalSerialNumber"), 0x52: ("serial", "LensSerialNumber"), 0x51: ("device", "LensType"),
    0x65: ("comment", "Title"), 0x66: ("owner", "BabyName"), 0x67: ("place", "Location"), 0x69: ("place", "Country"),
    0x6B: ("place", "State"), 0x6D: ("place", "City"), 0x6F: ("place", "Landmark"), 0x80: ("place", "City2"),
    0x33: ("comment", "BabyAge"), 0x8010: ("comment", "BabyAge"), 0x61: ("owner", "FaceRecInfo"),
}  # fmt: skip
_PENTAX: _Tags = {0x0229: ("serial", "SerialNumber"), 0x022E: ("owner", "Artist"), 0x022F: ("owner", "Copyright")}
_FUJI: _Tags = {0x10: ("serial", "InternalSerialNumber")}
_SONY: _Tags = {0x2031: ("serial", "SerialNumber"), 0xB020: ("history", "CreativeStyle"), 0x2027: ("comment", "Focus")}
_APPLE: _Tags = {
    0x11: ("serial", "ContentIdentifier"), 0x15: ("serial", "ImageUniqueID"), 0x2B: ("serial", "PhotoIdentifier"),
    0x20: ("serial", "ImageCaptureRequestID"),
}  # fmt: skip
_SIGMA: _Tags = {0x02: ("serial", "SerialNumber")}
_RICOH: _Tags = {0x05: ("serial", "SerialNumber"), 0x2001: ("history", "RicohSubdir")}
_SAMSUNG: _Tags = {
    0x0123: ("owner", "FaceName"),
    0xA002: ("serial", "SerialNumber"),
    0xA005: ("serial", "InternalLensSerialNumber"),
}
_CASIO: _Tags = {0x2001: ("time", "FirmwareDate"), 0x2022: ("history", "Quality")}
_LEICA: _Tags = {
    0x0303: ("device", "LensModel"),
    0x0307: ("serial", "SerialNumber"),
    0x0500: ("serial", "InternalSerialNumber"),
}

_MAKERS = (
    _Maker("Nikon", b"Nikon\0\x02", 8, _NIKON, own=True, inner=10),
    _Maker("Nikon", b"Nikon\0\x01", 8, {}),
    _Maker("Olympus", b"OLYMPUS\0II", 12, _OLYMPUS, own=True, order="<", sub={0x2010: _EQUIPMENT}),
    _Maker("Olympus", b"OLYMPUS\0MM", 12, _OLYMPUS, own=True, order=">", sub={0x2010: _EQUIPMENT}),
    _Maker("Olympus", b"OM SYSTEM\0\0\0II", 16, _OLYMPUS, own=True, order="<", sub={0x2010: _EQUIPMENT}),
    _Maker("Olympus", b"OLYMP\0", 8, _OLYMPUS, sub={0x2010: _EQUIPMENT}),
    _Maker("Olympus", b"EPSON\0", 8, _OLYMPUS, sub={0x2010: _EQUIPMENT}),
    _Maker("Panasonic", b"Panasonic\0", 12, _PANASONIC),
    _Maker("Leica", b"LEICA\0\0\0", 8, {**_PANASONIC, **_LEICA}, own=True),
    _Maker("Leica", b"LEICA\0", 8, _LEICA, own=True),
    _Maker("Pentax", b"AOC\0MM", 6, _PENTAX, order=">"),
    _Maker("Pentax", b"AOC\0II", 6, _PENTAX, order="<"),
    _Maker("Pentax", b"AOC\0", 6, _PENTAX),
    _Maker("Pentax", b"PENTAX \0MM", 10, _PENTAX, own=True, order=">"),
    _Maker("Pentax", b"PENTAX \0II", 10, _PENTAX, own=True, order="<"),
    _Maker("Fujifilm", b"FUJIFILM", 12, _FUJI, own=True, order="<"),
    _Maker("Sony", b"SONY", 12, _SONY),
    _Maker("Apple", b"Apple iOS\0", 14, _APPLE, own=True, order=">"),
    _Maker("Sigma", b"SIGMA\0", 10, _SIGMA),
    _Maker("Sigma", b"FOVEON\0", 10, _SIGMA),
    _Maker("Ricoh", b"RICOH", 8, _RICOH),
    _Maker("Ricoh", b"Ricoh", 8, _RICOH),
    _Maker("Casio", b"QVC\0", 6, _CASIO, own=True),
)
# Makers whose note is a directory without a lead.
_BARE = {"canon": _CANON, "samsung": _SAMSUNG, "panasonic": _PANASONIC, "sony": _SONY, "leica": _LEICA}
_SERIAL = re.compile(rb"(?:Serial|Body|S/N|SN)[ #a-zA-Z]{0,12}[:=] ?([A-Z0-9-]{5,30})")
_NUMBER = re.compile(r"\d[\d ,.-]*")


def read(block: Block, entry: Entry, notes: Notes) -> None:
    """Note what a maker's note holds. block, entry: the EXIF structure, and where the note lies in it."""
    lead = block.raw(entry, 64)
    if len(lead) < 12:
        return
    for maker in _MAKERS:
        if lead.startswith(maker.lead):
            return _known(block, entry, maker, lead, notes)
    bare = next((name for name in _BARE if block.make.lower().startswith(name)), "")
    if bare:
        _tags(block, entry.at - block.base, _BARE[bare], bare.title(), notes)
        return
    _loose(block.raw(entry, 8192), notes)


def _known(block: Block, entry: Entry, maker: _Maker, lead: bytes, notes: Notes) -> None:
    from safelight.media.read.exif import Block as Own

    end = min(entry.at + entry.size, block.end)
    if maker.inner >= 0:
        own = Own(block.data, entry.at + maker.inner, end)
        if own.order:
            _tags(own, own.first(), maker.tags, maker.name, notes)
        return
    if maker.own:
        own = Own(block.data, entry.at, end)
        own.order, own.big = maker.order or block.order, False
        start = struct.unpack_from("<I", lead, 8)[0] if maker.name == "Fujifilm" else maker.at
        _tags(own, start, maker.tags, maker.name, notes, maker.sub)
        return
    kept, block.order = block.order, maker.order or block.order
    try:
        _tags(block, entry.at - block.base + maker.at, maker.tags, maker.name, notes, maker.sub)
    finally:
        block.order = kept


def _tags(
    block: Block, offset: int, tags: _Tags, maker: str, notes: Notes, sub: dict[int, _Tags] | None = None
) -> None:
    entries, _ = block.entries(offset, notes)
    if len(entries) > 400:
        return
    for entry in entries:
        if entry.tag in tags:
            kind, name = tags[entry.tag]
            notes.add(kind, f"{maker} {name}", _value(block, entry, name))
        elif sub and entry.tag in sub:
            place = block.whole(entry) if entry.type in (4, 13) and entry.count == 1 else entry.at - block.base
            _tags(block, place, sub[entry.tag], maker, notes)


def _value(block: Block, entry: Entry, name: str) -> str:
    raw = block.raw(entry, 1024)
    if name == "FaceRecInfo":
        return ", ".join(
            words(raw[at : at + 20]) for at in range(4, min(len(raw), 148), 48) if words(raw[at : at + 20])
        )
    if name == "FaceName" and entry.count > 1:
        return words(raw)
    if name.startswith("Baby") and entry.type != 2:
        return words(raw)
    text = block.text(entry)
    if name == "SerialNumber" and not text.strip("0 "):
        return ""
    return "" if not any(letter.isalnum() for letter in text) or text.startswith(("9999:", "----")) else text


def _loose(raw: bytes, notes: Notes) -> None:
    """Find a serial number in a note of a maker that is not known."""
    match = _SERIAL.search(raw)
    if match:
        notes.add("serial", "maker's note", words(match[1]))
