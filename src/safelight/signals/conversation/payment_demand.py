"""Demands money, cards or coins, under threat or as the price of keeping something quiet.

What it sees. "200 or everyone sees", "pay and I delete it", "sell your console", "take it from your mum's card", "the
rest tomorrow", "to unfreeze it, pay". "How much do you have" and "send 50 now" count little alone, and more once there
were threats or begging.

What looks like it but is not. A friend who wants lunch paid back; a club fee, a bill, a price in a shop; splitting the
cost of a game; a grandparent who was asked for gift cards and tells of it.

Why it matters. Of those who paid, more than a quarter were pressed for more.

Sources. Thorn/NCMEC 2024 (money demands in more than two thirds of reports); GraphSense TagPacks
(addresses tagged sextortion).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.payment_demand"
LISTENS = (TECHNIQUE,)
CLEARER, FAINTER = 1.5, 0.6
THREATS = ("coercion.threat_to_expose", "coercion.threat_of_harm", "coercion.debt", "answers.distress")
NEEDS_THREATS = ("more money again", "find the money", "wants money now")


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show; plain demands count more after threats, less without."""
    threatened = any(look.author.shown(name) for name in THREATS)
    for sighting in phrases(look, TECHNIQUE):
        if sighting.group.partition("/")[2] not in NEEDS_THREATS:
            yield sighting
            continue
        strength = round(min(1.0, sighting.strength * (CLEARER if threatened else FAINTER)), 3)
        flags = (*sighting.flags, "after_pressure") if threatened else sighting.flags
        yield replace(sighting, strength=strength, flags=flags)
