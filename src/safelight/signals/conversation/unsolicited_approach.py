"""Somebody unknown writes first and wants to be friends.

What it sees. "You don't know me but I saw your profile", "can we be friends", "I got your number from", answered by
"who is this".

What looks like it but is not. A new classmate, a game partner, a wrong number; alone this stays quiet.

Why it matters. Many unwanted contacts begin with a message out of nowhere.

Sources. Thorn 2022 (grooming study); Olson et al. 2007 (gaining access).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "contact.unsolicited_approach"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
