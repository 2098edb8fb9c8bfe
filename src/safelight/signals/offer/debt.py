"""Has something worked off or taken out of the pay.

What it sees. The ticket, the visa or the room is paid back from the wages; nobody leaves before it is settled;
leaving costs a penalty.

What looks like it but is not. Mortgages, student loans, tax; a uniform that the shop keeps.

Why it matters. Debt bondage is one of the strongest indicators of forced labour: the sum grows faster than it can be
paid.

Sources. ILO/EC operational indicators 2009, debt bondage: medium in recruitment, strong at the destination
(secondary); ILO 11 indicators (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.debt"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "debt")
