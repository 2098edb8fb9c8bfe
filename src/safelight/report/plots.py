"""Draws figures as inline SVG: dots with whiskers, and curves. No script; positions are shares, so they fit any width.

Each drawing has a title and a description in words; whoever calls puts the table of its figures under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from safelight.report.markup import Safe, joined, tag

ROW_HEIGHT, LABEL_DOWN, LINE_DOWN = 46, 16, 32
_AXIS_HEIGHT = 24
_CURVE_HEIGHT, _CURVE_TOP = 260, 20
_RADIUS = 5
# Patterns of dashes tell curves apart without colour.
_DASHES = (None, "7 4", "2 4", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: a value with its interval. shown: the value as words at the end of the row."""

    label: str
    value: float
    low: float
    high: float
    shown: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis: `at` from 0 to 1, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One line or set of points: (x, y) from 0 to 1, y upwards; whiskers: (x, low, high). joined: draw a line."""

    name: str
    points: tuple[tuple[float, float], ...]
    whiskers: tuple[tuple[float, float, float], ...] = ()
    joined: bool = True


def percent(share: float) -> str:
    """Return a share as a length of SVG, kept within the drawing."""
    return f"{min(max(share, 0.0), 1.0) * 100:.2f}%"


def dots(name: str, title: str, rows: Sequence[Dot], ends: tuple[float, float], mark: tuple[float, str] | None) -> Safe:
    """Return a drawing with one row for each value. ends: values at both edges; mark: a value to compare with.

    name: an id for the page, of letters and "-".
    """
    low, high = ends
    scale = (high - low) or 1.0
    height = len(rows) * ROW_HEIGHT
    words = [f"{row.label}: {row.shown}." for row in rows]
    parts = [_dot(row, number * ROW_HEIGHT, low, scale) for number, row in enumerate(rows)]
    if mark:
        parts.insert(0, _mark((mark[0] - low) / scale, mark[1], height))
    ticks = (Tick(0.0, f"{low:g}"), Tick(1.0, f"{high:g}"))
    return _svg(name, title, " ".join(words), [*parts, *_x_labels(ticks, height)], height + _AXIS_HEIGHT)


def _dot(row: Dot, top: int, low: float, scale: float) -> Safe:
    down = top + LINE_DOWN
    left, middle, right = ((value - low) / scale for value in (row.low, row.value, row.high))
    return joined(
        tag("text", row.label, x=0, y=top + LABEL_DOWN),
        tag("text", row.shown, x="100%", y=top + LABEL_DOWN, class_="end"),
        tag("line", x1=0, x2="100%", y1=down, y2=down, class_="track"),
        tag("line", x1=percent(left), x2=percent(right), y1=down, y2=down, class_="whisker"),
        tag("circle", cx=percent(middle), cy=down, r=_RADIUS, class_="value"),
    )


def _mark(at: float, label: str, height: int) -> Safe:
    line = tag("line", x1=percent(at), x2=percent(at), y1=0, y2=height, class_="mark")
    return joined(line, tag("text", label, x=percent(at), y=height + LABEL_DOWN, class_="middle"))


def curves(
    name: str, title: str, said: str, lines: Sequence[Curve], across: Sequence[Tick], up: Sequence[Tick]
) -> Safe:
    """Return a drawing of curves. said: what they show, in words; across, up: what is written on the axes."""
    bottom = _CURVE_TOP + _CURVE_HEIGHT
    parts: list[Safe] = [_level(tick) for tick in up]
    for number, line in enumerate(lines):
        parts.extend(_curve(line, number))
    return _svg(name, title, said, [*parts, *_x_labels(across, bottom)], bottom + _AXIS_HEIGHT)


def key(lines: Sequence[Curve]) -> Safe:
    """Return the list that says which curve is which; nothing for one."""
    if len(lines) < 2:
        return Safe("")
    return tag("ul", *(tag("li", _sample(number), " ", line.name) for number, line in enumerate(lines)), class_="key")


def _sample(number: int) -> Safe:
    line = tag("line", x1=0, x2=40, y1=8, y2=8, class_=_style(number), stroke_dasharray=_dash(number))
    return tag("svg", line, width=40, height=16, aria_hidden="true", class_="plot")


def _down(up: float) -> float:
    return _CURVE_TOP + (1 - min(max(up, 0.0), 1.0)) * _CURVE_HEIGHT


def _level(tick: Tick) -> Safe:
    """A line across at one value, with the value written on it."""
    down = f"{_down(tick.at):.1f}"
    line = tag("line", x1=0, x2="100%", y1=down, y2=down, class_="track")
    return joined(line, tag("text", tick.label, x=0, y=f"{_down(tick.at) - 4:.1f}"))


def _curve(line: Curve, number: int) -> Iterator[Safe]:
    if line.joined and line.points:
        # The inner drawing is stretched to the width of the outer one; its lines keep their width.
        steps = " ".join(
            f"{'L' if n else 'M'}{x * 100:.2f} {(1 - y) * 100:.2f}" for n, (x, y) in enumerate(line.points)
        )
        path = tag("path", d=steps, class_=_style(number), stroke_dasharray=_dash(number))
        yield tag("svg", path, x=0, y=_CURVE_TOP, width="100%", height=_CURVE_HEIGHT, viewBox="0 0 100 100",
                  preserveAspectRatio="none", overflow="visible")  # fmt: skip
    for x, low, high in line.whiskers:
        ends = {"y1": f"{_down(low):.1f}", "y2": f"{_down(high):.1f}"}
        yield tag("line", x1=percent(x), x2=percent(x), class_="whisker", **ends)
    if not line.joined:
        for x, y in line.points:
            yield tag("circle", cx=percent(x), cy=f"{_down(y):.1f}", r=_RADIUS, class_="value")


def _style(number: int) -> str:
    return f"curve curve-{number % len(_DASHES)}"


def _dash(number: int) -> str | None:
    return _DASHES[number % len(_DASHES)]


def _x_labels(ticks: Iterable[Tick], top: int) -> Iterator[Safe]:
    for tick in ticks:
        place = "start" if tick.at < 0.03 else "end" if tick.at > 0.97 else "middle"
        yield tag("text", tick.label, x=percent(tick.at), y=top + LABEL_DOWN, class_=place)


def _svg(name: str, title: str, said: str, parts: Iterable[Safe], height: int) -> Safe:
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", said, id=f"{name}-said"),
        *parts,
        role="img",
        class_="plot",
        width="100%",
        height=height,
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-said",
    )
