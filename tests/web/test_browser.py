"""The local page in a real browser."""

import re

import pytest
from playwright.sync_api import expect
from tests.locales.catalogue import write
from tests.report.examples import ADVICE, UNREAD_SOURCE, assessment, chat, quiet_assessment
from tests.web.browsing import (
    DESKTOP,
    NARROW,
    PHONE,
    WAIT,
    again,
    findings,
    opened,
    overflow,
    served,
    small_targets,
)
from tests.web.chats import CANARY, NO_NAMES, ONE, PASTE, TWO, whatsapp

from safelight.report.html import render
from safelight.schema.assessments import Level

pytestmark = pytest.mark.browser
# A busy machine is no failure; what does not come at all is.
expect.set_options(timeout=WAIT)
ELSEWHERE = re.compile(r"^https://www\.wikipedia\.org/")


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    """The page in a language written from right to left."""
    folder = tmp_path_factory.mktemp("locales")
    sentences = {"Paste it here": "الصق محادثة", "Who said what?": "من قال ماذا؟", "What was noticed": "ما لوحظ"}
    write(folder, "ar", sentences)
    with served(folder) as found:
        yield found


def file(data, name="chat.jsonl"):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def front(page):
    page.goto(page.url.removesuffix("n"))
    expect(page.locator(".doors")).to_be_visible()


def home(page):
    expect(page.locator("h1")).to_be_visible()


def paste(page, text=PASTE):
    page.fill("#text", text)
    page.click("#paste-form button")
    expect(page.locator(".lines")).to_be_visible()


def trouble(page):
    page.fill("#text", " ")
    page.click("#paste-form button")
    expect(page.locator("#trouble")).to_be_visible()


def guessed(page):
    paste(page, NO_NAMES)


def result(page):
    paste(page)
    page.locator(".people input[type=radio]").nth(1).check()
    page.locator(".who button").first.click()
    expect(page.locator(".report")).to_be_visible()


def unfolded(page):
    result(page)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def quiet(page):
    paste(page, "Kim: hi\nLee: hi\nKim: homework?\nLee: page 4\n")
    page.locator(".who button").first.click()
    expect(page.locator(".report")).to_be_visible()


def offer(page):
    page.fill("#text", "Hostess in Dubai. We pay your flight and visa. No interview. WhatsApp only.")
    page.click("#paste-form button")
    expect(page.locator("#signs")).to_be_visible()


def send(page, data, name="chat.jsonl"):
    page.set_input_files("#file", file(data, name))
    page.click("#file-go")


def several(page):
    send(page, TWO)
    expect(page.locator(".chat-list")).to_be_visible()


def missing(page):
    page.goto(page.url.replace("/n", "/nothing-here"))


PLACES = [front, home, trouble, paste, guessed, result, unfolded, offer, quiet, several, missing]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_everybody_can_use_it(shown, server, place, scheme, size):
    with again(shown, server, size, scheme, reduced_motion="reduce") as page:
        place(page)
        assert findings(page) == []
        assert small_targets(page) == []
        assert page.title() == "Notes"


def test_the_checks_see_faults_on_this_page(browser, server):
    with opened(browser, server, NARROW) as page:
        page.evaluate(
            "document.documentElement.removeAttribute('lang'); document.querySelector('.lead').style = 'width: 900px'"
        )
        page.evaluate("document.querySelector('#leave').style = 'min-height: 10px; height: 10px'")
        assert "html-has-lang" in {rule for rule, _ in findings(page)}
        assert overflow(page) > 0
        assert len(small_targets(page)) == 1


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_it_fits_a_narrow_screen(shown, server, place):
    with again(shown, server, NARROW) as page:
        place(page)
        assert overflow(page) <= 0


@pytest.mark.parametrize("place", [home, guessed, unfolded, several], ids=lambda place: place.__name__)
@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["desktop", "narrow"])
def test_a_language_from_right_to_left_does_not_break_it(browser, turned, place, size):
    with opened(browser, turned, size, locale="ar", reduced_motion="reduce") as page:
        place(page)
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert overflow(page) <= 0
        assert findings(page) == []
        leave = page.locator("#leave").bounding_box()
        assert leave["x"] + leave["width"] < size[0] * 2 / 3, "the way out is not in the corner where lines end"


def test_a_paste_goes_all_the_way(browser, server):
    with opened(browser, server) as page:
        page.get_by_label("Who is looking?").select_option(label="A parent or carer")
        page.get_by_label(re.compile("Where do you live")).select_option(label="India")
        paste(page)
        page.locator(".lines select").nth(1).select_option(label="Someone else")
        page.get_by_label("Someone else", exact=True).first.fill("Leo")
        expect(page.locator(".lines select").nth(1).locator("option:checked")).to_have_text("Leo")
        page.locator(".people input[type=radio]").nth(1).check()
        page.locator(".who button").last.click()
        expect(page.locator("h1")).to_be_focused()
        report = page.locator(".report")
        expect(report).to_contain_text("Asks for a secret")
        expect(report).to_contain_text("Sam (whose chat this is)")
        expect(report).to_contain_text("Leo")
        expect(report).to_contain_text("1098")
        words = report.get_by_text(CANARY)
        expect(words.first).to_be_hidden()
        report.get_by_text("Show the words").first.click()
        expect(page.locator("mark:visible").first).to_be_visible()
        page.get_by_label("Who is looking?").select_option(label="I am 13 to 15")
        page.get_by_role("button", name="Show it this way").click()
        expect(report).to_contain_text("Sam (you)")
        page.get_by_role("button", name="Change who said what").click()
        expect(page.locator(".lines select").nth(1).locator("option:checked")).to_have_text("Leo")


