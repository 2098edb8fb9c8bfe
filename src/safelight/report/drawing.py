"""Draws how a chat went as inline SVG: a thread from the first message down to the last, a knot for each moment.

No script. Positions across are a few pixels from the edge or shares of the width, so it fits any width without
shrinking its text; names are broken where a phone of 320 pixels ends. Mirrored for languages from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from safelight.locales.load import Translator
from safelight.report.markup import Safe, joined, tag
from safelight.report.timeline import Stop, Timeline
from safelight.schema.assessments import Level

# Pixels: where the thread runs and text begins, heights of lines, room above and below a stop.
_THREAD, _TEXT = 13, 34
_SMALL, _LARGE, _PAD = 19, 22, 9
_GAP = 30
# Letters that fit beside the thread on a narrow phone.
_LETTERS = 28
RADIUS = 6

# A shape as well as a colour for each level, so that the drawing can be read without colour.
_SHAPES = {
    Level.NOTICE: f"M-{RADIUS},0a{RADIUS},{RADIUS} 0 1,0 {2 * RADIUS},0a{RADIUS},{RADIUS} 0 1,0 -{2 * RADIUS},0z",
    Level.CONCERN: "M0,-8L8,0L0,8L-8,0z",
    Level.URGENT: "M-6,-6H6V6H-6z",
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where things go: from the left, or from the right when mirrored."""

    mirrored: bool

    def text(self, words: str, down: int, style: str) -> Safe:
        """One line of text beside the thread."""
        direction = "rtl" if self.mirrored else "ltr"
        # Text begins at the right edge when mirrored: x counts from there by a shift, as SVG has no calc().
        shift = -_TEXT if self.mirrored else _TEXT
        start = "100%" if self.mirrored else "0"
        return tag("text", words, x=start, dx=shift, y=down, class_=style, direction=direction)

    def knot(self, level: Level, down: int) -> Safe:
        """The shape of a level on the thread."""
        shape = _SHAPES.get(level, _SHAPES[Level.NOTICE])
        mark = tag("path", d=shape, class_=f"point {level.name.lower()}", transform=self._move(0))
        return tag("svg", mark, x=self._edge(), y=down, overflow="visible", width=1, height=1)

    def thread(self, top: int, bottom: int, style: str) -> Safe:
        """A piece of the thread."""
        line = tag("line", x1=0, x2=0, y1=0, y2=bottom - top, class_=style, transform=self._move(0))
        return tag("svg", line, x=self._edge(), y=top, overflow="visible", width=1, height=1)

    def _edge(self) -> str:
        return "100%" if self.mirrored else "0"

    def _move(self, down: int) -> str:
        return f"translate({-_THREAD if self.mirrored else _THREAD},{down})"


def draw(timeline: Timeline, _: Translator) -> Safe:
    """Return the drawing of a timeline's stops."""
    sheet = _Sheet(_.direction == "rtl")
    parts: list[Safe] = []
    down = 0
    for stop in timeline.drawn:
        if stop.after:
            parts.append(_gap(sheet, stop.after, down, _))
            down += _GAP
        drawn, down = _stop(sheet, stop, down, _)
        parts.append(drawn)
    rest = timeline.rest if timeline.drawn == timeline.stops else 0
    if rest:
        parts.append(_gap(sheet, rest, down, _))
        down += _GAP
    return tag(
        "svg",
        tag("title", _("When each trick came up"), id="timeline-title"),
        tag("desc", _description(timeline, _), id="timeline-description"),
        *parts,
        role="img",
        class_="timeline",
        width="100%",
        height=down,
        aria_labelledby="timeline-title",
        aria_describedby="timeline-description",
    )


def symbol(level: Level) -> Safe:
    """Return the small shape that stands for a level in the drawing, for use beside its name."""
    if level not in _SHAPES:
        return Safe("")
    mark = tag("path", d=_SHAPES[level], class_=f"point {level.name.lower()}")
    return tag("svg", mark, viewBox="-9 -9 18 18", width=18, height=18, aria_hidden="true", class_="symbol")


def _description(timeline: Timeline, _: Translator) -> str:
    """The whole drawing in words; people who cannot see it get the table under it as well."""
    form = _("{trick}: {n} times, first at {place}.")
    rows = timeline.rows[: len(timeline.drawn)]
    first = (form.format(trick=row.trick, n=len(row.points), place=row.points[0].label) for row in rows)
    return " ".join(first)


def _gap(sheet: _Sheet, count: int, down: int, _: Translator) -> Safe:
    """A stretch of messages in which nothing new came up."""
    words = _.plural("{n} message", "{n} messages", count)
    return joined(sheet.thread(down, down + _GAP, "thread loose"), sheet.text(words, down + 20, "gap"))


def _stop(sheet: _Sheet, stop: Stop, top: int, _: Translator) -> tuple[Safe, int]:
    """Draw one stop from `top` down; return it with where it ends."""
    lines = list(_lines(stop, _))
    bottom = top + 2 * _PAD + sum(height for _words, _style, height in lines)
    ground = tag("rect", x=0, y=top + 2, width="100%", height=bottom - top - 4, rx=10, class_=_ground(stop))
    written: list[Safe] = []
    down = top + _PAD
    for words, style, height in lines:
        down += height
        written.append(sheet.text(words, down - 6, style))
    knot = sheet.knot(stop.level, top + _PAD + 11)
    return joined(ground if stop.rises else None, sheet.thread(top, bottom, "thread"), knot, *written), bottom


def _ground(stop: Stop) -> str:
    return f"band {stop.level.name.lower()}"


def _lines(stop: Stop, _: Translator) -> Iterator[tuple[str, str, int]]:
    """Yield words, style and height of each line: who, what, when, and the level when it rises here."""
    if stop.who:
        yield from ((line, "who", _SMALL) for line in _broken(stop.who))
    for trick in stop.tricks:
        yield from ((line, "what", _LARGE) for line in _broken(trick))
    yield from ((line, "moment", _SMALL) for line in _broken(stop.label, _LETTERS + 4))
    if stop.rises:
        yield from (
            (line, "reached", _SMALL)
            for line in _broken(_("From here: {level}").format(level=stop.rises), _LETTERS + 2)
        )


def _broken(words: str, letters: int = _LETTERS) -> Iterable[str]:
    return wrap(words, letters) or [words]
