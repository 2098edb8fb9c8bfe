"""What can be seen before sharing, and what to do when a picture is out, in a browser: by finger and by keyboard."""

import re

import numpy
import pytest
from playwright.sync_api import expect
from tests.media.drawn import clip, jpeg, png, waves
from tests.media.sign_pictures import photo
from tests.web.browsing import DESKTOP, NARROW, PHONE, WAIT, again, findings, opened, overflow, small_targets, spoken

from safelight.media import hashes
from safelight.media.load import facts

pytest.importorskip("rapidocr", reason="the extra `pictures` is not installed")
pytestmark = pytest.mark.browser
expect.set_options(timeout=WAIT)
LOOKS = [(DESKTOP, "light"), (NARROW, "dark"), (NARROW, "light"), (PHONE, "dark")]


@pytest.fixture(scope="module")
def signs():
    """A drawn photo with a name in its hidden data, a school sign and a plate."""
    drawn = photo(["ST MARY'S SCHOOL", "DL 3C AB 1234", "Just smile"], width=1600, height=1200)
    return jpeg(numpy.asarray(drawn.image), comment=b"made by Robin")


def faults(page):
    return findings(page), small_targets(page), max(overflow(page), 0)


def unfold(page):
    page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true")


def handed(page, data, name="me at home.jpg"):
    page.set_input_files("#hand-file", {"name": name, "mimeType": "image/jpeg", "buffer": data})
    page.locator("#hand-go").click()
    expect(page.locator(".report")).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_everybody_can_use_it(shown, server, signs, size, scheme):
    with again(shown, server, size, scheme, path="s?w=y15", reduced_motion="reduce") as page:
        handed(page, signs)
        assert faults(page) == ([], [], 0)
        page.get_by_role("button", name="Look at what can be seen in it").click()
        expect(page.locator("h1")).to_be_focused()
        unfold(page)
        assert faults(page) == ([], [], 0)
        page.get_by_role("button", name="Make a clean copy").click()
        expect(page.locator(".clean-copy")).to_be_visible()
        assert faults(page) == ([], [], 0)
        for path in ("r?w=y15&c=GB", "r?w=carer&d=0"):
            page.goto(server.address + path)
            unfold(page)
            assert faults(page) == ([], [], 0)


def test_a_sign_is_seen_blurred_and_saved_and_nothing_is_written(browser, server, signs, tmp_path):
    server.events()
    with opened(browser, server, PHONE, path="s?w=y15", reduced_motion="reduce") as page:
        handed(page, signs)
        expect(page.get_by_text("Is it a private picture?")).to_be_visible()
        page.get_by_role("button", name="Look at what can be seen in it").click()
        expect(page.locator(".spots")).to_have_count(2)
        expect(page.get_by_label("The name of a school")).to_be_checked()
        shown = page.locator("[data-picture]")
        expect(shown).to_be_hidden()
        page.get_by_role("button", name="Show the picture here").click()
        expect(shown).to_be_visible()
        picture, outline = shown.bounding_box(), page.locator(".outline svg").bounding_box()
        assert all(abs(picture[side] - outline[side]) < 2 for side in picture)
        page.get_by_role("button", name="Show the picture here").click()
        expect(shown).to_be_hidden()
        page.get_by_text("Another spot").click()
        page.get_by_label("Row 4, column 6").check()
        page.get_by_role("button", name="Make a clean copy").click()
        expect(page.locator("h1")).to_be_focused()
        expect(page.get_by_role("row", name="Words in the blurred spots")).to_contain_text(re.compile(r"2\s*0"))
        expect(page.get_by_text("3 spots are blurred")).to_be_visible()
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save the clean copy").click()
        assert kept.value.suggested_filename == "copy.jpg"
        kept.value.save_as(tmp_path / "copy.jpg")
        page.get_by_role("button", name="Choose other spots").click()
        expect(page.locator(".seen")).to_be_visible()
    assert facts((tmp_path / "copy.jpg").read_bytes()).traces == ()
    assert server.events() == []


def test_another_language_keeps_what_is_seen_and_what_was_blurred(browser, server, signs):
    with opened(browser, server, PHONE, path="s?w=y15&l=en") as page:
        handed(page, signs)
        page.get_by_role("button", name="Look at what can be seen in it").click()
        expect(page.locator(".spots").first).to_be_attached()
        spoken(page, "es")
        expect(page.locator(".spots").first).to_be_attached()
        page.locator("form.seen button").last.click()
        expect(page.locator(".clean-copy")).to_be_visible()
        spoken(page, "en")
        expect(page.locator(".clean-copy")).to_be_visible()
        expect(page.get_by_role("button", name="Save the clean copy")).to_be_visible()


