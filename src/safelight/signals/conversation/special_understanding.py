"""Claims a special bond and asks for trust.

What it sees. "I'm the only one who gets you", "you can tell me anything", "trust me", "I'm not a creep", "I would
never hurt you".

What looks like it but is not. A close friend who comforts; a counsellor; "trust me, the exam is easy".

Why it matters. It puts one new person above all those one already trusts.

Sources. Lorenzo-Dus et al. 2016 (deceptive trust development, exclusivity).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "trust.special_understanding"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
