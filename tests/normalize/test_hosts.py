"""Hosts taken apart, offline, and compared with known names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.normalize.hosts import address, host
from safelight.normalize.known_names import brands, by_name, is_own, owner
from safelight.normalize.lookalikes import likeness


@pytest.mark.parametrize(
    ("url", "registered", "below"),
    [
        ("https://www.example.co.uk/a?b=1", "example.co.uk", ("www",)),
        ("hxxps://login[.]example[.]com", "example.com", ("login",)),
        ("example.com", "example.com", ()),
        ("https://jobs.example.co.uk.evil.top", "evil.top", ("jobs", "example", "co", "uk")),
        ("http://me:word@example.org:8080/", "example.org", ()),
        ("https://someone.github.io/x", "someone.github.io", ()),
        ("https://xn--mnchen-3ya.de", "münchen.de", ()),
        ("https:\\\\example.org\\a", "example.org", ()),
    ],
)
def test_the_registered_part_and_what_stands_before_it(url, registered, below):
    link = address(url)
    assert link is not None
    assert (link.host.registered, link.host.below) == (registered, below)


def test_the_host_is_pointed_at_in_the_text_as_written():
    url = "hxxps://me@login[.]example[.]com/path"
    link = address(url)
    assert link is not None
    assert url[link.start : link.end] == "login[.]example[.]com"
    assert (link.scheme, link.login, link.rest) == ("https", "me", "/path")


@pytest.mark.parametrize("url", ["", "hello", "mailto", "https://", "a..b", "javascript:alert(1)", "two words"])
def test_what_holds_no_host(url):
    assert address(url) is None


@pytest.mark.parametrize(
    ("written", "private"), [("8.8.8.8", False), ("10.0.0.4", True), ("[::1]", True), ("3232235777", False)]
)
def test_numbers(written, private):
    found = host(written)
    assert found is not None
    assert found.numeric
    assert found.private is private


def test_every_known_name_owns_its_hosts_and_is_like_nobody():
    for brand in brands():
        assert brand.names, brand.name
        for each in brand.hosts:
            found = host(each)
            assert found is not None, each
            assert is_own(found) or found.official, each
            assert likeness(found) is None, each


def test_no_host_belongs_to_two():
    seen: dict[str, str] = {}
    twice = []
    for brand in brands():
        for each in set(brand.hosts):
            if each in seen:
                twice.append((each, seen[each], brand.name))
            seen[each] = brand.name
    assert [row for row in twice if row[0] not in ("skype.com", "messenger.com")] == []


def test_names_to_look_for_are_plain():
    assert all(name.isascii() and name == name.lower() and "-" not in name for name in by_name())


def test_a_country_page_belongs_to_its_company():
    found = host("www.google.com.br")
    assert found is not None
    brand = owner(found)
    assert brand is not None
    assert brand.name == "Google"


@given(st.text(max_size=60))
def test_any_text_is_read_without_trouble(text):
    link = address(text)
    if link is not None:
        likeness(link.host)
        assert 0 <= link.start < link.end <= len(text)


@given(st.text(alphabet="abcdefgo0l1rnm-.", min_size=1, max_size=40))
def test_any_host_is_compared_without_trouble(text):
    found = host(text + ".com")
    if found is not None:
        likeness(found)
