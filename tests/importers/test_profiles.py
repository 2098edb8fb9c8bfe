"""Profiles from files: what is stated is read, what is not stays None."""

import json
from pathlib import Path

import pytest

from safelight.importers.load import claims, read
from safelight.schema.errors import SafelightError
from safelight.schema.items import Profile

SAMPLES = Path(__file__).parent.parent / "samples"


def only(path: str) -> Profile:
    (found,) = read(SAMPLES / path)
    assert isinstance(found, Profile)
    return found


def test_typed_facts():
    found = only("profile_json/typed.json")
    assert (found.handle, found.followers, found.following, found.posts) == ("mira_draws", 212, 240, 31)
    assert (found.has_picture, found.private, found.created) == (True, True, "2024-03-01")
    assert found.links == ("https://example.org/mira",)


def test_what_a_web_page_hands_out():
    found = only("profile_json/web.json")
    assert (found.followers, found.following, found.posts) == (14, 1830, 0)
    assert found.has_picture is False
    assert found.created is None


def test_several_profiles_and_marks_of_html():
    first, second = read(SAMPLES / "profile_json/list.json")
    assert isinstance(first, Profile)
    assert isinstance(second, Profile)
    assert first.has_picture is True
    assert second.bio == "maps & bikes"
    assert second.has_picture is None


def test_a_saved_page():
    found = only("profile_page/page.html")
    assert (found.handle, found.display_name, found.bio) == ("mira_draws", "Mira", "15 | pencils | cats")
    assert (found.followers, found.following, found.posts) == (1212, 240, 31)


def test_a_saved_page_in_spanish_with_a_unit():
    found = only("profile_page/spanish.html")
    assert (found.handle, found.followers, found.following, found.posts) == ("club_rio", 12500, 321, 48)


@pytest.mark.parametrize(
    "entry",
    [
        {"handle": "a", "followers": "1,204", "following": None, "posts": True, "bio": "hi there"},
        {"handle": "a", "followers": 12.0, "following": -3, "bio": "hi", "created": 1e30},
        {"handle": "a", "followers": [1, 2], "following": {"count": "x"}, "posts": 3, "bio": "hi"},
    ],
)
def test_odd_values_are_not_stated(entry):
    (found,) = read(json.dumps(entry).encode(), "p.json")
    assert isinstance(found, Profile)
    assert found.followers in (1204, 12, None)
    assert found.following is None


@pytest.mark.parametrize("text", ['{"handle": "a", "followers": 3, "following": 4', '{"handle": "a", "followers": []}'])
def test_damage_and_emptiness_have_their_errors(text):
    with pytest.raises(SafelightError):
        read(text.encode(), "p.json")


def test_a_page_without_a_profile_is_not_claimed():
    page = b'<html><head><meta name="description" content="A page about soup"></head></html>'
    assert claims("soup.html", page) is None
