"""Tells where the family works.

What it sees. "My mum is a nurse at City Hospital", "papa SBI bank mein kaam karte hain", "mi padre tiene un taller en
...".

What looks like it but is not. A job without a place, "works a lot", "works from home", a shop that everybody knows.

Why it matters. It leads to the family, and tells when nobody is at home.

Sources. Agha et al., CSCW 2023; ChatCoder2 coding legend, code 200 (family details);
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.signals.drafting import LOCATION, Detail, apart, leave, phrases
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_PLACE = re.compile(
    r"[A-ZÁÉÍÓÚ\u0900-\u097f]|\b(?:hospital|bank|school|police|court|airport|factory|shop|store|"
    r"restaurant|mall|station|university|college|office|clinic|hotel|company|salon|bakery|"
    r"post office|council|army|navy|railways?|library|tesco|asda|walmart|banco|hospital|colegio|taller|"
    r"tienda|f[aá]brica|ayuntamiento|oficina|bazaar|market|thana|daftar|sarkari)\b"
)
_NO_PLACE = re.compile(
    r"^(?:home|nights?|shifts?|it|the garden|tech|sales|marketing|finance|hard|a lot|casa|ghar|घर|"
    r"remote\w*|me|us|free|long|days?)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"(?<!\w)(?:mom|mum|mummy|mother|mama|mumma|dad|papa|father|parents|bhai|bhaiya|didi|behen|chacha|"
    r"uncle|aunty|aunt|nana|dada|mausi|bua|pita\w*|maa|brother|sister|मम्मी|माँ|मां|पापा|पिता\w*|भाई|भैया|"
    r"दीदी|बहन|चाचा|मामा|मौसी)(?!\w)",
    re.IGNORECASE,
)

_LINK = re.compile(r"\s+(?:in|on|at|near|de|del|en|la|el)\s+(?:the\s+|la\s+|el\s+)?", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield where members of the family work."""
    found = [each for each in phrases(reading, "family_work") if _names_place(each)]
    for detail in apart(_behind(each) for each in found):
        yield leave("family_work", detail)


def _names_place(detail: Detail) -> bool:
    text = detail.text.text
    if detail.group == "precedes":
        start, end = stretch.sentence(text, detail.start, detail.end)
        return (
            _KIN.search(text, start, end) is not None
            and _NO_PLACE.match(detail.words) is None
            and _PLACE.search(detail.words) is not None
        )
    if detail.group == "says":
        return True
    behind = stretch.following(text, detail.first, 5)
    words = text[detail.first : behind[1]] if behind else detail.words
    return _NO_PLACE.match(words) is None and _PLACE.search(words) is not None


def _behind(detail: Detail) -> Detail:
    """Take in the rest of the place, a second one too ("the bank in the main street")."""
    text, end = detail.text.text, detail.end
    if detail.group == "precedes":
        return detail
    for _ in range(2):
        link = _LINK.match(text, end)
        found = stretch.following(text, link.end() if link else end, 4) if link or end == detail.end else None
        end = found[1] if found else end
    return detail.up_to(end)
