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


@contextmanager
def opened(browser, served, size=DESKTOP, scheme="light", path="n", **options):
    """A page in a context of its own. It fails the test when it asks anybody else, or when a script or policy fails."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
    context.set_default_timeout(WAIT)
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    try:
        page.goto(served.address + path)
        yield page
        # Answers with an error status are meant to be seen, and the console tells of them.
        assert not [text for text in faults if "Failed to load resource" not in text]
        foreign = [url for url in asked if not url.startswith((served.address, "blob:", "data:"))]
        assert not foreign
    finally:
        context.close()


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
