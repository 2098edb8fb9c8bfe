"""The example of docs/helplines.md is a country file that loads, and its tables name what there is."""

import re
from pathlib import Path

from safelight.advice.directory import CONTACT_TYPES, WHO_FOR, build
from safelight.advice.load import HELPLINE_KINDS
from safelight.advice.needs import NEEDS
from safelight.taxonomy.tables import parse

TEXT = (Path(__file__).parents[2] / "docs" / "helplines.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"^```toml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def row(key: str) -> set[str]:
    found = re.search(rf"^\| `{key}`[^|]*\| (.*) \|$", TEXT, re.MULTILINE)
    return set(re.findall(r"`(\w+)`", found[1])) if found else set()


def test_the_example_loads():
    country = build([parse("helplines/xx.toml", EXAMPLE[1].encode())])["XX"]
    call, chat = country.records[0].helpline.contacts
    assert call.hours == "Monday to Friday 14:00 to 20:00; Saturday 10:00 to 12:00"
    assert call.timezone == "Europe/Berlin"
    assert chat.hours == "all day, every day"


def test_the_tables_name_what_there_is():
    assert row("kind") == set(HELPLINE_KINDS)
    assert row("who_for") == set(WHO_FOR)
    assert row("type") == set(CONTACT_TYPES)
    assert set(re.findall(r"^\| `(\w+)` \| (?:child|taking|hotlines|police|lines)", TEXT, re.MULTILINE)) == set(NEEDS)
