"""HEIC, HEIF and AVIF: a new meta box without EXIF, XMP, thumbnails and depth; coded pictures stay byte for byte."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from safelight.media.clean import icc, quicktime
from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.boxes import Box, boxes, named
from safelight.media.read.heif import Item, Meta, meta
from safelight.media.read.notes import on_time

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

# Alpha belongs to the picture, a gain map to its brightness; a depth map or a mask shows what was cut away.
_SHOWN_BESIDE = (b":alpha", b"auxid:1", b"hdrgainmap")
_SAID = (b"udes", b"crtt", b"mdft", b"uuid")
_NAMELESS = b"\0\0\0\x08free"


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy without anything but the picture. Raises CannotClean."""
    top = list(boxes(data, 0, len(data)))
    metas = [box for box in top if box.type == b"meta"]
    if any(box.type == b"moov" for box in top):
        return _sequence(data, facts, metas)
    if len(metas) != 1 or top[0].type != b"ftyp":
        raise refuse(DAMAGED)
    found = meta(data, metas[0])
    kept = {item.id: item for item in found.items.values() if item.id not in _unwanted(data, found)}
    if found.primary not in kept or any(item.method > 1 for item in kept.values()):
        raise refuse(DAMAGED)
    head = data[top[0].start : top[0].end]
    size = len(_meta(data, found, kept, {}))
    places: dict[int, list[tuple[int, int]]] = {}
    content: list[Part] = []
    at = len(head) + size + 16
    for item in kept.values():
        if item.method == 0:
            places[item.id] = []
            for start, length in item.extents:
                end = min(start + length if length else len(data), len(data))
                if start > end:
                    raise refuse(DAMAGED)
                places[item.id].append((at, end - start))
                content.append((start, end))
                at += end - start
    body = at - len(head) - size
    mdat = b"\0\0\0\1mdat" + body.to_bytes(8, "big")
    return [head, _meta(data, found, kept, places), mdat, *content]


def _sequence(data: Data, facts: Facts, metas: list[Box]) -> list[Part]:
    """Moving pictures: cleaned like a video, with the hidden items emptied at their places."""
    used: list[tuple[int, int]] = []
    empty: list[Item] = []
    for box in metas:
        found = meta(data, box)
        unwanted = _unwanted(data, found)
        thumbnails = found.targets(b"thmb") | found.targets(b"auxl")
        if any(item.method > 1 for item in found.items.values()) or unwanted & thumbnails:
            raise refuse("This moving picture holds hidden data that cannot be taken out here")
        for item in found.items.values():
            if item.id in unwanted:
                empty.append(item)
            elif item.method == 0:
                used += [(start, start + length if length else len(data)) for start, length in item.extents]
    changes, end = quicktime.changes(data, used)
    for item in empty:
        changes.zero(*item.said)
        changes.put(item.said[0], b"free")
        for start, length in item.extents if item.method == 0 else ():
            changes.zero(start, start + length)
    return changes.parts(end)


def _unwanted(data: Data, found: Meta) -> set[int]:
    """Items that do not draw the picture: EXIF, XMP, thumbnails, depth maps and masks."""
    gone = {item.id for item in found.items.values() if item.type in (b"Exif", b"mime", b"uri ", b"")}
    gone |= {source for kind, source, _ in found.references if kind == b"thmb"}
    for source in found.targets(b"auxl"):
        kinds = [body for name, body in _properties(data, found, source) if name == b"auxC"]
        if not any(mark in body for body in kinds for mark in _SHOWN_BESIDE):
            gone.add(source)
    # Tiles of a grid, and what a picture is derived from, go with what they belong to.
    for _ in range(4):
        needed = {to for kind, source, targets in found.references if kind == b"dimg" and source not in gone
                  for to in targets}  # fmt: skip
        more = {to for kind, source, targets in found.references if kind == b"dimg" and source in gone
                for to in targets} - needed  # fmt: skip
        if more <= gone:
            break
        gone |= more
    return gone - {found.primary}


def _properties(data: Data, found: Meta, item: int) -> list[tuple[bytes, bytes]]:
    holder = found.parts.get(b"iprp")
    if holder is None:
        return []
    container, table = named(data, holder.body, holder.end, b"ipco"), named(data, holder.body, holder.end, b"ipma")
    if container is None or table is None:
        return []
    listed = list(boxes(data, container.body, container.end))
    numbers = [number & ~flag for number, flag in _associations(data, table).get(item, [])]
    return [
        (listed[n - 1].type, data[listed[n - 1].body : min(listed[n - 1].end, listed[n - 1].body + 256)])
        for n in numbers
        if 0 < n <= len(listed)
    ]


