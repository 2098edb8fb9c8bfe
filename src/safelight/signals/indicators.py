"""Indicators of an offer: one mark per indicator, with every place in which its phrases stand.

A group of phrases in `lexicons/<language>/offer/<file>.toml` is named after the indicator that it shows. Groups that
end in " (short)" hold looser words, which are read only in short offers: who writes two lines says little by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from safelight.lexicons.load import Hit
from safelight.normalize import data
from safelight.schema.evidence import Span
from safelight.schema.findings import Fact
from safelight.signals.reading import Mark, Reading

IN_SHORT = " (short)"
# More places of one indicator say nothing new; a long advert must not make a long finding.
_MOST_PLACES = 5


def indicators(reading: Reading, lexicon: str, techniques: Mapping[str, str] | None = None) -> Iterator[Mark]:
    """Yield a mark for each indicator whose phrases stand in the offer.

    techniques: indicator -> technique, where it is not the signal's own. because: {"indicator": its id}, with "loose"
    when only looser words show it.
    """
    spans: dict[str, list[Span]] = {}
    strengths: dict[str, float] = {}
    clear: set[str] = set()
    for text, hit in reading.hits(lexicon):
        name = indicator(hit)
        spans.setdefault(name, []).append(text.span(hit))
        if not hit.group.name.endswith(IN_SHORT):
            clear.add(name)
        strengths[name] = max(strengths.get(name, 0.0), hit.group.strength)
    for name, places in spans.items():
        technique = (techniques or {}).get(name, "")
        because: dict[str, Fact] = {"indicator": name} if name in clear else {"indicator": name, "loose": True}
        yield Mark(strengths[name], tuple(places[:_MOST_PLACES]), because, technique)


def indicator(hit: Hit) -> str:
    """Return the indicator that a phrase shows."""
    return hit.group.name.removesuffix(IN_SHORT)


def shown(reading: Reading, lexicon: str, *names: str) -> tuple[Span, ...]:
    """Return the places of the named indicators' phrases; of all in the file when none is named."""
    found = ((text, hit) for text, hit in reading.hits(lexicon) if not names or indicator(hit) in names)
    return tuple(text.span(hit) for text, hit in found)[:_MOST_PLACES]


@cache
def _free_mail() -> re.Pattern[str]:
    names = "|".join(sorted(data.words("mail_providers.txt")))
    return re.compile(rf"@(?:{names})\.[a-z]{{2,3}}(?!\w)", re.IGNORECASE)


def free_mail(reading: Reading) -> tuple[Span, ...]:
    """Return the places of addresses at free mail providers."""
    texts = (text for text in reading.texts if "@" in text.text)
    return tuple(text.at(*match.span()) for text in texts for match in _free_mail().finditer(text.text))
