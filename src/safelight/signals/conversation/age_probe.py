"""Asks how old somebody is, or says that age does not matter.

What it sees. "How old are you", "asl", "what grade are you in"; more so "age is just a number", "is it ok that I am
older", "you are mature for your age", and any of these from somebody who said an adult age.

What looks like it but is not. Asking the age of a car or a sibling; classmates comparing birthdays; a game that asks
for an age. One such question alone stays quiet in the assessment.

Why it matters. Age is asked to find out who is young, and talked away when it stands in the way.

Sources. ChatCoder2 code 200; O'Connell 2003 (friendship forming); Lorenzo-Dus et al. 2016.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "targeting.age_probe"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        # The same question weighs more when an adult asks somebody who is not.
        stronger = look.adult and look.toward_younger
        yield replace(sighting, strength=min(1.0, sighting.strength * 1.5)) if stronger else sighting
