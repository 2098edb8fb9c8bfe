import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.normalize.coins.load import recognize
from safelight.normalize.contacts import contacts
from safelight.normalize.encodings import BECH32, crc16_xmodem, from_base32, from_base58, from_base58check, from_bech32
from safelight.normalize.keccak import keccak_256

VECTORS = json.loads((Path(__file__).parents[1] / "samples/crypto/vectors.json").read_text("utf-8"))
ASKED = {
    "bitcoin", "ethereum", "tron", "litecoin", "dogecoin", "bitcoin-cash", "monero", "ripple", "solana", "cardano",
    "zcash", "dash", "tezos", "stellar",
}  # fmt: skip


@pytest.mark.parametrize("row", VECTORS["valid"], ids=lambda row: row["address"])
def test_a_valid_address_is_named(row):
    address = recognize(row["address"])
    assert address is not None
    assert address.currency == row["currency"]
    assert address.value.lower().endswith(row["address"].lower())


@pytest.mark.parametrize("row", VECTORS["invalid"], ids=lambda row: row["address"])
def test_an_invalid_address_is_refused(row):
    assert recognize(row["address"]) is None
    assert not [c for c in contacts(f"send it to {row['address']} now") if c.kind == "wallet"]


def test_every_currency_has_a_vector():
    assert {row["currency"] for row in VECTORS["valid"]} >= ASKED


@given(st.sampled_from([row for row in VECTORS["valid"] if row["currency"] != "solana"]), st.data())
def test_a_changed_character_is_noticed(row, data):
    """Not for Solana, which has no checksum. Case alone carries none in a single-case Ethereum address."""
    address = row["address"]
    place = data.draw(st.integers(5, len(address) - 1))
    other = data.draw(st.sampled_from([c for c in "23456789abcdefghjkmnpqrstuvwxyz" if c != address[place].lower()]))
    changed = address[:place] + other + address[place + 1 :]
    if row["currency"] == "ethereum" and (address in (address.lower(), "0x" + address[2:].upper())):
        return
    found = recognize(changed)
    assert found is None or found.currency == "solana"


@given(st.text(alphabet="123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl:_", max_size=120))
def test_no_token_crashes(token):
    recognize(token)


def test_an_address_does_not_show_in_its_repr():
    assert "1oNLrs" not in repr(recognize("1oNLrsHnBcR6dpaBpwz3LSwutbUNkNSjs"))


# Known answers: the empty and the two-block input of Keccak-256, the check values of the CRC catalogue and the BIPs.
def test_keccak_256():
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert keccak_256(b"abc").hex() == "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
    assert len({keccak_256(b"x" * size) for size in (135, 136, 137, 272)}) == 4


def test_crc16_xmodem():
    assert crc16_xmodem(b"123456789") == 0x31C3


def test_base58():
    assert from_base58("StV1DL6CwTryKyV") == b"hello world"
    assert from_base58("11") == b"\0\0"
    assert from_base58("0") is None
    assert from_base58check("1") is None


def test_bech32():
    assert from_bech32("A12UEL5L") == ("a", [], BECH32)
    assert from_bech32("A12uEL5L") is None
    assert from_bech32("pzry9x0s0muk") is None


def test_base32():
    assert from_base32("MZXW6YTBOI") == b"foobar"
    assert from_base32("M1") is None
