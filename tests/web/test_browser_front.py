"""The first page and its rooms in a real browser: each choice walked to its end, by whoever is looking."""

import re

import pytest
from playwright.sync_api import expect
from tests.locales.catalogue import write
from tests.media import planted
from tests.web.browsing import (
    DESKTOP,
    NARROW,
    PHONE,
    WAIT,
    findings,
    opened,
    overflow,
    served,
    small_targets,
    spoken,
)

from safelight.media.load import facts

pytestmark = pytest.mark.browser
expect.set_options(timeout=WAIT)
ELSEWHERE = re.compile(r"^https://www\.wikipedia\.org/")
ROOMS = ("", "t", "f", "o", "p", "s", "a")
OFFER = "Hostess in Dubai. We pay your flight and visa. No interview. WhatsApp only."
MOST_BYTES = 150_000
FIRST_VIEW = 1.0  # seconds


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    """The app with a language written from right to left beside English."""
    folder = tmp_path_factory.mktemp("locales")
    write(folder, "ur", {"What happened?": "کیا ہوا؟", "Someone is talking to me": "کوئی مجھ سے بات کر رہا ہے"})
    with served(folder) as found:
        yield found


def rooms(page, address, query=""):
    for path in ROOMS:
        page.goto(address + path + query)
        yield path


def door(page, words):
    page.get_by_role("link", name=words).click()


def faults(page):
    return findings(page), small_targets(page), max(overflow(page), 0)


# ---------------------------------------------------------------- everybody can use it


LOOKS = [
    ("y9", PHONE, "light"),
    ("y15", DESKTOP, "dark"),
    ("y15", NARROW, "light"),
    ("carer", DESKTOP, "light"),
    ("teacher", PHONE, "dark"),
    ("friend", NARROW, "dark"),
]


@pytest.mark.parametrize(("who", "size", "scheme"), LOOKS, ids=["-".join([who, scheme]) for who, _, scheme in LOOKS])
def test_everybody_can_use_every_room(browser, server, who, size, scheme):
    with opened(browser, server, size, scheme, path="", reduced_motion="reduce") as page:
        for path in rooms(page, server.address, f"?w={who}&c=IN"):
            page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            assert faults(page) == ([], [], 0), path


@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["desktop", "narrow"])
def test_every_room_turns_round(browser, turned, size):
    with opened(browser, turned, size, path="", reduced_motion="reduce") as page:
        for path in rooms(page, turned.address, "?l=ur"):
            assert page.evaluate("document.documentElement.dir") == "rtl"
            assert faults(page) == ([], [], 0), path
            leave = page.locator("#leave").bounding_box()
            assert leave["x"] < 30, "the way out is not in the corner where lines end"


def test_letters_of_twice_the_size_fit(browser, server):
    with opened(browser, server, (1280, 1024), path="", reduced_motion="reduce") as page:
        for path in rooms(page, server.address):
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert max(overflow(page), 0) == 0, path


# ---------------------------------------------------------------- as a young person


def test_a_young_person_is_threatened_and_walks_the_steps_on_a_phone(browser, server):
    with opened(browser, server, PHONE, path="?w=y15&c=GB", reduced_motion="reduce") as page:
        door(page, "They threaten me")
        steps = page.locator(".walk > li:visible")
        expect(steps).to_have_count(1)
        expect(page.locator(".where")).to_have_text("Step 1 of 7")
        for number in range(2, 8):
            page.get_by_role("button", name="Next").click()
            expect(page.locator(".where")).to_have_text(f"Step {number} of 7")
            expect(steps.locator("h2")).to_be_focused()
        expect(page.get_by_role("button", name="Next")).to_be_hidden()
        page.get_by_role("button", name="Back", exact=True).click()
        expect(steps).to_contain_text("Something happened online, and I need your help.")
        page.get_by_role("button", name="Show all steps").click()
        expect(steps).to_have_count(7)
        page.get_by_role("link", name="See how").click()
        expect(page.locator("#removal")).to_be_focused()
        expect(page.locator("#removal")).to_contain_text("Report Remove")
        page.get_by_text("I already paid").click()
        expect(page.get_by_text("Do not pay again")).to_be_visible()
        page.get_by_role("link", name="I am in danger").click()
        expect(page.locator("#hurt").get_by_role("link", name="999")).to_have_attribute("href", "tel:999")


