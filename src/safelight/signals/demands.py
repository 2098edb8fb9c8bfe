"""What the signals of payment demands share: marks for phrases, and whether a passage stands in a chat."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.schema.evidence import Span
from safelight.schema.items import PaymentDemand
from safelight.signals.reading import Mark, Reading

_MOST_PLACES = 3


def asked(reading: Reading, lexicon: str, *groups: str) -> Iterator[Mark]:
    """Yield one mark per group of phrases that stands in the demand. because: {"group": its name}."""
    spans: dict[str, list[Span]] = {}
    strengths: dict[str, float] = {}
    for text, hit in reading.hits(lexicon, *groups):
        spans.setdefault(hit.group.name, []).append(text.span(hit))
        strengths[hit.group.name] = max(strengths.get(hit.group.name, 0.0), hit.group.strength)
    for name, places in spans.items():
        yield Mark(strengths[name], tuple(places[:_MOST_PLACES]), {"group": name})


def in_chat(reading: Reading) -> bool:
    """Tell whether the demand is a passage of a message: then the signals of conversations have read the words."""
    item = reading.item
    return isinstance(item, PaymentDemand) and item.found_in is not None and item.found_in.message is not None


def everyday(reading: Reading) -> bool:
    """Tell whether it names what friends pay each other back for."""
    return any(True for _ in reading.hits("context.chat", "paying_back"))
