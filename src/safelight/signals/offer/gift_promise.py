"""Gives something for nothing.

What it sees. Prizes, phones, game money, an allowance from a stranger.

What looks like it but is not. A raffle at school or work; a shop's discount; birthday presents.

Why it matters. A gift asks for something back, later or at once: a picture, a code, a fee, a visit.

Sources. Polaris, recruitment signs: gifts (seen); FTC advice on prize scams (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "trust.gifts_or_game_currency"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "gift_promise")
