"""A baseline: a linear model of words, as the field trains them, on the same talk that ours is made on.

Logistic regression on the words that one side has said, for each side of the invented chats that may be seen (the
subjects against everybody else) and of half of the student chats. The first message at which somebody's words sum up to
the threshold is an alarm; the threshold is the lowest with at most 0.5 alarms per 10,000 messages of the student chats
trained on. No words are left out of it: that is what makes such models strong at home and blind elsewhere.
"""

from __future__ import annotations

import math
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.manner.talk import trained_on

from benchmarks import chats, first_alarm
from safelight.evaluation.run import Outcome
from safelight.importers.jsonl import Record

SEED, ROUNDS, RATE, PENALTY = 7, 6, 0.3, 1e-5
LEAST_CHATS = 5
BOUND = 0.5
# A subject's words weigh as many times more than a bystander's, since there are few of them.
BALANCE = 30.0
_WORD = re.compile(r"[a-z']+")


def said(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


@dataclass(frozen=True)
class Model:
    """weights: word -> weight; bias: before any word; threshold: of the sum, from which on there is an alarm."""

    weights: dict[str, float]
    bias: float
    threshold: float = math.inf

    def alarms(self, record: Record) -> Iterator[tuple[int, str, float]]:
        """Yield (message, author, sum so far) for each message."""
        seen: dict[str, set[str]] = {}
        sums: dict[str, float] = {}
        for number, message in enumerate(record.conversation.messages):
            known = seen.setdefault(message.author, set())
            new = said(message.text) - known
            known |= new
            sums[message.author] = sums.get(message.author, self.bias) + sum(self.weights.get(w, 0.0) for w in new)
            yield number, message.author, sums[message.author]

    def outcome(self, record: Record) -> Outcome:
        started = time.process_time()
        first = next(((n, who) for n, who, total in self.alarms(record) if total >= self.threshold), None)
        return first_alarm.outcome(record, first, started)


def rows(records: Iterable[Record]) -> Iterator[tuple[set[str], int]]:
    """Yield the words of each side, and whether it is the subject of a chat labelled 1."""
    for record in records:
        sides: dict[str, set[str]] = {}
        for message in record.conversation.messages:
            sides.setdefault(message.author, set()).update(said(message.text))
        for who, words in sides.items():
            yield words, int(record.label == 1 and who == record.subject)


def train() -> Model:
    """Return the model. Takes some seconds."""
    ordinary = [record for record in chats.students() if trained_on(record.conversation.id)]
    examples = list(rows([*chats.invented("seen"), *ordinary]))
    counts = Counter(word for words, _ in examples for word in words)
    kept = {word for word, count in counts.items() if count >= LEAST_CHATS}
    model = _fitted([(sorted(words & kept), label) for words, label in examples])
    peaks = sorted((max(total for *_, total in model.alarms(record)) for record in ordinary), reverse=True)
    allowed = int(BOUND * sum(len(record.conversation.messages) for record in ordinary) / 10_000)
    return Model(model.weights, model.bias, peaks[allowed] + 1e-9)


def _fitted(examples: list[tuple[list[str], int]]) -> Model:
    """Fit by stochastic gradient descent with Adagrad steps."""
    chance = random.Random(SEED)
    weights: dict[str, float] = {}
    slopes: dict[str, float] = {}
    bias = 0.0
    for _ in range(ROUNDS):
        chance.shuffle(examples)
        for words, label in examples:
            total = bias + sum(weights.get(word, 0.0) for word in words)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label) * (BALANCE if label else 1.0)
            bias -= 0.01 * error
            for word in words:
                slope = error + PENALTY * weights.get(word, 0.0)
                slopes[word] = slopes.get(word, 1.0) + slope * slope
                weights[word] = weights.get(word, 0.0) - RATE * slope / math.sqrt(slopes[word])
    return Model(weights, bias)
