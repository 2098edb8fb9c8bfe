"""Draws the icon of the installed app, a sheet of notes that tells nothing, as PNG in plain Python."""

from __future__ import annotations

import struct
import zlib

_GROUND, _SHEET, _LINE = b"\x4a\x4a\x55", b"\xf6\xf3\xee", b"\x9a\x96\x8e"
# Parts of the side: the sheet lies within the middle 80 %, which every shape of icon shows.
_LEFT, _RIGHT, _TOP, _BOTTOM = 0.28, 0.72, 0.22, 0.78
_LINES = (0.36, 0.48, 0.60)
_THICK = 0.035


def png(size: int) -> bytes:
    """Return a square PNG of `size` pixels."""
    rows = b"".join(b"\0" + _row(y / size, size) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _row(y: float, size: int) -> bytes:
    if not _TOP <= y < _BOTTOM:
        return _GROUND * size
    left, right = round(_LEFT * size), round(_RIGHT * size)
    inner = _SHEET * (right - left)
    if any(line <= y < line + _THICK for line in _LINES):
        margin = round(0.07 * size)
        inner = _SHEET * margin + _LINE * (right - left - 2 * margin) + _SHEET * margin
    return _GROUND * left + inner + _GROUND * (size - right)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
