"""Speaks to people in need.

What it sees. "Need money fast?", "problems at home?", "no papers, no problem", "single mothers and dropouts welcome".

What looks like it but is not. Charities, shelters and advice services that offer help.

Why it matters. Need is what recruiters look for. It is about the offer's words; it is no score on a person.

Sources. ILO/EC operational indicators 2009, recruitment by abuse of vulnerability: economic reasons, family
situation, illegal status, medium (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "vulnerable_sought")
