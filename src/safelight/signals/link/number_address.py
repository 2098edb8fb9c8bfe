"""Leads to a bare number instead of a name.

What it sees. A host that is the number of a computer, also in disguise ("http://3232235777").

What looks like it but is not. Numbers at home or in an office ("192.168...", "10...", "127..."); in a chat, people who
run servers or games share such links all day, so there it counts only beside words that ask for a login.

Why it matters. A number says nothing about whose page it is.

Sources. UCI Phishing Websites data set, feature "having IP address" (measured).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.phoney_website"

_ASKS = re.compile(
    r"(?<![a-z])(?:log-?in|sign-?in|verif(?:y|ied|ication)|account|password|bank|wallet|secure)(?![a-z])"
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the host when it is a number out on the network."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    if link is None or not link.host.numeric or link.host.private:
        return
    asks = _ASKS.search(link.rest.lower()) is not None
    if asks or reading.item.found_in is None:
        says = mark("Leads to a number instead of a name. Nobody can tell whose page it is.")
        strength = 0.7 if asks else 0.4
        yield Mark(strength, (Span(link.start, link.end, field="url"),), {"row": "number_address"}, says=says)
