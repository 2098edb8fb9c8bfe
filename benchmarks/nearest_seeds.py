"""A baseline: nearest seeds, as open tools for rare kinds of talk do it (Roblox Sentinel), with the extra `meaning`.

Each message's margin is its likeness (cosine of sentence vectors) to the nearest line of a trick, less the mean
likeness to the ten nearest ordinary lines. The lines are those of the English cases, and for ordinary ones also a
sample of the student talk that models are made on. The mean of somebody's three highest margins is an alarm from a
threshold on: the lowest with at most 0.5 alarms per 10,000 messages of other student chats of that half. Sentinel's own
way of adding up (skewness) is left out: it ranks whoever uses tricks all the time below ordinary talk.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from training.manner.talk import trained_on
from training.meaning.talk import Encode, Vectors, in_batches, lines

from benchmarks import chats, first_alarm
from safelight.evaluation.run import Outcome
from safelight.importers.jsonl import Record
from safelight.models.meaning_of_talk import LONGEST

SEED, SAMPLE, SHARE = 7, 3_000, 0.5
NEAREST, HIGHEST, BOUND = 10, 3, 0.5


@dataclass(frozen=True)
class Model:
    """tricks, ordinary: one vector a row, of length 1. threshold: of the mean of the highest margins."""

    encode: Encode = field(repr=False)
    tricks: Vectors = field(repr=False)
    ordinary: Vectors = field(repr=False)
    threshold: float = math.inf

    def margins(self, record: Record) -> Vectors:
        """Return one margin for each message; minus two for those without words."""
        said = [n for n, m in enumerate(record.conversation.messages) if m.text.strip()]
        found = np.full(len(record.conversation.messages), -2.0, np.float32)
        if said:
            vectors = in_batches([record.conversation.messages[n].text[:LONGEST] for n in said], self.encode)
            near = np.partition(vectors @ self.ordinary.T, -NEAREST, axis=1)[:, -NEAREST:].mean(1)
            found[said] = (vectors @ self.tricks.T).max(1) - near
        return found

    def sums(self, record: Record) -> Iterator[tuple[int, str, float]]:
        """Yield (message, author, mean of the highest margins so far; of fewer messages, less) for each message."""
        highest: dict[str, list[float]] = {}
        for number, (message, margin) in enumerate(
            zip(record.conversation.messages, self.margins(record), strict=True)
        ):
            kept = sorted([*highest.get(message.author, []), max(0.0, float(margin))], reverse=True)[:HIGHEST]
            highest[message.author] = kept
            yield number, message.author, sum(kept) / HIGHEST

    def outcome(self, record: Record) -> Outcome:
        started = time.process_time()
        first = next(((n, who) for n, who, mean in self.sums(record) if mean >= self.threshold), None)
        return first_alarm.outcome(record, first, started)


def train(encode: Encode) -> Model:
    """Return the model. Takes some minutes."""
    chance = random.Random(SEED)
    ordinary = [record for record in chats.students() if trained_on(record.conversation.id)]
    chance.shuffle(ordinary)
    cut = int(SHARE * len(ordinary))
    texts = [m.text[:LONGEST] for record in ordinary[:cut] for m in record.conversation.messages if m.text.strip()]
    short = lines(encode)
    quiet = np.array([line.vector for line in short if not line.fires])
    sample = in_batches(chance.sample(texts, SAMPLE), encode)
    model = Model(encode, np.array([line.vector for line in short if line.fires]), np.concatenate([quiet, sample]))
    judged = ordinary[cut:]
    peaks = sorted((max((s for *_, s in model.sums(record)), default=0.0) for record in judged), reverse=True)
    allowed = int(BOUND * sum(len(record.conversation.messages) for record in judged) / 10_000)
    return Model(encode, model.tricks, model.ordinary, peaks[allowed] + 1e-9)
