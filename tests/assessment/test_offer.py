"""The rule for offers: combinations count, one indicator never does; and its tables agree with each other."""

import tomllib
from pathlib import Path

import pytest
import yaml

import safelight
from safelight.assessment.kinds.offer import STRENGTHS, indicators, level
from safelight.engine import check
from safelight.lexicons.load import languages, lexicon
from safelight.locales.load import translator
from safelight.report.kinds.offer import blocks, signs
from safelight.schema.assessments import Level
from safelight.schema.items import Offer
from safelight.signals.indicators import IN_SHORT

OFFERS = yaml.safe_load(Path(__file__).with_name("offers.yml").read_text("utf-8"))
LATER = {
    name: yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text("utf-8"))
    for name in ("offers_second", "offers_third", "offers_fourth")
}
ROUNDABOUT = yaml.safe_load(Path(__file__).with_name("offers_roundabout.yml").read_text("utf-8"))
SPOKEN = [code for code in OFFERS["concern"] if code in languages()]
NAMES = {name for name in indicators()[0]}
# Groups that inform a signal and are no indicators themselves.
PARTS = {"known_firm", "compound_role", "compound_place", "border_crossed"}


@pytest.mark.parametrize(
    ("strong", "medium", "weak", "expected"),
    [
        (0, 0, 9, Level.NOTHING_NOTICED),
        (1, 0, 0, Level.NOTICE),
        (0, 1, 1, Level.NOTHING_NOTICED),
        (0, 2, 0, Level.NOTICE),
        (2, 0, 0, Level.CONCERN),
        (1, 1, 0, Level.CONCERN),
        (1, 0, 1, Level.CONCERN),
        (0, 3, 0, Level.CONCERN),
        (0, 2, 1, Level.CONCERN),
        (3, 0, 0, Level.URGENT),
    ],
)
def test_the_published_rule(strong, medium, weak, expected):
    assert level({"strong": strong, "medium": medium, "weak": weak, "background": 20}) == expected


def test_every_indicator_has_a_strength_and_a_sentence():
    for name, row in indicators()[0].items():
        assert row.strength in STRENGTHS, name
        assert row.says.endswith("."), name
        assert 0 < row.points <= 3, name


@pytest.mark.parametrize("code", languages())
def test_every_group_of_phrases_is_an_indicator(code):
    groups = {(g.lexicon, g.name.removesuffix(IN_SHORT)) for g in lexicon(code, "offer").groups if g.strength}
    assert {name for file, name in groups if file != "stated"} <= NAMES | PARTS
    assert {name for file, name in groups if file == "stated"} <= NAMES


def test_the_report_shows_every_strong_and_medium_indicator():
    shown = {name for sign in signs().values() for name in sign.indicators}
    assert shown <= NAMES
    assert {name for name, row in indicators()[0].items() if row.strength in ("strong", "medium")} <= shown


def test_the_table_says_present_absent_and_not_stated():
    offer = Offer("No fees. We pay your flight and visa. WhatsApp only.")
    signs_block, questions = blocks(offer, check(offer), translator("en"))
    told = {name: state for name, state in signs_block.rows}
    assert told["The journey is arranged by somebody else"] == "present"
    assert told["Money is wanted first"] == "absent"
    assert told["It is to be kept from the family"] == "not stated"
    assert any("flight" in sentence for sentence in questions.sentences)


def test_points_put_offers_in_an_order():
    worse = check(Offer("No interview, we keep your passport. Dont tell your parents."))
    better = check(Offer("No interview. Bakery, Mill Lane 4."))
    assert sum(r.points for r in worse.reasons) > sum(r.points for r in better.reasons) > 0


def test_fields_that_are_not_there_are_not_missing():
    assert not [
        r for r in check(Offer("Cook wanted in Leeds, two years of work.")).reasons if r.row == "offer.no_employer"
    ]
    assert check(Offer("Cook", fields={"company": "", "has_company_logo": "0"})).level == Level.NOTHING_NOTICED


@pytest.mark.parametrize("code", SPOKEN)
def test_nearly_all_invented_bad_offers_are_a_concern(code):
    missed = [text for text in OFFERS["concern"][code] if check(Offer(text)).level < Level.CONCERN]
    assert len(missed) <= len(OFFERS["concern"][code]) // 10


@pytest.mark.parametrize("text", [text for code in OFFERS["quiet"] for text in OFFERS["quiet"][code]])
def test_ordinary_offers_are_no_concern(text):
    assert check(Offer(text)).level < Level.CONCERN


def test_odd_offers_break_nothing():
    for offer in (
        Offer(""),
        Offer("x" * 300_000),
        Offer("", title="!" * 5000),
        Offer("a", fields={"": "", "pay": "1" * 999}),
    ):
        assert safelight.check(offer).level <= Level.NOTICE


def test_the_tables_name_sources():
    text = Path(safelight.__file__).with_name("assessment").joinpath("kinds/offer.toml").read_text("utf-8")
    assert all(row["source"] for row in tomllib.loads(text)["indicator"].values())


@pytest.mark.parametrize("name", LATER)
def test_the_later_sets_of_short_offers(name):
    lures = [text for texts in LATER[name]["concern"].values() for text in texts]
    found = sum(check(Offer(text)).level >= Level.CONCERN for text in lures)
    assert found >= 0.9 * len(lures)


@pytest.mark.parametrize(
    "text", [text for table in (*LATER.values(), ROUNDABOUT) for texts in table["quiet"].values() for text in texts]
)
def test_honest_short_offers_are_no_concern(text):
    assert check(Offer(text)).level < Level.CONCERN
