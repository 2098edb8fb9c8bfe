"""`safelight helplines`: the need first, hours, what happens, and that nobody has called it."""

import json

import jsonschema
import pytest

from safelight.advice.needs import NEEDS
from safelight.report.json import schema


def test_a_country_and_a_need(run):
    done = run("helplines", "--country", "IN", "--need", "money")
    assert done.code == 0
    assert done.out.index("Cybercrime helpline 1930") < done.out.index("Child Helpline 1098")
    assert "Call 1098 (all day, every day; free; you need not give your name)" in done.out
    assert "What happens: Someone listens to you." in done.out
    assert "Looked up on 2026-11-24, not verified by a call." in done.out
    assert "Answers now" not in done.out


def test_now_says_who_answers_and_puts_them_first(run):
    done = run("helplines", "--country", "NO", "--need", "talk", "--now")
    assert "It is " in done.out and " in Norway." in done.out
    first = done.out.index("Alarmtelefonen")
    assert "Answers now" in done.out[first:]
    assert first < done.out.index("Kors på halsen")


def test_without_a_country(run):
    done = run("helplines")
    assert done.code == 0
    assert "IN, IT," in done.out
    assert "Child helplines by country" in done.out


def test_an_unknown_country_still_helps(run):
    done = run("helplines", "--country", "XX")
    assert done.code == 0
    assert "there is no list yet" in done.out
    assert "takeitdown.ncmec.org" in done.out


def test_an_audience(run):
    assert "NSPCC" not in run("helplines", "--country", "UK").out
    assert "NSPCC" in run("helplines", "--country", "UK", "--for", "carer").out


@pytest.mark.parametrize("need", NEEDS)
def test_json_holds_the_services_in_the_form_of_the_schema(run, need):
    data = json.loads(run("helplines", "--country", "DE", "--need", need, "--now", "--json").out)
    assert data["country"] == "DE"
    parts = schema()["$defs"]
    check = jsonschema.Draft202012Validator({**parts["helpline"], "$defs": parts})
    for service in data["services"]:
        assert service["answers_now"] in (True, False, None)
        assert service["read_in"] and service["verified"] is False
        check.validate({key: service[key] for key in parts["helpline"]["properties"]})
    fitting = [service["fits"] for service in data["services"]]
    assert fitting == sorted(fitting, reverse=True)


def test_an_unknown_need_is_an_error(run):
    assert run("helplines", "--need", "pizza").code == 2
