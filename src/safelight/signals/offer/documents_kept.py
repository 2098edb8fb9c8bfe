"""Keeps passport or phone, forbids leaving, or wants papers before there is a job.

What it sees. "We keep your passport safe", "phones are collected", "nobody goes out alone", "send your ID and bank
details first".

What looks like it but is not. Showing papers on the first working day; a check of the right to work; handing out a
staff card.

Why it matters. Who holds papers and phone decides who can leave. Copies sent early are used for false accounts.

Sources. ILO/EC operational indicators 2009, confiscation of documents, isolation and confinement, strong at the
destination (secondary); red flags of scam compounds, OHCHR August 2023 (as reported).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.documents_taken"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "documents_kept")
