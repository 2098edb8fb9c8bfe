"""Draws somebody into paid company or private acts.

What it sees. "Be nice to my friend, he pays", "accompany gentlemen", "extra pay for extras", "you must be open minded",
"how much for a night". Half-said words ("you know how") count only after an offer, a gift or a debt by the same person.

What looks like it but is not. Serving guests in a restaurant, a freelancer's client, a charity dinner, baby-sitting, an
escort in a game; somebody who tells what was offered to them.

Why it matters. It often begins with gifts, love or a debt, and is called a job. It is never the young person's fault.

Sources. Polaris recruitment signs (romance, jobs); ILO/EC operational indicators 2009; CAC ontology (sex trafficking).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.recruitment_into_sexual_services"
LISTENS = (TECHNIQUE,)
HALF_SAID = f"{TECHNIQUE}/half said"
OFFERS = (
    TECHNIQUE,
    "coercion.debt",
    "deception.fake_job_offer",
    "deception.modelling_offer",
    "exploitation.recruit_friends",
    "trust.gifts_or_game_currency",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show; half-said words only after an offer."""
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group != HALF_SAID:
            yield sighting
        elif any(look.author.shown(technique) for technique in OFFERS):
            yield replace(sighting, strength=min(1.0, round(sighting.strength * 2, 3)))
