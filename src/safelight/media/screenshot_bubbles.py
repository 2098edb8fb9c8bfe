"""Chats in bubbles: a bubble is a stretch of one colour that reaches neither side; its margins tell whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safelight.media.screenshot_area import Area, Screen
from safelight.media.screenshot_parts import Part, is_day, is_stamp, joined, without_stamp

# Shares of the width: a bubble keeps at least this from both sides; what stands this near to the middle is nobody's.
_EDGE = 0.012
_MIDDLE = 0.05
# Lines of a bubble whose letters are this much smaller than the others' are a time.
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Bubble:
    """The lines of one bubble, from the top, and from where to where it reaches."""

    areas: tuple[Area, ...]
    left: int
    right: int

    def lean(self, width: int) -> float:
        """Return by how many pixels it stands nearer to the right side than to the left."""
        return self.left - (width - self.right)


def bubbles(areas: Sequence[Area], screen: Screen) -> list[Bubble]:
    """Return the bubbles of a page, from the top; days in the middle left out."""
    found: list[list[Area]] = []
    for area in areas:
        if not _inside(area, screen.width):
            continue
        home = next((one for one in reversed(found[-3:]) if _same(one, area, screen)), None)
        if home is None:
            found.append([area])
        else:
            home.append(area)
    made = [_bubble(one) for one in found]
    return [each for each in made if not _is_chip(each, screen.width)]


def parts(found: Sequence[Bubble], screen: Screen) -> list[Part]:
    """Return the messages in bubbles: times taken off, and names where a group shows them."""
    timed = sum(_stamp(each) is not None for each in found) * 2 >= len(found)
    made: list[Part] = []
    last = ""
    for each in found:
        areas = list(each.areas)
        lean = each.lean(screen.width)
        name = _name(areas) if lean < 0 else ""
        if name:
            areas = areas[1:]
        stamp = _stamp(each)
        if timed and stamp is not None:
            # With it, what stands beside it: ticks that were read as letters.
            areas = [each for each in areas if not _beside(stamp, each)]
        text = joined(areas)
        if timed and stamp is None:
            text = without_stamp(text)
        last = name or (last if lean < 0 else "")
        if text:
            made.append(Part(text, last if lean < 0 else "", lean))
    return made


def _inside(area: Area, width: int) -> bool:
    edge = max(2.0, width * _EDGE)
    return area.left > edge and area.right < width - edge


def _same(home: list[Area], area: Area, screen: Screen) -> bool:
    """Say whether a line lies in the bubble of others."""
    last = home[-1]
    alike = max(abs(a - b) for a, b in zip(last.ground, area.ground, strict=True)) < 20
    apart = area.left > last.right or area.right < last.left
    if not alike or apart:
        return False
    if area.line.middle - last.line.middle < min(area.line.height, last.line.height) * 0.5:
        # Beside it: words and the time after them.
        return True
    if len(home) > 1 and _stamp(_bubble(home)) is not None:
        # A time stands last: what comes below is another bubble, however thin the gap.
        return False
    return any(screen.joined(each, area) for each in home)


def _bubble(areas: list[Area]) -> Bubble:
    return Bubble(tuple(areas), min(each.left for each in areas), max(each.right for each in areas))


def _is_chip(bubble: Bubble, width: int) -> bool:
    """Say whether it is a day or a notice in the middle of the page."""
    centred = abs(bubble.lean(width)) < width * 2 * _MIDDLE
    return centred and (is_day(joined(bubble.areas)) or bubble.right - bubble.left < width * 0.6)


def _stamp(bubble: Bubble) -> Area | None:
    """Return the line that is the time of a bubble: the lowest, at the right, fainter or smaller than the words."""
    times = [each for each in bubble.areas if is_stamp(each.line.text)]
    if not times or len(bubble.areas) == 1:
        return None
    last = max(times, key=lambda each: (each.line.bottom, each.line.right))
    others = [each for each in bubble.areas if each is not last]
    tallest = max(each.line.height for each in others)
    fainter = last.contrast < max(each.contrast for each in others) * _SMALLER
    return last if fainter or last.line.height < tallest * _SMALLER else None


def _beside(stamp: Area, area: Area) -> bool:
    """Say whether it is the time of a bubble, or stands right of it."""
    level = abs(area.line.middle - stamp.line.middle) < stamp.line.height * 0.5
    return area is stamp or (level and area.line.left > stamp.line.left)


def _name(areas: Sequence[Area]) -> str:
    """Return the name above the words of somebody in a group: coloured letters in the first row, over other rows."""
    below = [each for each in areas[1:] if each.line.top > areas[0].line.middle and not is_stamp(each.line.text)]
    if not below or not areas[0].coloured or all(each.coloured for each in below):
        return ""
    return areas[0].line.text.removeprefix("~").strip()
