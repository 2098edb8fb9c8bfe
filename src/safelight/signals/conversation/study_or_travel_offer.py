"""Offers study, a trip or a visa with everything arranged.

What it sees. "I will pay your ticket", "everything is arranged", "a scholarship abroad, no exam", "fly to me".

What looks like it but is not. Family that plans a visit; a school trip; a real scholarship with a name and a form.

Why it matters. A journey that somebody else pays and plans takes a person away from those who could help.

Sources. ILO/EC operational indicators 2009 (deceptive recruitment).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.study_or_travel_offer"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
