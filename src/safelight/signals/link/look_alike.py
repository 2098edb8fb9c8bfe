"""Looks like the address of a page you know, but belongs to somebody else.

What it sees. A known name (app, game, shop, bank, parcel service, job board, school, office) with letters missing,
doubled, swapped, exchanged or taken from other alphabets, with digits or pairs of letters that look alike, cut by a
hyphen or a dot, with words of trust beside it, under an ending that is not its own, or in front of another name.

What looks like it but is not. The firm's own country pages and short hosts; a fan page or a tool with another name;
an ordinary word that is one letter away; a help page that the firm keeps at another company.

Why it matters. Such pages collect passwords, codes and card numbers, and show false offers of work.

Sources. dnstwist's kinds of look-alike names (measured); UCI Phishing Websites data set (measured); Unicode
confusables.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.hosts import address
from safelight.normalize.lookalikes import likeness
from safelight.schema.evidence import Span
from safelight.schema.items import Link
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.phoney_website"

SAYS = {
    "other_alphabet": mark("Uses letters of another alphabet to look like a page you know."),
    "letter_shapes": mark("Uses letters or digits that look alike, so it seems to be a page you know."),
    "letters": mark("Is one or two letters away from the name of a page you know."),
    "hyphen": mark("Puts a hyphen into the name of a page you know."),
    "dots": mark("Moves the dot in the name of a page you know."),
    "extra_words": mark("Adds words to the name of a page you know. The page belongs to somebody else."),
    "other_ending": mark("Has the name of a page you know, but another ending."),
    "in_front": mark("Puts a known name in front, but the page belongs to somebody else."),
    "office": mark("Makes a page look as if it came from an office or a school."),
}


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the strongest resemblance of the host to a known name."""
    assert isinstance(reading.item, Link)
    link = address(reading.item.url)
    found = likeness(link.host) if link is not None else None
    if link is None or found is None:
        return
    because = {"row": "look_alike", "how": found.how}
    if found.brand is not None:
        because |= {"brand": found.brand.name, "own_host": found.brand.hosts[0], "sort": found.brand.kind}
    yield Mark(found.sure, (Span(link.start, link.end, field="url"),), because, says=SAYS[found.how])
