"""Wants to move money through somebody's account.

What it sees. "Use your account and keep ten percent", "you get a payment, send on the rest", "give me your card and
PIN".

What looks like it but is not. Rent, wages, a refund; collecting for a class gift; parents who pay into a child's
account.

Why it matters. It may be stolen money, and it would carry the young person's name.

Sources. FinCEN FIN-2020-A008, funnel accounts (secondary); ILO/EC operational indicators 2009, forced into illicit
activities (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "monetization.money_mule"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the offer; in a chat the conversation's own signals have read it."""
    if not in_chat(reading):
        yield from asked(reading, TECHNIQUE)
