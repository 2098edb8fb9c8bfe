"""Threatens to show private pictures, chats or facts to people the other knows, or to everybody.

What it sees. "Or I send it to your friends", "I have all your followers", "I saved everything", "everyone will see",
"your life at school is over", "don't think of blocking me". That pictures were asked for before, that money is
demanded, or that the other begs, makes the vaguer of these clearer.

What looks like it but is not. Friends teasing with a silly photo and a laugh; a club that asks whether it may post the
team's pictures; somebody who warns, or tells, that another person threatened them.

Why it matters. It runs in minutes. Fear and shame keep young people from asking for the help that there is.

Sources. Thorn/NCMEC 2024 (financial sextortion: 812 reports a week); NCMEC CyberTipline (annotation sextortion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.threat_to_expose"
LISTENS = (TECHNIQUE,)
CLEARER, ALONE = 1.35, 0.6
BEFORE = (
    TECHNIQUE,
    "answers.distress",
    "coercion.payment_demand",
    "coercion.more_images_demand",
    "sexualization.image_request",
    "sexualization.camera_or_live_request",
    "sexualization.unsolicited_images",
)
VAGUE = ("has it saved", "has your people", "everybody will see", "your life is over", "tells on you", "no way out")


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; vague ones count more after pictures, demands or begging, and less without."""
    grounds = any(look.author.shown(name) for name in BEFORE)
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group.partition("/")[2] not in VAGUE:
            yield sighting
            continue
        strength = round(min(1.0, sighting.strength * (CLEARER if grounds else ALONE)), 3)
        flags = (*sighting.flags, "after_pressure") if grounds else sighting.flags
        yield replace(sighting, strength=strength, flags=flags)
