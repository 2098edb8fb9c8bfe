"""Tells a life story that stands in many made-up profiles.

What it sees. A soldier or engineer far away, widowed with one child, who looks for true love; a trader who earns money
for you; somebody who gets lost accounts back.

What looks like it but is not. Real soldiers, engineers and widowed people, who seldom put all of it into one line; a
finance student; a warning about such profiles.

Why it matters. These stories explain why there is never a meeting, and why money is needed soon.

Sources. FTC and FBI consumer pages on romance and investment fraud (from memory); arXiv 1905.12593, romance profiles
(seen, abstract).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.false_identity"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the phrases."""
    for text, hit in reading.hits(TECHNIQUE):
        yield Mark(hit.group.strength, (text.span(hit),), {"row": "story", "group": hit.group.name})