def test_a_young_person_has_an_offer_looked_at(browser, server):
    with opened(browser, server, PHONE, path="?w=y17&c=IN") as page:
        door(page, "Someone made me an offer")
        page.fill("#text", OFFER)
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator("#signs")).to_be_visible()
        expect(page.locator("h1")).to_be_focused()
        assert "w=y17" in page.url


def test_a_young_person_looks_at_a_profile_and_corrects_it(browser, server):
    with opened(browser, server, PHONE, path="?w=y15", reduced_motion="reduce") as page:
        door(page, "Is this person real?")
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator("#trouble")).to_be_focused()
        page.get_by_label("Account name").fill("@mia_real")
        page.get_by_label("Follows", exact=True).fill("3.2k")
        page.get_by_label("Followers").fill("12")
        page.get_by_label("Posts").fill("0")
        page.get_by_label("How old is the account?").select_option(label="a few days")
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator("#stands-out")).to_contain_text("few follow back")
        assert faults(page) == ([], [], 0)
        page.get_by_role("button", name="Change what I typed").click()
        expect(page.get_by_label("Account name")).to_have_value("@mia_real")
        page.get_by_label("Follows", exact=True).fill("10")
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator(".report")).not_to_contain_text("few follow back")


def test_a_young_person_cleans_a_picture_before_sharing_and_nothing_is_written(browser, server, tmp_path):
    server.events()
    with opened(browser, server, PHONE, path="?w=y15", reduced_motion="reduce") as page:
        door(page, "Before I share")
        data = planted.jpeg()
        page.set_input_files("#hand-file", {"name": "me at home.jpg", "mimeType": "image/jpeg", "buffer": data})
        page.get_by_role("button", name="See what it tells").first.click()
        expect(page.locator(".report")).to_contain_text("The exact place")
        expect(page.locator("h1")).to_be_focused()
        assert faults(page) == ([], [], 0)
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save the clean copy").click()
        assert kept.value.suggested_filename == "copy.jpg"
        kept.value.save_as(tmp_path / "copy.jpg")
    assert facts(data).of("gps")
    assert facts((tmp_path / "copy.jpg").read_bytes()).traces == ()
    assert server.events() == []


def test_a_young_person_looks_at_a_post_before_sharing(browser, server):
    with opened(browser, server, PHONE, path="?w=y12") as page:
        door(page, "Before I send a picture")
        page.get_by_label("What you want to write").fill("I am Mia Berg from Elm School, home alone until six")
        page.get_by_role("button", name="See what it tells").last.click()
        expect(page.locator(".report")).to_contain_text("stranger")


def test_a_file_that_is_too_large_or_unknown_is_said(browser, server):
    with opened(browser, server, path="s") as page:
        page.set_input_files("#hand-file", {"name": "x", "mimeType": "", "buffer": b"\x7fELF\0\0"})
        page.locator("#hand-go").click()
        expect(page.locator("#trouble")).to_be_focused()
        page.evaluate("document.getElementById('hand').dataset.limit = '3'")
        page.set_input_files("#hand-file", {"name": "x.jpg", "mimeType": "", "buffer": b"12345"})
        expect(page.locator("#hand-trouble")).to_contain_text("too large")
        expect(page.locator("#hand-go")).to_be_disabled()


# ---------------------------------------------------------------- as a parent, as a teacher


def test_a_parent_says_so_and_every_choice_follows(browser, server):
    with opened(browser, server, path="") as page:
        page.get_by_label("Who is looking?").select_option(label="A parent or carer")
        page.get_by_label("In which country?").select_option(label="India")
        page.get_by_role("button", name="Use this").click()
        page.wait_for_url(re.compile(r"\?w=carer&l=en&c=IN$"))
        door(page, "My child told me something")
        expect(page.locator(".walk > li")).to_have_count(8)
        expect(page.locator("main")).to_contain_text("Your phone stays yours.")
        door(page, "They threaten my child")
        expect(page.locator("main")).to_contain_text("Do not take the phone or the account away.")
        expect(page.locator("#answers")).to_contain_text("1098")
        page.get_by_role("link", name="Look at what they wrote").click()
        expect(page.locator("#text")).to_be_visible()
        assert page.url == server.address + "n?l=en&w=carer&c=IN"


