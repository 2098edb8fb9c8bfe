"""What a signal sees of an item that is no conversation, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from safelight.lexicons.load import Hit
from safelight.normalize.text import Words
from safelight.schema.assessments import Skipped
from safelight.schema.evidence import Span
from safelight.schema.findings import Fact
from safelight.schema.items import Item
from safelight.schema.pictures import Facts


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing seen in an item.

    strength: 0..1, how sure. spans: where (`Reading.span`), empty when it is about a fact without words (a count).
    because: the facts that decided, never text of the item; assessment rules read them ("category", "indicator").
    technique: "" for the signal's own. says: the sentence shown (English, translatable), "" for the technique's own.
    """

    strength: float
    spans: tuple[Span, ...] = ()
    because: Mapping[str, Fact] = field(default_factory=dict)
    technique: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One field of an item: the words in it and the phrases found, by name of the lexicon file.

    name: the field ("text", "title", "bio", or a key of an offer's `fields`). Phrases are those of
    `lexicons/<language>/<kind>/*.toml`, in every language of the reading.
    """

    name: str
    text: str = field(repr=False)
    words: Words = field(repr=False)
    hits: Mapping[str, list[Hit]] = field(repr=False)

    def of(self, lexicon: str, *groups: str) -> list[Hit]:
        """Return the hits of one lexicon, of the named groups only when some are named."""
        found = self.hits.get(lexicon, [])
        return [hit for hit in found if hit.group.name in groups] if groups else list(found)

    def span(self, hit: Hit) -> Span:
        """Return the place of a phrase in the original text."""
        return self.at(*self.words.span(hit.first, hit.last))

    def at(self, start: int, end: int) -> Span:
        """Return a place in this field by its offsets."""
        return Span(start, end, field=None if self.name == "text" else self.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """An item, prepared: its texts, the languages they were read in, and what was left out; `facts` of a picture."""

    item: Item
    texts: tuple[Text, ...] = ()
    languages: tuple[str, ...] = ("en",)
    skipped: tuple[Skipped, ...] = ()
    facts: Facts | None = None
    _found: Set[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note which lexicons found anything: most did not, and each is asked for."""
        object.__setattr__(self, "_found", {name for text in self.texts for name in text.hits})

    def hits(self, lexicon: str, *groups: str) -> Iterator[tuple[Text, Hit]]:
        """Yield every phrase of one lexicon with the field that it stands in."""
        if lexicon not in self._found:
            return
        for text in self.texts:
            if lexicon in text.hits:
                for hit in text.of(lexicon, *groups):
                    yield text, hit
