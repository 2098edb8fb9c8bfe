"""Tells a story that hides who is writing.

What it sees. "My main account got banned", "not my real name", "I lied about my age", "I am an army doctor on a
mission".

What looks like it but is not. A friend who really lost an account; a player who talks about a game character.

Why it matters. A false name or story is how somebody stays unknown while learning all about you.

Sources. Thorn/NCMEC 2024 (catfish profiles); Lorenzo-Dus et al. 2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.false_identity"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
