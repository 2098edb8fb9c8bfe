"""Bank account numbers (IBAN, ISO 13616), with the length of their country and the check digits verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from safelight.normalize import data
from safelight.normalize.found import Found, Rank, Tokens
from safelight.schema.items import Contact

MARKS = r"\d"
_CUE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11}")

# Groups may be parted by one blank or hyphen; ASCII digits only, as banks write them.
_CANDIDATE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2})[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}")


def words() -> frozenset[str]:
    """Return no words: an IBAN shows by its digits."""
    return frozenset()


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether something like the beginning of an IBAN is there."""
    del lowered
    begins = any(token[2:4].isdigit() and token[:2].isalpha() for token in tokens.odd)
    return begins and _CUE.search(text) is not None


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield the valid IBANs; `value` without blanks in upper case, `detail` the country."""
    del country
    for candidate in _CANDIDATE.finditer(text):
        state = candidate.group(1).upper()
        end = _end(candidate, _lengths().get(state, 0))
        value = re.sub("[ -]", "", text[candidate.start() : end]).upper()
        if not text[end : end + 1].isalnum() and _is_valid(value):
            yield Found(Rank.IBAN, Contact("iban", value, candidate.start(), end, state))


def _end(candidate: re.Match[str], length: int) -> int:
    """Return the offset behind the character number `length`, blanks and hyphens not counted."""
    position, seen = candidate.start(), 0
    for position, character in enumerate(candidate.group(), candidate.start()):
        seen += character not in " -"
        if seen == length:
            return position + 1
    return candidate.start()


def _is_valid(value: str) -> bool:
    """Tell whether the rearranged number leaves 1 when divided by 97 (ISO 7064)."""
    moved = value[4:] + value[:4]
    return bool(value) and int("".join(str(int(character, 36)) for character in moved)) % 97 == 1


@cache
def _lengths() -> dict[str, int]:
    return {state: int(length) for state, length in (line.split() for line in data.lines("iban_lengths.txt"))}
