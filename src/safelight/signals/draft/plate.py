"""Gives the number plate of one's own car, bike or cab.

What it sees. Plates of India, Britain and Spain by their shape, others beside a word for the plate, in a sentence with
"my", "dad's" or "our" and a vehicle.

What looks like it but is not. Product codes, flight and train numbers, postcodes, car models, plates in the news.

Why it matters. A plate can be looked up, and shows which house it stands before.

Sources. Bridges for Learning (the front of the house, cars);
at second hand (not opened here).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.details.plates import plates
from safelight.signals.drafting import PERSONAL, leave, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = PERSONAL


def find(reading: Reading) -> Iterator[Mark]:
    """Yield number plates."""
    for _, detail in shapes(reading, plates):
        yield leave("plate", detail)
