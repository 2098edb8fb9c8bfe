"""Helplines: whole records, numbers that exist, sources and dates; nothing older than its expiry date."""

from __future__ import annotations

import datetime
import re

import phonenumbers
import pytest

from safelight.advice import directory as reading
from safelight.advice.directory import Record, directory, find
from safelight.schema.errors import BadData
from safelight.taxonomy.tables import parse

RECORDS = [record for country in directory().values() for record in country.records]
NUMBERS = [
    (record, way.value)
    for record in RECORDS
    for way in record.helpline.contacts
    if way.type in ("call", "sms", "whatsapp")
]
# Number plans lag behind: some short numbers are only "possible" there. The record's note says so with this word.
ONLY_POSSIBLE = "possible"


def ids(record: Record) -> str:
    return record.helpline.id


@pytest.mark.parametrize("record", RECORDS, ids=ids)
def test_record_has_not_expired(record: Record) -> None:
    """When this fails: open the source, check every fact, then write the new dates. Do not only move the date."""
    assert datetime.date.fromisoformat(record.expires_on) >= datetime.date.today()


@pytest.mark.parametrize("record", RECORDS, ids=ids)
def test_record_is_whole(record: Record) -> None:
    line = record.helpline
    checked, expires = (datetime.date.fromisoformat(day) for day in (line.checked, record.expires_on))
    assert datetime.timedelta(days=0) < expires - checked <= datetime.timedelta(days=366)
    assert line.source.startswith("https://")
    assert record.read_in
    assert line.id.startswith((line.country or "world").lower() + "-")
    assert line.what_happens.endswith(".")
    assert line.who_for


@pytest.mark.parametrize("record", RECORDS, ids=ids)
def test_nothing_is_called_verified_without_a_name(record: Record) -> None:
    assert record.helpline.verified == bool(record.verified_by)


@pytest.mark.parametrize(("record", "value"), NUMBERS, ids=[f"{r.helpline.id} {v}" for r, v in NUMBERS])
def test_number_exists_in_the_number_plan(record: Record, value: str) -> None:
    country = find(record.helpline.country)
    assert country is not None
    if country.code == "EU":
        assert sum(_exists(value, member) for member in country.also) >= len(country.also) - 4
    elif not _exists(value, country.code):
        number = phonenumbers.parse(value, country.code)
        assert phonenumbers.is_possible_short_number_for_region(number, country.code)
        assert ONLY_POSSIBLE in record.note, "the note must say that number plans only call it possible"


@pytest.mark.parametrize("record", [each for each in RECORDS if ONLY_POSSIBLE in each.note], ids=ids)
def test_the_number_plan_still_lags_behind(record: Record) -> None:
    values = [way.value for way in record.helpline.contacts if way.type in ("call", "sms")]
    assert not all(_exists(value, record.helpline.country) for value in values)


@pytest.mark.parametrize("record", [each for each in RECORDS if "libphonenumber" in each.helpline.source], ids=ids)
def test_emergency_numbers_that_rest_on_the_number_plan_are_such(record: Record) -> None:
    for way in record.helpline.contacts:
        number = phonenumbers.parse(way.value, record.helpline.country)
        assert phonenumbers.is_emergency_number(way.value, record.helpline.country)
        cost = phonenumbers.expected_cost_for_region(number, record.helpline.country)
        assert way.free == (cost == phonenumbers.ShortNumberCost.TOLL_FREE)


def _exists(value: str, region: str) -> bool:
    number = phonenumbers.parse(value, region)
    return phonenumbers.is_valid_number_for_region(number, region) or phonenumbers.is_valid_short_number_for_region(
        number, region
    )


def test_a_wrong_number_would_be_found() -> None:
    assert not _exists("1-800-843-567", "US")
    assert not _exists("10988888888", "IN")
    assert _exists("1098", "IN")


@pytest.mark.parametrize("record", RECORDS, ids=ids)
def test_addresses_are_whole(record: Record) -> None:
    for way in record.helpline.contacts:
        if way.type in ("web", "chat"):
            assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?", way.value)
        if way.type == "email":
            assert re.fullmatch(r"[\w.]+@[\w.]+\.[a-z]{2,}", way.value)


@pytest.mark.parametrize("country", [each for each in directory().values() if each.code], ids=lambda each: each.code)
def test_every_country_has_an_emergency_number_and_a_child_helpline(country: reading.Country) -> None:
    kinds = {record.helpline.kind for record in country.records}
    assert {"emergency", "child_helpline"} <= kinds


def test_a_country_is_in_one_place_only() -> None:
    codes = [code for country in directory().values() for code in (country.code, *country.also)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("code", ["", *(code for code in directory() if code)])
def test_a_country_read_alone_is_the_same(code: str) -> None:
    assert find(code) == directory()[code]


@pytest.mark.parametrize("code", ["..", "world", "W", "INDIA", "../", "i n", "XX"])
def test_what_is_no_code_finds_nothing(code: str) -> None:
    assert find(code) is None


def test_members_without_a_file_have_a_name() -> None:
    europe = directory()["EU"]
    assert set(europe.also_names) == set(europe.also)


def test_nothing_is_called_verified_yet() -> None:
    """When a person has called one: change this test, and say so in docs/helplines.md."""
    assert not [record.helpline.id for record in RECORDS if record.helpline.verified]


def test_expected_services_are_there() -> None:
    values = {way.value for record in RECORDS for way in record.helpline.contacts}
    assert values >= {
        "1098", "112", "1930", "https://cybercrime.gov.in", "1-800-843-5678", "https://report.cybertip.org", "988",
        "1-888-373-7888", "0800 1111", "999", "116 111", "116 000", "https://takeitdown.ncmec.org",
        "https://stopncii.org", "https://www.inhope.org/EN/our-members",
    }  # fmt: skip
    assert "155260" not in values


# ---------------------------------------------------------------- wrong data files

GOOD = """
[country]
code = "XX"
name = "Nowhere"
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
contacts = [{ type = "web", value = "https://example.org" }]
"""
WRONG = {
    "verified by nobody": ("verified = false", "verified = true", "helpline[0].verified_by"),
    "date in quotes": ("checked = 2026-11-24", 'checked = "2026-11-24"', "helpline[0].checked"),
    "no source": ('source = "https://example.org"\n', "", "helpline[0].source"),
    "unknown kind": ('kind = "chat"', 'kind = "bank"', "helpline[0].kind"),
    "unknown reader": ('["carer"]', '["boss"]', "helpline[0].who_for"),
    "unknown way": ('type = "web"', 'type = "fax"', "helpline[0].contacts[0].type"),
    "free as text": ('type = "web"', 'free = "yes", type = "web"', "helpline[0].contacts[0].free"),
    "wrong file name": ('code = "XX"', 'code = "YY"', "country.code"),
}


def test_right_file_loads() -> None:
    country = reading.build([parse("helplines/xx.toml", GOOD.encode())])["XX"]
    way = country.records[0].helpline.contacts[0]
    assert (way.free, way.anonymous, way.hours) == (None, None, "")


@pytest.mark.parametrize("case", WRONG)
def test_wrong_file_names_file_and_key(case: str) -> None:
    before, after, key = WRONG[case]
    assert before in GOOD
    with pytest.raises(BadData) as caught:
        reading.build([parse("helplines/xx.toml", GOOD.replace(before, after).encode())])
    assert caught.value.where == f"helplines/xx.toml: {key}"


def test_same_id_twice() -> None:
    again = GOOD + GOOD[GOOD.index("[[helpline]]") :]
    with pytest.raises(BadData, match="xx-a twice"):
        reading.build([parse("helplines/xx.toml", again.encode())])
