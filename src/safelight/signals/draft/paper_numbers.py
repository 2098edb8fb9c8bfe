"""Gives the number of a paper or card: Aadhaar, PAN, passport, SSN, DNI, CURP, NHS, roll or student number.

What it sees. Numbers whose checksum is right, or whose shape fits the paper that is named beside them.

What looks like it but is not. Order numbers, product codes, card-like numbers without a name, phone numbers, scores.

Why it matters. Such a number opens accounts in somebody's name, and cannot be changed like a password.

Sources. UIDAI (Verhoeff digit), Spanish Interior Ministry (DNI letter), NHS Data Dictionary (modulus 11); from memory
of the published rules, not looked up again.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.details.papers import papers
from safelight.signals.drafting import PERSONAL, leave, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = PERSONAL


def find(reading: Reading) -> Iterator[Mark]:
    """Yield numbers of papers."""
    for _, detail in shapes(reading, papers, 0.85):
        yield leave("id_number", detail)
