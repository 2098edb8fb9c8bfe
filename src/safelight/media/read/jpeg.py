"""JPEG: segments before and between the scans, and whatever lies behind the end of the picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safelight.media.read import exif, flir, iptc, xmp
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
# In coded picture data FF is followed by 00 or a restart marker; anything else is the next segment.
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_XMP, _MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_MOST_SEGMENTS = 20_000
_MOST_INSIDE = 4
_KODAK = re.compile(rb"(?i)serial ?(?:number|#)?\s*[=:]\s*([\w-]{4,30})")
_OLYMPUS_SERIAL = re.compile(rb"(?:SerialNumber|Serial#)=([\w -]{4,40})")


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its marker, where it starts (at the FF), where its content starts and where it ends."""

    marker: int
    start: int
    body: int
    end: int


def identify(head: bytes) -> bool:
    """Tell a JPEG by its first bytes."""
    return head[:3] == b"\xff\xd8\xff"


def segments(data: Data, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """Yield the segments from the start marker to the end marker; stops where the structure does."""
    end = len(data) if end is None else end
    at = start
    if data[at : at + 2] != b"\xff\xd8":
        return
    yield Segment(SOI, at, at + 2, at + 2)
    at += 2
    for _ in range(_MOST_SEGMENTS):
        head = data[at : min(at + 4, end)]
        if len(head) < 2:
            return
        if head[0] != 0xFF:
            match = _NEXT.search(data, at, end)
            if match is None:
                return
            at = match.start()
            continue
        marker = head[1]
        if marker == 0xFF:
            at += 1
        elif marker == EOI or marker in _ALONE:
            yield Segment(marker, at, at + 2, at + 2)
            if marker == EOI:
                return
            at += 2
        elif marker == 0 or len(head) < 4:
            at += 2
        else:
            segment = Segment(marker, at, at + 4, min(at + 2 + struct.unpack(">H", head[2:])[0], end))
            if segment.end < segment.body:
                at += 2
                continue
            yield segment
            at = segment.end
            if marker == SOS:
                match = _NEXT.search(data, at, end)
                at = match.start() if match else end


def size(data: Data) -> tuple[int, int]:
    """Return width and height, (0, 0) when they are not told."""
    for segment in segments(data):
        if segment.marker in FRAMES and segment.end - segment.body >= 5:
            height, width = struct.unpack_from(">HH", data[segment.body + 1 : segment.body + 5])
            return width, height
    return 0, 0


def read(data: Data, notes: Notes) -> None:
    """Note what a JPEG holds beside its picture."""
    stop = picture(data, notes)
    if stop < len(data):
        _trailer(data, stop, notes)


def picture(data: Data, notes: Notes, start: int = 0, end: int | None = None) -> int:
    """Note what one picture holds; return where it ends."""
    stop = len(data) if end is None else end
    thermal: dict[int, bytes] = {}
    extended: dict[int, bytes] = {}
    for segment in segments(data, start, end):
        notes.spend()
        if segment.marker in FRAMES and segment.end - segment.body >= 5:
            height, width = struct.unpack_from(">HH", data[segment.body + 1 : segment.body + 5])
            notes.size, notes.content = (width, height), True
        elif segment.marker == EOI:
            stop = segment.end
        elif 0xE0 <= segment.marker <= 0xEF or segment.marker == COM:
            _segment(segment.marker, data[segment.body : segment.end], notes, thermal, extended)
    if thermal:
        flir.read(b"".join(thermal[number] for number in sorted(thermal)), notes)
    if extended:
        xmp.find(b"".join(extended[at] for at in sorted(extended)), notes)
    return stop


def _segment(marker: int, body: bytes, notes: Notes, thermal: dict[int, bytes], extended: dict[int, bytes]) -> None:
    if marker == COM:
        notes.add("comment", "JPEG comment", words(body))
    elif marker == 0xE1:
        _app1(body, notes, thermal, extended)
    elif marker == 0xED:
        iptc.photoshop(body, notes)
    elif marker == 0xE0:
        if body[:5] == b"JFIF\0" and len(body) > 14 + 3:
            notes.add("thumbnail", "JFIF thumbnail", f"{len(body) - 14} bytes")
        elif body[:5] == b"JFXX\0" and len(body) > 64:
            notes.add("thumbnail", "JFXX thumbnail", f"{len(body)} bytes")
    elif marker == 0xE2 and body[:4] == b"MPF\0":
        _several(body[4:], notes)
    elif marker == 0xEB and body[:2] == b"JP":
        notes.add("history", "content credentials (C2PA)", f"{len(body)} bytes")
    elif body[:12] != b"ICC_PROFILE\0" and marker != 0xEE:
        _makers(body, notes)


def _app1(body: bytes, notes: Notes, thermal: dict[int, bytes], extended: dict[int, bytes]) -> None:
    if body[:4].upper() == b"EXIF":
        exif.read(body, notes)
    elif body.startswith(_XMP):
        xmp.read(body[len(_XMP) :], notes)
    elif body.startswith(_MORE_XMP) and len(body) > 75:
        extended[int.from_bytes(body[71:75], "big")] = body[75:]
    elif body[:5] == b"FLIR\0" and len(body) > 8:
        thermal[body[6]] = body[8:]
    elif b"<x:xmpmeta" in body[:512] or b"<rdf:RDF" in body[:512]:
        xmp.read(body[body.find(b"<") :], notes)
    elif body[:2] in (b"II", b"MM"):
        exif.read(body, notes)


def _several(body: bytes, notes: Notes) -> None:
    """Pictures beside the first one (Multi-Picture Format): previews, gain maps, other views."""
    block = exif.Block(body)
    entries, _ = block.entries(block.first(), notes) if block.order else ([], 0)
    for entry in entries:
        if entry.tag == 0xB002 and entry.size >= 32:
            notes.add("thumbnail", "further pictures (MPF)", f"{entry.size // 16 - 1}")
        elif entry.tag in (0xB003, 0xB101):
            notes.add("serial", "MPF ImageUID", block.text(entry))


def _makers(body: bytes, notes: Notes) -> None:
    """Notes of camera makers in segments of their own: only numbers and places are looked for."""
    for pattern in (_OLYMPUS_SERIAL, _KODAK):
        for match in pattern.finditer(body[:8192]):
            notes.add("serial", "camera's own segment", words(match[1]))
    if b"<x:xmpmeta" in body:
        xmp.find(body, notes)


def _trailer(data: Data, start: int, notes: Notes) -> None:
    """Whatever lies behind the end: a motion photo's video, further pictures, makers' data."""
    behind = data[start : start + 64].strip(b"\0\xff \r\n")
    if not behind and not data[start : start + 65536].strip(b"\0\xff"):
        return
    box = data.find(b"ftyp", start, len(data))
    if box >= start + 4:
        notes.add("trailer", "video behind the picture (motion photo)", f"{len(data) - box + 4} bytes")
        from safelight.media.read import quicktime

        with notes.inside("video behind the picture"):
            quicktime.walk(data, box - 4, len(data), notes)
    elif len(data) - start > 16:
        notes.add("trailer", "data behind the end of the picture", f"{len(data) - start} bytes")
    _pictures_behind(data, start, box if box > 0 else len(data), notes)


def _pictures_behind(data: Data, start: int, end: int, notes: Notes) -> None:
    at = start
    for _ in range(_MOST_INSIDE):
        at = data.find(b"\xff\xd8\xff", at, end)
        if at < 0:
            break
        with notes.inside("picture behind the picture"):
            at = max(picture(data, notes, at, end), at + 3)
    xmp.find(data, notes, start, min(end, start + 4 * 1024**2))
