"""Arranges or pays for a journey.

What it sees. "The ticket is booked", "my driver will collect you", "bring your passport", "on the train say I'm your
uncle", "leave before they wake up", "you can live with us here".

What looks like it but is not. A grandparent who pays for a ticket, a school trip, friends who share a lift, a family
that plans a move; a report of what somebody else offered.

Why it matters. Far from home, without papers or a phone, it is hard to say no or to leave.

Sources. ILO/EC operational indicators 2009 (travel and recruitment); Interpol Orange Notice June 2023; FBI May 2023.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "exploitation.travel_arrangement"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show, unless family or carers speak."""
    if not look.of("context.family_talk"):
        yield from phrases(look, TECHNIQUE)
