"""Cardano addresses: Shelley ("addr1...", CIP-19) and Byron ("Ae2...", "Ddz...": base58 of CBOR with a CRC-32)."""

from __future__ import annotations

import re
import zlib

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import BECH32, from_base58, from_bech32, to_bytes

_BYRON = re.compile(r"[1-9A-HJ-NP-Za-km-z]{50,130}")
_PREFIXES = {"addr": 1, "stake": 1, "addr_test": 0, "stake_test": 0}
# Kind of address (upper half of the first byte) -> allowed lengths in bytes; kinds 4 and 5 hold a pointer of any size.
_LENGTHS = {
    **dict.fromkeys((0, 1, 2, 3), range(57, 58)),
    **dict.fromkeys((4, 5), range(32, 60)),
    **dict.fromkeys((6, 7, 14, 15), range(29, 30)),
}
_STAKE_KINDS = (14, 15)


def recognize(token: str) -> Address | None:
    """Return the address when its form and checksum are right."""
    if token.partition("1")[0].lower() in _PREFIXES:
        return _shelley(token)
    return _byron(token) if _BYRON.fullmatch(token) else None


def _shelley(token: str) -> Address | None:
    decoded = from_bech32(token)
    if decoded is None or decoded[2] != BECH32:
        return None
    prefix, values, _ = decoded
    raw = to_bytes(values)
    if not raw or not _is_header(prefix, raw):
        return None
    return Address("cardano" if _PREFIXES[prefix] else "cardano-testnet", token.lower())


def _is_header(prefix: str, raw: bytes) -> bool:
    kind, network = raw[0] >> 4, raw[0] & 15
    fits = network == _PREFIXES[prefix] and len(raw) in _LENGTHS.get(kind, ())
    return fits and (kind in _STAKE_KINDS) == prefix.startswith("stake")


def _byron(token: str) -> Address | None:
    """Read CBOR [tag 24 (bytes), crc32 of the bytes]: 82 d8 18 58 <length> <bytes> 1a <crc>."""
    raw = from_base58(token)
    if raw is None or raw[:4] != b"\x82\xd8\x18\x58" or len(raw) < 11:
        return None
    payload, rest = raw[5 : 5 + raw[4]], raw[5 + raw[4] :]
    checksum = int.from_bytes(rest[1:], "big")
    sizes = {b"\x1a": 5, b"\x19": 3, b"\x18": 2}
    if len(rest) != sizes.get(rest[:1]) or checksum != zlib.crc32(payload):
        return None
    return Address("cardano", token)
