"""Moves money in many small steps, through many names.

What it sees. "Split it into small amounts", "through three accounts", "so that nobody can trace it".

What looks like it but is not. Splitting a bill or the cost of a trip; paying in parts; backups over several servers.

Why it matters. It hides where money comes from, and those in the middle carry the risk.

Sources. FinCEN FIN-2020-A008, funnel accounts and third-party processors (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "monetization.layering"
# One such phrase is ordinary; two together, or one beside an account that is lent, are not.
_TOGETHER = 2


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the steps when two ways of saying it come together, or somebody's account is to be used."""
    places = [text.span(hit) for text, hit in reading.hits(TECHNIQUE)]
    lent = any(True for _ in reading.hits("monetization.money_mule"))
    if len(places) >= _TOGETHER or (places and lent):
        yield Mark(0.85, tuple(places[:3]), {"group": "many_steps", "account_lent": lent})
