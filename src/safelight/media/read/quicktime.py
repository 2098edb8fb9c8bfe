"""MP4, MOV, 3GP and M4A: user data, keys, iTunes lists, tracks of places, times of the tracks."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from safelight.media.read import exif, tracks, xmp
from safelight.media.read.boxes import Box, boxes
from safelight.media.read.notes import PIECE, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

HOLDERS = frozenset(
    (
        b"moov",
        b"trak",
        b"mdia",
        b"minf",
        b"stbl",
        b"edts",
        b"dinf",
        b"udta",
        b"moof",
        b"traf",
        b"gmhd",
        b"tref",
        b"mvex",
    )
)
# The kinds of tracks that are shown or heard; text tracks of drones hold places, so they do not count.
SHOWN = frozenset(b"vide soun auxv pict".split())
_XMP_ID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
ISO6709 = re.compile(r"([+-]\d{2,7}(?:\.\d+)?)([+-]\d{3,8}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?")
_ROUND = re.compile(r"^\s*([+-]?\d{1,2}\.\d+)[ ,]+([+-]?\d{1,3}\.\d+)\s*$")
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
# Four-letter names of user data and iTunes lists, after ©.
_KINDS: dict[str, TraceKind] = {}
for _kind, _all in {
    "owner": "ART aut aART wrt cpy dir prd prf own com enc swf phg auth perf cprt arg aci dis pub apID ownr",
    "place": "loci xyz", "time": "day", "device": "mak mod mal mdl CAME", "history": "swr too fmt req hw",
    "comment": "nam cmt des inf alb gen lyr key desc ldes sdes albm gnre kywd clsf yrrc titl dscp rtng",
    "serial": "SNum FIRM isr akID plID cnID",
}.items():  # fmt: skip
    _KINDS.update({name: _kind for name in _all.split()})  # type: ignore[misc]
_KINDS.update(
    {"titl": "comment", "dscp": "comment", "rtng": "comment", "apID": "owner", "ownr": "owner", "©isr": "serial"}
)
_WORDS: tuple[tuple[str, TraceKind], ...] = (
    ("location.iso6709", "gps"), ("location", "place"), ("author", "owner"), ("artist", "owner"),
    ("copyright", "owner"),
    ("creator", "owner"), ("director", "owner"), ("producer", "owner"), ("publisher", "owner"), ("performer", "owner"),
    ("creationdate", "time"), ("year", "time"), ("make", "device"), ("model", "device"), ("software", "history"),
    ("identifier", "serial"), ("serial", "serial"), ("uid", "serial"), ("android.version", "history"),
    ("owner", "owner"), ("account", "owner"), ("email", "owner"), ("apple_id", "owner"), ("encod", "history"),
)  # fmt: skip
_KNOWN = re.compile(r"com\.(?:apple\.quicktime|android)\.[\w.]{1,30}$|.{4}$")


def identify(head: bytes) -> bool:
    """Tell an ISO media file that is no HEIF, or an old QuickTime file, by its first box."""
    from safelight.media.read import heif

    size = int.from_bytes(head[:4], "big")
    first = head[4:8]
    if first == b"ftyp":
        return not heif.identify(head)
    return first in (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot") and (size in (0, 1) or size >= 8)


def read(data: Data, notes: Notes) -> None:
    """Note what the boxes hold beside sound and picture."""
    walk(data, 0, len(data), notes)


def walk(data: Data, start: int, end: int, notes: Notes) -> None:
    """Note what the boxes between two places hold."""
    last = start
    for each in boxes(data, start, end, notes):
        box(data, each, notes)
        last = each.end
    if end - last >= 8 and start == 0 and data[last : last + 4].strip(b"\0"):
        notes.add("trailer", "data behind the end of the video", f"{end - last} bytes")


def box(data: Data, each: Box, notes: Notes) -> None:
    """Note what one box holds."""
    if each.type == b"trak":
        _track(data, each, notes)
    elif each.type == b"udta":
        _user_data(data, each, notes)
    elif each.type == b"meta":
        _meta(data, each, notes)
    elif each.type in HOLDERS:
        with notes.inside():
            for inner in boxes(data, each.body, each.end, notes):
                box(data, inner, notes)
    elif each.type in (b"mvhd", b"tkhd", b"mdhd"):
        _times(data, each, notes)
    elif each.type == b"uuid":
        _uuid(data, each, notes)
    elif each.type in (b"free", b"skip", b"wide") and each.end - each.body > 16:
        _free(data, each, notes)
    elif each.type == b"XMP_":
        xmp.read(data[each.body : min(each.end, each.body + PIECE)], notes)


def _times(data: Data, each: Box, notes: Notes) -> None:
    body = data[each.body : min(each.end, each.body + 24)]
    if len(body) < 12:
        return
    seconds = int.from_bytes(body[4:12], "big") if body[0] == 1 else int.from_bytes(body[4:8], "big")
    if 0 < seconds < 2**33:
        when = (_EPOCH + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M")
        notes.add("time", f"{each.type.decode('ascii')} CreationTime", when)


def _track(data: Data, each: Box, notes: Notes) -> None:
    kind, coded, size = describe(data, each)
    notes.content = notes.content or kind in SHOWN
    if kind and kind not in SHOWN:
        tracks.read(data, each, kind, coded, notes)
    if kind == b"vide" and notes.size == (0, 0):
        notes.size = size
    with notes.inside():
        for inner in boxes(data, each.body, each.end, notes):
            box(data, inner, notes)


def describe(data: Data, track: Box) -> tuple[bytes, bytes, tuple[int, int]]:
    """Return a track's kind (its handler), the code of its samples, and width and height from its header."""
    kind, coded, size = b"", b"", (0, 0)
    for inner in boxes(data, track.body, track.end):
        if inner.type == b"tkhd" and inner.end - inner.body >= 84:
            width, height = struct.unpack(">II", data[inner.end - 8 : inner.end])
            size = (width >> 16, height >> 16)
        elif inner.type == b"mdia":
            for deep in boxes(data, inner.body, inner.end):
                if deep.type == b"hdlr":
                    kind = data[deep.body + 8 : deep.body + 12]
                elif deep.type == b"minf":
                    for part in boxes(data, deep.body, deep.end):
                        if part.type == b"stbl":
                            coded = _code(data, part)
    return kind, coded, size


