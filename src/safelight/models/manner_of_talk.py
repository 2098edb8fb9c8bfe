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

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from safelight.models.load import load, names
from safelight.schema.errors import BadData

FEATURES = "words and pairs, 1"
# Its model lies in the folder "manner"; that of another language in "manner_" and its code.
LANGUAGE = "en"
_FOLDER = "manner"
NUMBER = "#"
_DIGITS = frozenset("0123456789")
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


# A word of the model: itself, its weights, and the weights of what may follow it.
_Entry = tuple[str, float, float, Mapping[str, tuple[float, float]]]


class Weigher:
    """Weighs messages: the model's table by words as people write them, chat forms included."""

    def __init__(
        self, model: Model, forms: Mapping[str, tuple[str, ...]], mend: Callable[[str], str] = lambda word: ""
    ) -> None:
        """`forms`: a chat form -> the words it stands for. mend: gives the word that another one is read as, or ""."""
        self._model, self._mend = model, mend
        known = {*model.words, *model.pairs, *(w for pairs in model.pairs.values() for w in pairs)}
        entries = {word: self._entry(word) for word in known | {w for said in forms.values() for w in said}}
        # A form is read as what it stands for, also where the model knows a word that is spelt like it.
        self._entries: dict[str, tuple[_Entry, ...]] = {word: (entry,) for word, entry in entries.items()}
        self._entries |= {form: tuple(entries[word] for word in said) for form, said in forms.items()}
        self._number = (entries.get(NUMBER) or self._entry(NUMBER),)

    def _entry(self, word: str) -> _Entry:
        own, other = self._model.words.get(word, (0.0, 0.0))
        return word, own, other, self._model.pairs.get(word, {})

    def weigh(self, words: Sequence[str]) -> tuple[float, float]:
        """Return what one message adds to its author's sum, and to that of whom it speaks to."""
        model = self._model
        own, other = model.own, model.other
        seen: set[str] = set()
        before: Mapping[str, tuple[float, float]] = {}
        get, mend = self._entries.get, self._mend
        for written in words:
            entries = get(written) or (self._number if written[0] in _DIGITS else get(mend(written)))
            if entries is None:
                before = {}
                continue
            for word, for_own, for_other, after in entries:
                if word not in seen:
                    seen.add(word)
                    own += for_own
                    other += for_other
                pair = before.get(word)
                if pair is not None:
                    own += pair[0]
                    other += pair[1]
                before = after
        return max(model.least, min(model.most, own)), max(model.least, min(model.most, other))


def tokens(words: Iterable[str], forms: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return folded words with chat forms written out and every number as NUMBER."""
    found: list[str] = []
    for word in words:
        known = forms.get(word)
        if known is not None:
            found.extend(known)
        else:
            found.append(NUMBER if word[0] in _DIGITS else word)
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
def languages() -> frozenset[str]:
    """Return the codes of the languages that have a model; the others are judged without, by other levels."""
    found = (name.partition("_") for name in names())
    return frozenset(code or LANGUAGE for folder, _, code in found if folder == _FOLDER)


@cache
def model(language: str = LANGUAGE) -> Model:
    """Return the model of one of `languages()`. Raises BadData when its files do not fit together."""
    folder = _FOLDER if language == LANGUAGE else f"{_FOLDER}_{language}"
    manifest, weights = load(folder, FEATURES)
    if manifest.language != language:
        raise BadData("The model is of another language.", where=f"models/{folder}", fix="Name the folder after it.")
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
