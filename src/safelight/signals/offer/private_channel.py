"""Wants all contact over private messages or a free mail box.

What it sees. "WhatsApp only", "add our manager on Telegram", "DM me your age"; an address at a free mail provider.

What looks like it but is not. A small business with a mobile number beside its address; a chat on the firm's own page.

Why it matters. A private chat leaves no trace at a firm, and nobody else reads along.

Sources. Red flags: contact only by text or direct message, forgofreedom.com and lovejustice.ngo (seen); Telegram as the
channel of scam-compound jobs, FBI advisory May 2023 (as reported).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import free_mail, indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "isolation.move_to_private_app"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer, and addresses at free mail providers."""
    yield from indicators(reading, "private_channel")
    mail = free_mail(reading)
    if mail:
        yield Mark(0.3, mail[:3], {"indicator": "free_mail"})
