"""A served page and a browser to look at it with; every request of the browser is taken down."""

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from axe_playwright_python.sync_playwright import Axe

SERVING = Path(__file__).with_name("serving.py")
WAIT = 60_000
DESKTOP, PHONE, NARROW = (1100, 900), (390, 800), (320, 640)
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
# The suggestions below the address bar are pages themselves. Each window of Chromium starts them, seen or not, and that
# takes longer than the test's own page.
UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]
WITHOUT = "--disable-features="


@dataclass
class Served:
    """What the server said since it was last asked."""

    address: str
    said: Queue = field(repr=False)

    def events(self):
        found = []
        while True:
            try:
                found.append(self.said.get(timeout=0.2))
            except Empty:
                return [line for line in found if line.startswith("EVENT")]


@contextmanager
def served(catalogues="-"):
    command = [sys.executable, str(SERVING), str(catalogues)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = Queue()
    reader = Thread(target=lambda: [said.put(line.strip()) for line in process.stdout], daemon=True)
    reader.start()
    try:
        first = said.get(timeout=60)
        assert first.startswith("Safelight is open at http://127.0.0.1:"), first
        yield Served(first.split()[-1], said)
    finally:
        process.terminate()
        process.wait(timeout=20)
        reader.join(timeout=20)


def switches(chromium, path):
    """What to start a Chromium with, so that it leaves out what no test sees. Of several lists of features it takes the
    last, so the one that Playwright gives is asked for, and goes in front."""
    browser = chromium.launch(executable_path=path, args=ARGUMENTS)
    given = browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"].split()
    browser.close()
    features = [each.removeprefix(WITHOUT) for each in given if each.startswith(WITHOUT)][-1:]
    return [*ARGUMENTS, WITHOUT + ",".join([*features, *UNSEEN])]


@contextmanager
def opened(browser, served, size=DESKTOP, scheme="light", path="n", **options):
    """A page in a context of its own. It fails the test when it asks anybody else, or when a script or policy fails."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
    context.set_default_timeout(WAIT)
    try:
        with watched(context.new_page(), served) as page:
            page.goto(served.address + path)
            yield page
    finally:
        context.close()


@contextmanager
def again(page, served, size=DESKTOP, scheme="light", path="n", reduced_motion="no-preference"):
    """A page that was open before, loaded anew in this size and these colours, as `opened` gives one. For looks only:
    how far back it goes, and what the browser holds of files, are not those of a new one."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(media="screen", color_scheme=scheme, reduced_motion=reduced_motion)
    with watched(page, served):
        page.goto(served.address + path)
        yield page


@contextmanager
def watched(page, served):
    """Fails the test when the page asks anybody else, or when a script or policy fails."""
    asked, faults = [], []
    taken = {
        "request": lambda request: asked.append(request.url),
        "pageerror": lambda error: faults.append(str(error)),
        "console": lambda message: faults.append(message.text) if message.type in ("error", "warning") else None,
    }
    for event, take in taken.items():
        page.on(event, take)
    try:
        yield page
        # Answers with an error status are meant to be seen, and the console tells of them.
        assert not [text for text in faults if "Failed to load resource" not in text]
        foreign = [url for url in asked if not url.startswith((served.address, "blob:", "data:"))]
        assert not foreign
    finally:
        for event, take in taken.items():
            page.remove_listener(event, take)


# What fades or slides in has its real colours only when it has arrived; what moves for ever is not waited for.
AT_REST = """() => Promise.all(document.getAnimations()
  .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
  .map((each) => each.finished.catch(() => {}))).then(() => null)"""


def findings(page):
    """What axe finds, best practice included, when nothing moves any more: rule and the elements."""
    page.evaluate(AT_REST)
    options = {
        "resultTypes": ["violations"],
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]


def overflow(page):
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


SMALL = """() => [...document.querySelectorAll("a, button, select, input, summary, textarea")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.type !== "hidden")
  .map((each) => [each.closest("label") ?? each, each])
  .filter(([place]) => { const box = place.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .filter(([, each]) => !each.classList.contains("skip"))
  .map(([, each]) => each.outerHTML.slice(0, 120))"""


def small_targets(page):
    """Everything to press that is smaller than 24 pixels."""
    return page.evaluate(SMALL)


def spoken(page, locale):
    """Choose another language, and wait until the page speaks it."""
    page.locator(".tongues summary").click()
    page.locator(f".tongues a[hreflang={locale}]").click()
    page.wait_for_selector(f"html[lang={locale}]")
