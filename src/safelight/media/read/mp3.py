"""MP3: ID3v2 frames at the start, ID3v1, APE and Lyrics3 at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.read import quicktime
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

_MOST_FRAMES, _LARGEST = 2_000, 16 * 1024**2
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_KINDS: dict[str, TraceKind] = {}
for _kind, _names in {
    "owner": "TPE1 TPE2 TPE3 TPE4 TCOM TEXT TOLY TOPE TOWN TCOP TENC TPUB TPRO TIPL TMCL TRSN TRSO WCOP WOAR WPUB "
    "TP1 TP2 TP3 TP4 TCM TXT TOL TOA TCR TEN TPB IPLS IPL OWNE COMR POPM POP",
    "time": "TDRC TDRL TDOR TDTG TDEN TYER TDAT TIME TORY TRDA TYE TDA TIM TOR TRD",
    "history": "TSSE TSS TENS PRIV TLAN",
    "serial": "TSRC TRC UFID UFI MCDI MCI",
}.items():
    _KINDS.update({name: _kind for name in _names.split()})  # type: ignore[misc]
_PLACE = re.compile(r"([+-]?\d{1,2}\.\d{2,})[^\d+-]{1,20}([+-]?\d{1,3}\.\d{2,})")
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_ARTIST, _TITLE = slice(33, 63), slice(3, 33)


def identify(head: bytes) -> bool:
    """Tell an MP3 by its ID3 tag, or by two frame headers in a row's worth of the same kind."""
    if head[:3] == b"ID3":
        return True
    if len(head) < 4 or head[0] != 0xFF or head[1] not in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2):
        return False
    return head[2] >> 4 not in (0, 15) and head[2] & 0x0C != 0x0C


def frame_length(head: bytes) -> int:
    """Return how many bytes the frame with this head has (layer III), 0 when it cannot be told."""
    first = head[1] & 0x08 != 0
    rates = _RATES_1 if first else _RATES_2
    sampling = (44_100, 48_000, 32_000)[head[2] >> 2 & 3] // (1 if first else 2 if head[1] & 0x10 else 4)
    rate = rates[head[2] >> 4] * 1000
    return (144 if first else 72) * rate // sampling + (head[2] >> 1 & 1) if rate else 0


def read(data: Data, notes: Notes) -> None:
    """Note what the tags hold."""
    start, end = 0, len(data)
    notes.content = True
    for _ in range(4):
        size = tag_size(data, start)
        if not size:
            break
        tag(data[start : min(start + size, start + _LARGEST)], notes)
        start += size
    _end(data, start, end, notes)


def tag_size(data: Data, at: int) -> int:
    """Return how long the ID3v2 tag at a place is, 0 when there is none."""
    head = data[at : at + 10]
    if len(head) < 10 or head[:3] != b"ID3" or any(byte & 0x80 for byte in head[6:]):
        return 0
    return 10 + _safe(head[6:]) + (10 if head[5] & 0x10 else 0)


def _safe(raw: bytes) -> int:
    value = 0
    for byte in raw:
        value = value << 7 | byte & 0x7F
    return value


def tag(raw: bytes, notes: Notes) -> None:
    """Note the frames of one ID3v2 tag."""
    if len(raw) < 10 or raw[:3] != b"ID3":
        return
    version = raw[3]
    body = raw[10 : 10 + _safe(raw[6:10])]
    if raw[5] & 0x80 and version < 4:
        body = body.replace(b"\xff\x00", b"\xff")
    if raw[5] & 0x40 and version >= 3 and len(body) > 4:
        body = body[_safe(body[:4]) if version == 4 else 4 + int.from_bytes(body[:4], "big") :]
    for name, content in _frames(body, version):
        notes.spend()
        _frame(name, content, notes)


