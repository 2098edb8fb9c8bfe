"""Promises studies, an exchange or a trip that nobody had to earn.

What it sees. "Scholarship guaranteed, no exam", "study and earn abroad", free trips on yachts, au pairs with
everything paid.

What looks like it but is not. A university's own page with deadlines and records; firms that pay for courses; school
trips.

Why it matters. The wish to learn is used as bait; the school may not exist.

Sources. ILO/EC operational indicators 2009, access to education: weak for adults, strong for children (secondary);
red flags of travel and au-pair agencies (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.study_or_travel_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "study_promise")
