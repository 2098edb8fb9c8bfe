"""Wants passwords, the live place, an app on the phone, a camera kept on, or constant proof of whereabouts.

What it sees. "Give me your password", "share your location always", "install this so I see you got home", "keep the
camera on while you sleep", "a pic of where you are, every 20 minutes", "who was that boy". Questions about others count
little alone; they count more after more of it, or after threats.

What looks like it but is not. A family that shares places and all know it; helping a grandparent with a phone; sharing
a place to meet today; a couple who ask each other where they were; computer talk about passwords and screens.

Why it matters. It lets somebody watch, and write in the other's name. It grows with every yes.

Sources. ILO/EC operational indicators 2009 (surveillance); Maier, Tanczer and Klausner 2025 (stalkerware indicators).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.surveillance"
LISTENS = (TECHNIQUE,)
FAINT, ALONE = "who were you with", 0.5
FAMILY = 0.3
BEFORE = (
    TECHNIQUE,
    "coercion.threat_to_expose",
    "coercion.threat_of_harm",
    "coercion.guilt_or_pressure",
    "answers.distress",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; less in the words of family, and questions about others less when alone."""
    before = any(look.author.shown(name) for name in BEFORE)
    for sighting in phrases(look, TECHNIQUE):
        strength = sighting.strength
        if sighting.group.endswith("/" + FAINT) and not before:
            strength *= ALONE
        if "context.family_talk" in look.hits:
            strength *= FAMILY
        yield replace(sighting, strength=round(strength, 3))
