"""Addresses of the XRP Ledger: classic ("r...") and with a tag inside ("X..."), base58check in their own alphabet.

Source: xrpl.org, "base58 Encodings", and the standard XLS-5d for X-addresses.
"""

from __future__ import annotations

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import RIPPLE_ALPHABET, from_base58check

# First character -> (version bytes, length of the payload).
_FORMS = {"r": (b"\x00", 20), "X": (b"\x05\x44", 29)}


def recognize(token: str) -> Address | None:
    """Return the address when version, length and checksum are right."""
    form = _FORMS.get(token[:1])
    if form is None or not 25 <= len(token) <= 48:
        return None
    version, length = form
    body = from_base58check(token, RIPPLE_ALPHABET)
    if body is None or not body.startswith(version) or len(body) != len(version) + length:
        return None
    return Address("ripple", token)
