"""Says in words what was seen in a picture and where, for whoever shows it: the terminal, the local page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from safelight.locales.load import Translator
from safelight.media.see import Seen
from safelight.schema.assessments import Assessment

# A blurred spot is so much larger on each side than the words in it (shares of their height), and at least so much (of
# the picture): what stands out of a box is enough to guess a word by.
_WIDER, _LEAST = 0.35, 0.006


class Place(Protocol):
    """Where something is, in shares of the picture's width and height (0..1)."""

    @property
    def left(self) -> float:
        """Return the left side."""

    @property
    def top(self) -> float:
        """Return the upper side."""

    @property
    def right(self) -> float:
        """Return the right side."""

    @property
    def bottom(self) -> float:
        """Return the lower side."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one line of words gives away. kind: "school", "phone", ...; says: an English sentence; line: from 0."""

    kind: str
    says: str
    line: int


def told(seen: Seen, checked: Assessment | None) -> tuple[Told, ...]:
    """Return what the words give away, as signs and as a text about to be shared; each kind of a line once.

    checked: what the check of `seen.draft()` said, None when it was not asked.
    """
    found = {(each.kind, each.line): Told(each.kind, each.says, each.line) for each in seen.signs}
    for each in findings(seen, checked):
        found.setdefault((each.kind, each.line), each)
    return tuple(found.values())


def findings(seen: Seen, checked: Assessment | None) -> Iterator[Told]:
    """Yield what the check of the words found, by the line of the picture."""
    for finding in checked.findings if checked else ():
        for span in (span for each in finding.evidence for span in each.spans):
            kind = str(finding.because.get("category", finding.technique))
            yield Told(kind, finding.says, seen.line_at(span.start))


def where(place: Place, _: Translator) -> str:
    """Return in words where something is in the picture."""
    rows = (_("top"), _("middle"), _("bottom"))
    columns = (_("left"), _("centre"), _("right"))
    row = min(2, int((place.top + place.bottom) / 2 * 3))
    column = min(2, int((place.left + place.right) / 2 * 3))
    return f"{rows[row]} {columns[column]}"


def area(place: Place) -> str:
    """Return left, top, width, height in whole hundredths of the picture, as blurring takes them."""
    left, top = int(place.left * 100), int(place.top * 100)
    wide, tall = round((place.right - place.left) * 100 + 1), round((place.bottom - place.top) * 100 + 1)
    return f"{left}%,{top}%,{min(wide, 100 - left)}%,{min(tall, 100 - top)}%"


def wide_area(place: Place) -> str:
    """Return the same in tenths of a hundredth and a little larger, so that nothing stands out of a blurred spot."""
    more = max(_LEAST, (place.bottom - place.top) * _WIDER)
    left, top = max(0.0, place.left - more), max(0.0, place.top - more)
    wide, tall = min(1.0, place.right + more) - left, min(1.0, place.bottom + more) - top
    return ",".join(f"{100 * side:.1f}%" for side in (left, top, wide, tall))


def nudges(_: Translator) -> dict[str, str]:
    """Return what is said to the person who is about to share a picture that might be private."""
    return {
        "soft": _("This might be a private picture. Take a breath before you share it."),
        "firm": _("This may well be a private picture. You never have to send one. You can say no at any time."),
    }
