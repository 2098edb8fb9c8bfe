"""The rooms of the lessons in a real browser: with and without script, by keyboard, and what they remember."""

import json
import re

import pytest
from playwright.sync_api import expect
from tests.lessons.walking import SLUGS, paths
from tests.web.browsing import (
    DESKTOP,
    NARROW,
    PHONE,
    WAIT,
    again,
    findings,
    opened,
    overflow,
    small_targets,
)

from safelight.lessons.load import lessons, scene

pytestmark = pytest.mark.browser
expect.set_options(timeout=WAIT)
NUMBERS = [lessons()[slug].number for slug in SLUGS]
FIRST = lessons()["move-to-another-app"]
HERE = f"l/{FIRST.number}"

# Plays every way through a story with inkjs, each from the start, in the form in which the Python player tells it; as
# JSON, for hundreds of ways as objects take Playwright longer than playing them.
WALK = """async (scene) => {
  const { Story } = await import("/static/vendor/ink.mjs");
  const { linesOf, tagsOf } = await import("/static/rooms/lesson.js");
  const found = {};
  const story = new Story(scene);
  const waiting = [[[], false]];
  while (waiting.length) {
    const [choices, skipped] = waiting.pop();
    story.ResetState();
    const lines = [...linesOf(story)];
    for (const number of choices) {
      const choice = story.currentChoices[number];
      lines.push({ text: choice.text.trim(), tags: { ...tagsOf(choice.tags), by: "you" } });
      story.ChooseChoiceIndex(number);
      lines.push(...linesOf(story));
    }
    if (skipped) { story.ChoosePathString("debrief"); lines.push(...linesOf(story)); }
    const open = skipped ? [] : story.currentChoices;
    if (open.length) {
      waiting.push([choices, true]);
      open.forEach((_, number) => waiting.push([[...choices, number], false]));
    } else found[choices.join("") + (skipped ? "e" : "")] = lines;
  }
  return JSON.stringify(found);
}"""


# Whatever of the room (not of the frame around it) is shown beyond the window's sides.
BEYOND = """() => [...document.querySelectorAll("main *")].filter((each) => each.checkVisibility())
  .filter((each) => { const box = each.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1); })
  .map((each) => each.outerHTML.slice(0, 80))"""


@pytest.fixture
def learning(browser, server):
    with opened(browser, server, path="l") as page:
        yield page


def to_the_end(page, ready="main[data-begun]"):
    """Take the first choice until the story is over."""
    for _ in range(30):
        # A page that still loads moves to the story's newest line, away from under a finger; and a choice that is taken
        # before the script is there opens the next page, so that the script would never play.
        page.wait_for_load_state()
        expect(page.locator(ready)).to_be_attached()
        if page.locator("#after").count():
            return
        before = page.locator(".said").count()
        page.locator(".option").first.click()
        expect(page.locator(".said").nth(before)).to_be_attached()
    raise AssertionError("the story did not end")


# ---------------------------------------------------------------- both players say the same


@pytest.mark.parametrize("slug", SLUGS)
def test_inkjs_and_our_player_say_the_same_on_every_way(learning, slug):
    theirs = json.loads(learning.evaluate(WALK, scene(slug)))
    ours = {
        "".join(map(str, path.choices)) + ("e" if path.skipped else ""): [
            {"text": line.text, "tags": dict(line.tags)} for line in path.played.lines
        ]
        for path in paths(slug)
    }
    assert set(theirs) == set(ours)
    assert [way for way in ours if theirs[way] != ours[way]] == []


def test_with_and_without_script_the_page_says_the_same(browser, server):
    with (
        opened(browser, server, path=f"{HERE}?b=1") as page,
        opened(browser, server, path=f"{HERE}?b=1", java_script_enabled=False) as plain,
    ):
        to_the_end(page)
        to_the_end(plain, ready="main")
        assert page.locator(".said").all_inner_texts() == plain.locator(".said").all_inner_texts()
        assert page.locator("#after h2").all_inner_texts() == plain.locator("#after h2").all_inner_texts()


