"""Tells where home is: an address, a street, a house beside something, a postcode.

What it sees. "I live at 14 Rose Lane", "Flat 302, Tower B", "vivo en la calle Mayor 12", "mera ghar mandir ke paas
hai", a postcode of India, Britain, America, Canada or Spain beside a word that says so.

What looks like it but is not. A shop, an office, a museum; a large city alone; prices, order numbers, product codes.

Why it matters. A home cannot be moved as easily as a post can be changed.

Sources. ICO Children's Code, standard 10; NSPCC, on sharing personal details;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safelight.normalize.details import stretch
from safelight.normalize.details.postcodes import postcodes
from safelight.normalize.details.streets import streets
from safelight.signals.drafting import LOCATION, Detail, apart, leave, own_voice, phrases, public, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_HOME = re.compile(
    r"(?<!\w)(?:live|lives|living|stay(?:ing)?|home|house|address|my place|our place|my flat|moved|"
    r"send (?:it|them)|ship|deliver|come (?:over )?to|come (?:by|over|round)|drop (?:it|them)|bring it|"
    r"knock|my room|my window|our garden|i['’]?m in|neighbou?rhood|party|mine|"
    r"apartment|room ?mate|neighbou?rs?|door|vivo|vivimos|mi casa|casa|direcci[oó]n|ghar|rehta|rehti|"
    r"rehte|rahta|rahti|rahte|pata|घर|पता|रहता|रहती|रहते|मकान)(?!\w)",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(
    r"(?:ip|email|e-mail|mail|web|mac|wallet|btc|url)\s*(?:address)?\s*$|address (?:the|this|that|these|"
    r"my (?:feelings|issues))",
    re.IGNORECASE,
)

# A house with a number in a named quarter is an address, whatever stands around it.
_DOOR = re.compile(
    r"^(?:h\.? ?no|house no|flat|makaa?n|plot|फ्लैट|मकान)\b.*[, ].*(?:sector|nagar|colony|apartments?|"
    r"road|street|vihar|block|phase|society|नगर|सेक्टर|कॉलोनी)",
    re.IGNORECASE,
)
_SAYS_ADDRESS = re.compile(
    r"addre?s+|addy|send|post|ship|mail|deliver|courier|pata|ghar|makaa?n|house|flat|street|पता|एड्रेस|मकान|घर|फ्लैट",
    re.IGNORECASE,
)
_STREET_WORD = re.compile(
    r"\d|\b(?:street|st|road|rd|lane|avenue|ave|drive|close|colony|nagar|sector|block|court|crescent|"
    r"terrace|gardens|society|apartments?|vihar|marg|hill)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield addresses, places beside home, and postcodes."""
    by_shape = (each for _, each in shapes(reading, streets) if _is_home(each))
    said = (each for each in phrases(reading, "home_address", "says") if own_voice(each))
    given = (_whole(each) for each in phrases(reading, "home_address", "follows") if _gives(each))
    for detail in apart(iter([*by_shape, *(_behind(each) for each in said), *given])):
        if detail.group == "says" or not public(detail):
            yield leave("home_address", detail)
    for _, detail in shapes(reading, postcodes):
        if not public(detail):
            yield leave("postcode", detail)


def _is_home(detail: Detail) -> bool:
    start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
    around = detail.text.text[max(0, start - 40) : end]
    if _DOOR.search(detail.words):
        return True
    return _HOME.search(around) is not None


def _gives(detail: Detail) -> bool:
    """Tell whether what follows "my address is" is an address."""
    text = detail.text.text
    whole = text[detail.first : detail.last]
    if not _SAYS_ADDRESS.search(text[detail.start : detail.first]) and detail.language != "es":
        return _STREET_WORD.search(text[detail.first : detail.last + 12].partition(".")[0]) is not None
    return (
        not _NO_ADDRESS.search(text[: detail.start][-20:] + text[detail.start : detail.first])
        and re.search(r"\d|[A-Z]|[\u0900-\u097f]|\b(?:street|road|lane|colony|nagar|sector|calle|avenida)\b", whole)
        is not None
    )


def _whole(detail: Detail) -> Detail:
    """Take an address up to the end of its line or sentence."""
    text = detail.text.text
    end = detail.last
    more = re.match(
        r"(?:[\s,/-]+(?:[A-Z\d\u0900-\u097f][\w\u0900-\u097f'’.-]*|near|opp|opposite|block|sector|road|street|"
        r"nagar|colony|flat|de|la|del|no)){0,12}",
        text[end:],
    )
    end += more.end() if more else 0
    return replace(detail, end=end, last=end)


def _behind(detail: Detail) -> Detail:
    """Take in the name of what home is beside."""
    found = stretch.following(detail.text.text, detail.end, 5)
    end = found[1] if found else detail.end
    return replace(detail, end=end, last=end)
