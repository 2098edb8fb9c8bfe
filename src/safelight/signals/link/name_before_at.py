"""Writes a known address before an "@", so that the real one behind it is overlooked.

What it sees. "https://known-name.example@somewhere-else": browsers go to what stands behind the "@".

What looks like it but is not. A user name and password for a file server ("ftp://me:word@host"); an e-mail address.

Why it matters. The first name is the one that people read.

Sources. RFC 3986, section 7.6 (semantic attacks); UCI Phishing Websites data set, feature "having @ symbol" (measured).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address, host
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.phoney_website"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the part before the "@" when it is a host itself."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    if link is None or not link.login or link.scheme in ("", "mailto", "ssh", "git", "sftp", "xmpp"):
        return
    before = host(link.login.partition(":")[0])
    if before is not None and before.name and before.registered != link.host.registered:
        start = link.start - len(link.login) - 1
        says = mark("Shows one address first. The link goes to another one.")
        yield Mark(0.85, (Span(start, link.end, field="url"),), {"row": "login_trick"}, says=says)
