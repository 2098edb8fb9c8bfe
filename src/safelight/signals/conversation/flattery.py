"""Pays compliments on looks or ripeness.

What it sees. "You are so beautiful", "nice body", "not like other girls", "so mature".

What looks like it but is not. Friends and couples who compliment each other; talk about a dress, a dog, a song.

Why it matters. Praise from somebody new is pleasant, and it is used to make a request feel small.

Sources. Black et al. 2015 (flattery counted); Lorenzo-Dus et al. 2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "trust.flattery"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
