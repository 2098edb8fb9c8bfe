"""Demands further pictures, videos or acts, under threat or by what was sent before.

What it sees. "3 new ones before midnight", "send one more or your friends get these", "I delete it when you send a
better one", "that's not enough", "write my name on your hand". A mere "another one" counts only from somebody who has
asked for pictures or threatened before.

What looks like it but is not. Family who want more holiday pictures; a buyer who wants to see the wheels; a teacher who
asks for a clearer scan; "one more game".

Why it matters. It does not end with one more. What was sent under pressure is used to press for the next.

Sources. Thorn/NCMEC 2024 (sexual and relational motive: demands for more imagery); NCMEC CyberTipline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.more_images_demand"
LISTENS = (TECHNIQUE,)
FAINT, CLEARER = "another one", 1.4
NEEDS_GROUNDS = (FAINT, "that was not enough")
BEFORE = (
    TECHNIQUE,
    "answers.distress",
    "coercion.threat_to_expose",
    "coercion.threat_of_harm",
    "sexualization.image_request",
    "sexualization.camera_or_live_request",
    "sexualization.sexual_topic",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; "another one" only after pictures were asked for or threats made."""
    grounds = any(look.author.shown(name) for name in BEFORE)
    for sighting in phrases(look, TECHNIQUE):
        group = sighting.group.partition("/")[2]
        if group == FAINT and not grounds:
            continue
        if grounds and group in NEEDS_GROUNDS:
            yield replace(sighting, strength=round(min(1.0, sighting.strength * CLEARER), 3))
        else:
            yield sighting
