"""Wants money, or else.

What it sees. "Pay or I post it", "send it and I delete everything", a price for silence.

What looks like it but is not. A friend who wants lunch paid back; a bill; a club fee; jokes among friends.

Why it matters. Paying seldom ends it. Of those who paid in reported cases, many were pressed further.

Sources. Thorn/NCMEC 2024: more than two thirds of reports of sextortion held money demands (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.payment_demand"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the demand with its threat; in a chat the conversation's own signals have read it."""
    if not in_chat(reading):
        yield from asked(reading, TECHNIQUE, "or_else")