def test_a_large_file_goes_all_the_way_and_nothing_is_written(browser, server):
    server.events()
    with opened(browser, server) as page:
        page.set_input_files("#file", file(whatsapp(5_000_000), "WhatsApp Chat with Röbin.txt"))
        expect(page.locator("#chosen")).to_have_text("WhatsApp Chat with Röbin.txt")
        page.click("#file-go")
        expect(page.locator("#bar")).to_be_visible()
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        # On a machine that has much else to do, five megabytes take over a minute.
        expect(page.locator(".report")).to_contain_text("Asks for a secret", timeout=3 * WAIT)
        expect(page.locator("h1")).to_be_focused()
    assert server.events() == []


def test_reading_can_be_stopped(browser, server):
    with opened(browser, server) as page:
        send(page, whatsapp(5_000_000), "chat.txt")
        page.get_by_role("button", name="Stop").click()
        expect(page.locator("#working")).to_be_hidden()
        expect(page.locator("#file-go")).to_be_enabled()
        expect(page.locator("#paste-form")).to_be_visible()
        page.set_input_files("#file", file(ONE))
        page.click("#file-go")
        expect(page.locator(".report")).to_contain_text("9 messages")


def test_the_page_answers_while_a_large_file_is_read(browser, server):
    with opened(browser, server) as busy, opened(browser, server) as other:
        send(busy, whatsapp(5_000_000), "chat.txt")
        expect(busy.locator("#bar")).to_be_visible()
        other.reload()
        expect(other.locator("#paste-form")).to_be_visible()
        expect(busy.locator("#bar")).to_be_visible()
        busy.get_by_role("button", name="Stop").click()


def test_the_file_is_sent_again_for_a_new_choice(browser, server):
    with opened(browser, server) as page:
        several(page)
        page.locator(".chat").first.click()
        report = page.locator(".report")
        expect(report).to_contain_text("9 messages")
        page.get_by_label("Which one is you?").select_option(label="Sam")
        page.get_by_role("button", name="Show it this way").click()
        expect(report).to_contain_text("Sam (you)")
        page.get_by_role("button", name="See the other chats of this file").click()
        expect(page.locator(".chat")).to_have_count(2)


def test_a_file_can_be_dropped(browser, server):
    with opened(browser, server) as page:
        page.evaluate(
            """text => {
              const data = new DataTransfer();
              data.items.add(new File([text], "chat.jsonl"));
              const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true });
              document.getElementById("drop").dispatchEvent(drop);
            }""",
            ONE.decode(),
        )
        expect(page.locator("#file-go")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".report")).to_contain_text("9 messages")


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(browser, server):
    with opened(browser, server) as page:
        page.evaluate("document.getElementById('file-form').dataset.limit = '10'")
        page.set_input_files("#file", file(ONE))
        expect(page.locator("#here")).to_contain_text("too large")
        expect(page.locator("#file-go")).to_be_disabled()


def test_a_file_that_cannot_be_read_says_why(browser, server):
    with opened(browser, server) as page:
        send(page, b"\x7fELF" + bytes(range(256)), "program.bin")
        expect(page.locator("#trouble")).to_be_focused()
        expect(page.locator("#trouble")).to_contain_text("SL101")


def test_when_the_server_is_gone_what_was_typed_stays(browser, server):
    with opened(browser, server) as page:
        page.route("**/who*", lambda route: route.abort())
        page.fill("#text", PASTE)
        page.click("#paste-form button")
        expect(page.locator("#here")).to_contain_text("does not answer")
        assert page.input_value("#text") == PASTE


def test_without_javascript_a_paste_goes_all_the_way(browser, server):
    with opened(browser, server, java_script_enabled=False) as page:
        expect(page.locator("#file-form")).to_be_hidden()
        page.fill("#text", PASTE)
        page.click("#paste-form button")
        page.locator(".lines select").nth(1).select_option(label="Not a message")
        page.locator("input[name=name-0]").fill("Alex")
        page.locator(".people input[type=radio]").nth(1).check()
        page.locator(".who button").first.click()
        expect(page.locator(".report")).to_contain_text("From Alex")
        page.get_by_label("Who is looking?").select_option(label="A teacher")
        page.get_by_role("button", name="Show it this way").click()
        expect(page.locator(".report")).to_contain_text("From Alex")
        expect(page.get_by_label("Who is looking?")).to_have_value("teacher")
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save as a page").click()
        assert kept.value.suggested_filename == "notes.html"
        page.get_by_role("link", name="Start again").click()
        expect(page.locator("#text")).to_have_value("")
        assert page.url == server.address + "n?w=teacher"


