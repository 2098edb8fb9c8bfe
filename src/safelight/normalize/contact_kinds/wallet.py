"""Wallet addresses of coins, every one with its checksum verified (Solana has none, see its module)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.coins.load import recognize
from safelight.normalize.found import Found, Rank, Tokens, stretches
from safelight.schema.items import Contact

# An address without a single digit has no chance worth naming (under 1 in 250 for the shortest forms), so digits do.
MARKS = r"\d"
_SHORTEST = 14
_DIGIT = re.compile(r"\d", re.ASCII)

_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:bitcoincash|bchtest):|(?:addr|stake)_test)?[A-Za-z0-9]{14,300}(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def words() -> frozenset[str]:
    """Return no words: an address shows by its digits."""
    return frozenset()


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether a word of letters and digits is long enough for an address."""
    del text, lowered
    return any(len(token) >= _SHORTEST for token in tokens.odd)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that are long enough, with a digit somewhere near."""
    for start, end in stretches(_DIGIT, text):
        if end - start >= _SHORTEST:
            yield from _TOKEN.finditer(text, start, end)


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield the valid addresses; `detail` is the currency."""
    del country
    for token in _tokens(text):
        address = recognize(token.group())
        if address is not None:
            yield Found(Rank.WALLET, Contact("wallet", address.value, token.start(), token.end(), address.currency))
