"""Links to a page that looks like one you know, or to a hidden place.

What it sees. Look-alike addresses among the links and in the bio, installers of apps, sites that watch phones.

What looks like it but is not. A page of links, a shop, a video channel; a short link.

Why it matters. The profile is the bait, the page takes the password or the money.

Sources. dnstwist's kinds of look-alike names (measured).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.hosts import address
from safelight.normalize.link_facts import hides, installs, watches
from safelight.normalize.links import find_urls
from safelight.normalize.lookalikes import likeness
from safelight.schema.evidence import Span
from safelight.schema.findings import Fact
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.phoney_website"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what is odd about each link of the profile."""
    profile = reading.item
    assert isinstance(profile, Profile)
    places = [(link, Span(0, len(link), field="links")) for link in profile.links]
    places += [(url.written, text.at(url.start, url.end)) for text in reading.texts for url in find_urls(text.text)]
    for link, span in places:
        yield from _odd(link, span)


def _odd(link: str, span: Span) -> Iterator[Mark]:
    parts = address(link)
    if parts is None:
        return
    found = likeness(parts.host)
    because: dict[str, Fact] = {"row": "link"}
    if found is not None:
        brand = found.brand.name if found.brand else ""
        yield Mark(found.sure, (span,), because | {"how": found.how, "brand": brand})
    elif watches(parts.host) or installs(parts)[0] == "phone":
        yield Mark(0.6, (span,), because | {"how": "app"}, technique="coercion.surveillance")
    elif hides(parts.host) in ("network", "gateway"):
        yield Mark(0.6, (span,), because | {"how": "hidden"}, technique="concealment.anonymous_service")