def _code(data: Data, table: Box) -> bytes:
    for part in boxes(data, table.body, table.end):
        if part.type == b"stsd":
            return data[part.body + 12 : part.body + 16]
    return b""


def _user_data(data: Data, holder: Box, notes: Notes) -> None:
    with notes.inside():
        for each in boxes(data, holder.body, holder.end, notes):
            name = each.type.decode("latin-1")
            body = data[each.body : min(each.end, each.body + 65536)]
            if each.type in (b"meta", b"XMP_", b"uuid"):
                box(data, each, notes)
            elif each.type == b"loci":
                _loci(body, notes)
            elif each.type in (b"NCTG", b"CNTH", b"MVTG", b"QVMI", b"PENT", b"PXTH", b"SDLN", b"smta"):
                _makers(name, body, notes)
            elif name[0] == "©":
                _user_text(name[1:], _lines(body), notes)
            elif name in _KINDS:
                _user_text(name, [words(body[6:]) if len(body) > 6 and body[:4] == b"\0\0\0\0" else words(body)], notes)
            elif name == "thmb" or body[:3] == b"\xff\xd8\xff":
                notes.add("thumbnail", f"user data {name}", f"{len(body)} bytes")
            elif name not in ("name", "hnti", "hinf", "free", "WLOC", "LOOP", "SelO", "AllF", "ptv ", "chpl"):
                notes.add("history", f"user data {name}", words(body.strip(b"\0"))[:60] or f"{len(body)} bytes")
            elif name == "name":
                notes.add("comment", "track name", words(body))


def _lines(body: bytes) -> list[str]:
    """International text of QuickTime: size, language, text, again and again."""
    found: list[str] = []
    at = 0
    while at + 4 <= len(body) and len(found) < 20:
        size = int.from_bytes(body[at : at + 2], "big")
        if size == 0 or at + 4 + size > len(body):
            break
        found.append(words(body[at + 4 : at + 4 + size]))
        at += 4 + size
    return found or [words(body)]


def _user_text(name: str, texts: list[str], notes: Notes) -> None:
    for text in texts:
        if name == "xyz":
            iso6709(text, "QuickTime ©xyz", notes)
        else:
            notes.add(_KINDS.get(name, "comment"), f"QuickTime {name}", text)


def iso6709(text: str, where: str, notes: Notes) -> bool:
    """Note coordinates written as +28.6315+077.2167+216/ (degrees, or degrees and minutes run together)."""
    match = ISO6709.search(text) or _ROUND.match(text)
    if match is None:
        return False
    notes.gps(where, _run_together(match[1], 2), _run_together(match[2], 3))
    return True


def _run_together(text: str, width: int) -> float:
    sign = -1.0 if text.startswith("-") else 1.0
    digits = text.lstrip("+-")
    whole, dot, rest = digits.partition(".")
    if len(whole) <= width or (len(whole) - width) % 2:
        return sign * float(digits)
    degrees, minutes = float(whole[:width]), whole[width:]
    seconds = minutes[2:] + dot + rest if len(minutes) > 2 else ""
    return sign * (degrees + float(minutes[:2] + ("" if seconds else dot + rest)) / 60 + float(seconds or 0) / 3600)


