"""The first page: what happened? From here each choice leads to its room."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import settings
from safelight.interfaces.web.doors import doors, voice
from safelight.interfaces.web.render import page


async def front(request: Request) -> Response:
    """Give the first page."""
    about = settings.of(request)
    return page("front.html", request, doors=doors(about), voice=voice(about))


ROUTES = (Route("/", front, name="front"),)
