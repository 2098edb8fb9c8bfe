"""Promises gifts, game money or top-ups, or wants something for them.

What it sees. "I'll buy you robux", "want free skins", "send a pic and I'll get you a phone", "you owe me".

What looks like it but is not. Birthday presents in the family, trades between players, sharing food.

Why it matters. A gift makes a debt; what is wanted for it comes later.

Sources. Thorn 2022; UNODC/ILO indicators (abuse of vulnerability).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "trust.gifts_or_game_currency"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
