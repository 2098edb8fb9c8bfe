"""Promises love, marriage or a new home together with the offer.

What it sees. "I will marry you and bring your family", sugar daddy offers, brides for men abroad.

What looks like it but is not. Wedding venues and shops; "you will love this job"; pet adoption.

Why it matters. Love and marriage are promised to make people travel or pay.

Sources. ILO/EC operational indicators 2009, promises of marriage or adoption, family reunification, medium
(secondary); Polaris, romance turned to profit (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.romance_or_marriage_promise"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "love_promise")
