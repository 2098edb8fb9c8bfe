"""Ethereum addresses and those of its family (Polygon, BNB Smart Chain, tokens such as USDT): EIP-55.

The family shares one form, so the chain cannot be told from the address; "ethereum" names the form.
"""

from __future__ import annotations

import re

from safelight.normalize.coins.load import Address
from safelight.normalize.keccak import keccak_256

_SHAPE = re.compile(r"0x([0-9a-fA-F]{40})")


def recognize(token: str) -> Address | None:
    """Return the address in EIP-55 spelling. Mixed case must carry the right checksum; a single case carries none."""
    shape = _SHAPE.fullmatch(token)
    if shape is None:
        return None
    digits = shape.group(1)
    checksummed = _checksummed(digits.lower())
    if digits not in (digits.lower(), digits.upper(), checksummed):
        return None
    return Address("ethereum", "0x" + checksummed)


def _checksummed(digits: str) -> str:
    """Write a hexadecimal digit in upper case where the digit of the hash at its place is 8 or more."""
    marks = keccak_256(digits.encode("ascii")).hex()
    return "".join(d.upper() if mark >= "8" else d for d, mark in zip(digits, marks, strict=False))
