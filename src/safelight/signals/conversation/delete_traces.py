"""Wants the chat, the pictures or the history gone.

What it sees. "Delete this chat", "did you delete it", "no screenshots", "save me under another name".

What looks like it but is not. Clearing space on a phone or a computer; a typing error that somebody wants gone.

Why it matters. What is deleted cannot be shown to somebody who could help.

Sources. Lorenzo-Dus et al. 2016 (isolation: secrecy); ChatCoder2 code 900.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.look import Look, Sighting, phrases

TECHNIQUE = "isolation.delete_traces"
LISTENS = (TECHNIQUE,)


def find(look: Look) -> Iterator[Sighting]:
    """Yield what the phrases of the lexicon show."""
    yield from phrases(look, TECHNIQUE)
