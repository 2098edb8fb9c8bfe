"""Somebody made an offer: paste it, and see what real ones never ask. The look itself is the room `check`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import settings
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page


async def offer(request: Request) -> Response:
    """Give the page."""
    return page("offer.html", request, voice=voice(settings.of(request)))


ROUTES = (Route("/o", offer, name="offer"),)
