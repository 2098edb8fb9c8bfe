"""Hides where it leads behind a short link.

What it sees. Hosts that turn a long address into a short one, or that note who opens it.

What looks like it but is not. Almost every short link: in a chat this says nothing, so there it is not pointed out.

Why it matters. Only the service knows where it goes, and it can be changed later.

Sources. UCI Phishing Websites data set, feature "shortening service" (measured).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.link_facts import is_short
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.phoney_website"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the host of a short link that somebody asked about."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    if link is not None and reading.item.found_in is None and len(link.path) > 1 and is_short(link.host):
        says = mark("Is a short link. It does not show where it goes.")
        yield Mark(0.3, (Span(link.start, link.end, field="url"),), {"row": "short_link"}, says=says)
