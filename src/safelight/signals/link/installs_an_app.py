"""Leads to a file that puts an app on your phone or computer.

What it sees. Links to packages for phones (".apk", ".ipa", a settings profile) outside the app shops, and to programs
for computers.

What looks like it but is not. Software of known makers and projects; drivers; a program that friends work on. In a chat
a program for a computer is not pointed out.

Why it matters. Apps from outside the shops can read messages, see the screen and follow where somebody is.

Sources. Maier, Tanczer and Klausner 2025, stalkerware in sideloaded apps (seen); makers' documentation of the formats.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.known_names import is_own
from safelight.normalize.link_facts import installs, keeps_known_software
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.surveillance"

_STRENGTH = {"phone": 0.7, "computer": 0.35}


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a link to an installer, unless it lies with a known maker."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    if link is None:
        return
    device, ending = installs(link)
    if not device or is_own(link.host) or link.host.private or keeps_known_software(link.host):
        return
    if device == "phone" or reading.item.found_in is None:
        span = Span(link.start, len(reading.item.url.rstrip()), field="url")
        says = mark("Leads to a file that puts an app on your phone or computer.")
        yield Mark(_STRENGTH[device], (span,), {"row": "installs", "device": device, "file": ending}, says=says)
