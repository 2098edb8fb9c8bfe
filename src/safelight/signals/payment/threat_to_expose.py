"""Threatens to show pictures or chats to others.

What it sees. "I have your video", "your friends will see it", beside a way to pay.

What looks like it but is not. Team photos, holiday pictures, a friend's birthday.

Why it matters. It is a known trick, and there is help that takes pictures down.

Sources. Thorn/NCMEC 2024, trends in financial sextortion (seen); GraphSense TagPacks: 71,127 addresses tagged
sextortion (measured).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.threat_to_expose"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the threat; in a chat the conversation's own signals have read it."""
    if not in_chat(reading):
        yield from asked(reading, "coercion.payment_demand", "pictures_shown")
