"""PDF: the info dictionary, XMP, names on notes, and pictures inside, found by looking through the bytes.

Earlier versions of a PDF stay in the file when it is edited; looking through all bytes finds what they hold as well.
"""

from __future__ import annotations

import re
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from safelight.locales.load import mark
from safelight.media.read import jpeg, xmp
from safelight.media.read.notes import PIECE

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

_KINDS: dict[bytes, tuple[TraceKind, str]] = {
    b"Author": ("owner", "Author"), b"Creator": ("history", "Creator"), b"Producer": ("history", "Producer"),
    b"Subject": ("comment", "Subject"), b"Keywords": ("comment", "Keywords"), b"Company": ("owner", "Company"),
    b"CreationDate": ("time", "CreationDate"), b"ModDate": ("time", "ModDate"), b"Manager": ("owner", "Manager"),
    b"LastModified": ("time", "LastModified"), b"SourceModified": ("time", "SourceModified"),
    b"Location": ("place", "signature Location"), b"ContactInfo": ("owner", "signature ContactInfo"),
}  # fmt: skip
_ENTRY = re.compile(
    rb"/(Author|Creator|Producer|Subject|Keywords|Company|CreationDate|ModDate|Manager|LastModified|SourceModified"
    rb"|Location|ContactInfo)\s*(\((?:[^()\\]|\\.|\([^()]{0,300}\)){0,1000}\)|<[0-9A-Fa-f\s]{2,2000}>)",
    re.DOTALL,
)
_POINTER = re.compile(rb"/(Author|Creator|Company|Manager|Subject|Keywords)\s+(\d{1,7})\s+(\d{1,5})\s+R\b")
_TITLE = re.compile(rb"/Title\s*(\((?:[^()\\]|\\.){0,1000}\)|<[0-9A-Fa-f\s]{2,2000}>)", re.DOTALL)
_NOTE = re.compile(rb"/(?:Subtype\s*/(?:Text|FreeText|Highlight|Underline|StrikeOut|Ink|Popup|Square|Stamp|Caret))\b")
_NAMED = re.compile(rb"/T\s*(\((?:[^()\\]|\\.){1,200}\)|<[0-9A-Fa-f\s]{2,400}>)", re.DOTALL)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_DOCUMENT_ID = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{8,64})>")
_PICTURES, _STREAMS = 60, 20_000


def identify(head: bytes) -> bool:
    """Tell a PDF by its mark, which may stand a little behind the start."""
    return b"%PDF-" in head[:1024]


def read(data: Data, notes: Notes) -> None:
    """Note what lies in plain bytes and in packed objects."""
    notes.content = data.find(b" obj") >= 0
    if data.find(b"/Encrypt") >= 0:
        notes.skip(mark("The document is locked. Not all of its words about itself could be read."))
    at, pictures = 0, 0
    for _ in range(_STREAMS):
        notes.spend()
        match = _STREAM.search(data, at)
        stop = match.start() if match else len(data)
        _plain(data[at : min(stop, at + PIECE)], notes)
        if match is None:
            break
        head = data[max(at, match.start() - 1500) : match.start()]
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        pictures += _stream(head[head.rfind(b" obj") + 1 :], data, match.end(), end, notes, pictures < _PICTURES)
        at = end
    _elsewhere(data, notes)
    match = _DOCUMENT_ID.search(data[-4096:]) or _DOCUMENT_ID.search(data[:PIECE])
    if match:
        notes.add("serial", "PDF ID", match[1].decode())
    xmp.find(data, notes)


def _elsewhere(data: Data, notes: Notes) -> None:
    """Follow entries whose words stand in an object of their own."""
    for match in islice(_POINTER.finditer(data), 50):
        notes.spend()
        kind, name = _KINDS[match[1]]
        found = re.search(
            rb"\b%d\s+%d\s+obj\s*(\((?:[^()\\]|\\.){0,1000}\))" % (int(match[2]), int(match[3])), data, re.DOTALL
        )
        if found:
            notes.add(kind, f"PDF {name}", string(found[1]))


def _stream(head: bytes, data: Data, start: int, end: int, notes: Notes, look: bool) -> int:
    if b"/DCTDecode" in head and b"/FlateDecode" not in head:
        if look:
            with notes.inside("picture in the PDF"):
                jpeg.read(data[start:end], notes)
        return 1
    if b"/ObjStm" in head or b"/Metadata" in head or (b"/EmbeddedFile" in head) or b"/DCTDecode" in head:
        raw = _inflated(data[start : min(end, start + PIECE)], notes) if b"/FlateDecode" in head else b""
        if b"/ObjStm" in head:
            _plain(raw, notes)
        elif b"/Metadata" in head and raw:
            xmp.read(raw, notes)
        elif b"/EmbeddedFile" in head:
            notes.add("thumbnail", "file attached to the PDF", f"{end - start} bytes")
        elif raw[:3] == b"\xff\xd8\xff":
            with notes.inside("picture in the PDF"):
                jpeg.read(raw, notes)
    return 0


def _inflated(raw: bytes, notes: Notes) -> bytes:
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(raw, PIECE)
    except zlib.error:
        return b""
    notes.unpack(len(found))
    return found


def _plain(text: bytes, notes: Notes) -> None:
    for match in _ENTRY.finditer(text):
        notes.spend()
        kind, name = _KINDS[match[1]]
        notes.add(kind, f"PDF {name}", string(match[2]))
    if b"/Producer" in text or b"/Author" in text or b"/CreationDate" in text:
        for match in _TITLE.finditer(text):
            notes.add("comment", "PDF Title", string(match[1]))
    if _NOTE.search(text):
        for match in _NAMED.finditer(text):
            notes.add("owner", "PDF note's author", string(match[1]))
    if b"/PieceInfo" in text:
        notes.add("history", "PDF PieceInfo", "there")
    if b"/Thumb " in text:
        notes.add("thumbnail", "PDF page thumbnail", "there")


def string(raw: bytes) -> str:
    """Return a PDF string, literal or hexadecimal, as text."""
    if raw[:1] == b"<":
        digits = re.sub(rb"\s+", b"", raw[1:-1])
        body = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        body = _ESCAPE.sub(_unescaped, raw[1:-1])
    if body[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return body.decode("utf-16", "replace").strip("\0 ")
    return body.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if body[:3] == b"\xef\xbb\xbf" else "latin-1", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    if said[:1].isdigit():
        return bytes([int(said, 8) & 0xFF])
    return _ESCAPED.get(said, b"" if said[-1:] == b"\n" else said)
