"""Wants pictures, videos or body measures as the application.

What it sees. "Send full body photos and age", "photos in underwear", "casting by private video call".

What looks like it but is not. Pictures of work, goods or places; a portfolio of an adult artist; swimwear shops.

Why it matters. Pictures are kept and used to threaten. No honest agency needs private pictures of a young person.

Sources. Red flags of modelling agencies, forgofreedom.com and lovejustice.ngo (seen); Thorn/NCMEC 2024, sextortion
begins with one picture (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "sexualization.image_request"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "pictures_asked")
