"""IPTC-IIM records (inside Photoshop resources, and on their own in TIFF), and the Photoshop resources around them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from safelight.media.read import exif, xmp
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Notes
    from safelight.schema.pictures import TraceKind

_KINDS: dict[int, tuple[TraceKind, str]] = {
    5: ("comment", "ObjectName"), 15: ("comment", "Category"), 20: ("comment", "SupplementalCategories"),
    25: ("comment", "Keywords"), 26: ("place", "ContentLocationCode"), 27: ("place", "ContentLocationName"),
    40: ("comment", "SpecialInstructions"), 55: ("time", "DateCreated"), 60: ("time", "TimeCreated"),
    62: ("time", "DigitalCreationDate"), 65: ("history", "OriginatingProgram"), 80: ("owner", "By-line"),
    85: ("owner", "By-lineTitle"), 90: ("place", "City"), 92: ("place", "Sub-location"),
    95: ("place", "Province-State"), 100: ("place", "CountryCode"), 101: ("place", "Country"),
    103: ("serial", "OriginalTransmissionReference"), 105: ("comment", "Headline"), 110: ("owner", "Credit"),
    115: ("owner", "Source"), 116: ("owner", "CopyrightNotice"), 118: ("owner", "Contact"),
    120: ("comment", "Caption"), 122: ("owner", "Writer-Editor"), 221: ("comment", "Prefs"),
    228: ("comment", "DocumentNotes"), 231: ("history", "DocumentHistory"),
}  # fmt: skip
_IPTC, _EXIF, _XMP, _URL, _THUMBNAILS = 0x0404, 0x0422, 0x0424, 0x040B, (0x0409, 0x040C)


def read(block: bytes, notes: Notes) -> None:
    """Note the records of an IPTC block."""
    at = 0
    while at + 5 <= len(block):
        notes.spend()
        if block[at] != 0x1C:
            at += 1
            continue
        record, dataset, size = struct.unpack_from(">BBH", block, at + 1)
        at += 5
        if size & 0x8000:
            return
        if record == 2 and dataset in _KINDS:
            kind, name = _KINDS[dataset]
            notes.add(kind, f"IPTC {name}", words(block[at : at + size]))
        at += size


def photoshop(block: bytes, notes: Notes) -> None:
    """Note what lies in Photoshop image resources."""
    at = 0
    while at + 12 <= len(block):
        notes.spend()
        if block[at : at + 4] not in (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"):
            at += 1
            continue
        number = int.from_bytes(block[at + 4 : at + 6], "big")
        name = block[at + 6]
        start = at + 6 + 1 + name + (name + 1) % 2
        size = int.from_bytes(block[start : start + 4], "big")
        part = block[start + 4 : start + 4 + size]
        _resource(number, part, notes)
        at = start + 4 + size + size % 2


def _resource(number: int, part: bytes, notes: Notes) -> None:
    if number == _IPTC:
        read(part, notes)
    elif number == _EXIF:
        exif.read(part, notes)
    elif number == _XMP:
        xmp.read(part, notes)
    elif number == _URL:
        notes.add("owner", "Photoshop URL", words(part))
    elif number in _THUMBNAILS and len(part) > 28:
        notes.add("thumbnail", "Photoshop thumbnail", f"{len(part) - 28} bytes")
