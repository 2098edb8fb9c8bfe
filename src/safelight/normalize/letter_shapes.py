"""What a name looks like at a glance: other alphabets, digits and pairs of letters read as the letter meant."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_DIGITS = str.maketrans("0134578", "oleastb")
# Pairs first: "rn" is read as "m", "vv" as "w". Applied to the known name and to the other one alike.
_PAIRS = (("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"), ("lc", "k"), ("lh", "h"), ("lb", "b"), ("dl", "d"))
# Single letters that are taken for each other; all of a class become its first.
_CLASSES = str.maketrans("dijeqmrv69", "bllcgnnugg")


@cache
def shapes() -> dict[str, str]:
    """Return letter -> the plain letter, or pair of letters, that it looks like."""
    table = tomllib.loads((files("safelight.normalize") / "letter_shapes.toml").read_text("utf-8"))
    return {shape: letter for letter, shapes in table.items() for shape in shapes}


def latin(name: str) -> str:
    """Return a name (lower case) in plain letters: accents dropped, letters of other alphabets by their shape."""
    return name if name.isascii() else "".join(_plain(char) for char in name)


@cache
def _plain(char: str) -> str:
    if char.isascii():
        return char
    shape = shapes().get(char)
    if shape is not None:
        return shape
    base = unicodedata.normalize("NFKD", char)
    return "".join(shapes().get(each, each) for each in base if not unicodedata.combining(each)).lower()


def outline(name: str) -> str:
    """Return a plain name with digits and pairs of letters read as the letter that they look like."""
    name = name.translate(_DIGITS)
    for pair, letter in _PAIRS:
        if pair in name:
            name = name.replace(pair, letter)
    return name


def blurred(name: str) -> str:
    """Return the outline with letters that are taken for each other made one, as if nobody looked closely."""
    return outline(name).translate(_CLASSES)
