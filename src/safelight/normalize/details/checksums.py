"""Checksums of identity numbers: a number that was only made up seldom passes."""

from __future__ import annotations

_DIHEDRAL = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
_PERMUTED = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_CURP_SIGNS = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"


def verhoeff(digits: str) -> bool:
    """Tell whether digits end in their Verhoeff check digit (Aadhaar)."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_DIHEDRAL[check][int(_PERMUTED[place % 8][int(digit)])])
    return check == 0


def nhs(digits: str) -> bool:
    """Tell whether ten digits pass the modulus-11 check of an NHS number."""
    rest = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return rest % 11 == int(digits[9]) and rest != 10


def dni(number: str) -> bool:
    """Tell whether a Spanish DNI or NIE ("12345678Z", "X1234567L") has the right letter."""
    digits = {"X": "0", "Y": "1", "Z": "2"}.get(number[0], number[0]) + number[1:-1]
    return _DNI_LETTERS[int(digits) % 23] == number[-1]


def curp(code: str) -> bool:
    """Tell whether a Mexican CURP of 18 signs ends in its check digit."""
    total = sum(_CURP_SIGNS.index(sign) * (18 - place) for place, sign in enumerate(code[:17]))
    return str(-total % 10) == code[17]