def tab_to(page, selector, limit=60):
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached with the Tab key")


FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
}"""


def test_the_keyboard_is_enough(browser, server):
    with opened(browser, server) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        tab_to(page, "#leave")
        assert page.evaluate(FOCUS)
        tab_to(page, "#text")
        page.keyboard.insert_text(PASTE)
        tab_to(page, "#paste-form button")
        assert page.evaluate(FOCUS)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_be_focused()
        tab_to(page, "input[name=me]")
        assert page.evaluate(FOCUS)
        page.keyboard.press("ArrowUp")
        tab_to(page, ".who button")
        page.keyboard.press("Space")
        expect(page.locator(".report h1")).to_be_focused()
        tab_to(page, "#noticed summary")
        assert page.evaluate(FOCUS)
        page.keyboard.press("Enter")
        expect(page.locator("mark:visible").first).to_be_visible()
        tab_to(page, ".tools a[href='/n']", limit=120)
        page.keyboard.press("Enter")
        expect(page.locator("#text")).to_be_visible()


def away(page):
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>dull</title>", content_type="text/html"))


@pytest.mark.parametrize("keys", [None, ["Shift"] * 3, ["Escape"] * 2], ids=["link", "shift", "escape"])
def test_leaving_is_quick_and_back_shows_nothing_of_it(browser, server, keys):
    context = browser.new_context()
    context.set_default_timeout(WAIT)
    page = context.new_page()
    away(page)
    page.goto("data:text/html,<title>before</title>")
    page.goto(server.address + "n")
    result(page)
    page.get_by_role("button", name="Show it this way").click()
    page.get_by_role("link", name="Who can help").click()
    if keys is None:
        page.click("#leave")
    for key in keys or []:
        page.keyboard.press(key)
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.title() == "before"
    assert CANARY not in page.content()
    context.close()


def test_typing_capitals_does_not_leave(browser, server):
    with opened(browser, server) as page:
        page.focus("#text")
        for letter in "ABCD":
            page.keyboard.press(f"Shift+{letter}")
        assert page.input_value("#text") == "ABCD"
        page.keyboard.press("Shift")
        expect(page.locator("#status")).to_have_text("Press Shift two more times to leave this page.")
        assert page.url == server.address + "n"


def test_the_way_out_is_a_real_link_that_stays_in_its_corner(browser, server):
    with opened(browser, server, PHONE, java_script_enabled=False) as page:
        link = page.locator("#leave")
        assert ELSEWHERE.match(link.get_attribute("href"))
        assert "noreferrer" in link.get_attribute("rel")
        before = link.bounding_box()
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(200)
        assert link.bounding_box() == before
        expect(page.get_by_text("Leaving does not clear the history.")).to_be_visible()


STORED = """async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length, history.length,
]"""


def test_the_browser_keeps_nothing(browser, server):
    with opened(browser, server) as page:
        before = page.evaluate("history.length")
        result(page)
        page.get_by_role("button", name="Show it this way").click()
        expect(page.locator(".report")).to_be_visible()
        assert page.evaluate(STORED) == [0, 0, "", 0, 0, before]
        assert page.url == server.address + "n"
        page.reload()
        expect(page.locator("#text")).to_have_value("")


def test_motion_is_left_out_when_asked(browser, server):
    with opened(browser, server, reduced_motion="reduce") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none').length"
        assert page.evaluate(moving) == 0


def test_the_result_prints(browser, server):
    with opened(browser, server) as page:
        result(page)
        printed = page.pdf()
        assert printed.startswith(b"%PDF")
        assert len(printed) > 10_000
        page.emulate_media(media="print")
        expect(page.locator("#leave")).to_be_hidden()
        expect(page.locator(".tools").first).to_be_hidden()
        expect(page.locator(".timeline")).to_be_visible()


def test_a_saved_page_works_alone(browser, server, tmp_path):
    with opened(browser, server) as page:
        send(page, ONE)
        expect(page.locator(".report")).to_be_visible()
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save as a page").click()
        path = tmp_path / kept.value.suggested_filename
        kept.value.save_as(path)
    assert CANARY in path.read_text(encoding="utf-8")


REPORTS = {
    "concern": lambda: render(chat(source=UNREAD_SOURCE), assessment(chat()), ADVICE),
    "urgent": lambda: render(chat(), assessment(chat(), Level.URGENT), ADVICE),
    "nothing": lambda: render(chat(), quiet_assessment(), ADVICE),
    "cannot_say": lambda: render(chat(source=UNREAD_SOURCE), quiet_assessment(Level.CANNOT_SAY), None),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", list(REPORTS))
def test_a_report_alone_is_usable_by_everybody_and_asks_nobody(browser, tmp_path, name, scheme):
    path = tmp_path / "notes.html"
    path.write_text(REPORTS[name](), encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=False)
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(path.as_uri())
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate("getComputedStyle(document.querySelector('.level')).borderInlineStartWidth") != "0px"
    assert overflow(page) <= 0
    assert small_targets(page) == []
    assert (asked, faults) == ([path.as_uri()], [])
    assert findings(page) == []
    context.close()
