"""The browser home in a real browser: served as plain files, then without any network."""

import base64
import json
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.site.hosting import hosted
from tests.web.browsing import NARROW, PHONE, WAIT, findings, overflow, small_targets
from tests.web.chats import CANARY, ONE, PASTE, whatsapp

import safelight
from safelight.interfaces.site import build, bundle
from safelight.interfaces.site import pyodide as core
from safelight.report.json import to_dict

pytestmark = pytest.mark.browser
expect.set_options(timeout=WAIT)
SAMPLES = Path(__file__).parents[1] / "samples"
CHATS = (
    "jsonl/two.jsonl",
    "telegram/result.json",
    "signal/old export.txt",
    "imessage/Ann Lee.txt",
    "csv_table/both_ways.csv",
    "offers_csv/adverts.csv",
    "profile_json/typed.json",
)
TEXTS = {
    "Draft": "I live at 5 Oak Street and go to Hill School, call me on +44 7700 900123. Home alone till six!",
    "Offer": "Models wanted abroad, no experience, 5000 a week, we keep your passport safe, message me on Telegram",
    "PaymentDemand": "Pay 200 in gift cards today or I send it to your friends",
    "Link": "https://paypa1-login.example.zip/verify",
}


PREPARED = "caches.open('files').then((c) => c.keys()).then((all) => all.some((r) => r.url.includes('/started-')))"


@pytest.fixture(scope="module")
def host(site_folder):
    with hosted(site_folder) as found:
        yield found


@contextmanager
def visiting(browser, host, begin=True, **options):
    """A page in a context of its own; it fails the test when it asks anybody else, or when a script fails."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, **options)
    context.set_default_timeout(2 * WAIT)
    try:
        with watched(context, host) as page:
            if begin:
                page.goto(host.address)
                ready(page)
            yield page
    finally:
        context.close()


@contextmanager
def watched(context, host):
    """A new page that fails the test when it or a service worker asks anybody else, or when a script fails."""
    asked, faults = [], []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    context.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    yield page
    # Where a test forbids service workers, Playwright says so in the console.
    assert not [text for text in faults if "blocked by Playwright" not in text]
    assert not [url for url in asked if not url.startswith((host.address, "blob:", "data:"))]


@pytest.fixture(scope="module")
def home(browser, host):
    """One page for the tests that leave it as it was."""
    with visiting(browser, host) as page:
        yield page


@contextmanager
def returning(home, host, path=""):
    """A page beside `home`, as `visiting` gives one, that starts quickly from what the browser keeps."""
    comes(home, PREPARED)
    with watched(home.context, host) as page:
        try:
            page.goto(host.address + path)
            ready(page)
            yield page
        finally:
            page.close()


def ready(page):
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=2 * WAIT)


def comes(page, condition):
    """Wait until a condition that is a promise comes true."""
    until = time.monotonic() + 5 * WAIT / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < until, condition
        page.wait_for_timeout(500)


def worker(page):
    return next(each for each in page.workers if each.url.endswith("/worker.js"))


def ask(page, address, **fields):
    """What the app in the tab answers: status and page."""
    program = """async ([address, fields]) => {
        const body = fields && new URLSearchParams(fields);
        const answer = await safelightAsk(address, body ? { method: "POST", body } : {});
        return [answer.status, await answer.text()];
    }"""
    return page.evaluate(program, [address, fields or None])


def python(page, program):
    """What Python in the tab says, as JSON."""
    return json.loads(worker(page).evaluate("(program) => self.python.runPython(program)", program))


# ---------------------------------------------------------------- the same as on the computer


@pytest.mark.parametrize("name", CHATS)
def test_a_file_is_assessed_as_on_the_computer(home, name):
    data = (SAMPLES / name).read_bytes()
    shown = name.rpartition("/")[2]
    program = f"""
