"""Opening hours: who answers at this hour, in the clock of the service; what is not known is never called closed."""

from __future__ import annotations

import datetime

import pytest

from safelight.advice import hours
from safelight.advice.directory import build, directory
from safelight.locales.load import translator
from safelight.schema.advice import ContactWay, Helpline
from safelight.schema.errors import BadData
from safelight.taxonomy.tables import parse

UTC = datetime.UTC
EVERY_WAY = [way for country in directory().values() for record in country.records for way in record.helpline.contacts]
BERLIN = ContactWay("call", "116 111", open=("mon-sat 14:00-20:00",), timezone="Europe/Berlin")


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-11-24T12:59:59+00:00", False),  # Tuesday, 13:59:59 in Berlin in winter
        ("2026-11-24T13:00:00+00:00", True),
        ("2026-11-24T18:59:59+00:00", True),
        ("2026-11-24T19:00:00+00:00", False),
        ("2026-07-07T12:00:00+00:00", True),  # summer time: the same hour of the clock is an hour earlier
        ("2026-07-07T18:00:00+00:00", False),
        ("2026-11-22T15:00:00+01:00", False),  # Sunday
        ("2026-11-24T23:30:00+09:00", True),  # 15:30 in Berlin, asked from Tokyo
    ],
)
def test_the_clock_is_that_of_the_service(moment: str, answer: bool) -> None:
    assert hours.open_at(BERLIN, at(moment)) is answer


def test_midnight_is_the_end_of_the_day() -> None:
    way = ContactWay("call", "1", open=("fri 22:00-24:00", "sat 00:00-02:00"), timezone="Asia/Kolkata")
    assert hours.open_at(way, at("2026-11-27T23:59:00+05:30")) is True
    assert hours.open_at(way, at("2026-11-28T01:59:00+05:30")) is True
    assert hours.open_at(way, at("2026-11-28T02:00:00+05:30")) is False


def test_day_and_night_needs_no_clock() -> None:
    assert hours.open_at(ContactWay("call", "112", open=("24/7",)), at("2026-01-01T03:00:00+00:00")) is True


@pytest.mark.parametrize(
    "way",
    [
        ContactWay("call", "1"),
        ContactWay("call", "1", hours="on some days"),
        ContactWay("call", "1", open=("mon-sun 08:00-20:00",), timezone="Nowhere/Town"),
        ContactWay("call", "1", open=("mon-sun 08:00-20:00",)),
    ],
)
def test_what_is_not_known_is_none(way: ContactWay) -> None:
    assert hours.open_at(way, datetime.datetime.now(UTC)) is None
    assert hours.next_opening(way, datetime.datetime.now(UTC)) is None


def test_a_moment_must_say_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        hours.open_at(BERLIN, datetime.datetime(2026, 11, 24, 15))


def service(*ways: ContactWay) -> Helpline:
    return Helpline("x", "DE", "X", "child_helpline", ways, "", "", "2026-11-24", False)


def test_a_service_answers_when_one_way_does() -> None:
    night = at("2026-11-24T23:00:00+00:00")
    always, form = ContactWay("sms", "1", open=("24/7",)), ContactWay("web", "https://example.org", open=("24/7",))
    assert hours.answers_at(service(BERLIN, always), night) is True
    assert hours.answers_at(service(BERLIN), night) is False
    assert hours.answers_at(service(BERLIN, ContactWay("chat", "https://example.org")), night) is None
    assert hours.answers_at(service(form), night) is None, "nobody answers at once on a form"
    assert hours.answers_at(service(BERLIN, form), night) is False


def test_next_opening() -> None:
    saturday_night = at("2026-11-21T22:00:00+01:00")
    assert hours.next_opening(BERLIN, saturday_night) == at("2026-11-23T14:00:00+01:00")
    morning = at("2026-11-24T09:00:00+01:00")
    assert hours.next_opening(BERLIN, morning) == at("2026-11-24T14:00:00+01:00")
    during = at("2026-11-24T15:00:00+01:00")
    assert hours.next_opening(BERLIN, during) == during
    weekly = ContactWay("call", "1", open=("tue 09:00-10:00",), timezone="Europe/Berlin")
    assert hours.next_opening(weekly, at("2026-11-24T10:00:00+01:00")) == at("2026-12-01T09:00:00+01:00")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["24/7"], "all day, every day"),
        (["mon-sun 00:00-24:00"], "all day, every day"),
        (["mon-sun 09:00-23:00"], "every day 09:00 to 23:00"),
        (["mon-fri 14:00-20:00", "sat 09:00-12:30"], "Monday to Friday 14:00 to 20:00; Saturday 09:00 to 12:30"),
        (["mon,wed 08:00-09:00"], "Monday, Wednesday 08:00 to 09:00"),
        (["sat-sun 08:00-09:00"], "Saturday, Sunday 08:00 to 09:00"),
    ],
)
def test_hours_are_said(lines: list[str], words: str) -> None:
    assert hours.said(lines, translator("en")) == words


@pytest.mark.parametrize(
    "line",
    ["", "always", "mon 9:00-10:00", "mon 09:00-09:00", "mon 20:00-02:00", "mon 09:00-24:01", "mon 09:60-10:00",
     "fri-mon 09:00-10:00", "may 09:00-10:00", "mon-fri-sun 09:00-10:00", "mon 09:00 - 10:00"],
)  # fmt: skip
def test_a_wrong_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"must|days"):
        hours.spans([line])


# ---------------------------------------------------------------- the data


def test_every_structured_hour_has_a_clock_and_a_sentence() -> None:
    plain = [way for way in EVERY_WAY if way.open]
    assert len(plain) > 100
    for way in plain:
        assert way.hours == hours.said(way.open, translator("en"))
        assert way.timezone or way.open == ("24/7",)


@pytest.mark.parametrize(
    "name", sorted({way.timezone for way in EVERY_WAY} | {c.timezone for c in directory().values()})
)
def test_every_clock_is_known(name: str) -> None:
    assert not name or hours.zone(name)


def test_every_country_has_a_clock() -> None:
    assert [each.code for each in directory().values() if not each.timezone] == ["EU", ""]


GOOD = """
[country]
code = "XX"
name = "Nowhere"
timezone = "Europe/Berlin"
[[helpline]]
id = "xx-a"
name = "A"
kind = "chat"
who_for = ["carer"]
what_happens = "Someone listens."
source = "https://example.org"
checked = 2026-11-24
expires_on = 2027-11-24
verified = false
read_in = "not opened"
contacts = [{ type = "call", value = "112", open = ["mon 09:00-10:00"] }]
"""


def test_a_way_takes_the_clock_of_its_country() -> None:
    way = build([parse("helplines/xx.toml", GOOD.encode())])["XX"].records[0].helpline.contacts[0]
    assert (way.open, way.timezone, way.hours) == (("mon 09:00-10:00",), "Europe/Berlin", "Monday 09:00 to 10:00")


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("mon 09:00-10:00", "mon 9-10", "open"),
        ('open = ["mon 09:00-10:00"]', 'open = ["mon 09:00-10:00"], hours = "mornings"', "hours"),
        ('timezone = "Europe/Berlin"\n', "", "timezone"),
    ],
)
def test_wrong_hours_name_file_and_key(before: str, after: str, key: str) -> None:
    assert before in GOOD
    with pytest.raises(BadData) as caught:
        build([parse("helplines/xx.toml", GOOD.replace(before, after).encode())])
    assert caught.value.where == f"helplines/xx.toml: helpline[0].contacts[0].{key}"
