"""Puts a private contact into the profile.

What it sees. A handle on a private messenger, a phone number or an invitation, in the bio or among the links.

What looks like it but is not. Shops, clubs and artists with a number for orders; friends who list all their apps; an
e-mail address for work. So it counts only together with other signs.

Why it matters. It leads away from the place where others could see and report what is said.

Sources. Thorn 2022, asked to move to a private chat on another platform (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.contacts import contacts
from safelight.normalize.hosts import address
from safelight.normalize.link_facts import invites_to
from safelight.schema.evidence import Span
from safelight.schema.items import Contact, Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "isolation.move_to_private_app"

_PRIVATE = frozenset(
    {
        "whatsapp",
        "telegram",
        "snapchat",
        "kik",
        "signal",
        "wickr",
        "session",
        "line",
        "viber",
        "zalo",
        "wechat",
        "skype",
    }
)
SAYS = mark("Gives a private contact in the profile.")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each private contact, and each invitation among the links."""
    profile = reading.item
    assert isinstance(profile, Profile)
    for text in reading.texts:
        for contact in contacts(text.text):
            if _is_private(contact):
                because = {"row": "contact", "contact": contact.kind, "app": contact.detail}
                yield Mark(_strength(contact), (text.at(contact.start, contact.end),), because, says=SAYS)
    for link in profile.links:
        parts = address(link)
        app = invites_to(parts) if parts is not None else ""
        if app:
            span = Span(0, len(link), field="links")
            yield Mark(0.5, (span,), {"row": "contact", "contact": "link", "app": app}, says=SAYS)


def _is_private(contact: Contact) -> bool:
    if contact.kind in ("phone", "handle"):
        return contact.kind == "phone" or contact.detail in _PRIVATE
    if contact.kind == "link":
        return contact.detail in _PRIVATE
    return False


def _strength(contact: Contact) -> float:
    """A bare number is mostly a shop's."""
    return 0.3 if contact.kind == "phone" and not contact.detail else 0.5
