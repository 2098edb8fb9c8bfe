"""`safelight open`: the local page in the browser."""

from __future__ import annotations

import importlib
from types import ModuleType

import click

from safelight.schema.errors import MissingExtra

_NEEDED = ("starlette", "jinja2", "uvicorn")


@click.command("open")
@click.option("--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="0: any free one.")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.")
def command(port: int, browser: bool) -> None:
    """Open the page on this computer: drop a file or paste a chat, see the result. Nothing is stored."""
    _page().serve(port=port, open_browser=browser)


def _page() -> ModuleType:
    """Return the module of the page. Ways in do not import one another, so it is found by its name."""
    try:
        return importlib.import_module("safelight.interfaces.web.app")
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _NEEDED:
            raise
        fix = "Install it with: pip install 'safelight[web]'"
        raise MissingExtra(f"The local page needs {missing}.", fix=fix) from None
