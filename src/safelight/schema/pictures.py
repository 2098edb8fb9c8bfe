"""What a picture, video, sound or document file gives away beside what it shows. Silent: no `repr` tells a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

TraceKind = Literal[
    "gps", "place", "time", "device", "owner", "serial", "comment", "history", "thumbnail", "trailer", "unread"
]
# In the order in which they are told. "unread" is a part that nobody looked into: it is no proof of anything.
TRACE_KINDS: tuple[TraceKind, ...] = (
    "gps", "place", "owner", "serial", "thumbnail", "trailer", "time", "device", "comment", "history", "unread"
)  # fmt: skip
# What tells something about a person or lets files be linked; a cleaned copy holds nothing of any kind.
TELLING: tuple[TraceKind, ...] = ("gps", "place", "owner", "serial", "comment", "thumbnail", "trailer")


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that a file holds beside its picture, sound or text.

    kind: gps, place (a name), time, device, owner (a person or an account), serial (an own number), comment (words
    about it), history (programs and earlier versions), thumbnail (a small copy), trailer (something behind the end).
    where: in the field's standard words ("EXIF GPSLatitude", "XMP dc:creator", "picture in word/media/image1.jpeg").
    value: what it says, cut at 300 characters. point: latitude and longitude in degrees, for gps only.
    near: the point in plain words ("near Karol Bagh, New Delhi, India"). warns: a small copy has another shape.
    """

    kind: TraceKind
    where: str
    value: str = field(default="", repr=False)
    point: tuple[float, float] | None = field(default=None, repr=False)
    near: str = field(default="", repr=False)
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was read out of one file.

    format: "jpeg", "heif", "pdf", ...; "" when it is of none that is known. skipped: plain sentences on what was not
    looked at. turned: the EXIF orientation, 1 to 8. size: width and height in pixels, (0, 0) when not known.
    """

    format: str
    traces: tuple[Trace, ...] = ()
    skipped: tuple[str, ...] = ()
    turned: int = 1
    size: tuple[int, int] = (0, 0)

    def of(self, *kinds: TraceKind) -> tuple[Trace, ...]:
        """Return the traces of some kinds, in the order found."""
        return tuple(trace for trace in self.traces if trace.kind in kinds)

    def silent(self) -> Facts:
        """Return the same without values and coordinates; where a point is, in plain words, stays."""
        return replace(self, traces=tuple(replace(trace, value="", point=None) for trace in self.traces))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a file held, and what its clean copy holds when it is read again. was, now: bytes of the two."""

    before: Facts
    after: Facts
    was: int
    now: int

    def counts(self) -> tuple[tuple[TraceKind, int, int], ...]:
        """Return kind, how many there were, how many are left, in the order in which kinds are told."""
        rows = ((kind, len(self.before.of(kind)), len(self.after.of(kind))) for kind in TRACE_KINDS)
        return tuple(row for row in rows if row[1] or row[2])
