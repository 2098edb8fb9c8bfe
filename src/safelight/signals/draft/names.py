"""Shows a full name.

What it sees. "I'm Asha Verma", "my name is leo martin", "soy Lucía Gómez", "mera naam Rohan Gupta hai", and a first and
last name as the first of the short facts of a bio.

What looks like it but is not. A first name alone, a nickname, a star, a book, a team; capitals for stress.

Why it matters. With a full name and one more fact, a stranger finds the person anywhere else.

Sources. Agha et al., CSCW 2023 (information breaches); CyberSafeIreland, on names in bios;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.lexicons.load import Hit
from safelight.normalize.details import stretch
from safelight.normalize.details.schools import has_school_word
from safelight.signals.drafting import PERSONAL, Detail, apart, is_bio, leave, segments
from safelight.signals.reading import Mark, Reading, Text

TECHNIQUE = PERSONAL
# These say that a name follows, so it may be written small.
_SAYS_NAME = re.compile(r"(?<!\w)(?:names?|nam|naam|nombre|llamo|नाम)(?!\w)", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"(?:'s|’s|his|her|their|your|dog|cat|pet|movie|song|book|band|game|file|user|brand|account|character|"
    r"last|middle|whose|the|first|user|what'?s|"
    r"ka|ki|ke|uska|unka|uski|का|की|उसका|su|sus|del?|gamer|artist|stage|screen|code|channel|page|college|"
    r"school|स्कूल)\s*$",
    re.IGNORECASE,
)
_FAN = re.compile(
    r"\s*(?:fan|stan|lover|stuff|things|vibes|concert|songs?|mode|era|girl|boy|energy|team|club|ki team|"
    r"ka team|ki taraf|[-']|ka fan|ki fan|"
    r"ke fan)(?!\w)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+(?: [A-Z][a-z]+)?")
_LABEL = re.compile(r"(?:(?:bio|name|about(?: me)?|me|sobre m[ií]|naam)\s*[:=-]\s*)?", re.IGNORECASE)
_OTHER_FACT = re.compile(r"\d|[|•📍]|school|class", re.IGNORECASE)
_WORDS = 2


def find(reading: Reading) -> Iterator[Mark]:
    """Yield full names."""
    found = [named for text, hit in reading.hits("full_name") if (named := _named(text, hit))]
    for detail in apart(iter([*found, *_in_bios(reading)])):
        yield leave("full_name", detail)


def _named(text: Text, hit: Hit) -> Detail | None:
    """Return the name behind a phrase, when it has two words or more and is somebody's own."""
    start, end = text.words.span(hit.first, hit.last)
    loose = _SAYS_NAME.search(text.text[start:end]) is not None
    name = stretch.names(text.text, end, loose=loose)
    if (
        not name
        or name[2] < _WORDS
        or (loose and _NOT_OWN.search(text.text[:start]))
        or _FAN.match(text.text[name[1] :])
    ):
        return None
    if has_school_word(text.text[name[0] : name[1]]):
        return None
    if text.text[name[0] : name[1]].isupper() and not loose:
        return None
    return Detail(text, start, name[1], name[0], name[1], hit.group.strength, hit.group.name, hit.group.language)


def _in_bios(reading: Reading) -> Iterator[Detail]:
    for text in reading.texts:
        if is_bio(text.text):
            if not _OTHER_FACT.search(text.text):
                continue
            start, end = segments(text.text)[0]
            label = _LABEL.match(text.text[start:end])
            start += label.end() if label else 0
            piece = text.text[start:end]
            if _NAME.fullmatch(piece) and all(stretch.is_name(word) for word in piece.split()):
                yield Detail(text, start, end, start, end, 0.7, "bio")
