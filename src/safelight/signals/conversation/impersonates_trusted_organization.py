"""Speaks in the name of a platform, a school, a bank or the police.

What it sees. "This is the Roblox support team", "your account will be banned", "send me the code", "you have won".

What looks like it but is not. A friend who tells about a ban; a teacher who writes to a class; technical talk about
accounts.

Why it matters. People trust a name they know; a code or a password given away opens the account.

Sources. Action Fraud and platform help pages on impersonation (from memory); DESIGN taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "deception.impersonates_trusted_organization"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
