"""Says police, customs, a bank or a prize office wants money at once.

What it sees. "Customs holds your parcel, pay the fee", "pay to close the case", "claim your prize, tax first".

What looks like it but is not. A real bill with a reference that one can check; warnings about such tricks.

Why it matters. Offices do not ask young people for money in a chat, and never in cards or coins.

Sources. Red flags of impersonation, FTC and Indian I4C advice on "digital arrest" (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.impersonates_trusted_organization"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the claim; in a chat the conversation's own signals have read it."""
    if not in_chat(reading):
        yield from asked(reading, TECHNIQUE)
