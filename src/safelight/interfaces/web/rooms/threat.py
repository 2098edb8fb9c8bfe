"""Somebody threatens: calm steps, who takes pictures down, who answers. Nothing is asked for and nothing is sent."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.advice.choose import helplines
from safelight.interfaces.web import settings
from safelight.interfaces.web.cards import said
from safelight.interfaces.web.cards.threat import CARDS, WHAT_IF
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import Translator, mark
from safelight.media import takedown
from safelight.report.help import helplines as drawn
from safelight.schema.advice import Helpline

_TITLES = {
    "young": mark("You can get through this"),
    "small": mark("We can help you"),
    "friend": mark("You can help your friend"),
    "carer": mark("You can help your child"),
    "teacher": mark("You can help them"),
}
# Who answers, in this order; at most so many of a country, and those of the whole world after them.
_KINDS = ("child_helpline", "chat", "police_cyber", "csam_hotline")
_MOST = 6
_NEAREST = ("emergency", "child_helpline", "chat")
_MOST_NEAREST = 3


async def threat(request: Request) -> Response:
    """Give the page."""
    about = settings.of(request)
    _, who = about.say, voice(about)
    return page(
        "threat.html",
        request,
        voice=who,
        heading=_(_TITLES[who]),
        cards=said(CARDS[who], _),
        questions=said(WHAT_IF, _),
        services=takedown.fitting(taken=_taken(about), country=about.country),
        leaves=_leaves(_),
        answers=Markup(drawn(_lines(about, _KINDS, _MOST), _)),
        nearest=Markup(drawn(_lines(about, _NEAREST, _MOST_NEAREST), _)),
    )


def _taken(about: Settings) -> takedown.Taken:
    """Return how old somebody was in a picture, as far as the reader's age tells."""
    return "under_18" if about.who.startswith("y") else "unsure"


def _lines(about: Settings, kinds: tuple[str, ...], most: int) -> list[Helpline]:
    """Return the helplines of some kinds, in the order of the kinds."""
    found = (
        each for each in helplines(about.country) if each.kind in kinds and about.audience in (*each.who_for, "helper")
    )
    return sorted(found, key=lambda line: (kinds.index(line.kind), line.country == ""))[:most]


def _leaves(_: Translator) -> dict[str, str]:
    return {
        "code": _("Only a code leaves your device. The picture does not."),
        "link": _("No picture is needed, only links and words."),
        "picture": _("Here the picture itself is sent, or a link to it."),
    }


ROUTES = (Route("/t", threat, name="threat"),)
