"""Asks where somebody lives or is.

What it sees. "Where do you live", "what town"; more so "what's your address", "send your location", "I know where you
live".

What looks like it but is not. An address for a delivery, a party or a lift; small talk about home towns, which stays
quiet alone.

Why it matters. A place makes a young person findable, and is used later in threats.

Sources. ChatCoder2 code 200; O'Connell 2003 (friendship forming); Lorenzo-Dus et al. 2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "targeting.location_probe"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
