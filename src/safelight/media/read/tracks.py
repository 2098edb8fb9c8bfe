"""Tracks of a video that are neither picture nor sound: drones, action cameras and phones write down places in them."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from safelight.media.read import quicktime, samples
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.boxes import Box
    from safelight.media.read.notes import Data, Notes

_CHUNKS, _BYTES = 60, 512 * 1024
_NUMBER = rb"([+-]?\d{1,3}\.\d{3,})"
_DEGREES = re.compile(
    rb"lat(?:itude)?\s*[:=]\s*" + _NUMBER + rb".{1,40}?long?t?(?:itude)?\s*[:=]\s*" + _NUMBER, re.I | re.S
)
# Subtitles of drones: "GPS (longitude, latitude, height)".
_DRONE = re.compile(rb"GPS\s*\(\s*" + _NUMBER + rb"\s*,\s*" + _NUMBER)
_NMEA = re.compile(rb"\$G[PN](?:RMC,[\d.]*,A|GGA,[\d.]*),(\d{2})(\d{2}\.\d+),([NS]),(\d{3})(\d{2}\.\d+),([EW])")
_KLV = re.compile(rb"GPS[59]l.{3}", re.DOTALL)
_SCALE = 10_000_000


def read(data: Data, track: Box, kind: bytes, coded: bytes, notes: Notes) -> None:
    """Note that there is such a track, and the first place in it."""
    notes.add("history", "data track", f"{words(kind)} {words(coded)}")
    raw = _beginning(data, track)
    where = f"data track {words(coded) if coded.isalnum() else ''}".strip()
    point = _go_pro(raw) if coded == b"gpmd" else _android(raw) if coded == b"camm" else None
    point = point or _written(raw)
    if point:
        notes.gps(where, *point)
    elif match := quicktime.ISO6709.search(raw.decode("latin-1")):
        quicktime.iso6709(match[0], where, notes)


def _beginning(data: Data, track: Box) -> bytes:
    parts, size = [], 0
    for start, end in samples.stretches(data, track)[:_CHUNKS]:
        parts.append(data[start : min(end, start + _BYTES - size)])
        size += len(parts[-1])
        if size >= _BYTES:
            break
    return b"".join(parts)


def _written(raw: bytes) -> tuple[float, float] | None:
    if match := _DEGREES.search(raw):
        return float(match[1]), float(match[2])
    if match := _DRONE.search(raw):
        return float(match[2]), float(match[1])
    if match := _NMEA.search(raw):
        latitude, longitude = float(match[1]) + float(match[2]) / 60, float(match[4]) + float(match[5]) / 60
        return (-latitude if match[3] == b"S" else latitude), (-longitude if match[6] == b"W" else longitude)
    return None


def _go_pro(raw: bytes) -> tuple[float, float] | None:
    """GPMF: key, type, size and count, then rows that begin with latitude and longitude."""
    for match in _KLV.finditer(raw):
        if len(raw) < match.end() + 8:
            break
        latitude, longitude = struct.unpack_from(">ii", raw, match.end())
        at = raw.rfind(b"SCALl", 0, match.start())
        scale = struct.unpack_from(">i", raw, at + 8)[0] if at >= 0 else _SCALE
        if scale > 0 and (latitude or longitude):
            return latitude / scale, longitude / scale
    return None


def _android(raw: bytes) -> tuple[float, float] | None:
    """Camera Motion Metadata: packets of types 5 and 6 hold a place."""
    sizes = {0: 12, 1: 8, 2: 12, 3: 12, 4: 12, 5: 24, 6: 56, 7: 12}
    at = 0
    while at + 4 <= len(raw):
        kind = struct.unpack_from("<H", raw, at + 2)[0]
        place = at + 4 + (12 if kind == 6 else 0)
        if kind in (5, 6) and place + 16 <= len(raw):
            latitude, longitude = struct.unpack_from("<dd", raw, place)
            return float(latitude), float(longitude)
        if kind not in sizes:
            return None
        at += 4 + sizes[kind]
    return None
