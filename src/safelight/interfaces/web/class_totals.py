"""Hands before and after a lesson, as totals that a teacher typed: read from a form, drawn, and forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from safelight.report.markup import Safe, tag

MOST = 400
# With fewer, a total can point at one pupil.
FEWEST = 5
_WIDTH, _LEFT, _RIGHT, _BAR, _GAP = 360, 24, 70, 16, 14


@dataclass(frozen=True, slots=True)
class Row:
    """One question: hands before and after; None for what was not typed or is no number."""

    text: str
    better: str
    before: int | None
    after: int | None


def number(text: str) -> int | None:
    """Return a typed count, None when it is none or too large."""
    plain = text.strip()
    return int(plain) if plain.isdecimal() and len(plain) < 4 and int(plain) <= MOST else None


def rows(fields: Mapping[str, str], questions: Sequence[tuple[str, str]]) -> list[Row]:
    """Return the typed totals: the fields `b-<n>` and `a-<n>`."""
    return [
        Row(text, better, number(fields.get(f"b-{at}", "")), number(fields.get(f"a-{at}", "")))
        for at, (text, better) in enumerate(questions)
    ]


def whole(fields: Mapping[str, str], found: Sequence[Row]) -> bool:
    """Say whether every total is there and none is larger than the class."""
    size = number(fields.get("size", ""))
    counts = [count for row in found for count in (row.before, row.after)]
    return size is not None and all(count is not None and count <= size for count in counts)


def bars(found: Sequence[Row], size: int, title: str) -> Markup:
    """Return the drawing: for each question a bar before and one after. The table beneath says the same in words."""
    room = _WIDTH - _LEFT - _RIGHT
    parts: list[Safe] = []
    for at, row in enumerate(found):
        top = _GAP + at * (2 * _BAR + 2 * _GAP)
        parts.append(tag("text", str(at + 1), x="4", y=str(top + _BAR + 5)))
        for place, count, kind in ((top, row.before or 0, "before"), (top + _BAR + 2, row.after or 0, "after")):
            width = max(round(room * count / size), 1)
            parts.append(tag("rect", class_=kind, x=str(_LEFT), y=str(place), width=str(width), height=str(_BAR)))
            parts.append(tag("text", f"{count} / {size}", x=str(_LEFT + width + 6), y=str(place + _BAR - 3)))
    height = _GAP + len(found) * (2 * _BAR + 2 * _GAP)
    parts.append(tag("line", class_="base", x1=str(_LEFT), y1="4", x2=str(_LEFT), y2=str(height - 4)))
    drawn = tag(
        "svg", tag("title", title), *parts, class_="bars", viewBox=f"0 0 {_WIDTH} {height}", role="img", direction="ltr"
    )
    return Markup(drawn)
