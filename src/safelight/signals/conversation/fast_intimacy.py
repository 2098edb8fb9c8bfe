"""Uses pet names and talks of love early.

What it sees. "Hey babe", "my princess", "I love you", "I can't stop thinking about you", "do you have a boyfriend".

What looks like it but is not. Couples who have known each other, parents and aunts, friends who say love you; it
counts less from those who said a like age.

Why it matters. Closeness that comes very fast makes a stranger feel like somebody known.

Sources. O'Connell 2003 (exclusivity); Black et al. 2015.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "trust.fast_intimacy"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        # Between two young people of like age, sweet talk is theirs.
        left = 0.3 if look.young_pair else 1.0 if look.new_contact else 0.7
        yield replace(sighting, strength=sighting.strength * left)
