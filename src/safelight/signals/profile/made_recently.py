"""Was made only days or weeks ago.

What it sees. The day on which the account was made, when stated: a date, or words such as "3 days ago", "last week".

What looks like it but is not. A first account; a new one after a lost password. So it counts only together with other
signs.

Why it matters. Accounts that get blocked are replaced by new ones.

Sources. TwiBot-22 (age of the account among its features, seen); Thorn 2021 and 2023: about half were contacted again
after a block (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.account_age import days_old
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.disposable_accounts"

# (at most so many days, strength).
_STEPS = ((7, 1.0), (30, 0.8), (90, 0.5))


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a young account."""
    assert isinstance(reading.item, Profile)
    days = days_old(reading.item.created)
    strength = next((strength for most, strength in _STEPS if days is not None and days <= most), 0.0)
    if days is not None and strength:
        yield Mark(strength, (), {"row": "recent", "days": days}, says=mark("Was made only a short time ago."))
