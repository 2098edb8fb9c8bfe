"""Somebody was told something by a young person: the first minute."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import settings
from safelight.interfaces.web.cards import said
from safelight.interfaces.web.cards.told import CARDS
from safelight.interfaces.web.doors import doors, voice
from safelight.interfaces.web.render import page

_AFTER = ("check", "threat", "help", "learn")


async def told(request: Request) -> Response:
    """Give the page; whoever did not say who is looking gets the words for a friend."""
    about = settings.of(request)
    who = voice(about)
    after = [door for door in doors(about) if door.address in _AFTER]
    return page("told.html", request, cards=said(CARDS.get(who, CARDS["friend"]), about.say), after=after)


ROUTES = (Route("/f", told, name="told"),)
