"""The table of weights: every row names things that exist, and every thing that needs a row has one."""

import importlib
import tomllib
from importlib.resources import files

import pytest
from tests.tone.lint import Text, banned, too_hard, too_long

from safelight.assessment import weights as module
from safelight.assessment.weights import Row, weights
from safelight.schema.assessments import Level
from safelight.schema.errors import BadData
from safelight.signals.registry import signals
from safelight.taxonomy.load import techniques

TABLE = weights()
SOURCE = files("safelight.assessment").joinpath("weights.toml").read_text(encoding="utf-8")
RAW = tomllib.loads(SOURCE)
ROWS = (*TABLE.techniques.values(), *TABLE.together, *TABLE.breadth.values(), *TABLE.who.values(), TABLE.limit)


def own_rows() -> set[str]:
    """The rows that signals add to under a name of their own (the constant ROW of their module)."""
    modules = (importlib.import_module(f"safelight.signals.{name}") for name in signals("conversation"))
    return {module.ROW for module in modules if hasattr(module, "ROW")}


def test_every_technique_that_a_signal_sees_has_a_row():
    seen = {signal.technique for signal in signals("conversation").values()} - {"*"}
    assert seen - set(TABLE.techniques) == set()


def test_every_row_of_a_signals_own_exists():
    assert own_rows() <= set(TABLE.techniques)


def test_every_technique_row_is_a_technique_or_a_signals_own():
    assert set(TABLE.techniques) - set(techniques()) == own_rows()


def test_every_technique_without_a_row_says_why_it_has_no_signal():
    missing = set(techniques()) - set(TABLE.techniques)
    assert [name for name in missing if not techniques()[name].no_signal] == []


@pytest.mark.parametrize("row", TABLE.together, ids=lambda row: row.name)
def test_what_comes_together_exists(row: Row):
    assert len(row.needs) >= 2
    assert all(row.needs)
    named = frozenset().union(*row.needs)
    assert named - set(TABLE.techniques) == set()
    assert row.points > 0


@pytest.mark.parametrize("row", TABLE.together, ids=lambda row: row.name)
def test_one_technique_alone_is_never_two(row: Row):
    """A technique that stands in every list of a row would give the points for itself."""
    assert frozenset.intersection(*row.needs) == frozenset()


def test_what_is_urgent_exists():
    assert TABLE.urgent
    assert TABLE.urgent - set(techniques()) == set()
    assert all(techniques()[name].severity == 4 for name in TABLE.urgent)
    assert 0 < TABLE.urgent_from <= 1


def test_levels_rise():
    points = {level: least for level, least in TABLE.levels}
    assert 0 < points[Level.NOTICE] < points[Level.CONCERN] < points[Level.URGENT]
    assert [level for level, _ in TABLE.levels] == [Level.URGENT, Level.CONCERN, Level.NOTICE]


@pytest.mark.parametrize("row", TABLE.techniques.values(), ids=lambda row: row.name)
def test_one_sighting_is_bounded(row: Row):
    assert 0 < row.points <= row.most


@pytest.mark.parametrize("row", TABLE.who.values(), ids=lambda row: row.name)
def test_a_row_about_ages_scales(row: Row):
    assert row.most > 0
    assert row.says


def test_breadth_rises():
    numbers = sorted(TABLE.breadth)
    assert [TABLE.breadth[n].points for n in numbers] == sorted({TABLE.breadth[n].points for n in numbers})


def test_row_names_are_unique():
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))


def test_the_more_severe_counts_no_less():
    """Of one tactic, an "act now" technique is worth at least what an ordinary one is."""
    for name, row in TABLE.techniques.items():
        for other, less in TABLE.techniques.items():
            a, b = techniques().get(name), techniques().get(other)
            if a and b and a.tactic == b.tactic and a.severity == 4 and b.severity == 1:
                assert row.points >= less.points, (name, other)


SAID = [Text(row.name, row.says, graded=True) for row in ROWS if row.says]


@pytest.mark.parametrize("text", SAID, ids=lambda text: text.where)
def test_what_a_row_says_keeps_the_tone(text: Text):
    assert banned(text) + too_long(text) + too_hard(text) == []


def test_every_row_that_is_not_a_technique_says_something():
    silent = [row.name for row in ROWS if not row.says and not row.name.startswith("technique.")]
    assert silent == []
    assert all(TABLE.says(row.name) == row.says for row in ROWS)


def test_a_technique_of_the_taxonomy_speaks_through_the_taxonomy():
    assert TABLE.says("technique.isolation.secrecy_request") == ""
    assert TABLE.says("no.such.row") == ""


def test_the_keys_are_the_documented_ones():
    allowed = {"technique": {"points", "most", "says"}, "together": {"points", "all", "says"},
               "breadth": {"points", "says"}, "who": {"points", "most", "says"}}  # fmt: skip
    for section, keys in allowed.items():
        for name, row in RAW[section].items():
            assert set(row) <= keys, f"{section}.{name}"
    assert RAW["version"]


@pytest.mark.parametrize("wrong", ['half_life = "long"', "[levels]\nnotice = 1", '[technique]\n"a.b" = { most = 1 }'])
def test_a_wrong_row_is_told(wrong, monkeypatch, tmp_path):
    key = wrong.split(" ")[0]
    text = (
        SOURCE.replace(f"half_life = {TABLE.half_life}", wrong)
        if key == "half_life"
        else f"{SOURCE.split('[levels]')[0]}{wrong}"
    )
    (tmp_path / "weights.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(BadData) as caught:
        module.weights.__wrapped__()
    assert "weights.toml" in str(caught.value)
