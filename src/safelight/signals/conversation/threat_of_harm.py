"""Threatens to hurt the other, somebody close to them, or oneself; or with police and the law, to make them obey.

What it sees. "I know where you live", "tell anyone and I come to your house", "your little brother is next", "if you
leave I'll hurt myself", "the police will arrest you". Rough words alone ("I'll kill you") count only
after other pressure.

What looks like it but is not. Game talk about beating a player; angry words between friends with a laugh; a friend in
need who feels like hurting themselves and asks for nothing: they need help, too.

Why it matters. Fear for oneself or for others makes people do what they never wanted. Nobody need carry it alone.

Sources. Thorn/NCMEC 2024 (sadistic and coercive motive); ILO/EC operational indicators 2009 (violence and threats).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.threat_of_harm"
LISTENS = (TECHNIQUE,)
JOKING = 0.25
ROUGH, CLEARER = "rough words", 3.0
BEFORE = (
    TECHNIQUE,
    "answers.distress",
    "coercion.threat_to_expose",
    "coercion.payment_demand",
    "coercion.surveillance",
    "coercion.debt",
    "coercion.more_images_demand",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; rough words that friends use as well only after other pressure, and no joke."""
    pressed = any(look.author.shown(name) for name in BEFORE)
    for sighting in phrases(look, TECHNIQUE, joking=JOKING):
        if not sighting.group.endswith("/" + ROUGH):
            yield sighting
        elif pressed and not look.joking:
            strength = round(min(1.0, sighting.strength * CLEARER), 3)
            yield replace(sighting, strength=strength, flags=(*sighting.flags, "after_pressure"))
