"""Asks to bring in friends, siblings or classmates.

What it sees. "Bring a friend, 100 each", "does your sister want to earn too", "know any other girls your age". Plain
questions about a sister or a friend count less between two young people of a like age.

What looks like it but is not. Inviting friends to a party, a team or a game; a shop's referral code; asking a classmate
about their family.

Why it matters. It pulls others in, and makes the young person feel guilty, so that telling is harder.

Sources. ILO/EC operational indicators 2009 (forced to act against peers); CAC ontology (recruitment networks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.recruit_friends"
LISTENS = (TECHNIQUE,)
QUESTIONS = f"{TECHNIQUE}/asks after sisters and friends"


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        # Young people ask each other about sisters and friends.
        left = 0.4 if look.young_pair and sighting.group == QUESTIONS else 1.0
        yield replace(sighting, strength=round(sighting.strength * left, 3))