# ---------------------------------------------------------------- reading and playing


def test_a_lesson_begins_with_its_note_and_can_be_left_skipped_and_started_again(learning):
    learning.locator(".lesson-link", has_text=FIRST.title).click()
    expect(learning.get_by_text(FIRST.note)).to_be_visible()
    assert learning.locator(".said").count() == 0
    learning.get_by_role("link", name="Begin").click()
    expect(learning.locator(".option").first).to_be_visible()
    learning.locator(".option").first.click()
    expect(learning.locator(".said.mine")).to_have_count(1)
    learning.get_by_role("link", name="Start again").click()
    expect(learning.locator(".said.mine")).to_have_count(0)
    learning.locator(".option").first.click()
    learning.get_by_role("link", name="Skip to the end").click()
    expect(learning.locator("#after")).to_be_visible()
    expect(learning.locator("#talk")).to_contain_text("not your fault")
    learning.get_by_role("link", name="All stories").first.click()
    expect(learning.locator(".lesson-list")).to_be_visible()


def test_a_story_can_be_played_by_keyboard_and_tells_what_is_new(browser, server):
    with opened(browser, server, path=f"{HERE}?b=1") as page:
        expect(page.locator("#log")).to_have_attribute("aria-live", "polite")
        page.locator(".option").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#turn")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(".option").first).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".said.mine")).to_have_count(2)


def test_nothing_moves_for_who_wants_no_motion(browser, server):
    with opened(browser, server, path=f"{HERE}?b=1", reduced_motion="reduce") as page:
        assert page.locator(".said").first.evaluate("each => getComputedStyle(each).animationName") == "none"


def test_going_back_shows_no_step_of_a_story(browser, server):
    with opened(browser, server, path="l") as page:
        before = page.evaluate("history.length")
        page.locator(".lesson-link").first.click()
        page.get_by_role("link", name="Begin").click()
        page.locator(".option").first.click()
        expect(page.locator(".said.mine")).to_have_count(1)
        assert page.evaluate("history.length") == before
        assert re.fullmatch(r"/l(/\d+)?(\?.*)?", page.evaluate("location.pathname + location.search"))


# ---------------------------------------------------------------- everybody can use it


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["desktop", "narrow"])
@pytest.mark.parametrize("path", ["l", HERE, f"{HERE}?b=1", f"{HERE}?p=00021", f"{HERE}?e=1&p="])
def test_pages_are_accessible(shown, server, path, size, scheme):
    with again(shown, server, size=size, scheme=scheme, path=path) as page:
        expect(page.locator("main[data-begun]")).to_be_attached()
        assert findings(page) == []
        assert overflow(page) <= 0
        assert small_targets(page) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_lesson_opens_and_ends(shown, server, number):
    with again(shown, server, size=PHONE, path=f"l/{number}?b=1", reduced_motion="reduce") as page:
        to_the_end(page)
        assert findings(page) == []
        assert overflow(page) <= 0


@pytest.mark.parametrize("path", ["l", HERE, f"{HERE}?p=0002", f"{HERE}?e=1"])
def test_pages_hold_with_large_text_and_from_right_to_left(shown, server, path):
    with again(shown, server, size=NARROW, path=path) as page:
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert overflow(page) <= 0
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(BEYOND) == []


def test_the_made_up_profile_is_drawn_the_same_by_both_players(browser, server):
    one = lessons()["fake-profiles"]
    path = "".join(map(str, next(each.choices for each in paths(one.slug) if shows_a_profile(each))))
    before = f"l/{one.number}?p={path[:3]}"
    with opened(browser, server, path=before) as page:
        page.locator(f".option[data-choice='{path[3]}']").click()
        expect(page.locator(".profile-card:visible")).to_have_count(1)
        drawn = page.locator("#talk .profile-card").evaluate("each => each.outerHTML")
    with opened(browser, server, path=f"l/{one.number}?p={path[:4]}", java_script_enabled=False) as plain:
        assert plain.locator("#talk .profile-card").evaluate("each => each.outerHTML") == drawn
    assert re.search(r"#(dog|ball|beach)", drawn)


