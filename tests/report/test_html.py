import base64
import hashlib
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.locales.catalogue import write
from tests.report.examples import (
    ADVICE,
    CANARY,
    LINES,
    UNREAD_SOURCE,
    assessment,
    chat,
    draft,
    finding,
    helpline,
    quiet_assessment,
    span,
)

from safelight.locales import load
from safelight.report.html import fragment, render, style
from safelight.schema.advice import ContactWay
from safelight.schema.assessments import Level, ParticipantAssessment
from safelight.taxonomy.load import techniques

VOID = {"meta", "link", "br", "hr", "path", "rect", "line", "circle"}


class Page(HTMLParser):
    """Reads a page strictly: every element closed in order."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.text, self.inside = [], [], "", []
        self.feed(text)
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, element, attributes):
        self.elements.append((element, dict(attributes)))
        if element not in VOID:
            self.open.append(element)

    def handle_startendtag(self, element, attributes):
        self.elements.append((element, dict(attributes)))

    def handle_endtag(self, element):
        assert self.open.pop() == element

    def handle_data(self, text):
        if "style" not in self.open:
            self.text += text
            self.inside.append((tuple(self.open), text))

    def all(self, element):
        return [attributes for name, attributes in self.elements if name == element]


def page(level=Level.CONCERN, **options):
    conversation = chat(source=UNREAD_SOURCE)
    return render(conversation, assessment(conversation, level), ADVICE, **options)


@pytest.mark.parametrize("level", list(Level))
def test_a_page_is_whole_and_needs_nothing_else(level):
    found = Page(page(level))
    names = {name for name, _ in found.elements}
    assert not names & {"script", "img", "iframe", "form", "object", "embed", "base"}
    assert [link["href"] for link in found.all("link")] == ["data:,"]
    assert not [
        1 for _, attributes in found.elements for name in attributes if name.startswith("on") or name == "style"
    ]
    assert "url(" not in style()
    assert "@import" not in style()


def test_the_policy_allows_exactly_this_style_sheet():
    text = page()
    css = re.search(r"<style>(.*?)</style>", text, flags=re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    [policy] = [each["content"] for each in Page(text).all("meta") if each.get("http-equiv")]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "unsafe" not in policy


def test_the_title_tells_nothing():
    assert "<title>Notes</title>" in page()


@pytest.mark.parametrize("level", list(Level))
def test_headings_go_down_one_step_at_a_time(level):
    steps = [int(name[1]) for name, _ in Page(page(level)).elements if re.fullmatch(r"h[1-6]", name)]
    assert steps[0] == 1
    assert steps.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(steps))


def test_ids_are_unique_and_every_reference_has_its_target():
    elements = Page(page()).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    wanted = [
        name
        for _, each in elements
        for key in ("aria-labelledby", "aria-describedby")
        for name in each.get(key, "").split()
    ]
    wanted += [each["href"][1:] for _, each in elements if each.get("href", "").startswith("#")]
    assert set(wanted) <= set(ids)
    assert len(wanted) > 8


def test_help_comes_first_when_it_is_needed_today():
    urgent, concern = page(Level.URGENT), page(Level.CONCERN)
    assert urgent.index('id="steps"') < urgent.index('id="help"') < urgent.index('id="noticed"')
    assert concern.index('id="noticed"') < concern.index('id="steps"') < concern.index('id="help"')


def test_quotes_are_folded_and_can_be_left_out():
    folded = [place for place, text in Page(page()).inside if CANARY in text]
    assert folded
    assert all("details" in place and "q" in place for place in folded)
    assert CANARY not in page(words=False)
    assert "Show where" in page(words=False)


def busy():
    """One person, and more tricks than a phone shows at once."""
    conversation = chat()
    found = tuple(finding(name, span(conversation, 4, "our secret")) for name in list(techniques())[:9])
    return render(conversation, replace(assessment(conversation), findings=found), ADVICE)


def test_of_many_tricks_the_first_are_open_and_the_rest_is_named_and_folded():
    read = Page(busy())
    names = [(text, "details" in place) for place, text in read.inside if place and place[-1] == "h4"]
    assert [folded for _, folded in names] == [False] * 4 + [True] * 5
    assert f"Also noticed: {', '.join(name for name, folded in names if folded)}." in read.text
    assert "Show 5 more" in read.text


def test_a_single_trick_more_is_not_folded():
    assert "Also noticed" not in page()


@pytest.mark.browser
def test_on_paper_the_folded_rest_is_there(browser):
    sheet = browser.new_page()
    sheet.set_content(busy())
    last = sheet.locator(".tricks h4").last
    assert not last.is_visible()
    sheet.emulate_media(media="print")
    assert last.is_visible()
    assert not sheet.locator(".rest > summary").is_visible()
    assert not sheet.locator(".rest details").last.is_visible()
    sheet.close()


EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def test_names_and_quotes_are_text_and_cannot_turn_the_page():
    lines = tuple((EVIL if name == "Kai" else name, text + EVIL + "\u202e") for name, text in LINES)
    conversation = chat(lines)
    given = assessment(
        conversation,
        by_participant={EVIL: ParticipantAssessment(EVIL, Level.CONCERN, 5.0)},
        findings=(finding("isolation.secrecy_request", span(conversation, 4, "our secret"), subject=EVIL),),
    )
    found = Page(render(conversation, given, None))
    assert not {"script", "img"} & {name for name, _ in found.elements}
    assert "\u202e" not in found.text
    assert any("bdi" in place and "<script>" in text for place, text in found.inside)


def test_data_of_every_part_is_escaped():
    hostile = replace(
        ADVICE,
        opening=EVIL,
        steps=(replace(ADVICE.steps[0], text=EVIL, why=EVIL),),
        helplines=(
            helpline(name=EVIL, what_happens=EVIL, source=EVIL, contacts=(ContactWay("web", EVIL, hours=EVIL),)),
        ),
    )
    conversation = chat(source=replace(UNREAD_SOURCE, notes=(EVIL,)))
    found = Page(render(conversation, assessment(conversation, model=EVIL), hostile))
    assert not {"script", "img"} & {name for name, _ in found.elements}


@pytest.mark.parametrize(
    ("way", "address"),
    [
        (ContactWay("call", "1-800-843-5678"), "tel:18008435678"),
        (ContactWay("call", "+91 1098"), "tel:+911098"),
        (ContactWay("sms", "85258"), "sms:85258"),
        (ContactWay("email", "help@line.example"), "mailto:help@line.example"),
        (ContactWay("web", "https://line.example/chat"), "https://line.example/chat"),
        (ContactWay("web", "javascript:alert(1)"), None),
        (ContactWay("web", "http://line.example"), None),
        (ContactWay("email", "x@y?subject=hi"), None),
        (ContactWay("call", "javascript:"), None),
    ],
)
def test_only_known_addresses_are_linked(way, address):
    advice = replace(ADVICE, helplines=(helpline(contacts=(way,)),))
    links = [each["href"] for each in Page(render(chat(), quiet_assessment(), advice)).all("a")]
    assert [link for link in links if not link.startswith("#")] == ([address] if address else [])


def test_links_to_the_web_give_nothing_away():
    outside = [each for each in Page(page()).all("a") if each["href"].startswith("https:")]
    assert outside
    assert all(each["rel"] == "noopener noreferrer external" for each in outside)


def test_a_service_that_nobody_checked_is_marked():
    text = page()
    assert text.count("Not yet checked by a person.") == 2
    assert "looked at on 2026-11-01" in text


def test_the_drawing_has_a_title_a_description_and_a_table():
    found = Page(page())
    [drawing] = [each for each in found.all("svg") if each.get("role") == "img"]
    assert (drawing["aria-labelledby"], drawing["aria-describedby"]) == ("timeline-title", "timeline-description")
    assert "Asks for a secret: 2 times, first at message 5, Tue 14:06." in found.text
    assert ">5, 7<" in page()


def test_how_it_was_worked_out_names_the_rows():
    found = Page(page())
    for row in ("isolation.secrecy_request", "together.secrecy_and_image", "weights-test-1"):
        assert [place for place, text in found.inside if row in text and "details" in place]


def test_other_kinds_and_quiet_chats_have_their_page():
    assert "Facts that show who you are" in Page(render(*draft(), None)).text
    quiet = Page(render(chat(), quiet_assessment(), None)).text
    assert "Nothing was noticed. That does not prove that all is well." in quiet
    cannot = Page(render(chat(source=UNREAD_SOURCE), quiet_assessment(Level.CANNOT_SAY), None)).text
    assert "Nothing was noticed" not in cannot


def test_the_fragment_is_the_inside_of_the_page():
    conversation = chat(source=UNREAD_SOURCE)
    inner = fragment(conversation, assessment(conversation), ADVICE)
    assert inner in page()
    assert Page(inner).elements[0][0] == "div"


def test_a_right_to_left_language_turns_page_and_drawing(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "FOLDER", tmp_path)
    write(tmp_path, "ar", {"Worth taking seriously": "أمر يستحق الاهتمام"})
    conversation = chat()
    text = render(conversation, assessment(conversation, locale="ar"), ADVICE)
    found = Page(text)
    assert [(each["lang"], each["dir"]) for each in found.all("html")] == [("ar", "rtl")]
    assert "أمر يستحق الاهتمام" in found.text
    plain = Page(render(conversation, assessment(conversation), ADVICE))
    assert set(mirrored(found)) == {"100%"}
    assert set(mirrored(plain)) == {"0"}


def mirrored(found):
    return [each["x"] for each in found.all("svg") if each.get("overflow")]
