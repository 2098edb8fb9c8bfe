"""Correcting, several files, screenshots, typing, keeping, telling and wiping, in a real browser."""

import io
import json
import zipfile
from base64 import b64encode

import pytest
from playwright.sync_api import expect
from tests.media.chat_pictures import draw
from tests.web.browsing import DESKTOP, NARROW, WAIT, again, findings, opened, overflow, small_targets
from tests.web.chats import CANARY, ONE, PASTE, TWO

pytestmark = pytest.mark.browser
expect.set_options(timeout=WAIT)


def file(data, name="chat.jsonl", kind="application/octet-stream"):
    return {"name": name, "mimeType": kind, "buffer": data}


def result(page):
    page.fill("#text", PASTE)
    page.get_by_role("button", name="Look at this", exact=True).click()
    page.locator(".people input[type=radio]").nth(1).check()
    page.locator(".who button").first.click()
    expect(page.locator(".report")).to_be_visible()


def of_file(page):
    page.set_input_files("#file", file(ONE))
    page.click("#file-go")
    expect(page.locator(".report")).to_be_visible()


def judged(page):
    result(page)
    say(page, "Asks for a secret", "This was a joke")


def say(page, trick, words):
    card = page.locator(".tricks > li", has=page.get_by_role("heading", name=trick))
    card.get_by_text("Is it different?").click()
    card.get_by_role("button", name=words).click()
    expect(page.locator(".said li")).to_contain_text(trick)


def keeping(page):
    result(page)
    page.get_by_role("button", name="Choose what to keep").click()
    expect(page.locator(".keep-rows")).to_be_visible()


def telling(page):
    keeping(page)
    page.get_by_role("button", name="Show it to an adult I trust").click()
    expect(page.locator(".first-sentence")).to_be_visible()


def reporting(page):
    keeping(page)
    page.get_by_role("button", name="Get ready to report").click()
    expect(page.locator(".sheet").first).to_be_visible()


def printed(page):
    keeping(page)
    page.get_by_role("button", name="See it as a page to print").click()
    expect(page.locator(".kept-lines")).to_be_visible()


def typing(page):
    page.get_by_text("Type it as it was").click()


def many(page):
    page.set_input_files("#file", [file(ONE, "one.jsonl"), file(TWO, "two.jsonl"), file(b"\0\1\2", "no.bin")])
    page.click("#file-go")
    expect(page.locator(".chat-list > li")).to_have_count(4)


