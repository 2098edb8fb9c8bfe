"""Asks for pictures or videos of the young person.

What it sees. "Send me a pic of you", "just for me", "what are you wearing", "I'll delete it", "prove you are real". It
weighs more towards somebody who said that they are under 18, and when asked again after a "no".

What looks like it but is not. Pictures of a pet, a room, homework or food; a seller's item; family who want a photo of
the school play; a screenshot for a computer problem.

Why it matters. Once a picture is sent, one cannot choose who sees it, and it can be used for threats.

Sources. Thorn 2022 (requests for intimate images); ChatCoder2 code 600; Traffick911 (sextortion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "sexualization.image_request"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        # The plain request is common between friends: it counts less there, more from an adult or after a "no".
        harder = look.after_refusal or (look.adult and look.toward_younger)
        weight = 0.6 if look.young_pair else 1.25 if harder else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * weight, 3)))
