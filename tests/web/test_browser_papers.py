"""The rooms to do and to print, in a real browser: axe, narrow, without script, with it, and printed."""

import pytest
from tests.locales.catalogue import write
from tests.web.browsing import DESKTOP, NARROW, PHONE, again, findings, opened, overflow, served, small_targets

pytestmark = pytest.mark.browser
PATHS = ["l", "d", "d/1", "g", "v", "y", "y/2", "y/2/s?c=IN", "y/2/q", "y/2/n"]


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (NARROW, "dark")], ids=["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_it_fits(shown, server, path, size, scheme):
    with again(shown, server, size, scheme, path) as page:
        for each in page.query_selector_all("main details"):
            each.evaluate("each => { each.open = true; }")
        assert findings(page) == []
        assert overflow(page) <= 0
        assert small_targets(page) == []


def test_twice_the_text_and_right_to_left(browser, server, tmp_path):
    with opened(browser, server, PHONE, path="d/4") as page:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert overflow(page) <= 0
    write(tmp_path, "ar", {"Block and report": "حظر وإبلاغ", "Make the page": "أنشئ الصفحة"})
    with served(tmp_path) as turned:
        for path in ("d/1?l=ar", "g?l=ar", "y/2/n?l=ar"):
            with opened(browser, turned, NARROW, path=path) as page:
                assert page.get_attribute("html", "dir") == "rtl"
                assert overflow(page) <= 0
                assert findings(page) == []


def test_ticks_are_counted_in_words_and_forgotten(browser, server):
    with opened(browser, server, path="d/1") as page:
        page.wait_for_function("document.querySelector('#progress').textContent.startsWith('Nothing ticked')")
        page.focus("input[name=t-0]")
        page.keyboard.press("Space")
        page.check("input[name=t-2]")
        assert page.inner_text("#progress") == "2 things looked at. Take your time."
        page.click("text=Next: Instagram")
        page.wait_for_selector("h1:text('Instagram')")
        assert page.evaluate("history.length") <= 2
        page.goto(server.address + "d/1")
        assert not page.is_checked("input[name=t-0]")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_script(browser, server):
    with opened(browser, server, path="d/1", java_script_enabled=False) as page:
        page.check("input[name=t-0]")
        page.click("noscript button")
        page.wait_for_selector("text=1 thing looked at")
        page.goto(server.address + "g?w=carer")
        page.click("text=Make the page")
        page.wait_for_selector("text=When you tell me about something online, I do not take your device away.")


def test_a_sheet_is_made_changed_and_printed(browser, server):
    with opened(browser, server, path="g?w=y15") as page:
        page.fill("#own-young", "I say when I am tired.")
        page.click("text=Make the page")
        page.wait_for_selector("h1:text('Our agreement')")
        assert findings(page) == []
        page.emulate_media(media="print")
        assert page.is_visible("text=I say when I am tired.") and not page.is_visible("text=Change it")
        page.emulate_media(media="screen")
        page.click("text=Change it")
        page.wait_for_selector("#own-young")
        assert page.input_value("#own-young") == "I say when I am tired."


def test_the_card_fits_a_wallet(browser, server):
    with opened(browser, server, path="v?c=IN") as page:
        page.fill("#who-1", "Aunt R")
        page.click("text=Make the card")
        page.wait_for_selector("text=I can tell")
        assert findings(page) == []
        page.emulate_media(media="print")
        box = page.locator(".wallet").bounding_box()
        # 85 mm of 96 dots an inch; no longer than two cards, to be folded once.
        assert abs(box["width"] - 85 / 25.4 * 96) < 2 and box["height"] <= 2 * 54 / 25.4 * 96


def test_totals_are_drawn(browser, server):
    with opened(browser, server, NARROW, path="y/2/n?w=teacher") as page:
        page.fill("#size", "24")
        for at in range(4):
            page.fill(f"#b-{at}", str(6 + at))
            page.fill(f"#a-{at}", str(18 - at))
        page.click("text=Draw it")
        page.wait_for_selector(".bars")
        assert findings(page) == []
        assert overflow(page) <= 0


def test_each_slide_is_a_page(browser, server):
    with opened(browser, server, path="y/2/s?c=IN") as page:
        slides = page.locator(".slide").count()
        pages = page.pdf(landscape=True, format="A4", print_background=True).count(b"/Type /Page\n")
        assert slides >= 8 and pages == slides
