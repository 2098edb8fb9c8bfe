"""Draws the timeline as inline SVG: no script, fits any width, mirrored for languages written from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safelight.locales.load import Translator
from safelight.report.markup import Safe, joined, tag
from safelight.report.plots import LABEL_DOWN, LINE_DOWN, ROW_HEIGHT, percent
from safelight.report.timeline import Point, Row, Timeline
from safelight.schema.assessments import Level

RADIUS = 6

# A shape as well as a colour for each level, so that the drawing can be read without colour.
_SHAPES = {
    Level.NOTICE: f"M-{RADIUS},0a{RADIUS},{RADIUS} 0 1,0 {2 * RADIUS},0a{RADIUS},{RADIUS} 0 1,0 -{2 * RADIUS},0z",
    Level.CONCERN: "M0,-8L8,0L0,8L-8,0z",
    Level.URGENT: "M-6,-6H6V6H-6z",
}


def draw(timeline: Timeline, people: int, _: Translator) -> Safe:
    """Return the drawing. people: how many people have rows; with more than one, each row names its person."""
    rows = timeline.drawn
    height = len(rows) * ROW_HEIGHT + 6
    mirrored = _.direction == "rtl"
    rows_drawn = (_row(row, number, people > 1, mirrored) for number, row in enumerate(rows))
    return tag(
        "svg",
        tag("title", _("When each trick came up"), id="timeline-title"),
        tag("desc", _description(timeline, _), id="timeline-description"),
        *_bands(timeline, height, mirrored),
        *rows_drawn,
        role="img",
        class_="timeline",
        width="100%",
        height=height,
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
    first = (form.format(trick=row.trick, n=len(row.points), place=row.points[0].label) for row in timeline.drawn)
    return " ".join(first)


def _bands(timeline: Timeline, height: int, mirrored: bool) -> Iterator[Safe]:
    """Tinted stripes from where a level was reached to where the next one was."""
    ends = [rise.at for rise in timeline.rises[1:]] + [1.0]
    for rise, end in zip(timeline.rises, ends, strict=False):
        left = 1 - end if mirrored else rise.at
        yield tag(
            "rect",
            x=percent(left),
            y=0,
            width=percent(max(end - rise.at, 0)),
            height=height,
            class_=f"band {rise.level.name.lower()}",
        )


def _row(row: Row, number: int, named: bool, mirrored: bool) -> Safe:
    top = number * ROW_HEIGHT
    shown = f"{row.trick} – {row.who}" if named and row.who else row.trick
    edge = "100%" if mirrored else "0"
    return joined(
        tag("text", shown, x=edge, y=top + LABEL_DOWN, direction="rtl" if mirrored else "ltr"),
        tag("line", x1="0", x2="100%", y1=top + LINE_DOWN, y2=top + LINE_DOWN, class_="track"),
        *_points(row.points, top + LINE_DOWN, mirrored),
    )


def _points(points: Iterable[Point], down: int, mirrored: bool) -> Iterator[Safe]:
    for point in points:
        shape = _SHAPES.get(point.level, _SHAPES[Level.NOTICE])
        mark = tag("path", tag("title", point.label), d=shape, class_=f"point {point.level.name.lower()}")
        at = 1 - point.at if mirrored else point.at
        yield tag("svg", mark, x=percent(at), y=down, overflow="visible", width=1, height=1)
