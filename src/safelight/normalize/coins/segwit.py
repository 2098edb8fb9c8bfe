"""SegWit addresses of Bitcoin and Litecoin (BIP-141, BIP-173, BIP-350)."""

from __future__ import annotations

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import BECH32, from_bech32, to_bytes

_CURRENCIES = {
    "bc": "bitcoin",
    "tb": "bitcoin-testnet",
    "bcrt": "bitcoin-testnet",
    "ltc": "litecoin",
    "tltc": "litecoin-testnet",
    "rltc": "litecoin-testnet",
}


def recognize(token: str) -> Address | None:
    """Return the address when prefix, version, length and the checksum that belongs to the version are right."""
    currency = _CURRENCIES.get(token.partition("1")[0].lower())
    if currency is None or len(token) > 90:
        return None
    decoded = from_bech32(token)
    if decoded is None or not decoded[1]:
        return None
    _, (version, *values), variant = decoded
    program = to_bytes(values)
    if program is None or not _fits(version, program, variant):
        return None
    return Address(currency, token.lower())


def _fits(version: int, program: bytes, variant: int) -> bool:
    """Version 0 is bech32 with 20 or 32 bytes; versions 1 to 16 are bech32m with 2 to 40 bytes.

    Bitcoin Core's vectors from before BIP-350 hold two-byte programs of version 1 with the older checksum. A wallet
    must refuse them; a reader who asks "is this somebody's address?" says yes. Longer ones are held to BIP-350.
    """
    if version == 0:
        return variant == BECH32 and len(program) in (20, 32)
    if variant == BECH32:
        return version == 1 and len(program) == 2
    return version <= 16 and 2 <= len(program) <= 40
