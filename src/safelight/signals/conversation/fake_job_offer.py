"""Offers a job that is too easy, too well paid, or needs no papers.

What it sees. "Earn 500 a week from home", "no interview needed", "we pay your flight", "under 18 is fine", "pay a
registration fee".

What looks like it but is not. A real employer with a name, an interview and papers; friends who talk about part-time
work; tutoring.

Why it matters. Recruiters for forced work and exploitation use job offers made in chats.

Sources. ILO/EC operational indicators 2009 (deceptive recruitment); Polaris recruitment signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.fake_job_offer"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
