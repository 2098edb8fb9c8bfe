"""Wants to go on in another, more private app.

What it sees. "Do you have Telegram", "add me on snap", "let's use secret chat", "they read our messages here".

What looks like it but is not. A class or team that picks one app for all; a shop on WhatsApp; help with installing a
program.

Why it matters. In another app there is often no report button, and messages can vanish.

Sources. Thorn 2022: two in three were asked to move to another platform.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "isolation.move_to_private_app"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
