"""Asks for money in crypto coins.

What it sees. "Send 200 in bitcoin", "here is my wallet", "get this app, I show you how to buy", "deposit to unlock".

What looks like it but is not. Talk about prices or mining, a project that takes donations, a school project on money.

Why it matters. Coins are gone once sent, and nobody can call them back.

Sources. GraphSense TagPacks (addresses tagged sextortion); FinCEN FIN-2020-A008 (alternative payment methods).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "monetization.crypto_payment"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
