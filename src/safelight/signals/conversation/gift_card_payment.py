"""Asks for gift cards or their codes as payment.

What it sees. "Buy a 100 card and send me the code", "scratch the back and take a photo", "your mum's card numbers".

What looks like it but is not. A gift card as a birthday present, a raffle, a survey, a shop's own discount code.

Why it matters. A code is like cash: whoever reads it has the money.

Sources. FinCEN FIN-2020-A008 (prepaid cards).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "monetization.gift_card_payment"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
