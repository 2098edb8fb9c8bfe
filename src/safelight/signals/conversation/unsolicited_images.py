"""Sends private pictures, or says that they will.

What it sees. "Want to see a pic of me", "I'll show you mine", "I sent you something just for you".

What looks like it but is not. Memes, pets, holiday pictures, a new haircut, a link to a shop, notes from class.

Why it matters. It makes such pictures seem normal and asks for one in return.

Sources. Thorn/NCMEC 2024 (rapid exchange of images); Cybertip.ca luring form (images shared).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "sexualization.unsolicited_images"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        weight = 0.6 if look.young_pair else 1.25 if look.adult and look.toward_younger else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * weight, 3)))
