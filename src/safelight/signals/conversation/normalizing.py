"""Says that it is normal, natural or harmless, or that age does not matter.

What it sees. "Age is just a number", "everyone your age does it", "I would never hurt you", "you are mature for your
age". Mild reassurance ("don't be shy") counts only after a request or another step by the same person.

What looks like it but is not. A friend who calms nerves before an exam, a doctor's advice, a health page, talk
about food, software or a film.

Why it matters. It makes one's own doubt feel wrong. A doubt is a good guide.

Sources. Olson et al. 2007 (desensitisation, reframing; from memory); ChatCoder2 code 600 (reframing).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "sexualization.normalizing"
LISTENS = (TECHNIQUE,)
MILD = f"{TECHNIQUE}/mild reassurance"
STEPS = (
    "exploitation.meeting_request",
    "isolation.secrecy_request",
    "probing.supervision_check",
    "sexualization.camera_or_live_request",
    "sexualization.image_request",
    "sexualization.sexual_topic",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show; mild reassurance only when there is something to reassure about."""
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group == MILD and not any(look.author.shown(technique) for technique in STEPS):
            continue
        weight = 0.5 if look.young_pair else 1.25 if look.adult and look.toward_younger else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * weight, 3)))
