"""Links; those that name one account or number become that handle or phone ("t.me/name", "wa.me/number")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from safelight.normalize.found import Found, Rank, Tokens
from safelight.normalize.links import Url, find_urls, may_hold_urls
from safelight.normalize.phone_numbers import international
from safelight.normalize.platforms import account_in_link
from safelight.schema.items import Contact, ContactKind

# A full stop alone does not count: `contacts` looks for one inside a word by itself.
MARKS = "/:。"


def words() -> frozenset[str]:
    """Return the spelled dot."""
    return frozenset({"dot", "punto"})


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether anything can be a link."""
    del tokens
    return may_hold_urls(text, lowered)


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield links; `detail` is the platform of an account or invitation, else ""."""
    del country
    for url in find_urls(text):
        yield _read(url)


def _read(url: Url) -> Found:
    kind, value, platform = account_in_link(url.host, url.rest)
    if kind:
        value = international(value) if kind == "phone" else value
        return Found(Rank.PLATFORM_LINK, Contact(cast(ContactKind, kind), value, url.start, url.end, platform))
    rank = Rank.FULL_LINK if url.full else Rank.BARE_LINK
    return Found(rank, Contact("link", url.value, url.start, url.end, platform))
