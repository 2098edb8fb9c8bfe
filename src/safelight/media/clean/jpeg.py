"""JPEG: the picture's own segments stay byte for byte, everything else goes, nothing is decoded.

Kept beside the picture: the density (JFIF), the colour transform (Adobe), the colour profile without its names, and an
EXIF block with the orientation alone when the picture is turned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safelight.media.clean import icc
from safelight.media.clean.parts import DAMAGED, Part, joined, refuse
from safelight.media.read.jpeg import EOI, FRAMES, SOI, SOS, Segment, segments

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

# Tables, frames, restarts, lines: what decoding needs.
_NEEDED = FRAMES | {0xC4, 0xCC, SOS, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0x01, *range(0xD0, 0xD8)}
_PROFILE = b"ICC_PROFILE\0"
_PIECE = 65_519


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy without anything but the picture. Raises CannotClean."""
    found, scans = stripped(data)
    if not scans:
        raise refuse(DAMAGED)
    if facts.turned != 1:
        found[1:1] = [_segment(0xE1, b"Exif\0\0" + icc.turned(facts.turned))]
    return found


def stripped(data: Data, start: int = 0, end: int | None = None) -> tuple[list[Part], int]:
    """Return the parts of one JPEG stream, and how many scans it has."""
    head: list[Part] = [b"\xff\xd8"]
    body: list[Part] = []
    profile: dict[int, bytes] = {}
    scan, scans, ended = -1, 0, False
    for segment in segments(data, start, end):
        if scan >= 0:
            body.append((scan, segment.start))
            scan = -1
        if segment.marker in _NEEDED:
            body.append((segment.start, segment.end))
            if segment.marker == SOS:
                scan, scans = segment.end, scans + 1
            elif 0xD0 <= segment.marker < 0xD8:
                scan = segment.end
        elif segment.marker == EOI:
            ended = True
        elif segment.marker != SOI:
            head += _kept(data, segment, profile)
    if scan >= 0 and not ended:
        body.append((scan, len(data) if end is None else end))
    bare = icc.bare(b"".join(profile[number] for number in sorted(profile)))
    pieces = [bare[at : at + _PIECE] for at in range(0, len(bare), _PIECE)]
    for number, piece in enumerate(pieces, 1):
        head.append(_segment(0xE2, _PROFILE + bytes((number, len(pieces))) + piece))
    return [*head, *body, b"\xff\xd9"], scans


def bare(data: bytes) -> bytes:
    """Return one JPEG stream (a whole picture, or a piece of a TIFF) without anything but the picture."""
    found, _ = stripped(data)
    return joined(data, found)


def _kept(data: Data, segment: Segment, profile: dict[int, bytes]) -> list[Part]:
    body = data[segment.body : segment.end]
    if segment.marker == 0xE0 and body[:5] == b"JFIF\0" and len(body) >= 14:
        return [_segment(0xE0, body[:12] + b"\0\0")]
    if segment.marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
        return [_segment(0xEE, body[:12])]
    if segment.marker == 0xE2 and body.startswith(_PROFILE) and len(body) > 14:
        profile.setdefault(body[12], body[14:])
    return []


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
