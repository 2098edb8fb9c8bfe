"""Number encodings that carry a checksum: base58, bech32, base32, and the CRCs that go with them.

Pure Python, standard library only. Sources: BIP-13 (base58check), BIP-173 and BIP-350 (bech32, bech32m), RFC 4648
(base32). Every function returns None instead of raising when the text is not a valid encoding: what is looked at here
is whatever somebody typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

BITCOIN_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE_ALPHABET = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
BECH32_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
BASE32_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

BECH32 = 1
BECH32M = 0x2BC830A3

_CHECKSUM_LENGTH = 6
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def from_base58(text: str, alphabet: str = BITCOIN_ALPHABET) -> bytes | None:
    """Return the bytes that `text` stands for, None when it holds a character that is not in the alphabet."""
    number = 0
    for character in text:
        digit = alphabet.find(character)
        if digit < 0:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def from_base58check(text: str, alphabet: str = BITCOIN_ALPHABET) -> bytes | None:
    """Return version and payload without the four checksum bytes, None when the checksum is wrong."""
    raw = from_base58(text, alphabet)
    if raw is None or len(raw) < 5:
        return None
    body, checksum = raw[:-4], raw[-4:]
    digest = hashlib.sha256(hashlib.sha256(body).digest()).digest()
    return body if digest[:4] == checksum else None


def from_bech32(text: str) -> tuple[str, list[int], int] | None:
    """Return (prefix, five-bit values without checksum, BECH32 or BECH32M); None when anything is wrong.

    The length is not limited to 90 characters as in BIP-173, because Cardano and Zcash write longer ones.
    """
    lowered = text.lower()
    if text not in (lowered, text.upper()):
        return None
    prefix, separator, rest = lowered.rpartition("1")
    if not separator or not prefix or len(rest) < _CHECKSUM_LENGTH:
        return None
    values = [BECH32_ALPHABET.find(character) for character in rest]
    if min(values) < 0:
        return None
    variant = _polymod(_spread(prefix) + values)
    if variant not in (BECH32, BECH32M):
        return None
    return prefix, values[:-_CHECKSUM_LENGTH], variant


def _spread(prefix: str) -> list[int]:
    return [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return check


def to_bytes(values: Sequence[int]) -> bytes | None:
    """Return five-bit values as bytes; None when the padding is longer than four bits or not zero."""
    number = 0
    for value in values:
        number = number << 5 | value
    spare = len(values) * 5 % 8
    if spare > 4 or number & ((1 << spare) - 1):
        return None
    return (number >> spare).to_bytes(len(values) * 5 // 8, "big")


def from_base32(text: str) -> bytes | None:
    """Return the bytes of unpadded base32, None when it holds another character or stray bits."""
    values = [BASE32_ALPHABET.find(character) for character in text]
    return to_bytes(values) if values and min(values) >= 0 else None


def crc16_xmodem(data: bytes) -> int:
    """Return the CRC-16/XMODEM of `data` (polynomial 0x1021, start 0)."""
    check = 0
    for byte in data:
        check ^= byte << 8
        for _ in range(8):
            check = (check << 1 ^ 0x1021 if check & 0x8000 else check << 1) & 0xFFFF
    return check