def shows_a_profile(way):
    return not way.skipped and any(line.tag("shows") for line in way.played.lines)


# ---------------------------------------------------------------- practising again


def test_cards_come_again_and_nothing_is_kept_unasked(learning):
    learning.locator(".lesson-link", has_text=FIRST.title).click()
    learning.get_by_role("link", name="Skip to the end").click()
    card = learning.locator(".recall-card").first
    card.locator("summary").click()
    card.get_by_role("button", name="I knew it").click()
    expect(card.locator(".again-says")).to_have_text(re.compile(r"Again in \d+ days?"))
    assert learning.evaluate("localStorage.length") == 0
    learning.get_by_role("link", name="All stories").last.click()
    expect(learning.locator("#recall")).to_be_visible()
    expect(learning.locator("#recall")).to_contain_text(re.compile(r"Again in \d+ days?"))


def test_remembering_keeps_numbers_and_days_only_and_is_wiped_by_one_tap(browser, server):
    with opened(browser, server, path=f"{HERE}?e=1") as page:
        page.locator("#remember").check()
        card = page.locator(".recall-card").nth(1)
        card.locator("summary").click()
        card.get_by_role("button", name="I forgot").click()
        expect(card.locator(".again-says")).to_be_visible()
        # It is kept a moment after it is said; the page's policy forbids waiting for it by a function.
        for _ in range(100):
            if page.evaluate("localStorage.length"):
                break
            page.wait_for_timeout(100)
        kept = json.loads(page.evaluate("JSON.stringify({ ...localStorage })"))
        assert list(kept) == ["notes"]
        assert re.fullmatch(rf"{FIRST.number}\.1 \d{{8}}-1", kept["notes"])
        page.goto(server.address + "l")
        expect(page.locator("#recall")).to_be_visible()
        page.locator("#forget").click()
        expect(page.locator("#recall")).to_be_hidden()
        assert page.evaluate("localStorage.length") == 0


def test_what_is_pressed_before_the_script_came_counts_once(browser, server):
    with opened(browser, server, path="l") as page:
        held = []
        page.route("**/static/rooms/recall.js", lambda route: held.append(route))
        page.goto(f"{server.address}{HERE}?e=1")
        for _ in range(100):
            if held:
                break
            page.wait_for_timeout(100)
        page.locator("#remember").check()
        card = page.locator(".recall-card").nth(1)
        card.locator("summary").click()
        card.get_by_role("button", name="I forgot").click()
        expect(page.locator("main:not([data-begun])")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0
        asked = []
        page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
        held[0].continue_()
        expect(card.locator(".again-says")).to_be_visible()
        expect(page.locator("#remember")).to_be_checked()
        assert page.evaluate("localStorage.notes").startswith(f"{FIRST.number}.1 ")
        assert len(asked) == 1
        card.get_by_role("button", name="I knew it").click()
        assert page.evaluate("localStorage.notes").endswith("-3")


def test_a_card_that_is_due_is_asked_on_the_list(browser, server):
    with opened(browser, server, path="l") as page:
        page.evaluate(f"localStorage.setItem('notes', '{FIRST.number}.0 20200101-3')")
        page.reload()
        card = page.locator("#recall-cards .recall-card")
        expect(card).to_have_count(1)
        card.locator("summary").click()
        expect(card).to_contain_text(FIRST.cards[0].answer)
        card.get_by_role("button", name="I knew it").click()
        expect(card.locator(".again-says")).to_have_text(re.compile(r"Again in \d+ days"))
        assert findings(page) == []
