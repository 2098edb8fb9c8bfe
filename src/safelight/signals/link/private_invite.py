"""Opens a private chat or a closed group in another app.

What it sees. Invitations of WhatsApp, Telegram, Discord, Signal, Snapchat, Viber, Line, Zalo, Kakao, Skype, Session,
Kik, Wickr, SimpleX and Threema.

What looks like it but is not. The group of a class, a team, a game or an open project: most invitations are that. So
this informs and never raises more than a notice alone.

Why it matters. In a closed group nobody else sees what is asked, and reporting gets harder.

Sources. Thorn 2022, asked to move to a private chat (seen); the apps' own share links.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.link_facts import invites_to
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "isolation.move_to_private_app"

# In a chat the words around it decide (conversation.move_to_private_app); the link alone adds little.
_ALONE, _IN_CHAT = 0.5, 0.2


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the invitation with the app that it opens."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    app = invites_to(link) if link is not None else ""
    if link is not None and app:
        span = Span(link.start, len(reading.item.url.rstrip()), field="url")
        strength = _ALONE if reading.item.found_in is None else _IN_CHAT
        says = mark("Opens a private chat or a closed group in another app.")
        yield Mark(strength, (span,), {"row": "private_invite", "app": app}, says=says)
