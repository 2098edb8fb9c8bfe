"""Says that people under 18 are welcome, or seeks young women for their looks.

What it sees. "Under 18 is fine", "age is no problem", "say you are 19", "pretty girls 17 to 22 wanted".

What looks like it but is not. Apprenticeships and holiday jobs that want a carer's consent; equal-opportunity lines;
a girls' football club; adult work with adults.

Why it matters. A child can not agree to exploitation: for somebody under 18 no other pressure is needed. Looks and
youth as the only skill hide what the work is.

Sources. ILO/EC operational indicators 2009: for a child act and purpose suffice (secondary); Polaris, recruitment
signs (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "young_sought")
