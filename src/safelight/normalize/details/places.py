"""Places by their sign: coordinates, a pin, three words, a plus code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_COORDINATES = re.compile(
    r"(?<![\w.])-?(?:[1-8]?\d|90)\.\d{3,}°?\s*[NS]?\s*[,/ ]\s*-?(?:1[0-7]\d|\d{1,2}|180)\.\d{3,}°?\s*[EWO]?(?![\w.])"
)
_WORDS = re.compile(r"(?<!\w)///[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3,}")
_PLUS = re.compile(r"(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)")
_PIN = re.compile(r"📍\s*(?P<place>[^\W_][^\n|•#.!?📍]{2,40})")


def places(text: str) -> Iterator[Shape]:
    """Yield places written for a map, of kind "live_location"; a pin with a name may be a whole city, so not `sure`."""
    for pattern in (_COORDINATES, _WORDS, _PLUS):
        for found in pattern.finditer(text):
            yield Shape(*found.span(), "live_location")
    for found in _PIN.finditer(text):
        yield Shape(found.start(), found.end("place"), "live_location", sure=False)
