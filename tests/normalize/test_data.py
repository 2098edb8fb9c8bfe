import subprocess
import sys

import pytest

from safelight.normalize import data
from safelight.normalize.platforms import account_in_link, by_word, platform_of_host, platforms

LAZY = """
import sys
from safelight.normalize.contacts import contacts
assert contacts("see @lucyxample at https://example.com. ok?")
assert "phonenumbers" not in sys.modules
assert contacts("call 98765 43210")
assert "phonenumbers" in sys.modules
"""


def test_number_plans_are_loaded_only_for_numbers():
    subprocess.run([sys.executable, "-c", LAZY], check=True)


def test_unsure_endings_are_endings():
    assert data.words("link_endings_unsure.txt") <= data.words("link_endings.txt")
    assert {"com", "net", "org"} <= data.words("link_endings.txt") - data.words("link_endings_unsure.txt")


def test_every_iban_length_is_a_country_and_a_number():
    rows = [line.split() for line in data.lines("iban_lengths.txt")]
    assert len(rows) > 80
    assert all(len(state) == 2 and state.isupper() and 15 <= int(length) <= 34 for state, length in rows)


def test_upi_handles_are_plain_words():
    handles = data.words("upi_handles.txt")
    assert len(handles) > 80
    assert all(handle.isalnum() and handle == handle.lower() for handle in handles)


def test_comments_are_no_entries():
    assert not [entry for entry in data.lines("mail_providers.txt") if "#" in entry]


def test_every_platform_can_be_named_or_linked():
    assert all(platform.words or platform.hosts for platform in platforms().values())
    assert all(word == word.lower() for word in by_word())


@pytest.mark.parametrize(
    ("host", "rest", "account"),
    [
        ("instagram.com", "/lucy.example/", ("handle", "lucy.example", "instagram")),
        ("www.instagram.com", "/explore/", ("", "", "instagram")),
        ("m.facebook.com", "/lucy.example", ("handle", "lucy.example", "facebook")),
        ("wa.me", "/919876543210?text=hi", ("phone", "919876543210", "whatsapp")),
        ("t.me", "/joinchat/AbC", ("", "", "telegram")),
        ("youtube.com", "/watch?v=abc", ("", "", "youtube")),
        ("cash.app", "/$lucyxample", ("handle", "lucyxample", "cashapp")),
        ("example.com", "/lucy", ("", "", "")),
    ],
)
def test_what_a_link_names(host, rest, account):
    assert account_in_link(host, rest) == account


def test_a_look_alike_host_is_no_platform():
    assert platform_of_host("t.me.example.com") == ""
    assert platform_of_host("instagram.com.example.org") == ""
