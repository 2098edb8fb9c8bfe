"""Makes the page's application and serves it on this computer's loopback address."""

from __future__ import annotations

import sys
import traceback
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ExceptionHandler

from safelight.interfaces.web import pages
from safelight.interfaces.web.address import LOOPBACK, listen, shown
from safelight.interfaces.web.guard import Guard
from safelight.interfaces.web.render import problem
from safelight.schema.errors import SafelightError

PORT = 8787
_SECONDS_TO_START = 0.5
_SECONDS_TO_STOP = 2


def create_app() -> Starlette:
    """Return the application. It keeps nothing: every request brings what it needs and leaves nothing behind."""
    routes = [
        Route("/", pages.home, methods=["GET", "POST"]),
        Route("/style.css", pages.style),
        Route("/example", pages.example, methods=["POST"]),
        Route("/who", pages.who, methods=["POST"]),
        Route("/look", pages.text, methods=["POST"]),
        Route("/page", pages.text_page, methods=["POST"]),
        Route("/file", pages.file, methods=["POST"]),
        Route("/file/page", pages.file_page, methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("safelight.interfaces.web", "static")])),
    ]
    handlers: Mapping[int | type[Exception], ExceptionHandler] = {
        404: _missing,
        405: _missing,
        SafelightError: pages.failed,
        Exception: _fault,
    }
    return Starlette(routes=routes, middleware=[Middleware(Guard)], exception_handlers=dict(handlers))


async def _missing(request: Request, error: Exception) -> Response:
    _ = pages.language(request)
    gone = SafelightError(_("This page does not exist"), fix=_("Go back to the first page."))
    return problem(gone, _, status=getattr(error, "status_code", 404))


async def _fault(request: Request, error: Exception) -> Response:
    """Say that Safelight itself failed. Neither page nor terminal shows the error's text: it could hold a message."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    print(f"SL000: {type(error).__name__} in {where.filename}, line {where.lineno}.", file=sys.stderr)
    _ = pages.language(request)
    fault = SafelightError(_("Something in Safelight itself went wrong"), fix=_("Please try again."))
    return problem(fault, _, status=500)


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
