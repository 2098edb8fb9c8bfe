"""Finds a Chromium that really starts, for the browser tests, and prints its path.

Looks in this order: the environment variable SAFELIGHT_CHROMIUM, the one Playwright downloaded, one installed on this
system. With `--install` it then tries Playwright's download and, on Debian-like systems, the package `chromium`.
Exits 2, saying what to do, when there is none.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

VARIABLE = "SAFELIGHT_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
DOWNLOAD_SECONDS = 600
START_MILLISECONDS = 60_000

NOTHING = f"""\
No Chromium was found for the browser tests, and none could be installed.
Do one of these, then try again:
  - install Chromium or Google Chrome with your system's own installer (Debian, Ubuntu: sudo apt-get install chromium)
  - run: .venv/bin/python -m playwright install --with-deps chromium
  - set {VARIABLE} to the path of a Chromium that is already there
"""


def note(text: str) -> None:
    """Writes to standard error, so that standard output holds the path and nothing else."""
    print(text, file=sys.stderr, flush=True)


def downloaded() -> Path:
    """Returns where Playwright would have put its own Chromium, whether or not it is there."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def candidates() -> Iterator[Path]:
    """Yields the places where a Chromium may be, best first; one named by the person is the only one."""
    if named := os.environ.get(VARIABLE):
        yield Path(named)
        return
    yield downloaded()
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from map(Path, PLACES)


def starts(path: Path) -> bool:
    """Says whether this Chromium starts and runs a page: an installed one may lack system libraries."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, timeout=START_MILLISECONDS)
            answer = browser.new_page().evaluate("6 * 7")
            browser.close()
    except Error as error:
        note(f"{path} is there but does not start: {str(error).splitlines()[0]}")
        return False
    return bool(answer == 42)


def find() -> Path | None:
    """Returns the first Chromium that starts, or None."""
    return next((path for path in candidates() if path.is_file() and starts(path)), None)


def run(*command: str) -> bool:
    """Runs a command with its output on standard error and says whether it worked."""
    note("$ " + " ".join(command))
    try:
        return subprocess.run(command, stdout=sys.stderr, timeout=DOWNLOAD_SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        note(f"{type(error).__name__}: {error}")
        return False


def download() -> bool:
    """Lets Playwright download its Chromium."""
    return run(sys.executable, "-m", "playwright", "install", "chromium")


def package() -> bool:
    """Installs Debian's Chromium, as root or where sudo asks for no password."""
    if not (sys.platform == "linux" and shutil.which("apt-get")):
        return False
    root = os.geteuid() == 0
    if not root and not (shutil.which("sudo") and run("sudo", "-n", "true")):
        return False
    apt = ([] if root else ["sudo", "-n"]) + ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return run(*apt, "update") and run(*apt, "install", "-y", "--no-install-recommends", "chromium")


def find_or_install() -> Path | None:
    """Returns a Chromium that starts, installing one if that is needed and possible."""
    ways: tuple[Callable[[], bool], ...] = () if os.environ.get(VARIABLE) else (download, package)
    found = find()
    for way in ways:
        if found is None and way():
            found = find()
    return found


def main() -> int:
    """Prints the path; exit 0 if there is one, 2 if not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--install", action="store_true", help="install one if none is found")
    path = find_or_install() if parser.parse_args().install else find()
    if path is None:
        named = os.environ.get(VARIABLE)
        note(f"{VARIABLE} is set to {named}, which is no Chromium that starts.\n" if named else NOTHING)
        return 2
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
