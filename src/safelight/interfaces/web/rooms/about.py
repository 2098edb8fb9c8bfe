"""What Safelight does and cannot do, and what becomes of what one shows it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import safelight
from safelight.interfaces.web.render import page


async def about(request: Request) -> Response:
    """Give the page."""
    return page("about.html", request, version=safelight.__version__)


ROUTES = (Route("/a", about, name="about"),)
