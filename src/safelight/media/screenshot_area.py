"""Colours around the lines of a screenshot: that of the letters, that behind them, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safelight.media.extra import load
from safelight.media.see_text import Line

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.int16]

_NEEDED_FOR = "Reading a screenshot"
# Of 255. Bubbles differ from the page by 16 and more; flat colours in a JPEG by less than this.
_SAME = 13
# Of 255: what a rough JPEG may differ from the ground where the page is of quite another colour.
_UNEVEN = 60
# Of 255, between the strongest and the weakest of red, green and blue.
_COLOURED = 60

# Shares of the width: where bars stand, how wide they are at most, how tall at least (taller than letters of labels).
_BARS_WITHIN, _BAR_WIDTH, _BAR_HEIGHT = 0.1, 0.016, 0.035

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Area:
    """A line, the colour behind it, the colour of its letters, and from where to where its ground reaches (pixels)."""

    line: Line
    ground: Colour
    ink: Colour
    left: int
    right: int

    @property
    def coloured(self) -> bool:
        """Say whether the letters are neither black, grey nor white."""
        return max(self.ink) - min(self.ink) > _COLOURED

    @property
    def contrast(self) -> int:
        """Return how much the letters stand out, 0..255."""
        return max(abs(a - b) for a, b in zip(self.ink, self.ground, strict=True))


class Screen:
    """The pixels of a screenshot."""

    def __init__(self, pixels: npt.NDArray[np.uint8]) -> None:
        """Take pixels as rows, columns, red green blue."""
        self._numpy = load("numpy", _NEEDED_FOR)
        self._pixels: Pixels = pixels.astype(self._numpy.int16)
        self.height, self.width = pixels.shape[:2]
        self.bars = self._bars()

    def area(self, line: Line) -> Area:
        """Return the line with its colours, and how far its ground reaches to both sides."""
        top, bottom, left, right = self._inside(line)
        ground, ink = self._colours(top, bottom, left, right)
        rows = (top, top + (bottom - top) // 4, (top + bottom) // 2, bottom - 1)
        reaches = [self._reach(row, left, right, ground) for row in rows]
        return Area(line, ground, ink, min(each[0] for each in reaches), max(each[1] for each in reaches))

    def joined(self, upper: Area, lower: Area) -> bool:
        """Say whether nothing but their ground lies between two lines, left of their letters."""
        column = (max(upper.left, lower.left) + round(min(upper.line.left, lower.line.left))) // 2
        start, end = round(upper.line.middle), round(lower.line.middle)
        strip = self._pixels[start:end, max(0, column)]
        beyond = self._numpy.median(self._pixels[start:end, max(0, min(upper.left, lower.left) - 4)], axis=0)
        # A rough JPEG is uneven inside a bubble; the page shines through a gap about half at least.
        allowed = min(_UNEVEN, max(_SAME, 0.45 * float(self._numpy.abs(beyond - upper.ground).max())))
        return bool((self._numpy.abs(strip - upper.ground).max(axis=1, initial=0) <= allowed).all())

    def bar(self, line: Line) -> bool:
        """Say whether a coloured bar stands at the left of a line."""
        return any(top <= line.middle <= bottom for _, _, top, bottom in self.bars)

    def without_bars(self) -> npt.NDArray[np.uint8]:
        """Return the pixels with the bars painted over: a reader of words takes them for letters."""
        pixels = self._pixels.astype(self._numpy.uint8)
        for left, right, top, bottom in self.bars:
            pixels[top:bottom, left:right] = pixels[top:bottom, right + 1][:, None]
        return pixels

    def _bars(self) -> list[Box]:
        """Return narrow upright stretches of colour at the left side: left, right, top, bottom."""
        numpy = self._numpy
        strip = self._pixels[:, : int(self.width * _BARS_WITHIN)]
        coloured = strip.max(axis=2) - strip.min(axis=2) > _COLOURED
        stretches = [_stretches(numpy.flatnonzero(column)) for column in coloured.T]
        found: list[Box] = []
        for column, runs in enumerate(stretches):
            for top, bottom in runs:
                if bottom - top < self.width * _BAR_HEIGHT:
                    continue
                last = next((one for one in found if one[1] == column and one[2] < bottom and top < one[3]), None)
                if last:
                    found[found.index(last)] = (last[0], column + 1, min(last[2], top), max(last[3], bottom))
                else:
                    found.append((column, column + 1, top, bottom))
        return [
            (max(0, left - 2), right + 2, max(0, top - 2), min(self.height, bottom + 2))
            for left, right, top, bottom in found
            if right - left <= self.width * _BAR_WIDTH
        ]

    def ink_of(self, line: Line, start: float, end: float) -> int:
        """Return how much the letters of a part of the line (0..1 of its width) stand out from their ground."""
        top, bottom, left, right = self._inside(line)
        wide = right - left
        ground, ink = self._colours(top, bottom, left + int(wide * start), max(left + 1, left + int(wide * end)))
        return max(abs(a - b) for a, b in zip(ink, ground, strict=True))

    def _inside(self, line: Line) -> tuple[int, int, int, int]:
        top, left = max(0, round(line.top)), max(0, round(line.left))
        bottom, right = min(self.height, round(line.bottom)), min(self.width, round(line.right))
        return min(top, self.height - 2), max(bottom, top + 1), min(left, self.width - 2), max(right, left + 1)

    def _colours(self, top: int, bottom: int, left: int, right: int) -> tuple[Colour, Colour]:
        """Return the most frequent colour of a box, and the mean of the colours that differ most from it."""
        numpy = self._numpy
        box = self._pixels[top:bottom, left:right].reshape(-1, 3)
        coarse = (box >> 3) @ numpy.array([1024, 32, 1], dtype=numpy.int32)
        ground = numpy.median(box[coarse == numpy.bincount(coarse).argmax()], axis=0).astype(int)
        far = numpy.abs(box - ground).max(axis=1)
        ink = box[far >= numpy.percentile(far, 93)].mean(axis=0).astype(int)
        return tuple(ground.tolist()), tuple(ink.tolist())

    def _reach(self, row: int, left: int, right: int, ground: Colour) -> tuple[int, int]:
        """Return from where to where the ground's colour reaches in a row, beginning at the box's sides."""
        numpy = self._numpy
        other = numpy.abs(self._pixels[min(row, self.height - 1)] - numpy.array(ground)).max(axis=1) > _SAME
        # A row on the edge of the bubble, or a letter that touches the box, tells nothing of that side.
        before = left if other[max(0, left - 1)] else self._before(other, left)
        after = right if other[min(self.width - 1, right)] else self._after(other, right)
        return before, after

    def _before(self, other: npt.NDArray[np.bool_], left: int) -> int:
        found = self._numpy.flatnonzero(other[:left])
        return int(found[-1]) + 1 if len(found) else 0

    def _after(self, other: npt.NDArray[np.bool_], right: int) -> int:
        found = self._numpy.flatnonzero(other[right:])
        return right + int(found[0]) if len(found) else self.width


def _stretches(rows: npt.NDArray[np.intp]) -> list[tuple[int, int]]:
    """Return the stretches of rows that follow one another: from, to."""
    numpy = load("numpy", _NEEDED_FOR)
    if not len(rows):
        return []
    breaks = numpy.flatnonzero(numpy.diff(rows) > 1)
    starts = numpy.concatenate([rows[:1], rows[breaks + 1]])
    ends = numpy.concatenate([rows[breaks], rows[-1:]]) + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))
