"""Leads to an app that is made to watch another person's phone.

What it sees. Sites of makers of such apps, from a short list.

What looks like it but is not. Apps in which a family shares places and all know it; settings of the phone itself; a
newspaper that writes about such apps.

Why it matters. These apps show messages, calls and places to somebody else, and hide that they are there.

Sources. Coalition Against Stalkerware and Echap, public lists of makers (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.link_facts import watches
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.surveillance"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the host of a maker of such apps."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    if link is not None and watches(link.host):
        says = mark("Leads to an app that is made to watch someone's phone.")
        yield Mark(0.6, (Span(link.start, link.end, field="url"),), {"row": "watching_app"}, says=says)
