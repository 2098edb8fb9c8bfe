"""Wants to be paid with gift cards, codes or game money.

What it sees. "Buy steam cards and send the codes", "pay the fee in gift cards", robux first.

What looks like it but is not. A gift card for a birthday; cards for one's own account; trades between friends.

Why it matters. A code is like cash: once sent, it is gone. No office and no firm is paid that way.

Sources. FinCEN FIN-2020-A008, frequent prepaid cards (secondary); FTC, gift card scams (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "monetization.gift_card_payment"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what is asked for; in a chat the conversation's own signals have read it."""
    if not in_chat(reading):
        yield from asked(reading, TECHNIQUE)
