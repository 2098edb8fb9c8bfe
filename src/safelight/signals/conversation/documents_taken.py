"""Asks for, keeps or threatens to keep identity papers, the phone or the bank card.

What it sees. "Give me your passport", "the agency keeps your ID", "you get it back when you finish paying", "without
papers you are illegal here", "the driver holds your phone". It weighs more after an offer of work, study or a trip.

What looks like it but is not. A hotel or an employer that looks at papers and gives them back; a parent who keeps the
family's passports; a school trip with a letter home.

Why it matters. Whoever has no papers cannot leave. No job and no trip may keep them.

Sources. ILO/EC operational indicators 2009 (confiscation of documents); forgofreedom.com and
lovejustice.ngo (red flags).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "coercion.documents_taken"
LISTENS = (TECHNIQUE,)
CLEARER = 1.3
OFFERS = (
    "deception.fake_job_offer",
    "deception.modelling_offer",
    "deception.study_or_travel_offer",
    "deception.romance_or_marriage_promise",
    "exploitation.travel_arrangement",
    "coercion.debt",
)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases show, more strongly after an offer or a debt."""
    offered = any(look.author.shown(name) for name in OFFERS)
    for sighting in phrases(look, TECHNIQUE):
        strength = sighting.strength * (CLEARER if offered else 1.0)
        yield replace(sighting, strength=round(min(1.0, strength), 3))
