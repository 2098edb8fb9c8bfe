"""Bitcoin Cash addresses in the CashAddr form, with or without "bitcoincash:" in front.

Source: the CashAddr specification of the reference client (spec/cashaddr.md). The older form is Bitcoin's own and is
read as Bitcoin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import BECH32_ALPHABET, to_bytes

_SHAPE = re.compile(r"(?:(bitcoincash|bchtest):)?([qpzr][a-z0-9]{41,111})", re.IGNORECASE)
_GENERATOR = (0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470)
_CHECKSUM_LENGTH = 8
_SIZES = (20, 24, 28, 32, 40, 48, 56, 64)


def recognize(token: str) -> Address | None:
    """Return the address, with its prefix, when version, length and checksum are right."""
    shape = _SHAPE.fullmatch(token)
    if shape is None or token not in (token.lower(), token.upper()):
        return None
    prefix = (shape.group(1) or "bitcoincash").lower()
    body = shape.group(2).lower()
    values = [BECH32_ALPHABET.find(character) for character in body]
    if min(values) < 0 or _polymod([*(ord(c) & 31 for c in prefix), 0, *values]) or not _is_hash(values):
        return None
    currency = "bitcoin-cash" if prefix == "bitcoincash" else "bitcoin-cash-testnet"
    return Address(currency, f"{prefix}:{body}")


def _is_hash(values: list[int]) -> bool:
    """Tell whether the payload is as long as its version byte says (its type, bits 3 to 6, may be any)."""
    raw = to_bytes(values[:-_CHECKSUM_LENGTH])
    return raw is not None and raw[0] < 0x80 and len(raw) - 1 == _SIZES[raw[0] & 7]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 35
        check = (check & 0x07FFFFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return check ^ 1
