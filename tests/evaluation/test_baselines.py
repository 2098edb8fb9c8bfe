"""The baselines: what they learn and when they alarm, on talk small enough to follow."""

import math

import numpy as np
import pytest
from benchmarks import baselines, nearest_seeds
from benchmarks.linear_words import Model, _fitted, rows
from tests.evaluation.test_run import record

MODEL = Model({"secret": 2.0, "mum": 1.0, "ok": -0.5}, -1.0, 1.5)


def test_an_alarm_comes_with_the_word_that_reaches_the_threshold():
    found = MODEL.outcome(record())
    assert (found.alarm_at, found.named, found.right) == (5, "Kai", True)
    assert Model(MODEL.weights, MODEL.bias).outcome(record()).alarm_at is None


def test_a_word_counts_once_for_each_side():
    said = [("Kai", "mum mum"), ("Kai", "mum"), ("Mia", "mum")]
    assert [total for *_, total in MODEL.alarms(record(said))] == [0.0, 0.0, 0.0]


def test_the_rows_are_the_sides():
    found = dict((label, words) for words, label in rows([record()]))
    assert "secret" in found[1]
    assert found[0] == {"13", "ok"} - {"13"}


def test_what_is_learned():
    model = _fitted([(["secret", "the"], 1), (["the", "bus"], 0), (["the", "ball"], 0)] * 40)
    assert model.weights["secret"] > 1 > 0 > model.weights["bus"]
    assert all(math.isfinite(weight) for weight in model.weights.values())


def test_the_page_holds_the_figures():
    card = {
        "found": {"recall": {"value": 0.5, "low": 0.4, "high": 0.6}, "at": {15: 0.2, 25: 0.3}, "to_alarm": None},
        "quiet": None,
    }
    text = baselines.page({"a set": {"a judge": card}})
    assert "| a set | a judge | 0.500 (0.400–0.600) | 0.20 | 0.30 | – | – |" in text


def seeds(threshold=math.inf):
    """A stand-in for the encoder: a text with "secret" points one way, any other the other way."""

    def encode(texts):
        return np.array([[1.0, 0.0] if "secret" in text else [0.0, 1.0] for text in texts], np.float32)

    ordinary = np.array([[0.0, 1.0]] * nearest_seeds.NEAREST, np.float32)
    return nearest_seeds.Model(encode, np.array([[1.0, 0.0]], np.float32), ordinary, threshold)


def test_a_margin_is_likeness_to_tricks_less_likeness_to_ordinary_lines():
    said = [("Kai", "our secret"), ("Mia", "ok"), ("Kai", "")]
    assert seeds().margins(record(said)).tolist() == [1.0, -1.0, -2.0]


def test_the_three_nearest_of_somebody_count():
    said = [("Kai", "secret"), ("Mia", "secret"), ("Kai", "secret again"), ("Kai", "secret"), ("Kai", "secret")]
    means = [mean for _, who, mean in seeds().sums(record(said)) if who == "Kai"]
    assert means == pytest.approx([1 / 3, 2 / 3, 1.0, 1.0])
    found = seeds(0.9).outcome(record(said))
    assert (found.alarm_at, found.named) == (4, "Kai")
    assert seeds().outcome(record(said)).alarm_at is None
