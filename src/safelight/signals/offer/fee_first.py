"""Wants money before there is work, a place or a prize.

What it sees. A registration, visa, training or portfolio fee, a deposit that holds a place, a kit to buy first.

What looks like it but is not. A fee that the employer pays; "no fees"; a club that names its yearly fee.

Why it matters. Work should not cost the worker money: by international principles the employer pays for hiring. A
first fee is also the start of a debt.

Sources. FLEX structural indicators: recruitment fees paid by the worker, medium (secondary); red flags of agencies,
forgofreedom.com and lovejustice.ngo: a fee to apply (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "fee_first")
