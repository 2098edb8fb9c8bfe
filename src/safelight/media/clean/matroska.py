"""Matroska and WebM: picture and sound stay byte for byte; what says something becomes empty space as long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.media.clean.parts import DAMAGED, Part, Patches, refuse
from safelight.media.read import matroska as read
from safelight.media.read.matroska import Element
from safelight.media.read.notes import Notes, SpentError

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_CUES, _SEEK_HEAD, _SEEK, _SEEK_ID = 0x1C53BB6B, 0x114D9B74, 0x4DBB, 0x53AB
_TOP = frozenset((read.EBML, read.SEGMENT, read.INFO, read.TRACKS, read.CLUSTER, _CUES, _SEEK_HEAD))
# Segment information that players need: time scale and duration. Programs have to be named: their names become empty.
_TIMING, _PROGRAMS = frozenset((0x2AD7B1, 0x4489)), frozenset((0x4D80, 0x5741))
_IN_CLUSTER = frozenset((0xE7, 0xA3, 0xA0, 0xA7, 0xAB, 0x5854, 0xAF, read.VOID))
# What a track needs to be played; its name, its codec's name and where to buy that are not among them.
_TRACK = frozenset(
    (
        0xD7, 0x83, 0xB9, 0x88, 0x55AA, 0x55AB, 0x55AC, 0x55AD, 0x55AE, 0x55AF, 0x9C, 0x6DE7, 0x6DF8, 0x23E383,
        0x234E7A, 0x23314F, 0x537F, 0x55EE, 0x22B59C, 0x22B59D, 0x86, 0x63A2, 0xAA, 0x6FAB, 0x56AA, 0x56BB, 0xE0, 0xE1,
        0xE2, 0x6D80, 0x41E4,
    )
)  # fmt: skip
_TRACK_UID = 0x73C5


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy with picture and sound only. Raises CannotClean."""
    changes = Patches(len(data))
    notes = Notes()
    try:
        end = _top(data, 0, len(data), changes, notes)
    except SpentError:
        raise refuse("The video is longer than can be cleaned here") from None
    if end <= 0:
        raise refuse(DAMAGED)
    return changes.parts(end)


def _top(data: Data, start: int, end: int, changes: Patches, notes: Notes) -> int:
    """Go through the segment; return where the last known part ends, 0 when there are no pictures in it."""
    last, clusters = 0, 0
    for each in _inside(data, start, end, changes, notes):
        last = each.end
        if each.id == read.SEGMENT:
            last = _top(data, each.body, each.end, changes, notes) or last if each.end > each.body else last
            clusters += last > each.body
        elif each.id == read.CLUSTER:
            clusters += 1
            _cluster(data, each, changes, notes)
        elif each.id == read.INFO:
            _info(data, each, changes)
        elif each.id == read.TRACKS:
            _tracks(data, each, changes, notes)
        elif each.id == _SEEK_HEAD:
            _seek(data, each, changes)
        elif each.id not in _TOP | _IN_CLUSTER or each.id == read.VOID:
            void(each, changes)
    return last if clusters else 0


def _inside(data: Data, start: int, end: int, changes: Patches, notes: Notes | None = None) -> Iterator[Element]:
    """Yield what is in a holder; whatever follows the last part that is whole becomes zeros."""
    last = start
    for each in read.elements(data, start, end, notes):
        last = each.end
        yield each
    changes.zero(last, end)


def void(each: Element, changes: Patches) -> None:
    """Turn an element into empty space of the same length."""
    length = each.end - each.start
    if length < 2:
        return
    wide = 1 if length <= 127 + 2 else 8
    body = length - 1 - wide
    if wide == 1 and body > 126:
        wide, body = 2, length - 3
    size = ((1 << 7 * wide) | body).to_bytes(wide, "big")
    changes.zero(each.start, each.end)
    changes.put(each.start, bytes((read.VOID,)) + size)


def _info(data: Data, holder: Element, changes: Patches) -> None:
    for each in _inside(data, holder.body, holder.end, changes):
        if each.id in _PROGRAMS:
            changes.zero(each.body, each.end)
        elif each.id not in _TIMING:
            void(each, changes)


def _tracks(data: Data, holder: Element, changes: Patches, notes: Notes) -> None:
    for number, entry in enumerate(_inside(data, holder.body, holder.end, changes, notes), 1):
        if entry.id != read.ENTRY:
            void(entry, changes)
            continue
        for each in _inside(data, entry.body, entry.end, changes, notes):
            if each.id == _TRACK_UID:
                # A number of the track's own, which may not be zero.
                changes.zero(each.body, each.end)
                changes.put(each.end - 1, bytes((number & 0x7F or 1,)))
            elif each.id not in _TRACK:
                void(each, changes)


def _cluster(data: Data, holder: Element, changes: Patches, notes: Notes) -> None:
    for each in _inside(data, holder.body, holder.end, changes, notes):
        if each.id not in _IN_CLUSTER or each.id == read.VOID:
            void(each, changes)


def _seek(data: Data, holder: Element, changes: Patches) -> None:
    """Take pointers to parts that are gone out of the list of parts."""
    for each in _inside(data, holder.body, holder.end, changes):
        if each.id != _SEEK:
            void(each, changes)
            continue
        target = next((data[i.body : i.end] for i in read.elements(data, each.body, each.end) if i.id == _SEEK_ID), b"")
        if int.from_bytes(target, "big") not in _TOP:
            void(each, changes)
