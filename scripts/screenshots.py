"""Makes the pictures of the app in docs/pictures/, for the README: `python scripts/screenshots.py`. Needs `make setup`.

Everything in them is invented; the result is that of the example that comes with Safelight.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "pictures"
LARGEST = 150_000
DESKTOP, PHONE = (1120, 760), (390, 800)


def example(page) -> None:
    """Go on to the result of the example."""
    page.get_by_role("button", name="Try an example").click()
    page.locator(".report").wait_for()


def nothing(_page) -> None:
    """Stay where one is."""


# name: path, window, colour scheme, what to do there
PICTURES: dict[str, tuple[str, tuple[int, int], str, Callable]] = {
    "front.png": ("?c=IN", DESKTOP, "light", nothing),
    "front_dark.png": ("?c=IN", DESKTOP, "dark", nothing),
    "front_phone.png": ("?w=y15&c=IN", PHONE, "light", nothing),
    "steps_phone.png": ("t?w=y15&c=IN", PHONE, "dark", nothing),
    "steps.png": ("t?w=carer&c=IN", DESKTOP, "light", nothing),
    "result.png": ("n?w=y15&c=IN", DESKTOP, "light", example),
}


def small(png: bytes) -> bytes:
    """Return the picture with at most 256 colours, without anything beside its pixels."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> int:
    """Make all of them; say their sizes. Returns 1 when one is too large to be in a README."""
    sys.path.insert(0, str(ROOT))
    from playwright.sync_api import sync_playwright
    from tests.web.browsing import ARGUMENTS, served

    browser = subprocess.run(
        [sys.executable, ROOT / "scripts" / "browser.py"], capture_output=True, text=True, check=True
    ).stdout.strip()
    OUT.mkdir(parents=True, exist_ok=True)
    large = False
    with served() as server, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        for name, (path, (width, height), scheme, do) in PICTURES.items():
            context = chromium.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(server.address + path, wait_until="networkidle")
            do(page)
            picture = small(page.screenshot())
            (OUT / name).write_bytes(picture)
            print(f"{name}: {len(picture) // 1000} kB")
            large |= len(picture) > LARGEST
            context.close()
    return int(large)


if __name__ == "__main__":
    sys.exit(main())
