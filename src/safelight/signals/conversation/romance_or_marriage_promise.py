"""Promises marriage or a life together, early.

What it sees. "I will marry you", "come live with me", "I'll take you away from there", "you are my future wife".

What looks like it but is not. A couple that has known each other long; lines from a film or a game; jokes among
friends.

Why it matters. Big promises make it hard to say no later, and lead to leaving home.

Sources. Polaris recruitment signs (romance turned to profit); ILO/EC operational indicators 2009.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.romance_or_marriage_promise"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
