"""Asks to keep the talk, or the friendship, a secret.

What it sees. "Don't tell your mum", "this stays between us", "you can't tell anyone about me", said to the other
person. It weighs more when it comes again, after a "no", or towards somebody who said that they are under 18.

What looks like it but is not. A surprise party, a present, a spoiler, an exam paper; somebody telling what another
person said to them; a joke between friends.

Why it matters. Secrecy cuts a young person off from those who could help. A good adult never needs a secret.

Sources. O'Connell 2003 (exclusivity); Lorenzo-Dus et al. 2016 (isolation); ChatCoder2 code 900.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "isolation.secrecy_request"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
