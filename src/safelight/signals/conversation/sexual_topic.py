"""Brings up sex, bodies or very private things.

What it sees. Questions about private experience, wishes to touch, remarks on the body, games with private questions,
bed and bath as a topic. It weighs more from an adult towards somebody who said that they are under 18.

What looks like it but is not. A biology lesson, a health page, a film or a song; young people of a like age who ask
each other about growing up; a laugh about a word.

Why it matters. It lowers the guard step by step, from a joke to a wish.

Sources. ChatCoder2 code 600; O'Connell 2003 (sexual stage).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "sexualization.sexual_topic"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        # Two young people of like age may talk so; an adult to a minor may not.
        weight = 0.5 if look.young_pair else 1.25 if look.adult and look.toward_younger else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * weight, 3)))
