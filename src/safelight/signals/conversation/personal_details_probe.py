"""Asks for what identifies a person: number, full name, school, daily routine.

What it sees. "What school do you go to", "what time do you get out", "give me your number", "what's your full name".

What looks like it but is not. Classmates exchanging numbers for a project; a shop that needs a name; a parent who
asks when school ends.

Why it matters. With a name, a school and a time of day, somebody can be found.

Sources. ChatCoder2 code 200; O'Connell 2003 (friendship forming); Lorenzo-Dus et al. 2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "targeting.personal_details_probe"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
