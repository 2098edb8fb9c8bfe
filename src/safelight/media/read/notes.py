"""Where the readers write what they find, and what keeps each of them within its bounds."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from safelight.media.places import near
from safelight.schema.pictures import Trace, TraceKind

if TYPE_CHECKING:
    from mmap import mmap

    # Whole files in memory, or mapped: both give bytes for a slice, and both can be searched.
    Data = bytes | mmap

SECONDS = 4.0
STEPS = 400_000
DEPTH = 12
MOST_TRACES = 400
# Bytes that may be unpacked from compressed parts of one file, and taken as one piece.
UNPACKED = 64 * 1024**2
PIECE = 8 * 1024**2
LONGEST = 300
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
# Until when the work that goes on in this context may take (seconds of the monotonic clock).
_UNTIL: ContextVar[float] = ContextVar("UNTIL", default=math.inf)


class SpentError(Exception):
    """A reader has used up its steps, its time or its depth: what it did not reach is said to be unread."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let everything that asks `on_time` meanwhile end after so many seconds."""
    token = _UNTIL.set(min(_UNTIL.get(), time.monotonic() + seconds))
    try:
        yield
    finally:
        _UNTIL.reset(token)


def on_time() -> None:
    """Asked in loops over what a file says it holds. Raises SpentError when the time is over."""
    if time.monotonic() > _UNTIL.get():
        raise SpentError


class Notes:
    """What was found so far. Readers call `add`, `gps`, `skip`, and `spend` in every loop."""

    def __init__(self, *, seconds: float = SECONDS, steps: int = STEPS) -> None:
        """Begin empty, with so many seconds and steps to spend."""
        self.traces: list[Trace] = []
        self.skipped: list[str] = []
        self.turned = 0
        self.size = (0, 0)
        # Set by a reader that came to what the file is for: a picture, a track, a page.
        self.content = False
        self._seen: set[tuple[str, str, str]] = set()
        self._until = time.monotonic() + seconds
        self._steps = steps
        self._unpacked = UNPACKED
        self._depth = 0
        self._inside: list[str] = []

    def spend(self, steps: int = 1) -> None:
        """Count steps. Raises SpentError when they, or the time, are used up."""
        self._steps -= steps
        if self._steps < 0 or time.monotonic() > self._until:
            raise SpentError

    def unpack(self, size: int) -> None:
        """Count bytes that were unpacked. Raises SpentError when they are too many."""
        self._unpacked -= size
        if self._unpacked < 0:
            raise SpentError

    @contextmanager
    def inside(self, where: str = "") -> Iterator[None]:
        """Go into a part of the file. Raises SpentError when parts lie too deep in one another."""
        if self._depth >= DEPTH:
            raise SpentError
        self._depth += 1
        kept = self.size, self.turned
        self._inside.append(where)
        try:
            yield
        finally:
            self._depth -= 1
            self._inside.pop()
            if where:
                self.size, self.turned = kept

    def add(self, kind: TraceKind, where: str, value: str = "", *, warns: bool = False) -> None:
        """Note one thing found. Empty values, and what was noted already, are left out."""
        value = _UNWANTED.sub(" ", value).strip()
        if not value:
            return
        self._note(Trace(kind, self._placed(where), value[:LONGEST], warns=warns))

    def gps(self, where: str, latitude: float, longitude: float) -> None:
        """Note coordinates in degrees; numbers that are no place on Earth have no point."""
        if not (math.isfinite(latitude) and math.isfinite(longitude)):
            return
        if abs(latitude) > 90 or abs(longitude) > 180:
            self.add("gps", where, f"{latitude:.6g}, {longitude:.6g}")
            return
        said = f"{latitude:.6f}, {longitude:.6f}"
        point = (round(latitude, 6), round(longitude, 6))
        self._note(Trace("gps", self._placed(where), said, point, near(latitude, longitude)))

    def skip(self, sentence: str) -> None:
        """Note a part that was not looked at."""
        if sentence not in self.skipped:
            self.skipped.append(sentence)

    def turn(self, orientation: int) -> None:
        """Note how the picture is turned (EXIF orientation); the first that is said counts."""
        if not self.turned and 1 <= orientation <= 8:
            self.turned = orientation

    def _placed(self, where: str) -> str:
        inside = [each for each in self._inside if each]
        return f"{where} ({', in '.join(reversed(inside))})" if inside else where

    def _note(self, trace: Trace) -> None:
        key = (trace.kind, trace.where, trace.value)
        if key in self._seen:
            return
        self._seen.add(key)
        if len(self.traces) < MOST_TRACES * (2 if trace.kind in ("gps", "owner") else 1):
            self.traces.append(trace)


def words(raw: bytes) -> str:
    """Return bytes of unknown encoding as text: UTF-16 with a mark, UTF-8, else Latin-1; up to the first NUL."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace").partition("\0")[0].strip()
    raw = raw.partition(b"\0")[0]
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()
