"""Asks who is near, who sees the phone, when somebody is alone.

What it sees. "Are you alone", "is your mom home", "does anyone check your phone", "text me when they are asleep".

What looks like it but is not. Parents who ask who is at home; friends who plan a visit; a sitter or a teacher.

Why it matters. It tells when nobody would notice.

Sources. O'Connell 2003 (risk assessment); ChatCoder2 code 900 (checking for adults).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "probing.supervision_check"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    for sighting in phrases(look, TECHNIQUE):
        if look.of("context.family_talk"):
            continue
        yield sighting
