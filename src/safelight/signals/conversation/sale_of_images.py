"""Buys or sells pictures of the young person, or urges them to sell some.

What it sees. "I pay for pics", "how much for a set", "no face needed", "collectors want more", "you could sell these".

What looks like it but is not. Selling drawings, clothes or a bike with a photo of it; a school or wedding photographer;
a camera, a stock photo, a card collection.

Why it matters. A sold picture goes on without an end, and buyers ask for more or threaten.

Sources. Polaris recruitment signs; CAC ontology (sextortion module).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.sale_of_images"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
