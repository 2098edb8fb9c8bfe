"""Postcodes of India, the United Kingdom, the United States, Spain, Canada and others beside a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape, any_of, around, before

_BRITISH = re.compile(
    r"(?<!\w)(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|"
    r"[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)
_CANADIAN = re.compile(r"(?<!\w)[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,₹$€£#-])(?:[1-9]\d{2}[ ]?\d{3}|\d{5}(?:-\d{4})?)(?![\w%€$£₹]|[.,]\d|-\d)")
_STATE = re.compile(
    r"\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|"
    r"T[NX]|UT|V[AT]|W[AIVY]),? $"
)
_NAMED = any_of(
    "post ?codes?",
    "postal ?codes?",
    "zip(?: ?codes?)?",
    "pin ?codes?",
    "pincode",
    "c[oó]digo postal",
    "cp",
    "c\\.p\\.?",
    "पिन ?कोड",
    "पिनकोड",
    "area pin",
)
_PIN = re.compile(r"\bpin(?:\s+(?:is|hai|no|number))?\s*[:=-]?\s*$", re.IGNORECASE)
_HOME = any_of(
    "i live",
    "we live",
    "live in",
    "live at",
    "my address",
    "address",
    "my house",
    "my home",
    "home",
    "my place",
    "my flat",
    "moved to",
    "i'm in",
    "im in",
    "we're in",
    "road",
    "street",
    "lane",
    "avenue",
    "close",
    "drive",
    "vivo",
    "direcci[oó]n",
    "mi casa",
    "calle",
    "ghar",
    "rehta",
    "rehti",
    "rehte",
    "pata",
    "nagar",
    "sector",
    "colony",
    "flat",
    "apartments?",
    "घर",
    "पता",
    "रहता",
    "रहती",
    "नगर",
    "कॉलोनी",
    "near me",
    "parcel",
    "deliver(?:y|ed)?",
    "send",
    "post (?:it|me)",
    "near",
    "based in",
    "i am",
    "i'm",
    "im",
    "my area",
    "mi barrio",
)
_REACH = 50


def postcodes(text: str) -> Iterator[Shape]:
    """Yield postcodes, of kind "postcode"; `sure` when a word beside them says what they are."""
    for pattern in (_BRITISH, _CANADIAN, _DIGITS):
        for found in pattern.finditer(text):
            start, end = found.span()
            named = _NAMED.search(around(text, start, end, 25)) or _PIN.search(before(text, start, 16))
            alone = pattern is not _DIGITS or (
                len(found.group()) == 5 and _STATE.search(text[max(0, start - 5) : start])
            )
            six = re.fullmatch(r"[1-8]\d{5}", found.group()) and re.search(
                r"[a-z]{3}\s*[-–—,]?\s*$", before(text, start)
            )
            if named or ((alone or six) and _HOME.search(around(text, start, end, _REACH))):
                yield Shape(start, end, "postcode", named is not None)
