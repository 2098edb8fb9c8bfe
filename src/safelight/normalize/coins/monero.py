"""Monero addresses: standard, integrated and subaddresses, with their Keccak checksum.

Source: "Zero to Monero", second edition, section 5; src/common/base58.cpp of the reference client (blocks of eight
bytes are written as eleven characters, a last block of five as seven).
"""

from __future__ import annotations

import re

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import BITCOIN_ALPHABET
from safelight.normalize.keccak import keccak_256

_SHAPE = re.compile(r"[1-9A-HJ-NP-Za-km-z]{95}(?:[1-9A-HJ-NP-Za-km-z]{11})?")
_BLOCK, _LAST_BYTES = 11, 5
_STANDARD_LENGTH, _INTEGRATED_LENGTH = 69, 77
# Network byte -> (currency, length in bytes): standard, integrated, subaddress of the main, test and stage networks.
_NETWORKS = {
    18: ("monero", _STANDARD_LENGTH),
    19: ("monero", _INTEGRATED_LENGTH),
    42: ("monero", _STANDARD_LENGTH),
    53: ("monero-testnet", _STANDARD_LENGTH),
    54: ("monero-testnet", _INTEGRATED_LENGTH),
    63: ("monero-testnet", _STANDARD_LENGTH),
    24: ("monero-testnet", _STANDARD_LENGTH),
    25: ("monero-testnet", _INTEGRATED_LENGTH),
    36: ("monero-testnet", _STANDARD_LENGTH),
}


def recognize(token: str) -> Address | None:
    """Return the address when length, network byte and checksum are right."""
    if not _SHAPE.fullmatch(token):
        return None
    raw = _decode(token)
    if raw is None:
        return None
    currency, length = _NETWORKS.get(raw[0], ("", 0))
    if len(raw) != length or keccak_256(raw[:-4])[:4] != raw[-4:]:
        return None
    return Address(currency, token)


def _decode(token: str) -> bytes | None:
    raw = bytearray()
    for start in range(0, len(token), _BLOCK):
        block = token[start : start + _BLOCK]
        size = 8 if len(block) == _BLOCK else _LAST_BYTES
        number = 0
        for character in block:
            number = number * 58 + BITCOIN_ALPHABET.index(character)
        if number >> size * 8:
            return None
        raw += number.to_bytes(size, "big")
    return bytes(raw)
