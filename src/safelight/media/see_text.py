"""Reads the words in a picture, on the device: rapidocr, with the models that lie in its wheel, named by their paths.

A model that is not there is an error, never a download. Latin letters are read; other scripts are not told apart, so
what cannot be read well has a low `sure`, and whoever uses it counts it.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from safelight.media.extra import INSTALL, load
from safelight.schema.errors import MissingExtra

if TYPE_CHECKING:
    from PIL.Image import Image

_NEEDED_FOR = "Reading the words in a picture"
_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
# Lines that are read with less certainty than this (0..1) are not to be used.
LEAST_SURE = 0.5
# In most letterings of phones an "I" that stands alone looks like this.
_LONE_L = re.compile(r"\bl\b")
# Pixels of the longer side. Words must be about 12 pixels tall to be read.
LONGEST = 1600
# A tall picture is read in pieces of so many widths, each with a little more above and below.
_PIECE, _OVER = 2.1, 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words. left, top, right, bottom: pixels of the picture it was read in; sure: 0..1; quad: corners."""

    text: str = field(repr=False)
    left: float
    top: float
    right: float
    bottom: float
    sure: float

    @property
    def height(self) -> float:
        """Return the height in pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return the vertical middle in pixels."""
        return (self.top + self.bottom) / 2


def lines(picture: Image, *, longest: int = LONGEST) -> tuple[Line, ...]:
    """Return the lines of words in an upright RGB picture, from top to bottom, in its own pixels.

    longest: a larger picture is made smaller first, to so many pixels. Raises MissingExtra.
    """
    numpy = load("numpy", _NEEDED_FOR)
    reader = _reader()
    scale = min(1.0, longest / max(picture.size))
    small = picture if scale == 1 else picture.resize((round(picture.width * scale), round(picture.height * scale)))
    # The reader takes blue, green, red, as OpenCV does.
    pixels = numpy.ascontiguousarray(numpy.asarray(small.convert("RGB"))[:, :, ::-1])
    return tuple(sorted(_lines(reader(pixels), scale), key=lambda line: (line.top, line.left)))


def long_lines(picture: Image) -> tuple[Line, ...]:
    """Return the lines in a picture that may be very tall (a screenshot that was scrolled), read in pieces.

    A line on the edge of two pieces is whole in both, and is taken from the one that holds its middle.
    """
    piece, over = round(picture.width * _PIECE), round(picture.width * _OVER)
    if picture.height <= piece + over:
        return lines(picture)
    found: list[Line] = []
    for top in range(0, picture.height, piece):
        start, end = max(0, top - over), min(picture.height, top + piece + over)
        part = picture.crop((0, start, picture.width, end))
        moved = (replace(line, top=line.top + start, bottom=line.bottom + start) for line in lines(part))
        found += [line for line in moved if top <= line.middle < top + piece]
    return tuple(found)


def _lines(found: Any, scale: float) -> Iterator[Line]:
    if found.boxes is None or found.txts is None:
        return
    for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True):
        if text.strip():
            xs, ys = corners[:, 0] / scale, corners[:, 1] / scale
            yield Line(
                _LONE_L.sub("I", text.strip()),
                float(xs.min()),
                float(ys.min()),
                float(xs.max()),
                float(ys.max()),
                float(sure),
            )


@contextmanager
def _without_network() -> Iterator[None]:
    """Let the reader be imported with a stand-in for `requests`, by which it could fetch models.

    The real one opens a socket when it is imported. The stand-in is there only meanwhile, and only when nobody has
    loaded the real one.
    """
    if "requests" in sys.modules:
        yield
        return
    stand_in = ModuleType("requests")
    stand_in.__dict__.update(Response=object, RequestException=OSError)
    sys.modules["requests"] = stand_in
    try:
        yield
    finally:
        del sys.modules["requests"]


@cache
def _reader() -> Any:
    """Return the reader; made once, as loading its models takes about a second."""
    load("onnxruntime", _NEEDED_FOR)
    with _without_network():
        rapidocr = load("rapidocr", _NEEDED_FOR)
        # Its parts are imported when it is first asked for.
        maker = rapidocr.RapidOCR
    models = {part: files("rapidocr") / "models" / name for part, name in _MODELS.items()}
    if not all(path.is_file() for path in models.values()):
        raise MissingExtra(f"{_NEEDED_FOR} needs the models of rapidocr.", fix=f"Install them with: {INSTALL}")
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return maker(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.text_score": 0.0,
            "Global.max_side_len": 4000,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{part}.model_path": str(path) for part, path in models.items()},
        }
    )
