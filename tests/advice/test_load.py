"""The steps are whole: every technique, every audience, every level; and a wrong file is named."""

from __future__ import annotations

import pytest

from safelight.advice import load
from safelight.advice.directory import find
from safelight.advice.load import Entry, entries, everything
from safelight.schema.advice import AUDIENCES
from safelight.schema.assessments import Level
from safelight.schema.errors import BadData
from safelight.taxonomy.load import techniques
from safelight.taxonomy.tables import parse, read_folder

PEOPLE = ("young_person", "carer", "teacher")
# Said at these, whatever else: threats over pictures.
THREATS = ("coercion.threat_to_expose", "coercion.payment_demand", "coercion.more_images_demand")


def said(technique: str, audience: str, level: Level = Level.URGENT) -> str:
    """All that is said to an audience about a technique, general steps too, as one text."""
    general = everything().general[audience, level].entries
    return " ".join(each.step.text for each in (*entries(technique, audience), *general))


@pytest.mark.parametrize("audience", PEOPLE)
@pytest.mark.parametrize("technique", techniques())
def test_every_technique_has_steps_for_everyone(technique: str, audience: str) -> None:
    assert len(entries(technique, audience)) >= 2


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("level", Level)
def test_every_level_has_an_opening_and_steps(audience: str, level: Level) -> None:
    general = everything().general[audience, level]
    assert general.opening
    assert len(general.entries) >= 2


def test_steps_say_for_which_technique_they_are() -> None:
    assert {each.step.for_technique for each in entries("trust.flattery", "carer")} == {"trust.flattery"}


@pytest.mark.parametrize("technique", THREATS)
def test_threats_come_with_what_helps(technique: str) -> None:
    text = said(technique, "young_person")
    for words in ("not your fault", "Do not pay", "do not send more", "Do not delete", "Save", "Stop answering",
                  "Tell someone you trust today", "takeitdown.ncmec.org", "stopncii.org", "under 18"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("level", [Level.CONCERN, Level.URGENT])
def test_carers_are_told_in_the_right_order(level: Level) -> None:
    steps = sorted(everything().general["carer", level].entries, key=lambda each: each.step.order)
    text = " ".join(each.step.text for each in steps)
    order = ["Breathe", "Thank the child", "Believe", "not their fault", "Do not take the phone", "Save the chat",
             "Do not look at", "Report together", "Look after yourself"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def every_entry() -> list[tuple[str, Entry]]:
    known = everything()
    found = [(who, each) for (who, _), general in known.general.items() for each in general.entries]
    return found + [(who, each) for group in known.groups.values() for who in AUDIENCES for each in group.entries[who]]


def test_countries_of_steps_are_known() -> None:
    codes = {code for _, each in every_entry() for code in each.countries}
    assert codes
    assert all(find(code) for code in codes)


def test_no_young_person_is_sent_to_gather_pictures_or_to_face_anyone() -> None:
    text = " ".join(each.step.text + each.step.why for who, each in every_entry() if who == "young_person").lower()
    for words in ("discordchatexporter", "confront", "meet them", "screenshot of the picture", "send us"):
        assert words not in text


def test_every_group_has_a_helpline_order() -> None:
    assert all(group.helpline_kinds for group in everything().groups.values())


# ---------------------------------------------------------------- wrong data files

GOOD = 'applies_to = ["trust.flattery"]\nhelpline_kinds = ["chat"]\n[[carer]]\ntext = "Listen."\norder = 1\n'
WRONG = {
    "unknown technique": ("trust.flattery", "trust.nothing", "applies_to"),
    "unknown kind": ('"chat"', '"pizza"', "helpline_kinds"),
    "no text": ('text = "Listen."\n', "", "carer[0].text"),
    "order too high": ("order = 1", "order = 100", "carer[0].order"),
    "unknown audience": ("[[carer]]", "[[parent]]", "parent"),
    "unknown key": ("order = 1", 'order = 1\nwhen = "now"', "carer[0].when"),
    "only for a technique elsewhere": ("order = 1", 'order = 1\nonly = ["trust.fast_intimacy"]', "carer[0].only"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_file_names_file_and_key(case: str) -> None:
    before, after, key = WRONG[case]
    with pytest.raises(BadData) as caught:
        load.build([parse("steps/x.toml", GOOD.replace(before, after).encode())])
    assert caught.value.where == f"steps/x.toml: {key}"


def test_technique_in_two_files() -> None:
    two = [parse("steps/x.toml", GOOD.encode()), parse("steps/y.toml", GOOD.encode())]
    with pytest.raises(BadData, match="another file has too"):
        load.build(two)


def test_missing_level_is_named() -> None:
    file = next(each for each in read_folder("safelight.advice", "steps") if each.file.endswith("general.toml"))
    values = dict(file.values)
    values["carer"] = {key: value for key, value in file.table("carer").values.items() if key != "urgent"}
    with pytest.raises(BadData, match=r"carer\.urgent must be a table"):
        load.build([type(file)(file.file, file.place, values)])
