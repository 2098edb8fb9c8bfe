"""Is written as fake adverts often are: of itself it says nothing, of the beginner it asks nothing.

What it sees. A long text without one "we" or "our"; a title of simple office or telephone work; oil and gas work; pay
stated by the hour, day or week; beginners who are trained; a computer with internet as what is asked for; a school
certificate as the highest one.

What looks like it but is not. Honest offices, call centres, shops and drilling firms. So these facts only put adverts
in an order; none of them, and not all of them together, raise a level.

Why it matters. Circulars are written for no firm, or under the name of a large one, and for as many readers as can be.

Sources. Vidros et al. 2017, Employment Scam Aegean Dataset (seen in part); usfzhou2, Predicting Job Postings: part-time
work, titles with "Data Entry", "Home Based", "Earn Daily" and customer service are fraudulent most often (seen). Oil
and energy as the commonest trade of fraudulent adverts there, school certificates as what they ask for (from memory).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
_FAINT = 0.1
_READ = ("text", "description", "company_profile", "requirements", "benefits")
# Words from which on a text that never says "we" is odd.
_LONG = 60
_WE = frozenset(("we", "our", "us", "weve", "ours"))
_OFFICE = re.compile(
    r"clerical|clerk|data entry|typist|typing|payroll|administrative|\badmin\b|receptionist|secretary|"
    r"(?:office|executive|personal) assistant",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"customer (?:service|care|support)|call cent(?:er|re)", re.IGNORECASE)
_OIL = frozenset(("offshore", "subsea", "petroleum", "petrochemical", "drilling", "refinery", "refineries"))
_OIL_AND_GAS = frozenset(("oil", "gas"))
_CURRENCIES = "$£€₹"
_BY_THE_HOUR = re.compile(
    r"[$£€₹]\s?[\d,.]+k?[^.\n]{0,25}(?:per|an?|each|/|every)\s?(?:hour|hr|day|week)", re.IGNORECASE
)
# Phrases by what they have in common, which is looked for first.
_BEGINNERS = {
    b"no experience": (b"no experience",),
    b"train": (b"will train", b"training provided", b"training is provided", b"paid training"),
    b"entry level": (b"entry level",),
}
_COMPUTER = {
    b"internet": (b"internet access", b"internet connection", b"access to the internet"),
    b"computer": (b"computer access", b"basic computer"),
}
_TYPING = frozenset(("typing", "typist"))
_SCHOOL = {b" school": (b"high school", b"secondary school")}
_STUDIED = frozenset(("degree", "bachelor", "bachelors", "master", "masters", "phd", "university"))
_LOOKED_FOR = _WE | _OIL | _OIL_AND_GAS | _TYPING | _STUDIED


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what fits. English only: other languages leave "we" out."""
    if reading.languages != ("en",):
        return
    for title in (text for text in reading.texts if text.name == "title"):
        for name, pattern in (("simple_office_title", _OFFICE), ("telephone_title", _TELEPHONE)):
            if seen := pattern.search(title.text):
                yield Mark(_FAINT, (title.at(*seen.span()),), {"indicator": name})
    body = [text for text in reading.texts if text.name in _READ]
    words = set().union(*(_LOOKED_FOR.intersection(text.words.words) for text in body))
    whole = "\n".join(text.text for text in body)
    for name in _told(words, whole, sum(len(text.words.words) for text in body)):
        yield Mark(_FAINT, (), {"indicator": name})


def _told(words: set[str], whole: str, length: int) -> Iterator[str]:
    """Yield the indicators. words: those that are looked for; length: the number of all words."""
    # The phrases are ASCII, and bytes are put in lower case, and searched, several times as fast.
    lower = whole.encode("ascii", "replace").lower()
    if length > _LONG and words.isdisjoint(_WE):
        yield "nobody_speaks"
    if not words.isdisjoint(_OIL) or words.issuperset(_OIL_AND_GAS):
        yield "oil_and_gas"
    if any(sign in whole for sign in _CURRENCIES) and _BY_THE_HOUR.search(whole):
        yield "paid_by_the_hour"
    if _says(lower, _BEGINNERS):
        yield "beginners"
    if not words.isdisjoint(_TYPING) or _says(lower, _COMPUTER):
        yield "computer_asked"
    if _says(lower, _SCHOOL) and words.isdisjoint(_STUDIED):
        yield "school_only"


def _says(lower: bytes, phrases: Mapping[bytes, tuple[bytes, ...]]) -> bool:
    return any(common in lower and any(phrase in lower for phrase in own) for common, own in phrases.items())
