from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from safelight.normalize.contacts import contacts, may_hold_contacts
from safelight.schema.items import Contact

CASES = {
    path.stem: yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for path in (Path(__file__).parents[1] / "cases/contacts").glob("*.yml")
}
FIRES = [(kind, case) for kind, cases in sorted(CASES.items()) for case in cases["fires"]]
QUIET = [(kind, text) for kind, cases in sorted(CASES.items()) for text in cases["quiet"]]
KINDS = ("phone", "email", "handle", "wallet", "upi", "iban", "link")
PIECES = [case["text"].replace("⟦", "").replace("⟧", "") for _, case in FIRES] + [text for _, text in QUIET]


def of_kind(kind: str, text: str, country: str | None = None) -> list[Contact]:
    return [contact for contact in contacts(text, country) if contact.kind == kind]


@pytest.mark.parametrize(("kind", "case"), FIRES, ids=lambda value: value if isinstance(value, str) else value["text"])
def test_a_contact_is_found_at_its_place(kind, case):
    marked = case["text"]
    text = marked.replace("⟦", "").replace("⟧", "")
    start = marked.index("⟦")
    (found,) = of_kind(kind, text, case.get("country"))
    assert text[found.start : found.end] == marked[start + 1 : marked.index("⟧")]
    assert (found.start, found.value, found.detail) == (start, case["value"], case.get("detail", ""))


@pytest.mark.parametrize(("kind", "text"), QUIET)
def test_a_look_alike_stays_quiet(kind, text):
    assert of_kind(kind, text) == []


def test_every_kind_has_cases_and_ten_look_alikes():
    assert set(CASES) == set(KINDS)
    assert {kind: len(cases["quiet"]) >= 10 for kind, cases in CASES.items()} == dict.fromkeys(KINDS, True)


def test_the_most_specific_find_wins_and_order_is_by_place():
    text = "lucy_07@example.com, 9876543210@ybl, t.me/lucyxample, call 98765 43210"
    assert [(c.kind, text[c.start : c.end]) for c in contacts(text)] == [
        ("email", "lucy_07@example.com"),
        ("upi", "9876543210@ybl"),
        ("handle", "t.me/lucyxample"),
        ("phone", "98765 43210"),
    ]


def test_without_a_country_a_national_number_keeps_its_digits():
    assert [c.value for c in contacts("98765 43210")] == ["9876543210"]
    assert [c.value for c in contacts("98765 43210", "IN")] == ["+919876543210"]
    assert [c.value for c in contacts("98765 43210", "no such country")] == ["9876543210"]


@pytest.mark.parametrize(
    "text", ["", "ok", "how are you?", "lol no way. that is so funny...", "मैं ठीक हूँ", "wait — what!"]
)
def test_ordinary_talk_does_not_pass_the_gate(text):
    assert not may_hold_contacts(text)


@given(st.text(max_size=200))
@example("\u2460" * 9)
@example("+\x00" * 30 + "1" * 30)
@example("http://[::1")
@example("https://\u00ad.\u00ad/")
@example("www.xn--a.com a@xn--.com")
def test_any_text_gives_offsets_inside_it(text):
    check_places(text)


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.sampled_from(["", " ", ", ", "\n", ".", "-", "@", "/"]),
)
def test_joined_cases_give_offsets_inside_the_text(pieces, between):
    check_places(between.join(pieces))


def check_places(text):
    found = contacts(text)
    assert [c.start for c in found] == sorted(c.start for c in found)
    for contact in found:
        assert 0 <= contact.start < contact.end <= len(text)
        assert text[contact.start : contact.end].strip()
        assert contact.kind in KINDS and contact.value
    for earlier, later in pairwise(found):
        assert earlier.end <= later.start


@pytest.mark.parametrize(
    "text",
    [
        "a." * 20000,
        "1 " * 20000,
        "@" * 20000,
        "a@" * 10000,
        "a at " * 8000,
        "http://" * 5000,
        "12 34 56 78 99 11 22 33\n" * 400,
        "(" * 20000 + "1",
    ],
)
def test_long_hostile_text_is_read(text):
    check_places(text)
