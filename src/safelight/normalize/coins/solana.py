"""Solana addresses: base58 of a 32-byte ed25519 public key. There is no checksum.

So the form is held tight: 43 or 44 characters with digits and both cases, exactly 32 bytes, and the bytes must be a
point of the curve (half of all random strings are not; neither are addresses that a program owns, which nobody is
asked to pay to directly). Source: docs of Solana, "Accounts"; RFC 8032 section 5.1.3 for the point.
"""

from __future__ import annotations

import re

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import from_base58

_SHAPE = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])[1-9A-HJ-NP-Za-km-z]{43,44}")
_PRIME = 2**255 - 19
_D = -121665 * pow(121666, -1, _PRIME) % _PRIME


def recognize(token: str) -> Address | None:
    """Return the address when the token has the form of a public key and lies on the curve."""
    if not _SHAPE.fullmatch(token):
        return None
    raw = from_base58(token)
    if raw is None or len(raw) != 32 or not _is_on_curve(raw):
        return None
    return Address("solana", token)


def _is_on_curve(raw: bytes) -> bool:
    """Tell whether x^2 = (y^2 - 1) / (d y^2 + 1) has a root, by Euler's criterion."""
    y = int.from_bytes(raw, "little") & ((1 << 255) - 1)
    if y >= _PRIME:
        return False
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _PRIME) % _PRIME
    return square == 0 or pow(square, (_PRIME - 1) // 2, _PRIME) == 1