def _loci(body: bytes, notes: Notes) -> None:
    """3GPP location: language, name, role, longitude, latitude, altitude (16.16), body, notes."""
    rest = body[6:]
    if rest[:2] in (b"\xfe\xff", b"\xff\xfe"):
        end = next((at for at in range(2, len(rest) - 1, 2) if rest[at : at + 2] == b"\0\0"), len(rest))
        name, rest = rest[:end], rest[end + 2 :]
    else:
        name, _, rest = rest.partition(b"\0")
    notes.add("place", "3GPP loci", words(name))
    if len(rest) >= 13:
        longitude, latitude = struct.unpack_from(">ii", rest, 1)
        notes.gps("3GPP loci", latitude / 65536, longitude / 65536)
        for text in rest[13:].split(b"\0")[:2]:
            notes.add("place", "3GPP loci notes", words(text))


def _makers(name: str, body: bytes, notes: Notes) -> None:
    notes.add("device", f"user data {name}", words(body[:64].strip(b"\0")) or name)
    start = next((at for mark in (b"II*\0", b"MM\0*") if (at := body.find(mark)) >= 0), -1)
    if start >= 0:
        exif.read(body[start:], notes)


def _uuid(data: Data, each: Box, notes: Notes) -> None:
    name, body = data[each.body : each.body + 16], data[each.body + 16 : min(each.end, each.body + 16 + PIECE)]
    if name == _XMP_ID or b"<x:xmpmeta" in body[:1024]:
        xmp.read(body[max(0, body.find(b"<")) :], notes)
    elif body[:4] in (b"II*\0", b"MM\0*"):
        exif.read(body, notes)
    else:
        notes.add("history", "uuid box", f"{len(body)} bytes")
        for inner in boxes(body, 0, len(body)):
            if inner.type in (b"CMT1", b"CMT2", b"CMT3", b"CMT4"):
                exif.read(body[inner.body : inner.end], notes)
            elif inner.type in (b"THMB", b"PRVW"):
                notes.add("thumbnail", "embedded preview", f"{inner.end - inner.body} bytes")


def _free(data: Data, each: Box, notes: Notes) -> None:
    raw = data[each.body : min(each.end, each.body + 65536)].strip(b"\0 ")
    if len(raw) > 16 and (match := ISO6709.search(words(raw))):
        iso6709(match[0], "free space", notes)


def _meta(data: Data, holder: Box, notes: Notes) -> None:
    """A meta box of QuickTime (no version) or ISO (version first): keys and lists, or an ID3 block, or items."""
    start = holder.body if data[holder.body + 4 : holder.body + 8] in (b"hdlr", b"keys", b"ilst") else holder.body + 4
    parts = {part.type: part for part in boxes(data, start, holder.end, notes)}
    keys = _keys(data, parts[b"keys"]) if b"keys" in parts else []
    if b"ilst" in parts:
        _list(data, parts[b"ilst"], keys, notes)
    if b"ID32" in parts:
        from safelight.media.read import mp3

        box = parts[b"ID32"]
        mp3.tag(data[box.body + 6 : box.end], notes)
    for part in parts.values():
        if part.type == b"xml ":
            xmp.read(data[part.body + 4 : min(part.end, part.body + PIECE)], notes, "XML")
    if b"iinf" in parts:
        from safelight.media.read import heif

        heif.items(data, holder, notes)


def _keys(data: Data, holder: Box) -> list[str]:
    names = boxes(data, holder.body + 8, holder.end)
    return [words(data[each.body : min(each.end, each.body + 200)]) for each in names][:2000]


def _list(data: Data, holder: Box, keys: list[str], notes: Notes) -> None:
    for each in boxes(data, holder.body, holder.end, notes):
        number = int.from_bytes(each.type, "big")
        name = keys[number - 1] if 0 < number <= len(keys) else each.type.decode("latin-1").lstrip("©")
        for part in boxes(data, each.body, each.end, notes):
            if part.type in (b"mean", b"name"):
                name = words(data[part.body + 4 : min(part.end, part.body + 200)]) if part.type == b"name" else name
            elif part.type == b"data":
                form = int.from_bytes(data[part.body : part.body + 4], "big") & 0xFFFFFF
                _listed(name, form, data[part.body + 8 : min(part.end, part.body + 65536)], notes)


def _listed(name: str, form: int, body: bytes, notes: Notes) -> None:
    low = name.lower()
    if name == "covr" or form in (13, 14, 27) or "artwork" in low:
        notes.add("thumbnail", "cover picture", f"{len(body)} bytes")
        return
    text = body.decode("utf-16-be", "replace") if form == 2 else words(body) if form == 1 or len(body) > 8 else ""
    value = text or str(int.from_bytes(body[:8], "big"))
    worded = next((kind for word, kind in _WORDS if word in low), None)
    kind: TraceKind = _KINDS.get(name) or worded or "comment"
    # Names of keys are anybody's words: only those of the formats are told.
    name = name if name in _KINDS or _KNOWN.match(name) else "key"
    if kind == "gps" or (kind == "place" and ISO6709.match(value)):
        if not iso6709(value, f"QuickTime {name}", notes):
            notes.add("place", f"QuickTime {name}", value)
    elif kind not in ("comment",) or form == 1:
        notes.add(kind, f"QuickTime {name}", value)
