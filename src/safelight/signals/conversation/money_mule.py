"""Wants to move money or parcels through somebody's account or name.

What it sees. "Money comes in, you send it on and keep a cut", "photo of your card, front and back", "what bank are you
with", "receive a parcel for me and don't open it", "if the bank calls, say it is for a car".

What looks like it but is not. Paying a friend back, wages or a grant paid into an own account, a family account, a
neighbour who takes in a parcel, a user account on a computer.

Why it matters. It is often stolen money, and it carries the young person's name.

Sources. FinCEN FIN-2020-A008 (funnel accounts); ILO/EC operational indicators 2009 (forced illicit activities).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "monetization.money_mule"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
