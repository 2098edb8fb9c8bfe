"""The manner of talk: what ordinary words, in a direction, say about who leads a talk where.

Against ordinary chat, the talk of those who groom is marked less by graphic words than by everyday ones said in a
direction: about *you*, *your* and *only*, ages, pictures, who is near, what nobody needs to know; and by how the other
side answers. Each word and each pair of neighbouring words has two small weights: one for whoever says it, one for the
other side when it is said to them. The sum fades with the messages that follow. It is a hint beside the signals, never
enough by itself: assessment/weights.toml bounds what it can add.

The features of a message are its distinct words, chat forms written out ("u" is "you"), every number as one sign, and
the distinct pairs of neighbouring words within a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from safelight.models.load import load

FEATURES = "words and pairs, 1"
# Of the talk that it was made for; other languages are judged without it.
LANGUAGE = "en"
NUMBER = "#"
_BOUNDARY = "."


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by word, and by word and the one that follows: (for the speaker, for the one spoken to).

    own, other: what every message adds for either. half_life: messages after which half of the sum is left. least,
    most: bounds of what one message can add.
    """

    version: str
    half_life: float
    own: float
    other: float
    least: float
    most: float
    words: Mapping[str, tuple[float, float]] = field(repr=False)
    pairs: Mapping[str, Mapping[str, tuple[float, float]]] = field(repr=False)

    def weigh(self, words: Sequence[str], forms: Mapping[str, tuple[str, ...]]) -> tuple[float, float]:
        """Return what one message adds to its author's sum, and to that of whom it speaks to."""
        own, other = self.own, self.other
        seen: set[str] = set()
        before: Mapping[str, tuple[float, float]] | None = None
        for word in tokens(words, forms):
            weight = self.words.get(word)
            if weight is not None and word not in seen:
                seen.add(word)
                own += weight[0]
                other += weight[1]
            if before is not None:
                weight = before.get(word)
                if weight is not None:
                    own += weight[0]
                    other += weight[1]
            before = self.pairs.get(word)
        return max(self.least, min(self.most, own)), max(self.least, min(self.most, other))


def tokens(words: Iterable[str], forms: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return folded words with chat forms written out and every number as NUMBER."""
    found: list[str] = []
    for word in words:
        known = forms.get(word)
        if known is not None:
            found.extend(known)
        else:
            found.append(NUMBER if word[0] in "0123456789" else word)
    return found


def features(words: Iterable[str], forms: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the features of one message as training counts them: words, and pairs as "one two"."""
    found: set[str] = set()
    before = ""
    for word in tokens(words, forms):
        if word == _BOUNDARY:
            before = ""
            continue
        found.add(word)
        if before:
            found.add(f"{before} {word}")
        before = word
    return found


@cache
def model() -> Model:
    """Return the model. Raises BadData when its files do not fit together."""
    manifest, weights = load("manner", FEATURES)
    words: dict[str, tuple[float, float]] = {}
    pairs: dict[str, dict[str, tuple[float, float]]] = {}
    for key, (own, other) in weights.items():
        first, _, second = key.partition(" ")
        if second:
            pairs.setdefault(first, {})[second] = (own, other)
        else:
            words[key] = (own, other)
    numbers = manifest.numbers
    return Model(
        manifest.version, numbers["half_life"], numbers["own"], numbers["other"], numbers["least"], numbers["most"],
        words, pairs,
    )  # fmt: skip