def test_a_teacher_was_told_something(browser, server):
    with opened(browser, server, path="?w=teacher&c=GB") as page:
        door(page, "A young person told me something")
        expect(page.locator("main")).to_contain_text("Follow your child protection rule today")
        door(page, "They threaten a young person")
        expect(page.locator("main")).to_contain_text("not even as proof")
        page.go_back()
        assert page.url == "about:blank", "a page of the app was left in the history"


def test_what_is_chosen_beside_a_result_is_carried_by_the_links_around_it(browser, server):
    with opened(browser, server, path="n?c=IN") as page:
        page.get_by_role("button", name="Try an example").click()
        expect(page.locator(".report")).to_be_visible()
        page.get_by_label("Who is looking?").select_option(label="I am under 10")
        page.get_by_role("button", name="Show it this way").click()
        expect(page.locator("body")).to_have_class("small")
        page.get_by_role("link", name="Help now").click()
        page.wait_for_url(re.compile(r"/h\?w=y9&c=IN$"))


def test_picking_with_the_mouse_holds_at_once_and_with_keys_waits_for_the_button(browser, server):
    with opened(browser, server, path="") as page:
        page.wait_for_load_state("networkidle")
        page.get_by_label("Who is looking?").focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(300)
        assert page.url == server.address
        page.get_by_label("Who is looking?").dispatch_event("pointerdown")
        page.get_by_label("Who is looking?").select_option(label="A teacher")
        page.wait_for_url(re.compile("w=teacher"))


def test_the_language_changes_where_one_is(browser, turned):
    with opened(browser, turned, path="t?w=y15&c=IN") as page:
        page.locator(".tongues summary").click()
        page.get_by_role("link", name="اردو").click()
        page.wait_for_url(re.compile(r"/t\?l=ur&w=y15&c=IN$"))
        page.locator(".brand").click()
        expect(page.locator("h1")).to_have_text("کیا ہوا؟")


# ---------------------------------------------------------------- without script, on paper


def test_without_script_everything_but_files_is_there(browser, server):
    with opened(browser, server, PHONE, path="?w=y15", java_script_enabled=False) as page:
        page.get_by_label("Who is looking?").select_option(label="A friend of someone")
        page.get_by_role("button", name="Use this").click()
        door(page, "They threaten my friend")
        expect(page.locator(".walk > li:visible")).to_have_count(7)
        assert ELSEWHERE.match(page.locator("#leave").get_attribute("href"))
        page.goto(server.address + "s")
        expect(page.locator("#hand")).to_be_hidden()
        page.goto(server.address + "p")
        page.get_by_label("What they say about themselves").fill("model scout, write to me on telegram")
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator(".report")).to_be_visible()


def test_the_steps_print_all_of_them(browser, server):
    with opened(browser, server, PHONE, path="t?w=y15&c=IN") as page:
        expect(page.locator(".walk > li:visible")).to_have_count(1)
        page.emulate_media(media="print")
        expect(page.locator(".walk > li:visible")).to_have_count(7)
        expect(page.locator(".pager")).to_be_hidden()
        expect(page.get_by_text("Open their profile and copy the link to it.")).to_be_visible()
        expect(page.locator("#leave")).to_be_hidden()
        assert page.pdf().startswith(b"%PDF")


# ---------------------------------------------------------------- leaving


WAYS = [("t", None), ("s", None), ("a", ["Shift"] * 3), ("t", ["Shift"] * 3), ("s", ["Escape"] * 2)]


@pytest.mark.parametrize(("last", "keys"), WAYS, ids=["link", "link 2", "shift", "shift 2", "escape"])
def test_after_several_rooms_back_shows_the_page_before(browser, server, last, keys):
    context = browser.new_context()
    context.set_default_timeout(WAIT)
    page = context.new_page()
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>dull</title>", content_type="text/html"))
    page.goto("data:text/html,<title>before</title>")
    page.goto(server.address)
    door(page, "They threaten me")
    page.get_by_role("link", name="hurting myself").click()
    page.locator(".brand").click()
    door(page, "Is this person real?")
    page.get_by_label("Account name").fill("kim")
    page.get_by_role("button", name="Look at this").click()
    expect(page.locator(".report")).to_be_visible()
    page.get_by_role("link", name="About Safelight").click()
    if last != "a":
        page.locator(".brand").click()
        door(page, {"t": "They threaten me", "s": "Before I share"}[last])
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    if keys is None:
        page.click("#leave")
    for key in keys or []:
        page.keyboard.press(key)
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.title() == "before"
    page.go_forward()
    assert page.title() == "dull"
    context.close()