PLACES = [judged, keeping, telling, reporting, printed, typing, many]


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (NARROW, "dark")], ids=["desktop", "narrow-dark"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_everybody_can_use_it(shown, server, place, size, scheme):
    with again(shown, server, size, scheme, reduced_motion="reduce") as page:
        place(page)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert findings(page) == []
        assert small_targets(page) == []
        assert overflow(page) <= 0
        assert page.title() == "Notes"


@pytest.mark.parametrize("begin", [result, of_file], ids=["paste", "file"])
def test_a_word_of_the_reader_changes_the_answer_and_can_be_taken_back(browser, server, begin):
    with opened(browser, server) as page:
        begin(page)
        before = page.locator(".level h1").inner_text()
        for trick in ("Asks for a secret", "Asks for a picture"):
            if page.get_by_role("heading", name=trick).count():
                say(page, trick, "That is normal between us")
        expect(page.locator("h1")).to_be_focused()
        expect(page.locator("#said")).to_contain_text("normal between you, you say")
        expect(page.locator(".tricks").get_by_role("heading", name="Asks for a secret")).to_have_count(0)
        for _each in range(page.locator(".said li").count()):
            page.get_by_role("button", name="Take it back").first.click()
            expect(page.locator("h1")).to_be_focused()
        expect(page.locator("#said")).to_have_count(0)
        assert page.locator(".level h1").inner_text() == before


def test_known_in_real_life_changes_the_words_and_hides_nothing(browser, server):
    with opened(browser, server) as page:
        result(page)
        page.get_by_label("I know this person in real life").check()
        page.get_by_role("button", name="Show it this way").click()
        expect(page.locator("#steps")).to_contain_text("You know this person")
        expect(page.locator(".report")).to_contain_text("Asks for a secret")


def test_several_files_are_listed_the_gravest_first_and_opened_one_by_one(browser, server):
    server.events()
    with opened(browser, server) as page:
        many(page)
        expect(page.locator(".unread")).to_contain_text("no.bin")
        expect(page.locator(".lead")).to_contain_text("These are the chats in your files.")
        page.locator(".chat", has_text="two.jsonl").first.click()
        expect(page.locator(".report")).to_contain_text("9 messages")
        page.get_by_role("button", name="Back to the list of files").click()
        page.locator(".chat", has_text="two.jsonl").last.click()
        expect(page.locator(".report")).to_contain_text("2 messages")
    assert server.events() == []


def test_a_list_of_files_can_be_stopped(browser, server):
    with opened(browser, server) as page:
        page.set_input_files("#file", [file(ONE, "one.jsonl")] + [file(ONE * 3000, f"{n}.jsonl") for n in range(3)])
        page.click("#file-go")
        expect(page.locator("#bar-label")).to_have_text("File 2 of 4")
        page.get_by_role("button", name="Stop").click()
        expect(page.locator(".chats + p, .trouble")).to_contain_text(["Stopped."])
        expect(page.locator(".chat", has_text="one.jsonl")).to_be_visible()


def test_a_screenshot_that_is_pasted_becomes_a_chat_to_correct(browser, server):
    pytest.importorskip("rapidocr")
    drawn = draw("whatsapp", dark=False, scale=2, seed=101)
    picture = io.BytesIO()
    drawn.image.save(picture, "PNG")
    server.events()
    with opened(browser, server) as page:
        page.evaluate(
            """data => {
              const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
              const clip = new DataTransfer();
              clip.items.add(new File([bytes], "shot.png", { type: "image/png" }));
              document.getElementById("text").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true }));
            }""",
            b64encode(picture.getvalue()).decode(),
        )
        expect(page.locator("#chosen")).to_have_text("shot.png")
        page.click("#file-go")
        expect(page.locator("main")).to_contain_text("This was read from a picture.")
        assert abs(page.locator(".lines > li").count() - len(drawn.said)) <= 1
        assert page.get_by_label("Name 1", exact=True).input_value() in ("Me", drawn.title)
        page.locator(".who button").first.click()
        expect(page.locator(".report")).to_be_visible()
    assert server.events() == []


def test_a_chat_can_be_typed_as_it_was(browser, server):
    with opened(browser, server) as page:
        typing(page)
        page.get_by_label("The other one’s name").fill("Robin: x")
        page.get_by_label("What was said").fill("it is our secret ok")
        page.get_by_role("button", name="They said it").click()
        page.get_by_label("What was said").fill("why")
        page.get_by_role("button", name="I said it").click()
        expect(page.get_by_label("What was said")).to_be_focused()
        assert page.input_value("#text") == "Robin  x: it is our secret ok\nMe: why\n"


@pytest.mark.parametrize("begin", [result, of_file], ids=["paste", "file"])
def test_what_is_chosen_is_saved_and_nothing_else(browser, server, begin):
    with opened(browser, server) as page:
        begin(page)
        page.get_by_role("button", name="Choose what to keep").click()
        expect(page.locator(".keep-rows")).to_be_visible()
        for box in page.locator(".keep-rows input").all():
            box.uncheck()
        page.locator(".keep-rows li", has_text=CANARY).locator("input").check()
        page.get_by_label("Letters in their place").check()
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save the file").click()
        assert kept.value.suggested_filename == "notes.zip"
        with zipfile.ZipFile(io.BytesIO(kept.value.path().read_bytes())) as archive:
            data = json.loads(archive.read("notes.json"))
        assert [line["author"] for line in data["lines"]] == ["A"]
        assert CANARY in data["lines"][0]["text"]
        page.get_by_label("A passphrase").fill("four words are good")
        with page.expect_download() as locked:
            page.get_by_role("button", name="Save the file").click()
        assert locked.value.suggested_filename == "notes.zip.age"
        assert locked.value.path().read_bytes().startswith(b"age-encryption.org/v1")


def test_the_first_sentence_is_chosen_and_the_page_prints(browser, server):
    with opened(browser, server) as page:
        telling(page)
        page.get_by_label("In my own words:").check()
        page.get_by_label("My own first sentence").fill("Dad, please read this.")
        page.get_by_role("button", name="Put it on the page").click()
        expect(page.locator(".first-sentence")).to_have_text("Dad, please read this.")
        assert page.pdf().startswith(b"%PDF")
        page.emulate_media(media="print")
        expect(page.locator("main form").first).to_be_hidden()
        expect(page.locator("#leave")).to_be_hidden()
        expect(page.locator(".first-sentence")).to_be_visible()
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Back to what to keep").click()
        expect(page.locator(".keep-rows")).to_be_visible()


def test_sheets_change_with_the_country(browser, server):
    with opened(browser, server) as page:
        reporting(page)
        page.get_by_label("Where do you live?").select_option("IN")
        page.get_by_role("button", name="Show these sheets").click()
        expect(page.locator(".sheet").first).to_contain_text("National Cyber Crime Reporting Portal")
        expect(page.locator(".sheet").first).to_contain_text("Robin")
        assert CANARY not in page.url


def test_one_tap_wipes(browser, server):
    with opened(browser, server) as page:
        before = page.evaluate("history.length")
        of_file(page)
        expect(page.locator("main")).to_contain_text("Nothing was stored")
        page.get_by_role("link", name="Wipe this").click()
        expect(page.locator(".doors")).to_be_visible()
        assert CANARY not in page.content()
        assert page.evaluate("history.length") == before
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_javascript_a_paste_can_be_kept(browser, server):
    with opened(browser, server, java_script_enabled=False) as page:
        result(page)
        page.get_by_role("button", name="Choose what to keep").click()
        page.get_by_role("button", name="Show it to an adult I trust").click()
        expect(page.locator(".first-sentence")).to_be_visible()
        page.get_by_role("button", name="Back to what to keep").click()
        with page.expect_download() as kept:
            page.get_by_role("button", name="Save the file").click()
        assert kept.value.suggested_filename == "notes.zip"