import base64, json, safelight
from safelight.report.json import to_dict
items = safelight.read(base64.b64decode({base64.b64encode(data).decode()!r}), name={shown!r})
json.dumps([to_dict(safelight.check(item), item=item) for item in items], default=str)
"""
    expected = [to_dict(safelight.check(item), item=item) for item in safelight.read(data, name=shown)]
    assert python(home, program) == json.loads(json.dumps(expected, default=str))


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_is_assessed_as_on_the_computer(home, kind):
    program = f"""
import json, safelight
from safelight.report.json import to_dict
json.dumps(to_dict(safelight.check(safelight.{kind}({TEXTS[kind]!r}))), default=str)
"""
    expected = to_dict(safelight.check(getattr(safelight, kind)(TEXTS[kind])))
    assert python(home, program) == json.loads(json.dumps(expected, default=str))


ROOMS = [
    "/",
    "/n",
    "/t",
    "/f?w=carer",
    "/o",
    "/p",
    "/a",
    "/l",
    "/l/2?l=es",
    "/d/1",
    "/g",
    "/v?c=GB",
    "/y/3",
    "/k/r",
    "/?l=hi",
]


@pytest.mark.parametrize("address", [*ROOMS, "/?l=en&w=carer", "/nothing"])
def test_a_page_is_the_one_on_the_computer(home, client, address):
    answer = client.get(address, headers={"Accept-Language": "en-US"})
    assert ask(home, address) == [answer.status_code, answer.text]


@pytest.mark.parametrize("text", [PASTE, TEXTS["Offer"], " "])
def test_an_answer_is_the_one_on_the_computer(home, client, text):
    answer = client.post("/look", data={"text": text}, headers={"Accept-Language": "en-US"})
    assert ask(home, "/look", text=text) == [answer.status_code, answer.text]


def test_no_module_of_the_app_is_left_out(home):
    """Whatever module of Safelight can be imported without an extra on the computer can be imported in the tab."""
    program = """
import importlib, json, pkgutil, safelight
failed = []
for info in pkgutil.walk_packages(safelight.__path__, "safelight."):
    if info.name.endswith("__main__") or "media" in info.name:
        continue
    try:
        importlib.import_module(info.name)
    except ImportError as error:
        failed.append([info.name, str(error)])
