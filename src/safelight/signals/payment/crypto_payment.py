"""Asks for crypto coins, or gives the address of a wallet.

What it sees. "Send it in bitcoin", an address whose checksum is right, of any of the known families.

What looks like it but is not. Talk about the price of coins; a project at school; a word that only looks like an
address.

Why it matters. Money sent that way is hard to get back, and such addresses come with many demands under threat.

Sources. GraphSense TagPacks: 96,386 addresses with tags of abuse (measured); FinCEN FIN-2020-A008, alternative
payment methods (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.contacts import contacts
from safelight.signals.demands import asked, in_chat
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "monetization.crypto_payment"
# An address alone; with words that ask, and how many addresses are shown.
_ALONE, _ASKED, _MOST = 0.5, 0.95, 3


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the addresses with what is asked; phrases alone only outside of chats."""
    asking = list(asked(reading, TECHNIQUE, "asks_for_coins"))
    wallets = [(text, found) for text in reading.texts for found in contacts(text.text) if found.kind == "wallet"]
    if wallets and not (in_chat(reading) and not asking):
        strength = _ASKED if asking else _ALONE
        for text, found in wallets[:_MOST]:
            yield Mark(strength, (text.at(found.start, found.end),), {"group": "address", "currency": found.detail})
    elif not in_chat(reading):
        yield from asking
