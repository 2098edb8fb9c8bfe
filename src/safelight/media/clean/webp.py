"""WebP: a new container with the chunks that draw the picture; nothing is decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safelight.media.clean import icc
from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.webp import chunks

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_PICTURE = (b"VP8 ", b"VP8L", b"ALPH", b"ANIM")
_PROFILE, _EXIF, _ALL_FLAGS = 0x20, 0x08, 0x12


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy without anything but the picture. Raises CannotClean."""
    body: list[Part] = []
    length, drawn, extended, profile = 4, False, b"", b""
    for kind, start, end in chunks(data):
        if kind == b"VP8X" and end - start >= 10:
            extended = data[start : start + 10]
        elif kind == b"ICCP":
            profile = icc.bare(data[start:end])
        elif kind == b"ANMF":
            drawn = True
            frame = _chunk(kind, _frame(data[start:end]))
            body.append(frame)
            length += len(frame)
        elif kind in _PICTURE:
            drawn = drawn or kind != b"ANIM"
            body += [kind + (end - start).to_bytes(4, "little"), (start, end), (end - start) % 2]
            length += 8 + end - start + (end - start) % 2
    if not drawn:
        raise refuse(DAMAGED)
    head, tail = b"", b""
    if extended:
        turn = facts.turned != 1
        flags = extended[0] & _ALL_FLAGS | (_PROFILE if profile else 0) | (_EXIF if turn else 0)
        head = _chunk(b"VP8X", bytes((flags, 0, 0, 0)) + extended[4:])
        head += _chunk(b"ICCP", profile) if profile else b""
        tail = _chunk(b"EXIF", icc.turned(facts.turned)) if turn else b""
    length += len(head) + len(tail)
    return [b"RIFF" + length.to_bytes(4, "little") + b"WEBP", head, *body, tail]


def _frame(body: bytes) -> bytes:
    """A frame of an animation: its place and time, then chunks of its own."""
    kept = body[:16]
    inner = b"RIFF" + (len(body) - 16 + 4).to_bytes(4, "little") + b"WEBP" + body[16:]
    for kind, start, end in chunks(inner):
        if kind in _PICTURE:
            kept += _chunk(kind, inner[start:end])
    return kept


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
