"""The list of what nobody has looked over yet names places that are there, and is right about what is verified."""

import re
from pathlib import Path

import pytest

from safelight.advice.directory import directory
from safelight.media.takedown import services

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "REVIEW.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src" / "safelight"
WEB = SOURCE / "interfaces" / "web"


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([\w./]+(?:/|\.\w+))`", TEXT))))
def test_every_place_is_there(path):
    if path == "src/safelight/lessons/" and not (ROOT / path).exists():
        pytest.skip("the lessons are not there yet")
    assert any((root / path).exists() for root in (ROOT, SOURCE, WEB, WEB / "templates")), path


def test_what_it_says_of_helplines_and_services_holds():
    lines = [record.helpline for country in directory().values() for record in country.records]
    assert ("None is verified" in TEXT) == (not any(line.verified for line in lines))
    assert not any(service.verified for service in services()), "say in REVIEW.md which services are verified"
