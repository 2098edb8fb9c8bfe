"""Tells where somebody is at this moment, or where they stay.

What it sees. "I'm at Phoenix Mall right now", "just got to the skate park", "staying at Hotel Sunrise room 12",
"waiting at the bus stop alone"; in English, Spanish, Hindi and Hindi in Latin letters.

What looks like it but is not. Home, school or work without a name; a place where somebody was last week; a city
alone; a song or a match seen on television.

Why it matters. Who knows where you are now can come there.

Sources. ICO Children's Code, standard 10 (geolocation off); NSPCC, on posting a place;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.normalize.details.happenings import present
from safelight.normalize.details.places import places
from safelight.signals.drafting import LOCATION, Detail, apart, leave, phrases, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
# A pin with one word behind it is a city or a country.
_CITY = 2
_NAME_FIRST = ("hi", "hi-Latn")
_POSTPOSITION = re.compile(r"(?:mein|main|me|pe|par|pr|ke|k|में|पर|पे|के)\s", re.IGNORECASE)
# Places that everybody has: alone they tell nothing.
_VAGUE = re.compile(
    r"(?<!\w)(?:home|house|work|school|class|bed|bathroom|kitchen|room|car|love|trouble|a hurry|shock|"
    r"pain|tears|mood|casa|clase|cama|"
    r"trabajo|ghar|ghr|school|kaam|class|tension|pyaar|mood|gussa|gusse|घर|स्कूल|कमरे|बिस्तर|क्लास|कक्षा|टेंशन|"
    r"गुस्से|प्यार|least|last|all|first|general|"
    r"fact|my best|middle of|shower|bath|meeting|call|zoom|game|lobby|queue)(?!\w)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?<!\w)(?:now|rn|currently|atm|at the moment|ahora|ahorita|abhi|अभी|live|just|until|till|alone|here|"
    r"come|akel[ai]|अकेल[ाी]|sol[ao])(?!\w)",
    re.IGNORECASE,
)
# "Just got to keep on" is no arrival.
_HAVE_TO = re.compile(r"gotta|[Gg]ot to (?!the\b|a\b|my\b|our\b)[a-z]+")
_OVER = re.compile(
    r"(?<!\w)(?:last (?:week|month|year|summer)|yesterday|years? ago|ayer|el año pasado|kal gaye the|used to)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each place where somebody is now, and those where they will be."""
    found = [
        *(each for each in phrases(reading, "live_location", "here now") if not _is_vague(each)),
        *(each for each in phrases(reading, "live_location", "name follows") if not _is_vague(each)),
        *(each for each in phrases(reading, "meet_plan", "will be there") if not _is_vague(each)),
    ]
    shown = [each for shape, each in shapes(reading, places) if shape.sure or len(each.words.split()) > _CITY]
    shown += [each for _, each in shapes(reading, present, 0.65)]
    for detail in apart(iter([*shown, *(_extended(each) for each in found)])):
        if not _OVER.search(_sentence(detail)):
            yield leave("live_location", detail)


def _sentence(detail: Detail) -> str:
    start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
    return detail.text.text[start:end]


def _is_vague(detail: Detail) -> bool:
    """Tell whether the phrase names only a place that everybody has, or no place at all."""
    said = detail.text.text[detail.start : _extended(detail).end]
    if _HAVE_TO.search(said):
        return True
    if re.search(r"\d", detail.text.text[detail.start : detail.end]):
        return False
    return _VAGUE.search(said) is not None and not re.search(r"\s[A-Z][a-z]{2,}\s[A-Z][a-z]{2,}", said)


def _extended(detail: Detail) -> Detail:
    """Take in the name of the place behind the phrase."""
    text = detail.text.text
    start = detail.start
    if detail.language in _NAME_FIRST and _POSTPOSITION.match(text, start):
        ahead = stretch.preceding(text, start, 3)
        start = ahead[0] if ahead else start
    behind = stretch.following(text, detail.end, 4)
    end = stretch.with_time(text, behind[1] if behind else detail.end)
    return Detail(
        detail.text,
        start,
        end,
        detail.first,
        max(end, detail.last),
        detail.strength,
        detail.group,
        detail.language,
    )
