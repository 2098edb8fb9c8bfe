"""A copy of a picture in which some areas cannot be made out any more. Needs Pillow (the extra `pictures`).

The picture is decoded, turned upright, and written anew; what lies in the areas is replaced by a few mean colours, so
that nothing of it is left to be sharpened.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from safelight.media import extra, load, wash
from safelight.media.clean.parts import DAMAGED, refuse
from safelight.schema.errors import BadInput, CannotClean
from safelight.schema.pictures import Receipt

_PIXELS = 80_000_000
_BLOCKS = 6
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "tiff": "TIFF", "heif": "JPEG", "gif": "PNG"}
_QUALITY = 92
_HOW = "Say it as --blur left,top,width,height: pixels, or parts of the picture such as 10%,20%,30%,15%."


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle. Each of left, top, width, height: (number, True when it is a hundredth part of the picture)."""

    sides: tuple[tuple[float, bool], ...]

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom in pixels, inside the picture. Raises BadInput when it lies outside."""
        left, top, wide, high = (
            value * (width, height)[at % 2] / 100 if share else value for at, (value, share) in enumerate(self.sides)
        )
        box = (max(0, int(left)), max(0, int(top)), min(width, round(left + wide)), min(height, round(top + high)))
        if box[0] >= box[2] or box[1] >= box[3]:
            raise BadInput("An area to blur lies outside of the picture.", fix=f"It has {width} x {height} pixels.")
        return box


def area(text: str) -> Area:
    """Return the area that "100,50,200,120" or "10%,5%,20%,10%" says. Raises BadInput."""
    parts = [part.strip() for part in text.split(",")]
    try:
        sides = tuple((float(part.removesuffix("%")), part.endswith("%")) for part in parts)
    except ValueError:
        sides = ()
    if len(sides) != 4 or any(not 0 <= value < 1_000_000 for value, _ in sides):
        raise BadInput("An area to blur is four numbers.", fix=_HOW)
    return Area(sides)


def painted(data: bytes, kind: str, areas: Iterable[Area]) -> bytes:
    """Return the picture written anew with blurred areas. kind: a key of the formats, as `load.facts` calls them.

    Raises CannotClean, MissingExtra, BadInput.
    """
    target = _FORMATS[kind]
    image = _upright(data, kind)
    for each in areas:
        _hide(image, each.box(*image.size))
    out = io.BytesIO()
    settings: dict[str, Any] = {"quality": _QUALITY} if target in ("JPEG", "WEBP") else {}
    image.save(out, target, **settings)
    return out.getvalue()


Paint = Callable[[bytes, str, tuple[Area, ...]], bytes]


def blurred(
    data: bytes, areas: Iterable[Area], name: str = "", *, paint: Paint = painted
) -> tuple[bytes, str, Receipt]:
    """Return a clean copy with blurred areas, its format, and the receipt. Raises CannotClean, MissingExtra, BadInput.

    HEIC and AVIF become JPEG; of a moving picture only the first one is taken, so those are refused.
    paint: what decodes the picture and writes it anew, called as `painted`.
    """
    before = load.facts(data)
    target = _FORMATS.get(before.format)
    if target is None:
        raise CannotClean("Only pictures can be blurred", where=name, fix="Leave --blur out to clean it.")
    try:
        made = paint(data, before.format, tuple(areas))
    except CannotClean as error:
        raise CannotClean(error.what, where=name, fix=error.fix) from None
    new, receipt = wash.clean(made, name)
    return new, target.lower(), Receipt(before, receipt.after, len(data), len(new))


def _upright(data: bytes, kind: str) -> Any:
    pillow = extra.load("PIL.Image", "Blurring")
    ops = extra.load("PIL.ImageOps", "Blurring")
    if kind == "heif":
        extra.load("pillow_heif", "Blurring this kind of picture").register_heif_opener()
    try:
        with pillow.open(io.BytesIO(data)) as opened:
            if getattr(opened, "n_frames", 1) > 1:
                raise refuse("A moving picture cannot be blurred here")
            if opened.width * opened.height > _PIXELS:
                raise refuse("The picture is too large to be blurred here")
            whole = ops.exif_transpose(opened).convert("RGBA" if "A" in opened.getbands() else "RGB")
    except (OSError, ValueError, SyntaxError, pillow.DecompressionBombError):
        raise CannotClean(DAMAGED, fix="Take a screenshot of it, and clean that.") from None
    if kind in ("jpeg", "heif"):
        whole = whole.convert("RGB")
    # A new picture carries nothing over from the old one.
    fresh = pillow.new(whole.mode, whole.size)
    fresh.paste(whole)
    return fresh


def _hide(image: Any, box: tuple[int, int, int, int]) -> None:
    """Replace an area by a few mean colours, smoothed."""
    pillow = extra.load("PIL.Image", "Blurring")
    part = image.crop(box)
    wide, high = part.size
    few = (min(_BLOCKS, max(1, wide // 8)), min(_BLOCKS, max(1, high // 8)))
    small = part.resize(few, pillow.Resampling.BOX)
    image.paste(small.resize((wide, high), pillow.Resampling.BICUBIC), box)
