import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite golden files from what the code says now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """`golden(path, text)`: the text must be what the golden file holds; with --golden it is written there instead."""
    rewrite = request.config.getoption("--golden")

    def compare(path: Path, text: str) -> None:
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"no golden file {path.relative_to(ROOT)}; write it with: make golden"
        expected = path.read_bytes().decode("utf-8")
        assert text == expected, f"differs from {path.relative_to(ROOT)}; if that is right: make golden"

    return compare


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium for browser tests; there being none is a failure, not a skip."""
    done = subprocess.run([sys.executable, ROOT / "scripts" / "browser.py"], capture_output=True, text=True)
    if done.returncode != 0:
        pytest.fail(done.stderr, pytrace=False)
    return done.stdout.strip()


@pytest.fixture(scope="session")
def chromium_switches(chromium_path):
    """How to start it without what no test sees."""
    from playwright.sync_api import sync_playwright
    from tests.web.browsing import switches

    with sync_playwright() as playwright:
        return switches(playwright.chromium, chromium_path)


@pytest.fixture(scope="module")
def browser(chromium_path, chromium_switches):
    """A running Chromium; each test opens a context of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium_path, args=chromium_switches)
        yield found
        found.close()
