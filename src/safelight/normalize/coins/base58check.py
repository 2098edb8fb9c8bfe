"""Base58check addresses: Bitcoin's older forms, Litecoin, Dogecoin, Dash, Tron, Zcash, Tezos (rows of a table)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from safelight.normalize.coins.load import Address
from safelight.normalize.encodings import from_base58check

_SHAPE = re.compile(r"[1-9A-HJ-NP-Za-km-z]{25,96}")
_USUAL_PAYLOAD = 20


def recognize(token: str) -> Address | None:
    """Return the address when version, length and checksum fit a row of base58check.toml."""
    if not _SHAPE.fullmatch(token):
        return None
    body = from_base58check(token)
    if body is None:
        return None
    for version, payload, currency in _rows():
        if len(body) == len(version) + payload and body.startswith(version):
            return Address(currency, token)
    return None


@cache
def _rows() -> tuple[tuple[bytes, int, str], ...]:
    table = tomllib.loads((files(__package__) / "base58check.toml").read_text("utf-8"))
    return tuple(
        (bytes.fromhex(version), int(row.get("payload", _USUAL_PAYLOAD)), currency)
        for currency, row in table.items()
        for version in row["versions"]
    )
