"""Shielded addresses of Zcash: Sapling ("zs1...", ZIP-32) and unified ("u1...", ZIP-316). "t1..." is base58check.

Of a unified address the bech32m checksum and a least length are checked; its inner parts are not taken apart.
"""

from __future__ import annotations

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import BECH32, BECH32M, from_bech32, to_bytes

# Prefix -> (checksum, least and largest length in bytes).
_FORMS = {"zs": (BECH32, 43, 43), "u": (BECH32M, 38, 1000)}


def recognize(token: str) -> Address | None:
    """Return the address when prefix, checksum and length are right."""
    if token.partition("1")[0].lower() not in _FORMS:
        return None
    decoded = from_bech32(token)
    if decoded is None or decoded[0] not in _FORMS:
        return None
    prefix, values, variant = decoded
    checksum, least, largest = _FORMS[prefix]
    raw = to_bytes(values)
    if variant != checksum or raw is None or not least <= len(raw) <= largest:
        return None
    return Address("zcash", token.lower())