def _associations(data: Data, table: Box) -> dict[int, list[tuple[int, int]]]:
    """Item -> its properties' numbers with the bit that marks a needed one, and that bit's value."""
    body = data[table.body : table.end]
    wide, flag = (4 if body[0] else 2), (0x8000 if body[3] & 1 else 0x80)
    step = 2 if body[3] & 1 else 1
    found: dict[int, list[tuple[int, int]]] = {}
    at = 8
    for _ in range(int.from_bytes(body[4:8], "big")):
        if at + wide >= len(body):
            break
        on_time()
        item, count = int.from_bytes(body[at : at + wide], "big"), body[at + wide]
        at += wide + 1
        numbers = [int.from_bytes(body[at + n * step : at + n * step + step], "big") for n in range(count)]
        found[item] = [(number, flag) for number in numbers]
        at += count * step
    return found


def _meta(data: Data, found: Meta, kept: dict[int, Item], places: dict[int, list[tuple[int, int]]]) -> bytes:
    body = b"\0\0\0\0"
    for part in boxes(data, found.box.body + 4, found.box.end):
        if part.type == b"hdlr":
            body += _box(b"hdlr", data[part.body : part.body + 8] + b"pict" + bytes(13))
        elif part.type == b"iinf":
            body += _infos(kept)
        elif part.type == b"iloc":
            body += _places(kept, places)
        elif part.type == b"iref":
            body += _references(found, kept)
        elif part.type == b"iprp":
            body += _box(
                b"iprp", b"".join(_property_part(data, each, kept) for each in boxes(data, part.body, part.end))
            )
        elif part.type == b"idat":
            body += _idat(data, part, kept)
        elif part.type in (b"pitm", b"dinf", b"grpl"):
            body += data[part.start : part.end]
    return _box(b"meta", body)


def _box(name: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + name + body


def _infos(kept: dict[int, Item]) -> bytes:
    rows = b"".join(
        _box(b"infe", bytes((3, 0, 0, 0)) + struct.pack(">IH", item.id, 0) + item.type + b"\0")
        for item in kept.values()
    )
    return _box(b"iinf", b"\1\0\0\0" + len(kept).to_bytes(4, "big") + rows)


def _places(kept: dict[int, Item], places: dict[int, list[tuple[int, int]]]) -> bytes:
    rows = b""
    for item in kept.values():
        extents = places.get(item.id, item.extents)
        rows += struct.pack(">IHHH", item.id, item.method, 0, len(extents))
        rows += b"".join(struct.pack(">QQ", start, length) for start, length in extents)
    return _box(b"iloc", bytes((2, 0, 0, 0, 0x88, 0)) + len(kept).to_bytes(4, "big") + rows)


def _references(found: Meta, kept: dict[int, Item]) -> bytes:
    body = b"\1\0\0\0"
    for kind, source, targets in found.references:
        left = [target for target in targets if target in kept]
        if source in kept and left and kind not in (b"cdsc", b"thmb"):
            body += _box(kind, struct.pack(f">IH{len(left)}I", source, len(left), *left))
    return _box(b"iref", body) if len(body) > 4 else b""


def _property_part(data: Data, part: Box, kept: dict[int, Item]) -> bytes:
    if part.type == b"ipco":
        return _box(b"ipco", b"".join(_property(data, each) for each in boxes(data, part.body, part.end)))
    if part.type != b"ipma":
        return b""
    rows = {item: pairs for item, pairs in _associations(data, part).items() if item in kept}
    body = data[part.body : part.body + 4]
    wide, step = (4 if body[0] else 2), (2 if body[3] & 1 else 1)
    body += len(rows).to_bytes(4, "big")
    for item, pairs in sorted(rows.items()):
        body += item.to_bytes(wide, "big") + bytes((len(pairs),))
        body += b"".join(number.to_bytes(step, "big") for number, _ in pairs)
    return _box(b"ipma", body)


def _property(data: Data, each: Box) -> bytes:
    """One property; what describes in words becomes free space, so that the numbers of the others stay."""
    if each.type in _SAID:
        return _NAMELESS
    raw = data[each.start : each.end]
    if each.type == b"colr" and data[each.body : each.body + 4] in (b"prof", b"rICC"):
        bare = icc.bare(data[each.body + 4 : each.end])
        return _box(b"colr", data[each.body : each.body + 4] + bare) if bare else _NAMELESS
    return raw


def _idat(data: Data, part: Box, kept: dict[int, Item]) -> bytes:
    """The small data box, with only what kept items need in it."""
    body = data[part.body : part.end]
    new = bytearray(len(body))
    for item in kept.values():
        if item.method == 1:
            for start, length in item.extents:
                end = start + length if length else len(body)
                new[start:end] = body[start:end]
    return _box(b"idat", bytes(new[: len(body)]))
