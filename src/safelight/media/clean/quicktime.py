"""MP4, MOV, 3GP and M4A: picture and sound stay byte for byte and at their places.

What goes becomes free space of the same length, so nothing has to be moved: user data, lists of tags, tracks that are
neither picture nor sound (with their samples), times, names of programs, and whatever no sample points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.clean.parts import DAMAGED, Part, Patches, refuse
from safelight.media.read.boxes import Box, boxes, named
from safelight.media.read.notes import on_time
from safelight.media.read.quicktime import SHOWN, describe
from safelight.media.read.samples import stretches

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_TOP = frozenset(b"ftyp moov mdat moof mfra sidx ssix styp pdin wide meta".split())
_MOVIE = frozenset(b"mvhd trak mvex iods clip ctab".split())
_TRACK = frozenset(b"tkhd edts mdia tref load tapt clip matt imap".split())
_MEDIA = frozenset(b"mdhd hdlr minf elng".split())
_FRAGMENT = frozenset(b"mfhd traf tfhd tfdt trun sbgp sgpd subs saiz saio senc pssh".split())
_HOLDERS = frozenset(b"moov trak mdia minf moof traf".split())
_PASSED = frozenset(b"vmhd smhd nmhd sthd gmhd dinf stbl hdlr".split())
_TABLES = frozenset(
    b"stsd stts ctts stss stps stsc stsz stz2 stco co64 sdtp sbgp sgpd cslg subs saiz saio stsh padb stdp".split()
)


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy with picture and sound only. Raises CannotClean."""
    found, end = changes(data, [])
    return found.parts(end)


def changes(data: Data, used: list[tuple[int, int]]) -> tuple[Patches, int]:
    """Return what is to be changed, and where the copy ends. used: stretches that stay beside the samples.

    Raises CannotClean.
    """
    top = list(boxes(data, 0, len(data)))
    movie = next((box for box in top if box.type == b"moov"), None)
    if movie is None or named(data, movie.body, movie.end, b"cmov") or named(data, movie.body, movie.end, b"rmra"):
        raise refuse(DAMAGED)
    found = Patches(len(data))
    tracks = [box for box in boxes(data, movie.body, movie.end) if box.type == b"trak"]
    shown = [track for track in tracks if describe(data, track)[0] in SHOWN]
    if not shown:
        raise refuse("There is neither a picture nor a sound in it that is known here")
    fragments = any(box.type == b"moof" for box in top)
    if fragments and len(shown) < len(tracks):
        raise refuse("This video is cut into pieces in a way that cannot be cleaned here")
    kept = frozenset(shown)
    for box in top:
        _box(data, box, _TOP, found, kept)
    if not fragments:
        _unused(data, top, shown, used, found)
    return found, top[-1].end


def _box(data: Data, box: Box, known: frozenset[bytes], changes: Patches, shown: frozenset[Box]) -> None:
    """Empty a box that is not known, look into one that is."""
    if box.type not in known or (box.type == b"trak" and box not in shown):
        empty(box, changes)
    elif box.type in _HOLDERS:
        inner = {b"moov": _MOVIE, b"trak": _TRACK, b"mdia": _MEDIA, b"minf": _PASSED}.get(box.type, _FRAGMENT)
        last = box.body
        for each in boxes(data, box.body, box.end):
            _box(data, each, inner, changes, shown)
            last = each.end
        # What follows the last box that is whole is nothing that a player reads.
        changes.zero(last, box.end)
    elif box.type in (b"mvhd", b"tkhd", b"mdhd"):
        _times(data, box, changes)
    elif box.type == b"hdlr":
        changes.zero(box.body + 12, box.end)
    elif box.type == b"tref":
        empty(box, changes)
    elif box.type == b"stbl":
        _table(data, box, changes)
    elif box.type == b"meta" and named(data, box.body + 4, box.end, b"iinf") is None:
        empty(box, changes)


def empty(box: Box, changes: Patches) -> None:
    """Turn a box into free space."""
    changes.put(box.start + 4, b"free")
    changes.zero(box.body, box.end)


def _times(data: Data, box: Box, changes: Patches) -> None:
    wide = 8 if data[box.body] == 1 else 4
    changes.zero(box.body + 4, box.body + 4 + 2 * wide)


def _table(data: Data, table: Box, changes: Patches) -> None:
    """The names of makers and programs in the descriptions of samples."""
    for part in boxes(data, table.body, table.end):
        if part.type not in _TABLES:
            empty(part, changes)
        if part.type != b"stsd":
            continue
        for entry in boxes(data, part.body + 8, part.end):
            if entry.end - entry.body >= 78 and data[entry.body + 24 : entry.body + 28].strip(b"\0"):
                changes.zero(entry.body + 12, entry.body + 16)
                changes.zero(entry.body + 42, entry.body + 74)
                _extensions(data, entry.body + 78, entry.end, changes)


def _extensions(data: Data, start: int, end: int, changes: Patches) -> None:
    for each in boxes(data, start, end):
        if each.type in (b"uuid", b"udta", b"meta", b"XMP_"):
            empty(each, changes)


def _unused(data: Data, top: list[Box], shown: list[Box], kept: list[tuple[int, int]], changes: Patches) -> None:
    """Set to zero whatever no sample of picture or sound points at."""
    used = sorted([*kept, *(stretch for track in shown for stretch in stretches(data, track))])
    for box in top:
        if box.type == b"mdat":
            on_time()
            for start, end in _between(used, box.body, box.end):
                changes.zero(start, end)


def _between(used: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between `start` and `end` that are not used."""
    at = start
    for low, high in used:
        if high <= at:
            continue
        if low >= end:
            break
        if low > at:
            yield at, low
        at = high
    if at < end:
        yield at, end
