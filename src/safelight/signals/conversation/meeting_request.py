"""Asks to meet in person.

What it sees. "Can I pick you up", "come to my place", "meet me by yourself", "how far are you", "are you a cop".
Meeting alone, in secret or at a private place counts most. Plain plans ("want to hang out on Saturday") count only once
the same person has shown something else, or towards somebody who said that they are under 18.

What looks like it but is not. Classmates and friends making plans, a team's training, a visit with parents, a lift from
a parent; two young people of a like age who date.

Why it matters. Somebody known only online may not be who they say. The way there is often prepared with care.

Sources. ChatCoder2 code 900 (approach); O'Connell 2003 (risk assessment); Cybertip.ca luring form: a meeting planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.meeting_request"
LISTENS = (TECHNIQUE,)
PLANS = f"{TECHNIQUE}/plans"
BEFORE = (
    "isolation.secrecy_request",
    "probing.supervision_check",
    "sexualization.image_request",
    "sexualization.normalizing",
    "sexualization.sexual_topic",
    "targeting.age_probe",
    "trust.fast_intimacy",
    "trust.gifts_or_game_currency",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show; plain plans only in company of something else."""
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group == PLANS and not _suspicious(look):
            continue
        # Two young people of like age meet and date; what remains is how secret and lonely it is.
        left = 0.5 if look.young_pair else 1.0
        more = 1.25 if look.adult and look.toward_younger else 1.0
        yield replace(sighting, strength=min(1.0, round(sighting.strength * left * more, 3)))


def _suspicious(look: Look) -> bool:
    """Tell whether there is more than a plan: an adult and a minor, or other steps by the same person."""
    if look.young_pair:
        return False
    return look.toward_younger or any(look.author.shown(technique) for technique in BEFORE)
