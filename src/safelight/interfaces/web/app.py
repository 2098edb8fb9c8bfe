"""Makes the page's application and serves it on this computer's loopback address."""

from __future__ import annotations

import sys
import traceback
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from threading import Timer

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ExceptionHandler

from safelight.interfaces.web import settings
from safelight.interfaces.web.address import LOOPBACK, listen, shown
from safelight.interfaces.web.guard import Guard
from safelight.interfaces.web.render import problem
from safelight.interfaces.web.routes import router
from safelight.locales.load import mark
from safelight.report.html import style as report_style
from safelight.schema.errors import SafelightError, TooLarge

PORT = 8787
_BAD, _LARGE = 400, 413
_SECONDS_TO_START = 0.5
_SECONDS_TO_STOP = 2


def create_app(*, served: bool = True) -> Starlette:
    """Return the application. It keeps nothing: every request brings what it needs and leaves nothing behind.

    served: whether requests come over a network, so that they are guarded and files are given out. In the browser home
    they come from the page that holds the app itself, which already has the files beside it.
    """
    routes = [*router().routes]
    if served:
        static = StaticFiles(packages=[("safelight.interfaces.web", "static")])
        routes += [Route("/style.css", style), Mount("/static", static)]
    handlers: Mapping[int | type[Exception], ExceptionHandler] = {
        404: _missing,
        405: _missing,
        SafelightError: _failed,
        Exception: _fault,
    }
    guards = [Middleware(Guard)] if served else []
    return Starlette(routes=routes, middleware=guards, exception_handlers=dict(handlers))


async def style(_request: Request) -> Response:
    """Give the style sheet of reports and of every room, as one file."""
    return Response(style_sheet(), media_type="text/css")


@cache
def style_sheet() -> str:
    """Return the style sheet of reports, then those of the app by name: whoever adds a room adds a file."""
    folder = files("safelight.interfaces.web") / "static" / "css"
    sheets = sorted((each for each in folder.iterdir() if each.name.endswith(".css")), key=lambda each: each.name)
    return "\n".join([report_style(), *(each.read_text(encoding="utf-8") for each in sheets)])


async def _failed(request: Request, error: Exception) -> Response:
    """Say what went wrong before anything could be looked at."""
    assert isinstance(error, SafelightError)
    return problem(error, settings.of(request), status=_LARGE if isinstance(error, TooLarge) else _BAD)


async def _missing(request: Request, error: Exception) -> Response:
    about = settings.of(request)
    gone = SafelightError(mark("This page does not exist"), fix=mark("Go back to the first page."))
    return problem(gone, about, status=getattr(error, "status_code", 404))


async def _fault(request: Request, error: Exception) -> Response:
    """Say that Safelight itself failed. Neither page nor terminal shows the error's text: it could hold a message."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    print(f"SL000: {type(error).__name__} in {where.filename}, line {where.lineno}.", file=sys.stderr)
    about = settings.of(request)
    fault = SafelightError(mark("Something in Safelight itself went wrong"), fix=mark("Please try again."))
    return problem(fault, about, status=500)


def serve(host: str = LOOPBACK, port: int = PORT, open_browser: bool = True) -> None:
    """Serve the page until it is stopped. Prints its address, and opens it in the browser when asked.

    host: a loopback address, else BadInput: the page is for this computer only. port: a free one is taken when
    this one is in use.
    """
    import uvicorn

    listener = listen(host, port)
    address = shown(host, listener.getsockname()[1])
    print(f"Safelight is open at {address}\nClose it with Ctrl+C. Nothing is kept.", flush=True)
    if open_browser:
        opener = Timer(_SECONDS_TO_START, webbrowser.open, (address,))
        opener.daemon = True
        opener.start()
    # Nothing of a request is logged: not its path, not an error's text.
    config = uvicorn.Config(
        create_app(),
        access_log=False,
        log_level="critical",
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
