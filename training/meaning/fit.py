"""Fits the weights: logistic regression on fading means of vectors, each source of talk with a level of its own.

Within each source the same ordinary talk stands on both sides, so that what is learned is what tricks say, and not how
a source is written. The levels of the sources are left out of what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from training.meaning.talk import Chat, Line, Vectors

SIZE = 512


@dataclass(frozen=True)
class Settings:
    """half_life, hold_back: as the model has them. penalty: of the squared weights. The rest: what one chat weighs."""

    half_life: float = 60.0
    hold_back: float = 8.0
    penalty: float = 0.03
    students: float = 0.3
    look_alikes: float = 2.0
    line: float = 0.2
    iterations: int = 80


@dataclass(frozen=True)
class Source:
    """Rows of one source: what was meant so far (1024 numbers), 1 for tricks, and what each row weighs."""

    rows: Vectors
    labels: Vectors
    weights: Vectors


def means(chat: Chat, settings: Settings) -> Iterator[tuple[int, str, Vectors]]:
    """Yield (message, person, 1024 numbers) after each message, for its author and for whom it most likely answers."""
    fade = 0.5 ** (1 / settings.half_life)
    sums: dict[str, Vectors] = {}
    last: dict[str, int] = {}
    for place, (author, vector) in enumerate(chat.said):
        for person in sums:
            sums[person] = sums[person] * fade
        own = sums.setdefault(author, np.zeros(2 * SIZE + 2, np.float32))
        own[:SIZE] += vector
        own[2 * SIZE] += 1
        listener = max((p for p in last if p != author), key=lambda p: last[p], default=None)
        if listener is not None:
            sums[listener][SIZE : 2 * SIZE] += vector
            sums[listener][2 * SIZE + 1] += 1
        last[author] = place
        for person in (author, listener):
            if person is not None:
                yield place, person, _mean(sums[person], settings)


def _mean(sums: Vectors, settings: Settings) -> Vectors:
    said, heard = sums[2 * SIZE :] + settings.hold_back
    return np.concatenate([sums[:SIZE] / said, sums[SIZE : 2 * SIZE] / heard])


def sampled(
    chats: Iterable[Chat], settings: Settings, label: int, weight: float, *, first: int, every: int, subject: bool
) -> Source:
    """Return rows of chats: at message `first`, every so many, and the last; of the subject alone, or of the first two.

    What a chat weighs is shared among its rows.
    """
    rows: list[Vectors] = []
    weights: list[float] = []
    for chat in chats:
        people = list(dict.fromkeys(author for author, _ in chat.said))[:2]
        wanted = [chat.subject] if subject else people
        at = {*range(first, len(chat.said), every), len(chat.said) - 1}
        found = [row for place, person, row in means(chat, settings) if place in at and person in wanted]
        rows.extend(found)
        weights.extend(weight / len(found) for _ in found)
    return Source(np.array(rows), np.full(len(rows), float(label)), np.array(weights))


def one_by_one(lines: Sequence[Line], settings: Settings) -> Source:
    """Return each line as if it were all that was said."""
    own = np.array([line.vector for line in lines]) / (1 + settings.hold_back)
    labels = np.array([float(line.fires) for line in lines])
    return Source(np.concatenate([own, np.zeros_like(own)], 1), labels, np.full(len(lines), settings.line))


def joined(*parts: Source) -> Source:
    """Return parts as one source."""
    return Source(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("rows", "labels", "weights")))


def fit(sources: Sequence[Source], settings: Settings) -> Vectors:
    """Return 1024 weights."""
    size = 2 * SIZE

    def whole(point: Vectors) -> tuple[float, Vectors]:
        weights = point[:size]
        loss, slope = settings.penalty * float(weights @ weights), np.zeros_like(point)
        slope[:size] = 2 * settings.penalty * weights
        for place, part in enumerate(sources):
            z = part.rows @ weights + point[size + place]
            lost = np.logaddexp(0, -z) * part.labels + np.logaddexp(0, z) * (1 - part.labels)
            error = (1 / (1 + np.exp(-z)) - part.labels) * part.weights
            loss += float(lost @ part.weights)
            slope[:size] += part.rows.T @ error
            slope[size + place] += error.sum()
        return loss, slope

    start = np.zeros(size + len(sources))
    found = minimize(whole, start, jac=True, method="L-BFGS-B", options={"maxiter": settings.iterations})
    return np.asarray(found.x[:size])
