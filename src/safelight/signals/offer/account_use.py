"""Wants money or parcels to go through a private account or address.

What it sees. "Use your account and keep 10 percent", "payment agent from home", "open an account in your name",
"receive parcels at home".

What looks like it but is not. Accounts departments, bookkeeping, post rooms, wages paid into an account.

Why it matters. It may be stolen money, and it would carry the young person's name.

Sources. FinCEN FIN-2020-A008, funnel accounts (secondary); ILO/EC operational indicators 2009, forced into illicit
activities (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "monetization.money_mule"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "account_use")
