"""Fits the weights: regularized logistic regression on decayed sums, centred on each source's own ordinary talk.

Centring is what keeps the model from learning places instead of manners: within each source, words count only by how
far a person stands out from the ordinary talk *of that source*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from safelight.lexicons.load import forms
from safelight.models.manner_of_talk import features
from training.manner.talk import LANGUAGE, Chat

OWN, OTHER, TO = "*own", "*other", "<"
_EVERY_TRICK, _EVERY_ORDINARY, _FIRST_ORDINARY = 8, 20, 9
_BYSTANDER = 0.5

Encoded = list[tuple[str, list[int], list[int]]]


@dataclass(frozen=True)
class Source:
    """One source of talk: chats with a trick, chats without, and what one chat of either weighs."""

    name: str
    tricks: Sequence[Chat]
    ordinary: Sequence[Chat]
    trick_weight: float = 1.0
    ordinary_weight: float = 1.0


@dataclass(frozen=True)
class Settings:
    """half_life: messages. penalty: of the squared weights. least: chats with a trick that a feature must be in."""

    half_life: float = 60.0
    penalty: float = 0.3
    least: int = 4
    iterations: int = 150


@dataclass(frozen=True)
class Fitted:
    """feature -> weight ("<" before a feature: for the one spoken to), and each source's mean sum per message."""

    weights: Mapping[str, float]
    drifts: Mapping[str, tuple[float, float]]


def vocabulary(chats: Iterable[Chat], least: int, allowed: frozenset[str]) -> dict[str, int]:
    """Return feature -> column: those of allowed words that stand in at least `least` chats."""
    counts: Counter[str] = Counter()
    for chat in chats:
        seen = set()
        for author, said in chat.messages:
            side = "" if author == chat.subject else TO
            seen |= {side + feature for feature in _features(said)}
        counts.update(seen)
    kept = [f for f, n in counts.items() if n >= least and all(w in allowed for w in f.removeprefix(TO).split())]
    return {name: place for place, name in enumerate([OWN, OTHER, *sorted(kept)])}


def _features(said: Sequence[str]) -> set[str]:
    return features(said, forms(LANGUAGE))


def encoded(chat: Chat, names: Mapping[str, int]) -> Encoded:
    """Return for each message its author and the columns it adds to, for the author and for the other."""
    found = []
    for author, said in chat.messages:
        present = _features(said)
        own = [names[f] for f in present if f in names]
        other = [names[TO + f] for f in present if TO + f in names]
        found.append((author, [*own, names[OWN]], [*other, names[OTHER]]))
    return found


def sums(messages: Encoded, person: str, half_life: float, at: set[int]) -> Iterator[dict[int, float]]:
    """Yield the decayed sums for one person at each message of `at`."""
    fade = 0.5 ** (1 / half_life)
    amounts: dict[int, tuple[float, int]] = {}
    for now, (author, own, other) in enumerate(messages):
        for column in own if author == person else other:
            amount, then = amounts.get(column, (0.0, now))
            amounts[column] = (amount * fade ** (now - then) + 1.0, now)
        if now in at:
            yield {column: amount * fade ** (now - then) for column, (amount, then) in amounts.items()}