def test_it_can_be_done_with_the_keyboard_alone(browser, server, signs):
    with opened(browser, server, DESKTOP, path="s?w=y15") as page:
        page.set_input_files("#hand-file", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": signs})
        expect(page.locator("#hand-go")).to_be_enabled()
        page.locator("#hand-go").press("Enter")
        page.get_by_role("button", name="Look at what can be seen in it").press("Enter")
        expect(page.locator("h1")).to_be_focused()
        box = page.get_by_label("The plate of a car")
        reached(page, box)
        page.keyboard.press("Space")
        expect(box).not_to_be_checked()
        reached(page, page.get_by_role("button", name="Make a clean copy"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 spot is blurred")).to_be_visible()


def reached(page, element):
    """Press Tab until an element has the focus."""
    for _ in range(60):
        if element.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("the keyboard does not get there")


def test_a_picture_that_the_browser_cannot_show_is_no_dead_end(browser, server, signs):
    with opened(browser, server, path="s?w=y15") as page:
        handed(page, signs)
        page.get_by_role("button", name="Look at what can be seen in it").click()
        page.evaluate("FileReader.prototype.readAsDataURL = function () { "
                      "Object.defineProperty(this, 'result', { value: 'data:image/jpeg;base64,AAAA' }); "
                      "this.dispatchEvent(new Event('load')); }")  # fmt: skip
        page.locator("[data-show-picture]").click()
        expect(page.locator("[data-show-picture]")).to_have_text("Your browser cannot show this kind of picture")
        expect(page.locator("[data-picture]")).to_be_hidden()


def test_leaving_forgets_the_picture(browser, server, signs):
    with opened(browser, server, path="s?w=y15") as page:
        handed(page, signs)
        page.evaluate("document.dispatchEvent(new Event('leaving'))")
        page.get_by_role("button", name="Look at what can be seen in it").click()
        page.wait_for_timeout(500)
        expect(page.locator(".report")).to_be_visible()
        expect(page.locator(".seen")).to_have_count(0)


# ---------------------------------------------------------------- a picture is out


def test_what_fits_is_found_and_codes_are_saved_and_nothing_is_written(browser, server, tmp_path):
    server.events()
    picture, video = png(waves(2, 640, 480)), clip([waves(3, 320, 240)] * 2)
    with opened(browser, server, PHONE, path="s?w=y15", reduced_motion="reduce") as page:
        page.get_by_role("link", name="It is already out").click()
        page.get_by_label("A person has it").check()
        page.get_by_label("Where do you live?").select_option(value="GB")
        page.get_by_role("button", name="Show what fits").click()
        page.wait_for_url(re.compile(r"/r\?.*p=p"))
        expect(page.locator("#services")).to_contain_text("Report Remove")
        expect(page.locator("#services")).not_to_contain_text("Google Search")
        expect(page.locator("#codes-go")).to_be_disabled()
        page.set_input_files("#codes-file", [
            {"name": "beach.png", "mimeType": "image/png", "buffer": picture},
            {"name": "clip.mp4", "mimeType": "video/mp4", "buffer": video},
        ])  # fmt: skip
        page.locator("#codes-go").click()
        expect(page.locator("h1")).to_be_focused()
        assert faults(page) == ([], [], 0)
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save my note").click()
        assert kept.value.suggested_filename == "notes.txt"
        kept.value.save_as(tmp_path / "notes.txt")
        assert not re.search("picture|removal|takedown", page.url)
    note = (tmp_path / "notes.txt").read_text(encoding="utf-8")
    assert hashes.of_picture(picture).pdq[0].hex in note
    assert hashes.of_bytes(video).md5 in note
    assert "second 1.0" in note
    assert server.events() == []


def test_files_that_are_too_large_together_are_said(browser, server):
    with opened(browser, server, path="r") as page:
        page.evaluate("document.getElementById('codes').dataset.limit = '3'")
        page.set_input_files("#codes-file", {"name": "x", "mimeType": "", "buffer": b"12345"})
        expect(page.locator("#codes-trouble")).to_contain_text("too large")
        expect(page.locator("#codes-go")).to_be_disabled()


DROP = """(box, names) => {
  const held = new DataTransfer();
  for (const name of names) held.items.add(new File(["12345"], name));
  box.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
}"""


@pytest.mark.parametrize(
    ("path", "form", "names", "ready"),
    [
        ("s", "#hand", ["one.jpg"], True),
        ("s", "#hand", ["one.jpg", "two.jpg"], False),
        ("r", "#codes", ["one.jpg", "two.jpg"], True),
    ],
)
def test_files_can_be_dropped_as_many_as_the_box_takes(browser, server, path, form, names, ready):
    with opened(browser, server, path=path) as page:
        # The box listens once its script is there: what is chosen by hand then frees the button.
        page.set_input_files(f"{form} input[type=file]", {"name": "x", "mimeType": "", "buffer": b"1"})
        go = page.locator(f"{form}-go")
        expect(go).to_be_enabled()
        page.set_input_files(f"{form} input[type=file]", [])
        expect(go).to_be_disabled()
        page.locator(f"{form} .drop").evaluate(DROP, names)
        expect(go).to_be_enabled(enabled=ready)
        held = page.locator(f"{form} input[type=file]").evaluate("input => [...input.files].map((each) => each.name)")
        assert held == (names if ready else [])


def test_without_script_the_services_are_there(browser, server):
    with opened(browser, server, PHONE, path="r?w=y15", java_script_enabled=False) as page:
        page.get_by_label("18 or over").check()
        page.get_by_role("button", name="Show what fits").click()
        expect(page.locator("#services")).to_contain_text("StopNCII")
        expect(page.locator("#codes")).to_be_hidden()
