"""Phone numbers written out in words: "nine eight double seven ...", "nau aath saat", "seis uno dos"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_WORDS = {
    "0": "zero oh o nought shunya shoonya cero शून्य ज़ीरो जीरो",
    "1": "one ek uno वन एक",
    "2": "two do dos दो",
    "3": "three teen tres तीन",
    "4": "four char chaar cuatro चार",
    "5": "five paanch panch cinco पाँच पांच",
    "6": "six chhe che chhah cheh seis छह छः छे",
    "7": "seven saat sat siete सात",
    "8": "eight aath ath ocho आठ",
    "9": "nine nau no nueve नौ",
}
_DIGIT = "|".join(
    sorted({word for words in _WORDS.values() for word in words.split()} | {r"\d{1,4}"}, key=len, reverse=True)
)
_RUN = re.compile(
    rf"(?<![\w])(?:(?:double|triple|doble|triple|dabal)[ -]+)?(?:{_DIGIT})"
    rf"(?:[ ,.-]+(?:(?:double|triple|doble|dabal)[ -]+)?(?:{_DIGIT})){{4,14}}(?![\w])",
    re.IGNORECASE,
)
_LEAST, _MOST, _LEAST_WORDS, _LEAST_VARIED = 7, 15, 3, 3


def spoken_numbers(text: str) -> Iterator[Shape]:
    """Yield phone numbers of which at least three digits are words, of kind "phone"; counting aloud is none."""
    for run in _RUN.finditer(text):
        digits, words = _read(run.group())
        counting = digits in "01234567890123456789" or digits in "98765432109876543210"
        varied = len(set(digits)) >= _LEAST_VARIED
        if (
            varied
            and _LEAST <= len(digits) <= _MOST
            and words >= _LEAST_WORDS
            and (not counting or len(digits) >= _LEAST + 3)
        ):
            yield Shape(*run.span(), "phone", sure=not counting)


def _read(written: str) -> tuple[str, int]:
    digits, words, times = "", 0, 1
    table = {word: digit for digit, said in _WORDS.items() for word in said.split()}
    for piece in re.findall(r"[^\s,.-]+", written.lower()):
        if piece in ("double", "doble", "dabal", "triple"):
            times = 3 if piece == "triple" else 2
            continue
        digits += (piece if piece.isdigit() else table[piece]) * times
        words += not piece.isdigit()
        times = 1
    return digits, words
