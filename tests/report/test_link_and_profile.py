"""The sections of links and profiles: what counts in an address, how to find out more, what nobody stated."""

from safelight.engine import check
from safelight.locales.load import translator
from safelight.report import html, text
from safelight.report.kinds import Block, blocks
from safelight.schema.items import Link, Profile

_ = translator("en")


def by_anchor(item: Link | Profile) -> dict[str, Block]:
    return {block.anchor: block for block in blocks(item, check(item), _)}


def test_a_link_says_which_part_counts_and_whom_it_looks_like():
    block = by_anchor(Link("https://login.faceb00k.com/a"))["address"]
    rows = dict(block.rows)
    assert rows["The part that counts"] == "faceb00k.com"
    assert rows["Only set in front of it"] == "login"
    assert (rows["Looks like"], rows["Its own address"]) == ("Facebook", "facebook.com")
    assert any("digits" in sentence for sentence in block.sentences)


def test_a_link_of_a_known_name_says_whose_it_is():
    assert dict(by_anchor(Link("https://youtu.be/abc"))["address"].rows)["Belongs to"] == "YouTube"


def test_letters_of_another_alphabet_are_shown_both_ways():
    rows = dict(by_anchor(Link("https://xn--fcebook-8va.com"))["address"].rows)
    assert rows["The part that counts"] == "fàcebook.com"
    assert rows["How a computer writes it"] == "xn--fcebook-8va.com"


def test_what_is_no_link_has_no_section():
    assert by_anchor(Link("not a link")) == {}


def test_codes_that_steer_a_terminal_are_not_shown():
    item = Link("https://exa\x1b[31mmple.com/\x1b]0;x\x07")
    assert "\x1b" not in text.render(item, check(item), None, words=True)


def test_a_profile_says_how_to_find_out_and_what_was_not_stated():
    found = by_anchor(Profile(handle="mira", followers=20, following=3000))
    assert "live wave" in found["find-out"].sentences[0]
    assert ("How many posts",) in found["not-stated"].rows
    assert ("How many follow them",) not in found["not-stated"].rows
    assert found["stands-out"].sentences == ("Follows very many accounts, and few follow back.",)


def test_the_sections_stand_in_the_page():
    item = Profile(handle="mira", followers=20, following=3000)
    assert "How to find out more" in html.render(item, check(item), None)
