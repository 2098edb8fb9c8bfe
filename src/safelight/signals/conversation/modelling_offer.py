"""Says that somebody could model, and asks for photos for an agency.

What it sees. "You should be a model", "our agency wants you", "full body pics for the casting", "free photoshoot".

What looks like it but is not. A school play, a dance class, a friend who likes a picture; talk about model trains,
language models or role models.

Why it matters. A made-up agency is a common way to get pictures, or to get somebody to travel.

Sources. Polaris recruitment signs (modelling jobs); ILO/EC operational indicators 2009.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.modelling_offer"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