def _frames(body: bytes, version: int) -> Iterator[tuple[str, bytes]]:
    at, wide = 0, 3 if version == 2 else 4
    head = 6 if version == 2 else 10
    for _ in range(_MOST_FRAMES):
        if at + head > len(body) or not body[at]:
            return
        name = body[at : at + wide].decode("latin-1")
        raw = body[at + wide : at + 2 * wide]
        size = _safe(raw) if version == 4 else int.from_bytes(raw, "big")
        yield name, body[at + head : at + head + size]
        at += head + size


def _frame(name: str, body: bytes, notes: Notes) -> None:
    if name in ("APIC", "PIC"):
        notes.add("thumbnail", "cover picture", f"{len(body)} bytes")
    elif name == "GEOB" or name == "GEO":
        notes.add("comment", "ID3 attached object", f"{len(body)} bytes")
    elif name[:1] == "W" and name not in ("WXXX", "WXX"):
        notes.add(_KINDS.get(name, "comment"), f"ID3 {name}", words(body))
    elif name in ("PRIV", "UFID", "UFI", "MCDI", "MCI", "OWNE", "POPM", "POP", "RVA2", "AENC"):
        notes.add(_KINDS.get(name, "history"), f"ID3 {name}", words(body[1:] if name == "OWNE" else body))
    elif body and name.isalnum():
        text = _text(body[4:] if name in ("COMM", "COM", "USLT", "ULT") else body[1:], body[0])
        _said(name, text, notes)


def _text(raw: bytes, encoding: int) -> str:
    said = raw.decode(_ENCODINGS[encoding] if encoding < 4 else "latin-1", "replace")
    return " ".join(part.strip("\ufeff ") for part in said.split("\0") if part.strip("\ufeff "))


def _said(name: str, text: str, notes: Notes) -> None:
    match = _PLACE.search(text) if name in ("TXXX", "TXX", "COMM", "COM") else None
    if match or "+" in text[:60]:
        low = text.lower()
        if match and any(word in low for word in ("gps", "lat", "loc", "geo", "place")):
            notes.gps(f"ID3 {name}", float(match[1]), float(match[2]))
        else:
            quicktime.iso6709(text, f"ID3 {name}", notes)
    kind = _KINDS.get(name, "comment")
    low = text.lower()
    if name in ("TXXX", "TXX") and low.startswith(("author", "artist", "owner", "copyright", "purchase")):
        kind = "owner"
    notes.add(kind, f"ID3 {name}", text)


def _end(data: Data, start: int, end: int, notes: Notes) -> None:
    last = data[max(start, end - 128) : end]
    if last[:3] == b"TAG" and len(last) == 128:
        notes.add("comment", "ID3v1 Title", words(last[_TITLE]))
        notes.add("owner", "ID3v1 Artist", words(last[_ARTIST]))
        notes.add("comment", "ID3v1 Album", words(last[63:93]))
        notes.add("comment", "ID3v1 Comment", words(last[97:127]))
        end -= 128
    tail = data[max(start, end - 65536) : end]
    at = tail.rfind(b"APETAGEX")
    if at >= 0:
        _ape(tail if tail.find(b"APETAGEX") < at else tail[max(0, at - 32768) :], notes)
    if b"LYRICSBEGIN" in tail:
        notes.add("comment", "Lyrics3", words(tail[tail.find(b"LYRICSBEGIN") + 11 :][:200]))


def _ape(raw: bytes, notes: Notes) -> None:
    at = raw.find(b"APETAGEX") + 32
    for _ in range(200):
        if at + 9 > len(raw):
            return
        size = int.from_bytes(raw[at : at + 4], "little")
        name, _, rest = raw[at + 8 : at + 8 + 256].partition(b"\0")
        if not name or size > len(raw):
            return
        value = words(rest[:size] if size < len(rest) else raw[at + 9 + len(name) : at + 9 + len(name) + size])
        low = words(name).lower()
        kind: TraceKind = "owner" if low in ("artist", "author", "composer", "copyright", "publisher") else "comment"
        notes.add("thumbnail" if low.startswith("cover") else kind, f"APE {words(name)}", value or "there")
        at += 9 + len(name) + size
