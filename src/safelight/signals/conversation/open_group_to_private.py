"""Leads somebody out of a group into a private talk.

What it sees. "DM me", "let's talk in private", "too many people here", "join my private server".

What looks like it but is not. A group project that moves to one chat; a shop that answers orders by message; support
channels.

Why it matters. In private nobody else sees what is asked.

Sources. Thorn 2022: two in three were asked to move to a private chat.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "contact.open_group_to_private"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
