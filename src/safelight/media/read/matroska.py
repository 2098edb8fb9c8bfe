"""Matroska and WebM: tags, titles, dates, attachments and names of tracks (EBML)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from safelight.media.read import quicktime
from safelight.media.read.notes import on_time, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

_MOST = 200_000
EBML, SEGMENT, INFO, TRACKS, ENTRY, TAGS, TAG, SIMPLE = (
    0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1254C367, 0x7373, 0x67C8,
)  # fmt: skip
ATTACHMENTS, ATTACHED, CHAPTERS, CLUSTER, VOID, CRC = 0x1941A469, 0x61A7, 0x1043A770, 0x1F43B675, 0xEC, 0xBF
HOLDERS = frozenset(
    (SEGMENT, INFO, TRACKS, ENTRY, TAGS, TAG, SIMPLE, ATTACHMENTS, ATTACHED, CHAPTERS, 0x45B9, 0xB6, 0x80, 0xE0)
)
# Elements that hold words about the file: title, programs, file names, names of tracks and chapters, ids, date.
TEXTS: dict[int, tuple[TraceKind, str]] = {
    0x7BA9: ("comment", "Title"), 0x4D80: ("history", "MuxingApp"), 0x5741: ("history", "WritingApp"),
    0x7384: ("comment", "SegmentFilename"), 0x3C83AB: ("comment", "PrevFilename"),
    0x3E83BB: ("comment", "NextFilename"),
    0x536E: ("comment", "TrackName"), 0x85: ("comment", "ChapterString"), 0x466E: ("comment", "attached file"),
    0x467E: ("comment", "attached file description"),
}  # fmt: skip
IDS = {0x73A4: "SegmentUID", 0x3CB923: "PrevUID", 0x3EB923: "NextUID", 0x4444: "SegmentFamily"}
DATE = 0x4461
_NAME, _STRING = 0x45A3, 0x4487
_OWNERS = ("ARTIST", "AUTHOR", "COMPOSER", "COPYRIGHT", "DIRECTOR", "PRODUCER", "PERFORMER", "ENCODED_BY", "OWNER",
           "ACTOR", "WRITTEN_BY", "PURCHASE_OWNER", "PUBLISHER", "LICENSE", "LEAD_PERFORMER",
           "DISTRIBUTED_BY")  # fmt: skip
_OTHERS: tuple[tuple[str, TraceKind], ...] = (
    ("LOCATION", "place"), ("GPS", "place"), ("DATE", "time"), ("CREATION_TIME", "time"), ("MAKE", "device"),
    ("MODEL", "device"), ("ENCODER", "history"), ("DURATION", "history"), ("_STATISTICS", "history"),
    ("BPS", "history"), ("NUMBER_OF", "history"), ("SERIAL", "serial"), ("ANDROID", "history"), ("HANDLER", "history"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its number, where it starts, where its content starts and where it ends."""

    id: int
    start: int
    body: int
    end: int


def identify(head: bytes) -> bool:
    """Tell EBML by its first number."""
    return head[:4] == b"\x1a\x45\xdf\xa3"


def elements(data: Data, start: int, end: int, notes: Notes | None = None) -> Iterator[Element]:
    """Yield the elements between two places. One of unknown size is empty, and what is in it follows it."""
    at = start
    for _ in range(_MOST):
        head = data[at : min(at + 12, end)]
        if len(head) < 2 or not head[0]:
            return
        on_time()
        if notes:
            notes.spend()
        wide = 9 - head[0].bit_length()
        if wide > 4 or wide >= len(head) or not head[wide]:
            return
        number = int.from_bytes(head[:wide], "big")
        long = 9 - head[wide].bit_length()
        raw = int.from_bytes(head[wide : wide + long], "big") & ((1 << 7 * long) - 1)
        body = at + wide + long
        unknown = raw == (1 << 7 * long) - 1
        stop = body if unknown else min(body + raw, end)
        yield Element(number, at, body, stop)
        at = stop


def read(data: Data, notes: Notes) -> None:
    """Note what lies beside sound and picture; clusters are passed over."""
    _walk(data, 0, len(data), notes)


def _walk(data: Data, start: int, end: int, notes: Notes) -> None:
    with notes.inside():
        for each in elements(data, start, end, notes):
            notes.content = notes.content or each.id in (TRACKS, CLUSTER)
            if each.id == SIMPLE:
                _simple(data, each, notes)
            elif each.id == ATTACHED:
                notes.add("thumbnail", "attached file", f"{each.end - each.body} bytes")
                _walk(data, each.body, each.end, notes)
            elif each.id in HOLDERS:
                _walk(data, each.body, each.end, notes)
            elif each.id in TEXTS:
                kind, name = TEXTS[each.id]
                notes.add(kind, f"Matroska {name}", words(data[each.body : min(each.end, each.body + 1000)]))
            elif each.id == DATE and each.end - each.body == 8:
                _date(data[each.body : each.end], notes)
            elif each.id in IDS:
                notes.add("serial", f"Matroska {IDS[each.id]}", data[each.body : min(each.end, each.body + 16)].hex())


def _date(raw: bytes, notes: Notes) -> None:
    seconds = int.from_bytes(raw, "big", signed=True) // 10**9
    if abs(seconds) < 10**10:
        notes.add(
            "time", "Matroska DateUTC", (datetime(2001, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()
        )


def _simple(data: Data, each: Element, notes: Notes) -> None:
    name = text = ""
    for part in elements(data, each.body, each.end, notes):
        if part.id == _NAME:
            name = words(data[part.body : min(part.end, part.body + 200)])
        elif part.id == _STRING:
            text = words(data[part.body : min(part.end, part.body + 1000)])
        elif part.id == SIMPLE:
            with notes.inside():
                _simple(data, part, notes)
    upper = name.upper()
    # Names of tags are anybody's words: only those of the standard are told.
    where = f"Matroska {upper}" if upper.startswith((*_OWNERS, *(word for word, _ in _OTHERS))) else "Matroska tag"
    if ("LOCATION" in upper or "GPS" in upper) and quicktime.iso6709(text, where, notes):
        return
    if upper.startswith(_OWNERS):
        notes.add("owner", where, text)
    else:
        notes.add(next((kind for word, kind in _OTHERS if word in upper), "comment"), where, text)