json.dumps(failed)
"""
    assert python(home, program) == []


# ---------------------------------------------------------------- without a network


@contextmanager
def no_network(page, host):
    """Without a network: the browser has none, and the host does not answer those who get around that."""
    with offline(page.context):
        asked = len(host.requests)
        host.down = True
        try:
            yield
            # The browser itself looks for a newer edition; nothing else asks.
            assert {path for _method, path in host.requests[asked:]} <= {"/sw.js"}
        finally:
            host.down = False


@contextmanager
def offline(context):
    context.set_offline(True)
    try:
        yield
    finally:
        context.set_offline(False)


def test_it_starts_and_works_without_a_network(home, host):
    with returning(home, host) as page, no_network(page, host):
        page.reload()
        ready(page)
        page.click("a[href^='/n']")
        page.fill("#text", PASTE)
        page.click("#paste-form button:not([type])")
        expect(page.locator(".lines")).to_be_visible()
        page.click("main form[data-swap] button:not([type]):not(.second) >> nth=0")
        expect(page.locator("main")).to_contain_text("Asks for a secret")
        assert page.url == host.address
        # Nothing of the chat lies in what the browser keeps.
        assert page.evaluate(KEPT_WITH, CANARY) == []
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


KEPT_WITH = """async (words) => {
  const needle = new TextEncoder().encode(words), found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
      for (let at = bytes.indexOf(needle[0]); at >= 0; at = bytes.indexOf(needle[0], at + 1)) {
        if (needle.every((byte, n) => bytes[at + n] === byte)) { found.push(request.url); break; }
      }
    }
  }
  return found;
}"""


def test_what_the_browser_keeps_is_really_looked_through(home):
    assert home.evaluate(KEPT_WITH, "getting-ready")


def test_an_address_within_the_app_opens_there(home, host):
    with returning(home, host) as page, no_network(page, host):
        page.goto(f"{host.address}n?l=en&w=carer")
        ready(page)
        expect(page.locator("#text")).to_be_visible()


def test_a_new_edition_takes_over_at_the_next_start_but_one(browser, site_folder, core_archive, tmp_path, monkeypatch):
    first, second = tmp_path / "first", tmp_path / "second"
    shutil.copytree(site_folder, first)
    files = bundle.app_files()
    changed = files | {"safelight/report/words.py": files["safelight/report/words.py"] + b"\nEDITION = 2\n"}
    monkeypatch.setattr(bundle, "app_files", lambda: changed)
    build.build(second, core_archive)
    with hosted(first) as moving, visiting(browser, moving) as page:
        moving.folder = str(second)
        before = len(moving.requests)
        page.reload()
        ready(page)
        comes(page, "navigator.serviceWorker.getRegistration().then((found) => found.waiting !== null)")
        fetched = {path for _method, path in moving.requests[before:]}
        assert "/app.bin" in fetched
        assert "/python/pyodide.asm.wasm" not in fetched, "a file that is the same was fetched again"
        page.reload()
        ready(page)
        assert python(page, "import safelight.report.words as w; str(w.EDITION)") == 2
        kept = page.evaluate("caches.open('files').then((c) => c.keys()).then((all) => all.map((r) => r.url))")
        assert len(kept) == len([name for name in build.site(core.files(core_archive)) if not unkept(name)])


def unkept(name):
    return name in ("sw.js", "licences.txt", "404.html", "_headers", ".notes-site")


# ---------------------------------------------------------------- files, sharing, leaving


def test_a_chat_of_five_thousand_messages_shows_how_far_it_is(home, host):
    lines = whatsapp(5000 * 60).decode().splitlines()[:5000]
    with returning(home, host, "n") as page:
        page.evaluate("""() => {
          globalThis.seen = new Set();
          new MutationObserver(() => {
            const bar = document.getElementById("bar");
            if (bar && bar.checkVisibility()) globalThis.seen.add(`${bar.value}/${bar.max}`);
          }).observe(document.querySelector("main"), { subtree: true, attributes: true, childList: true });
        }""")
        page.set_input_files(
            "#file", {"name": "chat.txt", "mimeType": "text/plain", "buffer": "\n".join(lines).encode()}
        )
        page.click("#file-go")
        expect(page.locator("main")).to_contain_text("5000 messages")
        assert len([each for each in page.evaluate("[...globalThis.seen]") if each.endswith("/5000")]) >= 2


def test_stopping_ends_the_work_and_the_next_question_is_answered(home, host):
    with returning(home, host, "n") as page:
        chat = {"name": "chat.txt", "mimeType": "text/plain", "buffer": whatsapp(3_000_000)}
        page.set_input_files("#file", chat)
        page.click("#file-go")
        page.click("#file-stop")
        expect(page.locator("#working")).to_be_hidden()
        assert ask(page, "/n")[0] == 200


def test_a_report_is_saved_as_a_page(home, host):
    with returning(home, host, "n") as page:
        page.set_input_files("#file", {"name": "chat.jsonl", "mimeType": "text/plain", "buffer": ONE})
        page.click("#file-go")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a page").click()
        assert download.value.suggested_filename == "notes.html"
        page.goto(f"{host.address}n")
        ready(page)
        page.fill("#text", TEXTS["Offer"])
        page.click("#paste-form button:not([type])")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a page").click()
        assert "<!doctype html>" in Path(download.value.path()).read_text(encoding="utf-8").lower()


SHARING = """<form method="post" enctype="multipart/form-data" action="{address}s"><input name="title">
<textarea name="text"></textarea><input name="url"><input type="file" name="file"><button>Share</button></form>"""


def share(page, host, **parts):
    page.goto("about:blank")
    page.set_content(SHARING.format(address=host.address))
    for name, value in parts.items():
        if name == "file":
            page.set_input_files("[name=file]", value)
        else:
            page.fill(f"[name={name}]", value)
    page.click("button")
    ready(page)


def test_what_another_app_shares_is_there_and_never_met_the_host(home, host):
    with returning(home, host) as page:
        asked = len(host.requests)
        share(page, host, text=PASTE)
        expect(page.locator("#text")).to_have_value(PASTE)
        assert page.url == host.address
        share(page, host, file={"name": "Chat mit Ünï.jsonl", "mimeType": "application/json", "buffer": ONE})
        expect(page.locator("#chosen")).to_have_text("Chat mit Ünï.jsonl")
        page.click("#file-go")
        expect(page.locator("main")).to_contain_text("Asks for a secret")
        assert not [each for each in host.requests[asked:] if each[0] != "GET" or each[1].startswith(("/s?", "/?"))]
        # It is handed over once.
        page.goto(f"{host.address}?shared")
        ready(page)
        expect(page.locator(".doors")).to_be_visible()


def test_leaving_ends_what_holds_the_chat(home, host):
    page = home.context.new_page()
    page.route("https://www.wikipedia.org/**", lambda route: route.fulfill(body="elsewhere"))
    page.goto(host.address)
    ready(page)
    ended = []
    worker(page).on("close", lambda _worker: ended.append(True))
    length = page.evaluate("history.length")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("https://www.wikipedia.org/")
    assert ended
    assert page.evaluate("history.length") == length
    page.close()


# The last one beside `home`: it throws away what makes starts quick.
def test_the_second_start_is_quick_and_gives_the_same(home, host, client):
    assert home.locator("html").get_attribute("data-ready") == "first"
    with returning(home, host) as page, offline(page.context):
        page.reload()
        ready(page)
        assert page.locator("html").get_attribute("data-ready") == "quick"
        answer = client.post("/look", data={"text": PASTE}, headers={"Accept-Language": "en-US"})
        assert ask(page, "/look", text=PASTE) == [200, answer.text]
        # A picture of memory that is damaged is thrown away, and the start is a plain one.
        page.evaluate("""async () => {
          const cache = await caches.open("files");
          const request = (await cache.keys()).find((each) => each.url.includes("/started-"));
          await cache.put(request, new Response(new Uint8Array(1000)));
        }""")
        page.reload()
        ready(page)
        assert page.locator("html").get_attribute("data-ready") == "first"


# ---------------------------------------------------------------- how it looks, what a phone says to it


def starting(browser, host, **options):
    """A page that is still getting ready."""
    context = browser.new_context(service_workers="block", **options)
    page = context.new_page()
    context.route("**/worker.js", lambda route: None)
    page.goto(host.address)
    expect(page.locator("#getting-ready")).to_be_visible()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_while_it_gets_ready_it_can_be_read_and_left(browser, host, scheme):
    page = starting(browser, host, color_scheme=scheme, viewport={"width": NARROW[0], "height": NARROW[1]})
    assert findings(page) == []
    assert overflow(page) <= 0
    assert small_targets(page) == []
    assert page.title() == "Notes"
    page.context.route("https://www.wikipedia.org/**", lambda route: route.fulfill(body="elsewhere"))
    page.click("#go-away")
    page.wait_for_url("https://www.wikipedia.org/")
    page.context.close()


def test_the_first_page_has_no_findings(home):
    assert findings(home) == []
    assert overflow(home) <= 0


def test_a_phone_can_install_it(home):
    session = home.context.new_cdp_session(home)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["name"] == "Notes"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A context of a test is a private window, in which nothing can be installed.
    assert {each["errorId"] for each in errors} <= {"in-incognito"}


def test_it_works_where_nothing_may_be_kept(browser, host):
    with visiting(browser, host, begin=False, service_workers="block") as page:
        page.goto(host.address)
        ready(page)
        assert ask(page, "/look", text=PASTE)[0] == 200


def test_a_failed_start_says_so(browser, host):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    context.route("**/app.bin", lambda route: route.abort())
    page.goto(host.address)
    expect(page.locator("#not-started")).to_contain_text("did not start")
    context.close()
