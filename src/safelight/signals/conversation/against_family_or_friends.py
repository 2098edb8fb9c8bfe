"""Drives a wedge between somebody and the people close to them.

What it sees. "Your parents don't understand you", "your friends are using you", "you don't need them".

What looks like it but is not. A friend who complains about own parents; advice to stay away from a bully.

Why it matters. Whoever has nobody else to ask is easier to lead.

Sources. Lorenzo-Dus et al. 2016 (isolation); ChatCoder2 code 900.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "isolation.against_family_or_friends"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
