"""Colour profiles: what the colours need stays, names, dates, makers and serial numbers of screens go."""

from __future__ import annotations

import struct

_HEAD = 128
_LARGEST = 4 * 1024**2
# ICC.1:2022, clause 9: the tags that a conversion of colours reads.
_NEEDED = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 gamt cicp lumi "
    b"D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 pre0 pre1 pre2 colr clrt".split()
)
# In the head: who made the program, when, on what, for which device, the profile's own number.
_NAMED = ((4, 8), (24, 36), (40, 44), (48, 56), (80, 100))


def bare(profile: bytes) -> bytes:
    """Return the profile without what names anything, b"" when it is none."""
    if not _HEAD + 4 <= len(profile) <= _LARGEST or profile[36:40] != b"acsp":
        return b""
    count = int.from_bytes(profile[_HEAD : _HEAD + 4], "big")
    if count > 200 or len(profile) < _HEAD + 4 + count * 12:
        return b""
    tags: dict[bytes, bytes] = {}
    for at in range(_HEAD + 4, _HEAD + 4 + count * 12, 12):
        name, offset, size = struct.unpack_from(">4sII", profile, at)
        if name in _NEEDED and offset + size <= len(profile):
            tags[name] = profile[offset : offset + size]
    if not tags:
        return b""
    new = profile[8] < 4
    tags[b"desc"] = _words(b"", described=new)
    tags[b"cprt"] = b"text\0\0\0\0\0" if new else _words(b"", described=False)
    return _written(profile[:_HEAD], tags)


def _words(text: bytes, *, described: bool) -> bytes:
    if described:
        return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(4 + 4 + 2 + 1 + 67)
    wide = text.decode().encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(wide), 28) + wide


def _written(head: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = b"", b""
    start = _HEAD + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name in sorted(tags):
        content = tags[name]
        if content not in places:
            body += bytes(-(start + len(body)) % 4)
            places[content] = start + len(body)
            body += content
        table += struct.pack(">4sII", name, places[content], len(content))
    whole = bytearray(head + struct.pack(">I", len(tags)) + table + body)
    for low, high in _NAMED:
        whole[low:high] = bytes(high - low)
    whole[:4] = struct.pack(">I", len(whole))
    return bytes(whole)


def turned(orientation: int) -> bytes:
    """Return an EXIF block (TIFF structure) that says nothing but how the picture is turned."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
