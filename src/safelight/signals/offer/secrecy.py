"""Asks that family or others are not told.

What it sees. "Do not tell your parents", "come alone", "say it is a school trip", "no permission needed".

What looks like it but is not. Trade secrets, data protection, non-disclosure agreements.

Why it matters. Secrecy takes away the people who would see the trick. Honest offers to young people speak with
carers.

Sources. ILO/EC operational indicators 2009, isolation (secondary); red flags of agencies: applicant told not to tell
the family, forgofreedom.com and lovejustice.ngo (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "isolation.secrecy_request"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "secrecy")
