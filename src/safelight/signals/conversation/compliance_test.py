"""Tests how far somebody goes along, step by step.

What it sees. "Would you do anything for me", "prove it", "I dare you", "be a good girl", "just this once".

What looks like it but is not. Party games among friends, dares in a class, a coach who encourages.

Why it matters. Small yeses lead to larger ones.

Sources. Lorenzo-Dus et al. 2016 (compliance testing).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "probing.compliance_test"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
