"""Wants private shows on camera for others to watch.

What it sees. "Do a private live", "dance for us on cam and we pay", "bigger gift, bigger dare", "they paid, now start".

What looks like it but is not. A game stream, a school show, an online dance class, a band that plays live, a live disc
of an operating system.

Why it matters. What is shown live can be kept, shared and used for threats. Gifts and viewers press for more.

Sources. NCMEC NetSmartz (livestreaming); CAC ontology (sextortion and sex-trafficking modules).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.live_broadcast"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
