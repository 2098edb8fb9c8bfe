"""The taxonomy is whole, checked, and says where a data file is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safelight.schema.errors import BadData
from safelight.taxonomy import load
from safelight.taxonomy.load import KINDS, Technique, tactics, techniques
from safelight.taxonomy.tables import parse

# DESIGN, section 7.
DESIGN = {
    "targeting": "exposed_personal_details exposed_location personal_details_probe age_probe location_probe",
    "deception": "false_identity claims_to_be_a_peer phoney_website fake_job_offer modelling_offer "
    "romance_or_marriage_promise study_or_travel_offer impersonates_trusted_organization",
    "contact": "unsolicited_approach open_group_to_private keeps_contacting_after_refusal",
    "trust": "flattery fast_intimacy gifts_or_game_currency special_understanding",
    "isolation": "secrecy_request move_to_private_app against_family_or_friends delete_traces",
    "probing": "supervision_check compliance_test vulnerability_probe",
    "sexualization": "sexual_topic image_request camera_or_live_request unsolicited_images normalizing",
    "coercion": "threat_to_expose threat_of_harm guilt_or_pressure payment_demand more_images_demand surveillance debt "
    "documents_taken",
    "exploitation": "meeting_request travel_arrangement recruitment_into_sexual_services live_broadcast sale_of_images "
    "recruit_friends",
    "monetization": "crypto_payment gift_card_payment money_mule layering",
    "concealment": "anonymous_service coded_language disposable_accounts shared_infrastructure",
}
# The syllabus; until the lessons exist this is what a slug may be.
LESSONS = {
    "fake-profiles", "move-to-another-app", "secrets", "pictures-and-threats", "gifts-and-offers",
    "what-a-photo-shows", "privacy-settings", "friend-in-trouble", "telling-someone", "for-carers",
}  # fmt: skip
EVERY = list(techniques().values())

TACTIC = '[tactic]\nid = "trust"\nname = "Close"\naim = "To be close."\n'
ENTRY = """
[[technique]]
id = "flattery"
name = "Sweet words"
says = "Tells you nice things."
why = "It feels good."
definition = "Praise."
severity = 1
kinds = ["conversation"]
looks_like = ["A friend.", "A coach."]
sources = ["Somebody 2020 (seen)"]
do = ["Enjoy it.", "Owe nothing."]
lesson = "secrets"
no_signal = ""
"""


def build(text: str, file: str = "taxonomy/trust.toml") -> dict[str, Technique]:
    return dict(load.build([parse(file, text.encode())])[1])


def test_holds_exactly_the_techniques_of_the_design() -> None:
    wanted = {f"{tactic}.{name}" for tactic, names in DESIGN.items() for name in names.split()}
    assert set(techniques()) == wanted
    assert set(tactics()) == set(DESIGN)
    assert len(techniques()) == 54


def test_sorted_by_id_cached_and_read_only() -> None:
    assert list(techniques()) == sorted(techniques())
    assert techniques() is techniques()
    with pytest.raises(TypeError):
        techniques()["x"] = EVERY[0]  # type: ignore[index]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_entry_is_whole(one: Technique) -> None:
    assert one.tactic in tactics()
    assert 1 <= one.severity <= 4
    assert set(one.kinds) <= set(KINDS)
    assert len(one.looks_like) >= 2
    assert len(one.do) >= 2
    assert one.lesson in LESSONS
    assert len(one.definition) > 60
    assert all(text.endswith(".") for text in (one.definition, one.says, one.why, *one.do, *one.looks_like))


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_says_fits_below_a_name(one: Technique) -> None:
    """It is read after a person's name in a heading: one short sentence about the words, in the third person."""
    assert len(re.findall(r"[.!?]", one.says)) == 1
    assert len(one.says) <= 90
    assert one.says.split()[0].endswith("s"), "begins with what the words do: Asks, Offers, Says, ..."
    assert not one.name.endswith(".")
    assert len(one.name.split()) <= 8


def test_texts_are_not_repeated() -> None:
    for field in ("name", "says", "definition"):
        texts = [getattr(one, field) for one in EVERY]
        assert len(set(texts)) == len(texts), field


def test_conversation_signal_or_reason() -> None:
    without = {one.id for one in EVERY if one.no_signal}
    assert without == {
        "targeting.exposed_personal_details",
        "targeting.exposed_location",
        "deception.phoney_website",
        "concealment.shared_infrastructure",
        "concealment.disposable_accounts",
        "monetization.layering",
    }
    assert all("conversation" in one.kinds for one in EVERY if not one.no_signal)


def test_no_source_is_a_link_to_somewhere_else_than_a_work() -> None:
    assert not [one.id for one in EVERY for source in one.sources if "http" in source or ".." in source]


def test_every_lesson_for_young_people_is_used() -> None:
    assert {one.lesson for one in EVERY} >= LESSONS - {"for-carers"}


# ---------------------------------------------------------------- wrong data files

WRONG = {
    "severity": ("severity = 1", "severity = 5"),
    "severity as text": ("severity = 1", 'severity = "1"'),
    "severity as truth": ("severity = 1", "severity = true"),
    "kinds": ('["conversation"]', '["chat"]'),
    "looks_like": ('["A friend.", "A coach."]', '["A friend."]'),
    "do": ('["Enjoy it.", "Owe nothing."]', '["Enjoy it.", "Enjoy it."]'),
    "sources": ("Somebody 2020 (seen)", "Somebody 2020"),
    "lesson": ('lesson = "secrets"', 'lesson = "Secrets 1"'),
    "says": ('says = "Tells you nice things."', 'says = " "'),
    "why": ('why = "It feels good."\n', ""),
    "id": ('id = "flattery"', 'id = "Flattery!"'),
    "no_signal": ('["conversation"]', '["profile"]'),
    "sayz": ('says = "Tells', 'sayz = "x"\nsays = "Tells'),
}


def test_right_file_loads() -> None:
    assert list(build(TACTIC + ENTRY)) == ["trust.flattery"]


@pytest.mark.parametrize("key", WRONG)
def test_wrong_file_names_file_and_key(key: str) -> None:
    before, after = WRONG[key]
    assert ENTRY.count(before) == 1
    with pytest.raises(BadData) as caught:
        build(TACTIC + ENTRY.replace(before, after))
    assert "taxonomy/trust.toml" in str(caught.value)
    assert f"technique[0].{key.split()[0]}" in caught.value.where


def test_file_must_be_named_after_its_tactic() -> None:
    with pytest.raises(BadData, match=r"tactic\.id must be the file's name"):
        build(TACTIC + ENTRY, "taxonomy/isolation.toml")


def test_same_id_twice() -> None:
    with pytest.raises(BadData, match="used twice"):
        build(TACTIC + ENTRY + ENTRY)


@pytest.mark.parametrize("text", ["[tactic", "x = 1\n" + TACTIC + ENTRY, TACTIC, ENTRY])
def test_broken_or_partial_file(text: str) -> None:
    with pytest.raises(BadData, match=r"taxonomy/trust\.toml"):
        build(text)


def test_not_utf8() -> None:
    with pytest.raises(BadData, match="UTF-8"):
        parse("taxonomy/trust.toml", b"\xff\xfe[tactic]")


def test_only_toml_files_are_in_the_way(tmp_path: Path) -> None:
    """Every TOML file of the folder is a tactic; nothing else there is read."""
    folder = Path(load.__file__).parent
    assert {path.stem for path in folder.glob("*.toml")} == set(tactics())
