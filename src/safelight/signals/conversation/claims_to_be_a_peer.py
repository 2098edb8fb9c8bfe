"""Says to be the same age, with excuses for not being seen.

What it sees. "I'm 14 too", "my cam is broken", "I look older in pictures", "this is my brother's account".

What looks like it but is not. A classmate whose camera is really broken in an online lesson; young people who compare
ages.

Why it matters. Most false profiles claim to be as young as the person they write to.

Sources. Lorenzo-Dus et al. 2016 (deceptive trust development); Thorn 2024 (catfish profiles).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.claims_to_be_a_peer"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
