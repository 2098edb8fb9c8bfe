"""Chats without bubbles: names with a time above the words (Discord), or coloured labels with a bar (Snapchat)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from safelight.media.screenshot_area import Area, Screen
from safelight.media.screenshot_parts import Part, is_day, is_me, joined
from safelight.media.see_text import Line

_WHEN = re.compile(
    r"^(?P<name>\S.{0,40}?)\s*(?P<when>"
    r"(?P<day>(?:[Tt]oday|[Yy]esterday|heute|gestern)\s*(?:at|um)?\s*|\s\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s*)?"
    r"(?:\d{1,2}[:.]\d{2}(?:\s?[AaPp][Mm])?)?)$"
)
_LONGEST_LABEL = 30
# Share of the width up to which lines are broken, when no line is longer.
_ROOM = 0.85
# A time whose letters stand out less than this share of the name's is set in a fainter colour.
_FAINTER = 0.85
# A new message begins where rows stand farther apart than this many smallest distances, or heights of a row.
_APART, _HEIGHTS = 1.12, 1.22


def parts(areas: Sequence[Area], screen: Screen) -> tuple[str, list[Part]]:
    """Return the layout ("names", "labels" or "sides") and the messages; ("", []) when none fits."""
    rows = _rows(areas)
    if any(_when(row, screen) for row in rows):
        return "names", _under_names(rows, screen)
    labels = [_label(row, screen) for row in rows]
    if not any(labels):
        labels = _grey_labels(rows)
    if any(labels):
        return "labels", _under_labels(rows, labels, screen)
    return ("sides", sides) if (sides := _at_sides(rows, screen)) else ("", [])


def _rows(areas: Sequence[Area]) -> list[Area]:
    """Return the lines with those that stand close beside one another joined."""
    rows: list[Area] = []
    for area in areas:
        last = rows[-1] if rows else None
        if last and _level(last.line, area.line):
            rows[-1] = _beside(last, area)
        else:
            rows.append(area)
    return rows


def _level(one: Line, other: Line) -> bool:
    """Say whether two lines stand on one height, close beside one another."""
    near = abs(other.left - one.right) < 3 * one.height or abs(one.left - other.right) < 3 * one.height
    return near and abs(one.middle - other.middle) < one.height * 0.4


def _beside(one: Area, other: Area) -> Area:
    first, second = sorted((one, other), key=lambda each: each.line.left)
    a, b = first.line, second.line
    line = Line(f"{a.text} {b.text}", a.left, min(a.top, b.top), b.right, max(a.bottom, b.bottom), min(a.sure, b.sure))
    return Area(line, first.ground, first.ink, first.left, second.right)


def _when(area: Area, screen: Screen) -> str:
    """Return the name in a row of a name and a time, "" for any other row."""
    found = _WHEN.match(area.line.text)
    if not found or not found["when"] or is_day(area.line.text):
        return ""
    if not found["day"]:
        share = found.start("when") / len(area.line.text)
        if screen.ink_of(area.line, share, 1.0) > screen.ink_of(area.line, 0.0, share) * _FAINTER:
            return ""
    return found["name"]


def _label(area: Area, screen: Screen) -> str:
    """Return the name in a coloured label without a bar beside it, "" for any other row."""
    short = len(area.line.text) <= _LONGEST_LABEL
    return area.line.text if short and area.coloured and not screen.bar(area.line) else ""


def _under_names(rows: Sequence[Area], screen: Screen) -> list[Part]:
    """Return what stands under names. Which of them is the owner cannot be seen."""
    blocks = _blocks(rows, [_when(row, screen) for row in rows])
    closest = _closest(blocks)
    return [Part(joined(one), name) for name, block in blocks for one in _messages(block, screen, closest)]


def _grey_labels(rows: Sequence[Area]) -> list[str]:
    """Return for each row the name in a label without colour: short, in capitals, and one of them says "me"."""
    texts = [row.line.text.strip() for row in rows]
    capitals = [
        text if text.isupper() and len(text) <= _LONGEST_LABEL and text.count(" ") < 3 else "" for text in texts
    ]
    return capitals if any(is_me(text) for text in capitals) else [""] * len(rows)


def _at_sides(rows: Sequence[Area], screen: Screen) -> list[Part]:
    """Return rows that stand at the left and at the right as those of two people; [] when all stand at one side."""
    found: list[tuple[float, list[Area]]] = []
    for row in rows:
        lean = row.line.left - (screen.width - row.line.right)
        if found and found[-1][0] * lean > 0 and _pitch(found[-1][1][-1], row) < row.line.height * _HEIGHTS:
            found[-1][1].append(row)
        else:
            found.append((lean, [row]))
    leans = [lean for lean, _ in found]
    if not leans or min(leans) >= 0 or max(leans) <= 0:
        return []
    return [Part(joined(block), "", lean) for lean, block in found]


def _under_labels(rows: Sequence[Area], labels: Sequence[str], screen: Screen) -> list[Part]:
    """Return what stands under labels; the one that says "me" is the owner's."""
    blocks = _blocks(rows, labels)
    closest = _closest(blocks)
    wide = float(screen.width)
    return [
        Part(joined(one), "" if is_me(name) else name, wide if is_me(name) else -wide)
        for name, block in blocks
        for one in _messages(block, screen, closest)
    ]


def _blocks(rows: Sequence[Area], names: Sequence[str]) -> list[tuple[str, list[Area]]]:
    """Return the rows under each name; what stands above the first name is nobody's."""
    found: list[tuple[str, list[Area]]] = []
    for row, name in zip(rows, names, strict=True):
        if name:
            found.append((name, []))
        elif found:
            found[-1][1].append(row)
    return found


def _closest(blocks: Sequence[tuple[str, list[Area]]]) -> float:
    """Return the smallest distance of two rows under one name."""
    return min((_pitch(a, b) for _, block in blocks for a, b in pairwise(block)), default=0.0)


def _messages(block: Sequence[Area], screen: Screen, closest: float) -> list[list[Area]]:
    """Return the rows under one name as messages: a row goes on where its first word had no room in the row before."""
    found: list[list[Area]] = []
    for row in block:
        before = found[-1][-1] if found else None
        if before and _goes_on(before, row, screen, closest):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _pitch(upper: Area, lower: Area) -> float:
    return lower.line.middle - upper.line.middle


def _goes_on(before: Area, row: Area, screen: Screen, closest: float) -> bool:
    apart = _pitch(before, row)
    if apart > closest * _APART or apart > (before.line.height + row.line.height) / 2 * _HEIGHTS:
        return False
    first = row.line.text.split()[0]
    letter = (row.line.right - row.line.left) / max(1, len(row.line.text))
    room = max(before.line.right, screen.width * _ROOM)
    return bool(before.line.right + letter * (len(first) + 1) > room)
