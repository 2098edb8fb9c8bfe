"""Is far away, and somebody else arranges and pays it all.

What it sees. Free flight, visa and room; a driver who picks you up; papers that the agent "takes care of"; work in a
far country.

What looks like it but is not. Business travel, relocation help for skilled work, a conference, a company car.

Why it matters. Who arranges the journey knows where you are, and you may not be able to go back on your own.

Sources. ILO/EC operational indicators 2009, travel and recruitment conditions, housing, medium (secondary); red flags
of scam-compound jobs: flights, lodging and visa arranged, Interpol Orange Notice June 2023 (as reported).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "exploitation.travel_arrangement"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "travel_arranged")
