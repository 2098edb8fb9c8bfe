"""The take-down kit: who is shown which service, and that its facts are dated, sourced and kindly said."""

import datetime
from pathlib import Path

import pytest
from tests.media.drawn import png, waves
from tests.tone.lint import Text, banned, too_hard, too_long

from safelight.locales.load import translator
from safelight.media import hashes, takedown
from safelight.media.takedown import fitting, services
from safelight.schema.errors import BadData, BadInput
from safelight.taxonomy.tables import Table

FOLDER = Path(takedown.__file__).parent / "takedown_services"
EVERY = services()
each_service = pytest.mark.parametrize("service", EVERY, ids=lambda each: each.id)


def ids(**wanted: object) -> list[str]:
    return [each.id for each in fitting(**wanted)]  # type: ignore[arg-type]


def test_every_file_is_a_service():
    assert len(EVERY) == len(list(FOLDER.glob("*.toml"))) > 8


@each_service
def test_its_facts_are_dated_and_not_too_old(service):
    today = datetime.date.today()
    assert datetime.date.fromisoformat(service.checked) <= max(today, datetime.date(2026, 11, 24))
    assert datetime.date.fromisoformat(service.expires_on) > today, "look at the source again"
    assert service.source.startswith("https://")
    assert service.read_in


@each_service
def test_it_is_said_kindly_and_plainly(service):
    lines = [service.name, service.what_happens, *service.asks, *service.steps, *service.can, *service.cannot]
    texts = [Text(service.id, line) for line in lines]
    assert [problem for text in texts for problem in (*banned(text), *too_long(text))] == []
    assert [problem for text in texts[1:] for problem in too_hard(text)] == []


@each_service
def test_a_picture_that_leaves_the_device_is_told_first(service):
    if service.leaves == "picture":
        assert "leave your phone" in service.steps[0]
    assert service.leaves != "code" or service.needs_picture


def test_age_when_taken_decides_between_the_two_that_make_codes():
    assert ids(taken="under_18")[0] == "take-it-down"
    assert "stopncii" not in ids(taken="under_18")
    assert ids(taken="18_or_over")[0] == "stopncii"
    assert not {"take-it-down", "report-remove", "inhope"} & set(ids(taken="18_or_over"))
    assert {"take-it-down", "stopncii"} <= set(ids(taken="unsure"))


@pytest.mark.parametrize(
    ("country", "own"),
    [("GB", "report-remove"), ("uk", "report-remove"), ("IN", "cybercrime-in"), ("ca", "cybertip-ca"),
     ("AU", "esafety-au"), ("US", "cybertipline-us")],
)  # fmt: skip
def test_the_country_adds_its_own(country, own):
    assert own in ids(taken="under_18", country=country)
    assert own not in ids(taken="under_18", country="")
    assert own not in ids(taken="under_18", country="DE")


def test_whoever_has_no_picture_is_not_sent_to_look_for_it():
    for country in ("", "GB", "US", "IN"):
        left = fitting(taken="under_18", country=country, has_picture=False)
        assert left
        assert not [each for each in left if each.needs_picture]


def test_an_app_of_its_own_is_shown_when_named():
    assert "snapchat" in ids(app="snapchat")
    assert "snapchat" not in ids()
    with pytest.raises(BadInput):
        fitting(app="nothing")
    with pytest.raises(BadInput):
        fitting(taken="17")  # type: ignore[arg-type]


def test_the_note_holds_the_codes_and_room_for_case_numbers_but_no_picture():
    data = png(waves(1, 640, 480))
    made = hashes.of_picture(data)
    text = takedown.note([("a.png", made)], fitting(taken="under_18"), "2026-11-24", translator("en"))
    assert made.sha256 in text
    assert made.pdq[0].hex in text
    assert text.count("Case number:") == len(fitting(taken="under_18"))
    assert len(text) < 4000


@pytest.mark.parametrize(
    ("key", "value"),
    [("leaves", "everything"), ("kind", "x"), ("steps", []), ("checked", "soon"), ("id", "other"), ("verified", True),
     ("extra", 1), ("taken", "21")],
)  # fmt: skip
def test_a_file_with_a_fault_is_refused(key, value):
    import tomllib

    name = "take_it_down.toml"
    values = tomllib.loads((FOLDER / name).read_text(encoding="utf-8")) | {key: value}
    with pytest.raises(BadData):
        takedown.build([Table(f"takedown_services/{name}", "", values)])


def test_while_the_age_is_unsure_what_is_for_the_younger_comes_first():
    """A fourteen-year-old must not first read of a service that is not for them."""
    taken = [each.taken for each in takedown.fitting() if each.taken != "any"]
    assert taken[0] == "under_18"
    assert takedown.fitting(taken="18_or_over")[0].id == "stopncii"
