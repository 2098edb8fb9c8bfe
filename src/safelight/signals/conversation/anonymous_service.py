"""Uses burner numbers, hidden networks or false sign-ups to stay unknown.

What it sees. "Get a burner number", "use a VPN so nobody can trace us", "sign up with a fake age".

What looks like it but is not. Talk about network security, work VPNs, spam protection.

Why it matters. Whoever hides that well cannot be held to what they promise.

Sources. Thorn/NCMEC 2024; DESIGN taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "concealment.anonymous_service"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
