"""Offers something in words that only some readers know.

What it sees. "DM for menu", "selling packs", an allowance for somebody younger, a bio that looks for the very young.

What looks like it but is not. Restaurants, photographers and shops with a menu or a price list; bakers; a song; a coach
or a club that looks for players of an age.

Why it matters. Behind such words are sale and trade of pictures, or money for meetings.

Sources. T-Net, AAAI 2024, weak-label rules for adverts (seen); Thorn 2024 on offers of money (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.coded_language"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the phrases."""
    for text, hit in reading.hits(TECHNIQUE):
        yield Mark(hit.group.strength, (text.span(hit),), {"row": "coded", "group": hit.group.name})
