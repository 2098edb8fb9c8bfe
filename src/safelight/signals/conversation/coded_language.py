"""Uses coded words of trade and control.

What it sees. "Trading packs", "new content available", "full menu", "your quota".

What looks like it but is not. Restaurants, streamers with content, games with trading.

Why it matters. Codes hide a sale from those who would stop it.

Sources. UNODC and Polaris material on recruitment language (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "concealment.coded_language"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
