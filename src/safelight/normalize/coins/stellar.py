"""Stellar accounts ("G...") and muxed accounts ("M..."): base32 with a CRC-16 (SEP-23). Secret seeds are refused."""

from __future__ import annotations

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import crc16_xmodem, from_base32

# (first letter, length in characters) -> version byte.
_FORMS = {("G", 56): 6 << 3, ("M", 69): 12 << 3}


def recognize(token: str) -> Address | None:
    """Return the account when version byte and checksum are right."""
    version = _FORMS.get((token[:1], len(token)))
    if version is None:
        return None
    raw = from_base32(token)
    if raw is None or raw[0] != version:
        return None
    checksum = crc16_xmodem(raw[:-2]).to_bytes(2, "little")
    return Address("stellar", token) if checksum == raw[-2:] else None