class _Block:
    """The rows of one source."""

    def __init__(self, source: Source, names: Mapping[str, int], settings: Settings) -> None:
        self.rows: list[dict[int, float]] = []
        self.labels: list[int] = []
        self.weights: list[float] = []
        for chat in source.tricks:
            self._trick(chat, names, settings, source.trick_weight)
        for chat in source.ordinary:
            self._ordinary(chat, names, settings, source.ordinary_weight)
        self._pack(names)

    def _add(self, row: dict[int, float], label: int, weight: float) -> None:
        self.rows.append(row)
        self.labels.append(label)
        self.weights.append(weight)

    def _trick(self, chat: Chat, names: Mapping[str, int], settings: Settings, weight: float) -> None:
        """Later snapshots weigh more: nobody is asked to be sure at the first message."""
        messages = encoded(chat, names)
        at = {*range(_EVERY_TRICK - 1, len(messages), _EVERY_TRICK), len(messages) - 1}
        found = list(sums(messages, chat.subject or "", settings.half_life, at))
        for number, row in enumerate(found, 1):
            self._add(row, 1, weight * 2 * number / len(found) ** 2)
        for person in chat.people[:2]:
            if person != chat.subject:
                for row in sums(messages, person, settings.half_life, at):
                    self._add(row, 0, weight * _BYSTANDER / len(at))

    def _ordinary(self, chat: Chat, names: Mapping[str, int], settings: Settings, weight: float) -> None:
        messages = encoded(chat, names)
        at = {*range(_FIRST_ORDINARY, len(messages), _EVERY_ORDINARY), len(messages) - 1}
        for person in chat.people[:2]:
            for row in sums(messages, person, settings.half_life, at):
                self._add(row, 0, weight / len(at))

    def _pack(self, names: Mapping[str, int]) -> None:
        places = [(r, c, v) for r, row in enumerate(self.rows) for c, v in row.items()]
        rows, columns, values = zip(*places, strict=True)
        self.x = csr_matrix((values, (rows, columns)), (len(self.rows), len(names)))
        self.y, self.w = np.array(self.labels), np.array(self.weights)
        self.said = np.asarray(self.x[:, names[OWN]].todense()).ravel()
        self.heard = np.asarray(self.x[:, names[OTHER]].todense()).ravel()
        self.is_other = np.array([name.startswith(TO) for name in names])
        total = np.asarray(self.x[self.y == 0].sum(0)).ravel()
        self.rate = np.where(self.is_other, total / total[names[OTHER]], total / total[names[OWN]])
        self.rate[[names[OWN], names[OTHER]]] = 0.0

    def drift(self, weights: np.ndarray) -> tuple[float, float]:
        """Return what an ordinary message of this source adds on average, for who says and for who hears it."""
        mean = weights * self.rate
        return float(mean[~self.is_other].sum()), float(mean[self.is_other].sum())

    def loss(self, weights: np.ndarray, bias: float) -> tuple[float, np.ndarray, float]:
        """Return the loss and its slopes, for the weights and for the bias."""
        own, other = self.drift(weights)
        z = self.x @ weights - self.said * own - self.heard * other + bias
        loss = (np.logaddexp(0, -z) * self.y + np.logaddexp(0, z) * (1 - self.y)) @ self.w
        error = (1 / (1 + np.exp(-z)) - self.y) * self.w
        centred = np.where(self.is_other, (error @ self.heard) * self.rate, (error @ self.said) * self.rate)
        return float(loss), self.x.T @ error - centred, float(error.sum())


def fit(sources: Sequence[Source], allowed: frozenset[str], settings: Settings) -> Fitted:
    """Return the fitted weights."""
    names = vocabulary((chat for source in sources for chat in source.tricks), settings.least, allowed)
    blocks = [_Block(source, names, settings) for source in sources]
    size = len(names)

    def whole(point: np.ndarray) -> tuple[float, np.ndarray]:
        weights = point[:size]
        loss, slope, biases = settings.penalty * float(weights @ weights), 2 * settings.penalty * weights, []
        for place, block in enumerate(blocks):
            part, by_weight, by_bias = block.loss(weights, float(point[size + place]))
            loss, slope = loss + part, slope + by_weight
            biases.append(by_bias)
        return loss, np.append(slope, biases)

    start = np.zeros(size + len(blocks))
    found = minimize(whole, start, jac=True, method="L-BFGS-B", options={"maxiter": settings.iterations})
    weights = found.x[:size]
    drifts = {source.name: block.drift(weights) for source, block in zip(sources, blocks, strict=True)}
    return Fitted({name: float(weights[place]) for name, place in names.items()}, drifts)
