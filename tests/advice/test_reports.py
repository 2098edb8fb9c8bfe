"""Sheets to report with: whole records with sources and dates; nothing older than its expiry date."""

import datetime

import pytest

from safelight.advice.reports import FILLS, build, channels, fitting
from safelight.schema.errors import BadData
from safelight.taxonomy.tables import parse

CHANNELS = channels()


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda each: each.id)
def test_a_channel_is_whole(channel):
    checked, expires = (datetime.date.fromisoformat(day) for day in (channel.checked, channel.expires_on))
    assert datetime.timedelta(days=0) < expires - checked <= datetime.timedelta(days=366)
    assert expires >= datetime.date.today(), "open the source and check every fact; do not only move the date"
    assert channel.source.startswith("https://")
    assert channel.read_in and channel.what_happens.endswith(".")
    assert len(channel.questions) >= 3
    # Nobody has opened the live pages yet.
    assert not channel.verified


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda each: each.id)
def test_no_channel_asks_to_attach_a_picture(channel):
    texts = " ".join(each.text for each in channel.questions if "picture" in each.text.lower()).lower()
    assert "attach the picture" not in texts.replace("do not attach", "")
    assert not texts or any(word in texts for word in ("do not", "only there", "never", "passed on"))


def test_the_wanted_channels_are_there():
    assert {"US", "CA", "IN", "GB"} <= {code for each in CHANNELS for code in each.countries}
    assert [each.id for each in fitting("GB")][:2] == ["ceop-gb", "report-remove-gb"]
    assert {each.id for each in fitting("")} == {"inhope", "the-app-itself"}
    used = {question.fill for channel in CHANNELS for question in channel.questions}
    assert used == set(FILLS)


def table(**changes):
    values = {
        "id": '"x"', "name": '"X"', "countries": "[]", "order": "1", "web": '"https://x.example"',
        "what_happens": '"They read it."', "source": '"https://x.example"', "checked": "2026-11-24",
        "expires_on": "2027-11-24", "verified": "false", "read_in": '"memory"',
    }  # fmt: skip
    values |= changes
    text = "\n".join(f"{key} = {value}" for key, value in values.items())
    return parse("reports/x.toml", (text + '\n[[question]]\ntext = "What?"\nfill = "days"\n').encode())


def test_a_wrong_file_is_named_with_its_key():
    assert build([table()])[0].questions[0].fill == "days"
    with pytest.raises(BadData, match="web"):
        build([table(web='"http://x.example"')])
    with pytest.raises(BadData, match="id of another"):
        build([table(), table()])
