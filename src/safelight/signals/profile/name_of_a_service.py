"""Has the name of a service with words such as "support", "verify" or "team".

What it sees. A handle or display name made of a known name (app, bank, game, office) and words of trust.

What looks like it but is not. A fan page ("... fans", "... memes"); the firm's own account, which carries a mark;
somebody who works there and says so.

Why it matters. Such accounts ask for codes and passwords "to help".

Sources. FTC consumer pages on impersonation (from memory); dnstwist's dictionary of phishing words (seen).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize import data
from safelight.normalize.known_names import by_name
from safelight.normalize.letter_shapes import latin, outline
from safelight.schema.evidence import Span
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.impersonates_trusted_organization"

_WORD = re.compile(r"[^\W_]+")
_TRUST = frozenset(
    {
        *("support", "help", "helpdesk", "helpcenter", "team", "official", "verified", "verify", "care", "service"),
        *("security", "recovery", "appeal", "copyright", "center", "centre", "agent", "admin", "rewards", "giveaway"),
    }
)
_LEAST = 4


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a name that joins a known name and a word of trust."""
    profile = reading.item
    assert isinstance(profile, Profile)
    for field, name in (("handle", profile.handle), ("display_name", profile.display_name)):
        words = [latin(word) for word in _WORD.findall(name.lower())]
        brand = next((found for word in words if (found := _known(word))), "")
        glued = _glued("".join(words)) if not brand else ""
        if (brand and any(word in _TRUST for word in words)) or glued:
            because = {"row": "service", "brand": brand or glued}
            says = mark("Uses the name of a known service and words like support or team.")
            yield Mark(0.8, (Span(0, len(name), field=field),), because, says=says)


def _known(word: str) -> str:
    brand = by_name().get(word) or by_name().get(outline(word))
    return brand.name if brand and not brand.common and len(word) >= _LEAST else ""


def _glued(name: str) -> str:
    for word in _TRUST & data.words("bait_words.txt"):
        for rest in (name.removesuffix(word), name.removeprefix(word)):
            if rest != name and _known(rest):
                return _known(rest)
    return ""
