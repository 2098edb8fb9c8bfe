"""Offers work as a model, actress, dancer or hostess.

What it sees. Scouts, castings, "new faces", "become a star", club and hostess work.

What looks like it but is not. Data and business models; film schools; real agencies with address, contract and carers
present; adults who work by their own choice.

Why it matters. Alone it says little. With pictures, fees, secrecy or travel it is a known pattern.

Sources. Polaris, recruitment signs: modelling job (seen); red flags of modelling agencies, forgofreedom.com and
lovejustice.ngo (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.modelling_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "modelling_agency")
