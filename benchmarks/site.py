"""Measures the browser home in a real Chromium on this machine, and a plain start of Pyodide beside it.

    .venv/bin/python -m benchmarks.site [--times 3]

Prints a table of seconds (the median of several runs, each in a new browser profile) and of megabytes. Nothing is
frozen: the numbers are the machine's. What travels is the built site, over the loopback address, so fetching costs next
to nothing here; add size / bandwidth for a real network.
"""

import argparse
import gzip
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.site.hosting import hosted
from tests.web.browsing import ARGUMENTS

from safelight.interfaces.site.build import build

ROOT = Path(__file__).parents[1]
MESSAGES = 5000
SLOW = 180_000
WORDS = (
    *("the", "a", "lol", "ok", "so", "we", "are", "going", "to", "school", "tomorrow", "maybe", "you", "can", "bring"),
    *("your", "game", "it", "was", "fun", "yesterday", "what", "did", "she", "say", "about", "homework", "friday"),
    *("haha", "no", "way", "really", "yes", "sure", "mum", "said", "be", "home", "by", "six", "nice", "pizza", "later"),
)
PLAIN = """<!doctype html><title>x</title><script type="module">
import { loadPyodide } from "/python/pyodide.mjs";
await loadPyodide({ indexURL: "/python/" });
document.documentElement.dataset.ready = "plain";
</script>"""
CHECK = """async (text) => {
  const begun = performance.now();
  const headers = { "X-Name": "chat.txt", "X-Choices": "" };
  const answer = await safelightAsk("/file", { method: "POST", body: new Blob([text]), headers });
  const lines = (await answer.text()).trim().split("\\n");
  return [(performance.now() - begun) / 1000, lines.length];
}"""
PASTE = """async () => {
  const begun = performance.now();
  const body = new URLSearchParams({ text: "Robin: hi\\nSam: hello\\nRobin: dont tell your mum\\n" });
  await (await safelightAsk("/look", { method: "POST", body })).text();
  return (performance.now() - begun) / 1000;
}"""
PREPARED = """caches.open("files").then((cache) => cache.keys())
  .then((all) => all.some((each) => each.url.includes("/started-")))"""


def chat() -> str:
    """Invented ordinary chatter of two people as a WhatsApp export."""
    chance = random.Random(1)
    lines = []
    for at in range(MESSAGES):
        said = " ".join(chance.choice(WORDS) for _ in range(chance.randint(2, 14)))
        when = f"{at // 400 + 1:02}/11/2026, {at // 60 % 24:02}:{at % 60:02}"
        lines.append(f"{when} - {chance.choice(('Sam', 'Kim'))}: {said}")
    return "\n".join(lines)


def start(page: Page, address: str) -> float:
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SLOW)
    return time.perf_counter() - begun


def once(browser, address: str, text: str) -> dict[str, float]:
    """Measure one profile from its first visit on."""
    context = browser.new_context()
    page = context.new_page()
    took = {"plain start of Pyodide": start(page, address + "plain.html")}
    took["first start"] = start(page, address)
    took["first answer after a first start"] = page.evaluate(PASTE)
    begun = time.perf_counter()
    while not page.evaluate(PREPARED):
        page.wait_for_timeout(250)
    took["until the next start is prepared"] = time.perf_counter() - begun
    context.set_offline(True)
    took["later start"] = start(page, address)
    took["first answer after a later start"] = page.evaluate(PASTE)
    took[f"chat of {MESSAGES} messages"], lines = page.evaluate(CHECK, text)
    took["the same chat again"], _ = page.evaluate(CHECK, text)
    took["lines of progress"] = lines - 1
    context.close()
    return took


def on_the_computer(text: str) -> float:
    """Seconds for the same chat in a new Python of this computer."""
    program = (
        "import sys, time, safelight; data = sys.stdin.buffer.read(); begun = time.perf_counter();"
        "safelight.check(safelight.read(data, name='chat.txt')[0]); print(time.perf_counter() - begun)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True)
    return float(done.stdout)


def sizes(files: dict[str, bytes]) -> None:
    packed = {name: len(gzip.compress(content, 9)) for name, content in files.items()}
    for name in sorted(files, key=lambda name: -packed[name])[:5]:
        print(f"  {name:36} {len(files[name]) / 1e6:6.2f} MB, packed {packed[name] / 1e6:5.2f} MB")
    print(
        f"  {'all files':36} {sum(map(len, files.values())) / 1e6:6.2f} MB, packed {sum(packed.values()) / 1e6:5.2f} MB"
    )


def found(script: str) -> str:
    done = subprocess.run([sys.executable, ROOT / "scripts" / script], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    text = chat()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        files = build(out, Path(found("pyodide.py")))
        (out / "plain.html").write_text(PLAIN)
        with hosted(out) as host, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found("browser.py"), args=ARGUMENTS)
            runs = [once(browser, host.address, text) for _ in range(times)]
            browser.close()
    sizes(files)
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"  {name:36} {statistics.median(values):6.2f}   ({min(values):.2f} to {max(values):.2f})")
    print(f"  {'the chat on this computer':36} {on_the_computer(text):6.2f}")


if __name__ == "__main__":
    main()
