"""Leads to a place where nobody can tell who is there.

What it sees. Addresses of hidden networks (".onion", ".i2p") and gateways to them; notes that delete themselves,
throwaway mail and numbers; video talk with strangers without an account.

What looks like it but is not. A newspaper or an app with an onion address of its own; a throwaway mail against
advertising, named by friends; work on network security. In a chat only hidden networks count.

Why it matters. What happens there leaves little that helps anybody later.

Sources. MISP taxonomy dark-web (seen); the services' own descriptions.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.known_names import is_own
from safelight.normalize.link_facts import hides
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.anonymous_service"

SAYS = {
    "network": mark("Leads into a hidden network, where nobody can tell who is there."),
    "gateway": mark("Leads into a hidden network, where nobody can tell who is there."),
    "throwaway": mark("Leads to notes, mail or numbers that leave no trace."),
    "strangers": mark("Leads to video talk with strangers."),
}
_STRENGTH = {"network": 0.6, "gateway": 0.6, "throwaway": 0.3, "strangers": 0.4}


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the host when it hides who is there."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    how = hides(link.host) if link is not None else ""
    if link is None or not how or (how == "network" and is_own(link.host)):
        return
    if reading.item.found_in is None or how in ("network", "gateway"):
        because = {"row": "hidden_place", "how": how}
        yield Mark(_STRENGTH[how], (Span(link.start, link.end, field="url"),), because, says=SAYS[how])
