"""Wallet addresses of coins, every one with its checksum verified (Solana has none, see its module)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.coins.load import recognize
from safelight.normalize.found import Found, Rank
from safelight.schema.items import Contact

# An address without a single digit has no chance worth naming (under 1 in 250 for the shortest forms), so digits do.
MARKS = r"\d"
_CUE = re.compile(r"[A-Za-z0-9]{14}")

_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:bitcoincash|bchtest):|(?:addr|stake)_test)?[A-Za-z0-9]{14,300}(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def words() -> frozenset[str]:
    """Return no words: an address shows by its digits."""
    return frozenset()


def cue(text: str, lowered: str) -> bool:
    """Tell whether a run of letters and digits is long enough for an address."""
    del lowered
    return _CUE.search(text) is not None


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield the valid addresses; `detail` is the currency."""
    del country
    for token in _TOKEN.finditer(text):
        address = recognize(token.group())
        if address is not None:
            yield Found(Rank.WALLET, Contact("wallet", address.value, token.start(), token.end(), address.currency))
