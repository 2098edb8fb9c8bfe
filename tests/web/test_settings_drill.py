"""The settings drill: every app has a dated list; ticks are shown again, counted in words, and kept nowhere."""

import datetime
import html
import re

import pytest

from safelight.lessons.drill import READ, apps, phones
from safelight.schema.errors import BadData
from safelight.taxonomy.tables import parse

ALL = [*apps().values(), *phones().values()]


@pytest.mark.parametrize("app", apps().values(), ids=lambda app: app.slug)
def test_every_app_has_a_list_with_its_date(client, app):
    text = html.unescape(client.get(f"/d/{app.number}").text)
    assert f"Looked up on {app.checked}" in text
    assert app.age in text
    for each in app.settings:
        assert each.title in text and each.choose in text
    assert text.count("It may be in another place.") == sum(each.read == "none" for each in app.settings)
    for source in app.sources:
        assert source in text
    assert "Tell the phone too" in text and all(phone.name in text for phone in phones().values())


def test_the_ten_are_there_and_each_asks_what_counts():
    assert len(apps()) == 10
    assert [each.number for each in apps().values()] == list(range(1, 11))
    for app in apps().values():
        assert {"write", "see", "find", "block"} <= {each.topic for each in app.settings}, app.slug
        assert app.phone and app.age
    assert all({"camera", "place", "photos"} <= {each.topic for each in phone.settings} for phone in phones().values())


@pytest.mark.parametrize("app", ALL, ids=lambda app: app.slug)
def test_dates_and_sources(app):
    assert datetime.date.fromisoformat(app.checked) >= datetime.date(2026, 11, 24)
    for source in app.sources:
        assert re.match(r"https?://\S+ \((own|other) page, stored copy.*\)$", source)
    for each in app.settings:
        assert each.read in READ
        assert each.read == "none" or any(f"({each.read} page" in source for source in app.sources), each.title


def test_the_list_leads_to_each(client):
    text = client.get("/d?w=y15&c=IN").text
    for app in apps().values():
        assert f'href="/d/{app.number}?w=y15&amp;c=IN"' in text


def test_ticks_are_shown_again_and_counted_in_words(client):
    app = apps()["whatsapp"]
    assert "Nothing ticked yet." in client.get("/d/1").text
    text = client.post("/d/1", data={"t-0": "on", "t-3": "on", "t-99": "on", "other": "x"}).text
    assert len(re.findall(r'name="t-\d+" checked', text)) == 2
    assert '"progress"' in text and ">2 things looked at. Take your time.<" in text
    every = client.post("/d/1", data={f"t-{number}": "on" for number in range(len(app.settings))}).text
    assert ">You have looked at all of it. Well done.<" in every
    assert "checked>" not in client.get("/d/1").text


def test_no_list_of_this_number(client):
    assert client.get("/d/99").status_code == 400


def test_it_speaks_to_whoever_is_looking(client):
    assert "let the young person press" in client.get("/d/1?w=carer").text
    assert "let the young person press" not in client.get("/d/1?w=y12").text


BROKEN = b"""number = 1
name = "App"
checked = 2026-11-24
sources = []
[[setting]]
topic = "write"
title = "Who can write"
where = "Settings"
choose = "Pick friends."
why = "So."
read = "own"
"""


def test_what_was_read_needs_a_source():
    from safelight.lessons.drill import TOPICS, _app

    with pytest.raises(BadData, match="sources"):
        _app(parse("settings/app.toml", BROKEN), TOPICS)
    assert _app(parse("settings/app.toml", BROKEN.replace(b'"own"', b'"none"')), TOPICS).slug == "app"
