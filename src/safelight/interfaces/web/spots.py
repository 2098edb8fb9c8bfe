"""What was seen in a picture, made ready to be shown and chosen from: numbered spots on an outline, and a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import safelight
from safelight.interfaces.web.settings import Settings
from safelight.media import see_words
from safelight.media.blur import Area, area
from safelight.media.see import Seen
from safelight.media.see_words import Place
from safelight.report.clean import clean
from safelight.schema.errors import BadInput

# The longer side of the outline, in its own units.
_OUTLINE = 1000
_FINE, _COARSE = 6, 4
_MOST = 300
# So wide are the digits beside a box, in the outline's units.
_ROOM = 70
# So much of a line of words, or of a face, must lie in a blurred spot for it to count as blurred.
_INSIDE = 0.5
_LETTERS = 2
# The first letter of a field says what its spot is.
WORDS, FACE, OWN = "w", "f", "o"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the picture. name: its field; area: as blurring takes it; box: left, top, width, height.

    says: what it gives away, a sentence for each; words: what is read there, "" for a face; where: "top left".
    mark: where its number is written on the outline.
    """

    number: int
    name: str
    area: str
    box: tuple[int, int, int, int]
    says: tuple[str, ...]
    where: str
    words: str = field(default="", repr=False)

    @property
    def mark(self) -> tuple[int, int, str]:
        """Return left, baseline and anchor of the number: left of the box, or right of it at the edge."""
        left, top, _wide, tall = self.box
        middle = top + tall // 2 + 15
        return (left - 10, middle, "end") if left > _ROOM else (left + self.box[2] + 10, middle, "start")


@dataclass(frozen=True, slots=True)
class Spots:
    """All of a picture. telling: words that give something away; faces; others: any other words that were read.

    wide, tall: the outline's size; grid: rows of (field, area) over the whole picture.
    """

    telling: tuple[Spot, ...]
    faces: tuple[Spot, ...]
    others: tuple[Spot, ...]
    wide: int
    tall: int
    grid: tuple[tuple[tuple[str, str], ...], ...]

    @property
    def outlined(self) -> tuple[Spot, ...]:
        """Return those that are drawn, in the order of their numbers."""
        return (*self.telling, *self.faces, *self.others)


def spots(seen: Seen, size: tuple[int, int], about: Settings) -> Spots:
    """Return what was seen. size: width and height of the upright picture in pixels."""
    _ = about.say
    checked = safelight.check(seen.draft(), locale=_.locale) if seen.words else None
    says: dict[int, list[str]] = {}
    for each in see_words.told(seen, checked):
        says.setdefault(each.line, []).append(_(each.says))
    wide, tall = (max(1, round(side * _OUTLINE / max(1, *size))) for side in size)
    made: list[Spot] = []

    def add(name: str, place: Place, sentences: Iterable[str] = (), words: str = "") -> Spot:
        box, at = _box(place, wide, tall), see_words.where(place, _)
        made.append(
            Spot(len(made) + 1, name, see_words.wide_area(place), box, tuple(dict.fromkeys(sentences)), at, words)
        )
        return made[-1]

    def line(number: int) -> Spot:
        each = seen.words[number]
        return add(f"{WORDS}{number}", each, says.get(number, ()), clean(each.text))

    telling = tuple(line(number) for number in sorted(says))
    faces = tuple(add(f"{FACE}{number}", face) for number, face in enumerate(seen.faces or ()))
    others = tuple(line(number) for number in range(len(seen.words)) if number not in says)
    return Spots(telling, faces, others, wide, tall, _grid(wide, tall))


def chosen(fields: Mapping[str, str]) -> dict[str, Area]:
    """Return the areas that were ticked, by their fields. Raises BadInput for what is none, or for too many."""
    ticked = {name: value for name, value in fields.items() if name[:1] in (WORDS, FACE, OWN) and name[1:].isdigit()}
    if len(ticked) > _MOST:
        raise BadInput("These are more spots than can be blurred at once", fix="Choose fewer.")
    return {name: area(value) for name, value in ticked.items()}


def left(seen: Seen, areas: Iterable[Area]) -> tuple[int, int]:
    """Return how many lines of words, and how many faces, can still be made out in areas of a picture."""
    boxes = [tuple(value / 100 for value, _share in each.sides) for each in areas]
    # A blurred spot is itself taken for a dash or a stroke now and then; that is no word.
    readable = [each for each in seen.words if sum(letter.isalnum() for letter in each.text) >= _LETTERS]
    lines = sum(any(_share_in(each, box) >= _INSIDE for box in boxes) for each in readable)
    return lines, sum(any(_share_in(each, box) >= _INSIDE for box in boxes) for each in seen.faces or ())


def _share_in(place: Place, box: tuple[float, ...]) -> float:
    wide = min(place.right, box[0] + box[2]) - max(place.left, box[0])
    tall = min(place.bottom, box[1] + box[3]) - max(place.top, box[1])
    whole = (place.right - place.left) * (place.bottom - place.top)
    return wide * tall / whole if wide > 0 and tall > 0 and whole > 0 else 0.0


def _box(place: Place, wide: int, tall: int) -> tuple[int, int, int, int]:
    left, top = round(place.left * wide), round(place.top * tall)
    return left, top, max(1, round(place.right * wide) - left), max(1, round(place.bottom * tall) - top)


def _grid(wide: int, tall: int) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return rows of fields that cover the picture: more of them along its longer side."""
    columns, rows = (_FINE, _COARSE) if wide > tall else (_COARSE, _FINE)
    return tuple(tuple(_row(row, columns, rows)) for row in range(rows))


def _row(row: int, columns: int, rows: int) -> Iterator[tuple[str, str]]:
    for column in range(columns):
        sides = (column / columns, row / rows, 1 / columns, 1 / rows)
        yield f"{OWN}{row * columns + column}", ",".join(f"{100 * side:.2f}%" for side in sides)