def test_a_link_pressed_before_the_script_is_there_leaves_no_entry(browser, server):
    context = browser.new_context()
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.route("**/static/app.js", lambda route: None)  # never comes
    page.goto("data:text/html,<title>before</title>")
    page.goto(server.address, wait_until="commit")
    for words in ("They threaten me", "hurting myself", "About Safelight"):
        door(page, words)
        page.wait_for_url(re.compile("/(t|t#hurt|a)$"), wait_until="commit")
    page.goto("data:text/html,<title>after</title>")
    # Two back at once: a step back while the page between still loads is refused by the browser now and then.
    page.evaluate("history.go(-2)")
    page.wait_for_url(re.compile("before"))
    assert page.title() == "before"
    context.close()


def test_leaving_blanks_the_page_first_and_quiets_what_plays(browser, server):
    with opened(browser, server, path="t") as page:
        page.wait_for_load_state("networkidle")
        # Scripts end before the next page begins, so that what is left on this one can be seen.
        seen = page.evaluate(
            """() => {
              const sound = document.createElement("audio");
              document.querySelector("main").append(sound);
              const told = [];
              sound.pause = () => told.push(`quiet, blank: ${document.documentElement.hidden}`);
              document.addEventListener("leaving", () => told.push("rooms told"));
              document.getElementById("leave").href = `${location.origin}/a`;
              document.getElementById("leave").click();
              return [...told, document.title, document.body.children.length];
            }"""
        )
        assert seen == ["quiet, blank: true", "rooms told", "", 0]


# ---------------------------------------------------------------- weight and speed


def test_the_first_page_is_light_and_quick(browser, server):
    with opened(browser, server, path="a") as page:
        sizes = []
        page.on("response", lambda answer: sizes.append(len(answer.body())))
        page.goto(server.address)
        page.wait_for_load_state("networkidle")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        assert len(sizes) <= 8
        assert sum(sizes) <= MOST_BYTES
        assert paint <= 1000 * FIRST_VIEW


def test_another_language_keeps_what_was_typed_and_what_was_found(browser, server):
    with opened(browser, server, PHONE, path="n?l=en") as page:
        page.fill("#text", "Sam: hi\nMe: hello")
        spoken(page, "es")
        expect(page.locator("#text")).to_have_value("Sam: hi\nMe: hello")
        page.locator("#paste-form button").click()
        page.locator("form.who").wait_for()
        spoken(page, "en")
        page.locator("form.who button").first.click()
        page.locator(".report").wait_for()
        spoken(page, "es")
        expect(page.locator(".report")).to_be_visible()


def test_another_language_keeps_what_stands_out_in_a_profile(browser, server):
    with opened(browser, server, PHONE, path="p?l=en") as page:
        page.get_by_label("Account name").fill("@mia_real")
        page.get_by_label("How old is the account?").select_option(label="a few days")
        page.get_by_role("button", name="Look at this").click()
        expect(page.locator(".report")).to_be_visible()
        spoken(page, "es")
        expect(page.locator(".report")).to_be_visible()
        expect(page.locator("#stands-out")).to_be_attached()


def test_another_language_keeps_what_a_picture_tells(browser, server):
    with opened(browser, server, PHONE, path="s?l=en") as page:
        data = planted.jpeg()
        page.set_input_files("#hand-file", {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": data})
        page.get_by_role("button", name="See what it tells").first.click()
        expect(page.locator(".report")).to_contain_text("The exact place")
        spoken(page, "es")
        expect(page.locator(".report")).to_be_visible()
        expect(page.locator(".report")).not_to_contain_text("The exact place")
        with page.expect_download() as kept:
            page.locator("#hand-copy button").click()
        assert kept.value.suggested_filename == "copy.jpg"
