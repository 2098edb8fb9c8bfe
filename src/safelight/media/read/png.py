"""PNG: text chunks (also packed ones), EXIF, XMP, and what ImageMagick keeps as "raw profiles"."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.read import exif, iptc, xmp
from safelight.media.read.notes import PIECE, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS = 100_000
_KINDS: dict[str, TraceKind] = {
    "author": "owner", "artist": "owner", "copyright": "owner", "creator": "owner", "source": "device",
    "creation time": "time", "date:create": "time", "date:modify": "time", "date:timestamp": "time",
    "create-date": "time", "modify-date": "time", "software": "history", "thumb::uri": "comment",
    "thumb::mtime": "time", "make": "device", "model": "device", "camera": "device",
}  # fmt: skip
_LINE = re.compile(rb"^\s*(\S[^\n]*)\n\s*\d+\n", re.MULTILINE)
_NOT_HEX = re.compile(rb"[^0-9a-fA-F]+")


def identify(head: bytes) -> bool:
    """Tell a PNG by its signature."""
    return head.startswith(SIGNATURE)


def chunks(data: Data) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, start of the content, its end) of each chunk, up to the end chunk or the end of the structure."""
    at = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        head = data[at : at + 8]
        if len(head) < 8:
            return
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        if size > len(data) - at - 8 or not kind.isalpha():
            return
        yield kind, at + 8, at + 8 + size
        at += 12 + size
        if kind == b"IEND":
            return


def read(data: Data, notes: Notes) -> None:
    """Note what the chunks beside the picture hold."""
    end = len(SIGNATURE)
    for kind, start, stop in chunks(data):
        notes.spend()
        end = stop + 4
        body = data[start : min(stop, start + PIECE)] if kind not in (b"IDAT", b"fdAT") else b""
        notes.content = notes.content or kind == b"IDAT"
        if kind == b"IHDR" and len(body) >= 8:
            notes.size = (int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big"))
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            name, value = text(kind, body, notes)
            _text(name, value, notes)
        elif kind in (b"eXIf", b"exIf"):
            exif.read(body, notes)
        elif kind == b"zxIf":
            exif.read(inflated(body[5:], notes), notes)
        elif kind == b"tIME" and len(body) == 7:
            year, rest = int.from_bytes(body[:2], "big"), body[2:]
            notes.add("time", "PNG tIME", f"{year:04d}-{rest[0]:02d}-{rest[1]:02d} {rest[2]:02d}:{rest[3]:02d}")
        elif kind == b"caBX":
            notes.add("history", "content credentials (C2PA)", f"{len(body)} bytes")
    if len(data) - end > 16:
        notes.add("trailer", "data behind the end of the picture", f"{len(data) - end} bytes")


def inflated(raw: bytes, notes: Notes, most: int = PIECE) -> bytes:
    """Return what a zlib stream holds, up to `most` bytes; damaged ones as far as they go."""
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(raw, most)
    except zlib.error:
        return b""
    notes.unpack(len(found))
    return found


def text(kind: bytes, body: bytes, notes: Notes) -> tuple[str, bytes]:
    """Return keyword and value of a text chunk."""
    name, _, rest = body.partition(b"\0")
    keyword = name[:80].decode("latin-1")
    if kind == b"tEXt":
        return keyword, rest
    if kind == b"zTXt":
        return keyword, inflated(rest[1:], notes)
    packed = rest[:1] == b"\x01"
    _, _, rest = rest[2:].partition(b"\0")
    _, _, value = rest.partition(b"\0")
    return keyword, inflated(value, notes) if packed else value


def _text(name: str, value: bytes, notes: Notes) -> None:
    low = name.lower()
    if low == "xml:com.adobe.xmp" or b"<x:xmpmeta" in value[:512]:
        xmp.read(value, notes)
    elif low.startswith("raw profile type "):
        _profile(low[17:], value, notes)
    elif low.startswith("exif:"):
        notes.add("comment", "PNG exif text", words(value))
    else:
        notes.add(_KINDS.get(low, "comment"), f"PNG {name}" if low in _KINDS else "PNG text", words(value))


def _profile(name: str, value: bytes, notes: Notes) -> None:
    """ImageMagick's form: a name, a length, and hexadecimal digits."""
    match = _LINE.search(value)
    digits = _NOT_HEX.sub(b"", value[match.end() :] if match else value)
    raw = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    if name in ("exif", "app1") and not raw.startswith(b"http"):
        exif.read(raw, notes)
    elif name in ("xmp", "app1"):
        xmp.read(raw[raw.find(b"<") :], notes)
    elif name in ("iptc", "8bim"):
        iptc.photoshop(raw, notes) if raw[:4] == b"8BIM" else iptc.read(raw, notes)
