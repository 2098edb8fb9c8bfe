"""Hires at once: no interview, no contract, no skill.

What it sees. "No interview", "you are already selected", "visa guaranteed", "contract after arrival", "travel on a
tourist visa".

What looks like it but is not. Entry-level work that trains people; a shop that says "no experience needed" and gives
name, address and contract.

Why it matters. Who asks nothing about you often wants something other than your work.

Sources. Red flags of scam-compound jobs: very fast hiring, Interpol Orange Notice June 2023 (as reported); of
agencies: no interview, no contract, forgofreedom.com (seen); ILO/EC 2009, content or legality of contract, medium
(secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "no_screening")
