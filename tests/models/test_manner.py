"""The model of the manner of talk: its files fit together, its features are those of training, and it is bounded."""

import hashlib
import json
import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.talk import said, watched

from safelight.assessment.weights import weights
from safelight.lexicons.load import forms
from safelight.lexicons.load import languages as lexicon_languages
from safelight.models import load as loading
from safelight.models.manner_of_talk import FEATURES, LANGUAGE, Weigher, features, languages, model, tokens
from safelight.schema.assessments import Level
from safelight.schema.errors import BadData

FORMS = forms(LANGUAGE)
WEIGHER = Weigher(model(), FORMS)
FOLDER = files("safelight.models").joinpath("manner")
WORDS = sorted(model().words)
lines = st.lists(st.sampled_from([*WORDS[:400], ".", "7", "u", "zzz"]), min_size=1, max_size=12)


def test_every_folder_with_a_manifest_is_a_model_of_its_language():
    assert LANGUAGE in languages()
    folders = {name for name in loading.names() if name.partition("_")[0] == "manner"}
    assert folders == {"manner" if code == LANGUAGE else f"manner_{code}" for code in languages()}
    assert languages() <= set(lexicon_languages())


@pytest.mark.parametrize("code", sorted(languages()))
def test_the_manifest_describes_the_weights(code):
    folder = files("safelight.models").joinpath("manner" if code == LANGUAGE else f"manner_{code}")
    manifest = tomllib.loads(folder.joinpath("manifest.toml").read_text("utf-8"))
    body = folder.joinpath("weights.json").read_bytes()
    assert manifest["sha256"] == hashlib.sha256(body).hexdigest()
    assert manifest["features"] == FEATURES
    assert manifest["language"] == code
    assert manifest["licence"] and manifest["trained_on"]
    assert folder.joinpath("card.md").is_file()
    assert model(code).words and model(code).half_life > 0


def test_a_model_in_the_folder_of_another_language_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "manner_xx"
    folder.mkdir()
    for name in ("manifest.toml", "weights.json"):
        (folder / name).write_bytes(FOLDER.joinpath(name).read_bytes())
    monkeypatch.setattr(loading, "files", lambda _package: tmp_path)
    with pytest.raises(BadData, match="another language"):
        model("xx")


def test_other_weights_and_other_features_are_refused(tmp_path, monkeypatch):
    folder = tmp_path / "manner"
    folder.mkdir()
    (folder / "manifest.toml").write_text(FOLDER.joinpath("manifest.toml").read_text("utf-8"), encoding="utf-8")
    (folder / "weights.json").write_bytes(FOLDER.joinpath("weights.json").read_bytes())
    monkeypatch.setattr(loading, "files", lambda _package: tmp_path)
    assert loading.load("manner", FEATURES)[1]
    with pytest.raises(BadData, match="other features"):
        loading.load("manner", "others")
    (folder / "weights.json").write_bytes(b"{}")
    with pytest.raises(BadData, match="not those of the manifest"):
        loading.load("manner", FEATURES)
    with pytest.raises(BadData, match="cannot be read"):
        loading.load("nowhere", FEATURES)


@given(lines)
def test_what_the_check_adds_up_is_what_training_counts(line):
    """The quick way through a message and the plain list of features give the same sum, but for pairs said twice."""
    manner = model()
    found = features(line, FORMS)
    table = json.loads(FOLDER.joinpath("weights.json").read_text("utf-8"))
    plain = [sum(table.get(name, (0, 0))[side] for name in found) for side in (0, 1)]
    written = tokens(line, FORMS)
    neighbours = list(pairwise(written))
    if len(set(neighbours)) == len(neighbours):
        expected = [
            max(manner.least, min(manner.most, s + c)) for s, c in zip(plain, (manner.own, manner.other), strict=True)
        ]
        assert WEIGHER.weigh(line) == pytest.approx(expected)


def test_chat_forms_and_numbers_are_written_out():
    assert tokens(["u", "14", "im"], FORMS) == ["you", "#", "i", "am"]


def test_one_message_adds_a_bounded_amount():
    manner = model()
    own, other = WEIGHER.weigh(WORDS * 3)
    assert manner.least <= own <= manner.most
    assert manner.least <= other <= manner.most


def test_manner_alone_never_reaches_a_notice_without_a_sign():
    """Words that weigh the most, without one phrase of a trick: nothing is said about anybody."""
    heavy = sorted(model().words, key=lambda word: -model().words[word][0])[:6]
    rows = [("Kai", f"zzz {word} zzz") for word in heavy for _ in range(5)]
    assessment = watched(said(*rows))
    if not assessment.findings:
        assert assessment.level <= Level.NOTHING_NOTICED
    assert weights().manner.most < dict(weights().levels)[Level.CONCERN]


def test_the_row_is_named_and_says_why():
    talk = watched(
        said(*(("Kai", line) for line in ("how old are you", "send me a pic, only for me", "dont tell your mom")))
    )
    rows = {reason.row: reason for person in talk.by_participant.values() for reason in person.reasons}
    assert rows["manner.words"].says
    assert 0 < rows["manner.words"].points <= weights().manner.most
