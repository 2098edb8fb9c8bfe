"""Turns pointers into quotes: the only place that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from safelight.report.clean import clean
from safelight.schema.evidence import Span
from safelight.schema.items import Conversation, Item

AROUND = 60
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quote; `marked`: a span points at it, else it only stands around."""

    text: str = field(repr=False)
    marked: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that spans of one text point at, with a little of what stands around them; cleaned, on one line."""

    parts: tuple[Part, ...]


def quote(item: Item, spans: Iterable[Span], around: int = AROUND) -> Quote | None:
    """Return one quote for spans of the same text, or None when the item does not hold what they point at.

    around: how many characters of the original text to show on either side.
    """
    wanted = sorted(spans)
    text = original(item, wanted[0]) if wanted else None
    if text is None or any(not 0 <= span.start < span.end <= len(text) for span in wanted):
        return None
    merged = _merged(wanted)
    start, end = max(0, merged[0][0] - around), min(len(text), merged[-1][1] + around)
    before, after = clean(text[start : merged[0][0]]), clean(text[merged[-1][1] : end])
    parts = [
        Part(_trimmed_start(before) if start else before.lstrip(), False),
        *_inside(text, merged),
        Part(_trimmed_end(after) if end < len(text) else after.rstrip(), False),
    ]
    return Quote(tuple(part for part in parts if part.text))


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Offsets without overlaps, in order."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and span.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span.end))
        else:
            found.append((span.start, span.end))
    return found


def _inside(text: str, merged: list[tuple[int, int]]) -> Iterator[Part]:
    last = merged[0][0]
    for start, end in merged:
        yield Part(_shortened(clean(text[last:start])), False)
        yield Part(_shortened(clean(text[start:end])), True)
        last = end


def exact(item: Item, span: Span) -> str | None:
    """Return the characters a span points at, unchanged, or None when the item does not hold them."""
    text = original(item, span)
    if text is None or not 0 <= span.start < span.end <= len(text):
        return None
    return text[span.start : span.end]


def original(item: Item, span: Span) -> str | None:
    """Return the whole text that a span's offsets count in, or None when the item has no such text."""
    if span.message is not None:
        return _message_text(item, span.message)
    name = span.field or next((name for name in ("text", "bio", "url") if hasattr(item, name)), "text")
    value = getattr(item, name, None)
    if value is None:
        fields = getattr(item, "fields", None)
        value = fields.get(name) if isinstance(fields, Mapping) else None
    return value if isinstance(value, str) else None


def _message_text(item: Item, number: int) -> str | None:
    if not isinstance(item, Conversation) or not 0 <= number < len(item.messages):
        return None
    return item.messages[number].text


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _trimmed_start(text: str) -> str:
    """Start at a whole word where there is one."""
    return "…" + (text.partition(" ")[2] or text)


def _trimmed_end(text: str) -> str:
    return (text.rpartition(" ")[0] or text) + "…"
