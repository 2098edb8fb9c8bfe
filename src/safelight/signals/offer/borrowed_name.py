"""Names a well-known firm, but wants contact over a private channel or a free mail box.

What it sees. "Amazon is hiring", "model scout for Vogue", beside "WhatsApp only" or an address at a free mail provider.

What looks like it but is not. A firm that names its customers; work with a firm's products; a shop in an area of shops.

Why it matters. Real names are borrowed to look safe. The firm itself knows nothing of the offer.

Sources. Red flags of agencies: name of a real company borrowed, forgofreedom.com and lovejustice.ngo (seen); ILO/EC
operational indicators 2009, deceived about the employer, strong (secondary). The firms named are examples, from general
knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import free_mail, shown
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.impersonates_trusted_organization"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the firm's name when the way to answer is not the firm's."""
    firm, way = shown(reading, "borrowed_name", "known_firm"), shown(reading, "private_channel") or free_mail(reading)
    if firm and way:
        yield Mark(0.8, (firm[0], way[0]), {"indicator": "borrowed_name"})
