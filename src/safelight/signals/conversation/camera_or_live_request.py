"""Wants the camera on, or a private video call.

What it sees. "Turn on your cam", "do you have a webcam", "lock the door and call me", "stand up, turn around slowly". A
plain wish for a video call counts little, and less between two young people of a like age.

What looks like it but is not. A call with family, an online lesson, friends in a game, a driver for a web camera.

Why it matters. A call can be recorded without being noticed.

Sources. NCMEC NetSmartz (livestreaming); Traffick911 (sextortion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "sexualization.camera_or_live_request"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        weight = 0.6 if look.young_pair else 1.25 if look.after_refusal else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * weight, 3)))
