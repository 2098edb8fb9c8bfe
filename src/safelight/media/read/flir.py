"""Thermal cameras: the records of a FLIR segment, one of which holds the place (FFF format)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Notes

_CAMERA, _GPS = 0x20, 0x2B
_MOST_RECORDS = 200


def read(block: bytes, notes: Notes) -> None:
    """Note position, camera and serial numbers out of the joined FLIR segments."""
    if block[:4] not in (b"FFF\0", b"AFF\0") or len(block) < 64:
        return
    version = struct.unpack_from(">I", block, 0x14)[0]
    order = ">" if 100 <= version < 200 else "<"
    start, count = struct.unpack_from(order + "II", block, 0x18)
    for number in range(min(count, _MOST_RECORDS)):
        notes.spend()
        at = start + number * 0x20
        if at + 0x20 > len(block):
            return
        kind = struct.unpack_from(order + "H", block, at)[0]
        offset, size = struct.unpack_from(order + "II", block, at + 12)
        record = block[offset : offset + size]
        if kind == _CAMERA and len(record) >= 0x200:
            _camera(record, notes)
        elif kind == _GPS:
            _gps(record, notes)


def _camera(record: bytes, notes: Notes) -> None:
    notes.add("device", "FLIR CameraModel", words(record[0xD4:0xF4]))
    notes.add("serial", "FLIR CameraPartNumber", words(record[0xF4:0x104]))
    notes.add("serial", "FLIR CameraSerialNumber", words(record[0x104:0x114]))
    notes.add("device", "FLIR LensModel", words(record[0x170:0x190]))
    notes.add("serial", "FLIR LensSerialNumber", words(record[0x1A4:0x1B4]))


def _gps(record: bytes, notes: Notes) -> None:
    """Valid flag, N/S and E/W letters, then latitude and longitude as doubles in the record's own order."""
    if len(record) < 0x28 or not any(record[:4]):
        return
    order = "<" if record[0] == 1 else ">"
    latitude, longitude = struct.unpack_from(order + "dd", record, 0x10)
    if record[0x08:0x09] in (b"S", b"s"):
        latitude = -abs(latitude)
    if record[0x0A:0x0B] in (b"W", b"w"):
        longitude = -abs(longitude)
    notes.gps("FLIR GPSLatitude", latitude, longitude)
