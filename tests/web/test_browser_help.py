"""Help now in a real browser: nothing for axe to say, every way can be pressed, it works without script, and prints."""

import pytest
from tests.locales.catalogue import write
from tests.web.browsing import DESKTOP, NARROW, PHONE, again, findings, opened, overflow, served, small_targets

pytestmark = pytest.mark.browser
FULL = "h?c=DE&n=t"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", ["h", FULL, "h?c=BR&w=carer"])
def test_axe_finds_nothing(shown, server, path, size, scheme):
    with again(shown, server, size, scheme, path) as page:
        assert findings(page) == []


@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=["narrow", "phone", "wide"])
def test_it_fits_and_can_be_pressed(shown, server, size):
    with again(shown, server, size, path=FULL) as page:
        assert overflow(page) <= 0
        assert small_targets(page) == []
        low = page.eval_on_selector_all(".way", "all => all.filter(e => e.getBoundingClientRect().height < 44).length")
        assert low == 0


def test_twice_the_text_still_fits(browser, server):
    with opened(browser, server, PHONE, path=FULL) as page:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert overflow(page) <= 0


def test_from_right_to_left(browser, tmp_path):
    write(tmp_path, "ar", {"Who can help now": "من يستطيع المساعدة الآن", "In danger right now?": "في خطر الآن؟"})
    with served(tmp_path) as turned, opened(browser, turned, NARROW, path="h?c=SA&n=t&l=ar") as page:
        assert page.get_attribute("html", "dir") == "rtl"
        assert overflow(page) <= 0
        assert findings(page) == []
        assert page.get_attribute(".way bdi", "dir") == "ltr"


def test_choosing_stays_in_the_page(browser, server):
    with opened(browser, server, path="h?w=y12") as page:
        page.select_option("#c", "IN")
        page.check("input[name=n][value=m]")
        page.click("text=Show who can help")
        page.wait_for_selector("text=Cybercrime helpline 1930")
        assert page.evaluate("history.length") <= 2
        assert page.get_attribute('a[href="tel:1098"]', "target") is None


def test_without_script(browser, server):
    with opened(browser, server, path="h", java_script_enabled=False) as page:
        page.select_option("#c", "IN")
        page.check("input[name=n][value=t]")
        page.click("text=Show who can help")
        page.wait_for_selector("text=Child Helpline 1098")
        assert page.url.endswith("/h?c=IN&n=t")


def test_with_the_keyboard_alone(browser, server):
    with opened(browser, server, path="h?c=IN") as page:
        page.focus("#c")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.value") == "t"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("#first-title >> text=Someone threatens me")


def test_printed_it_is_a_card(browser, server):
    with opened(browser, server, path=FULL) as page:
        page.emulate_media(media="print")
        assert page.is_visible("text=116 111")
        assert not page.is_visible("text=Show who can help")
        assert not page.is_visible(".state")
        assert page.locator("text=Unverified.").first.is_visible()
        assert not page.is_visible("text=Others who can help")
