"""Somebody threatens: calm steps, who takes pictures down, who answers. Nothing is asked for and nothing is sent."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.advice.choose import helplines, told
from safelight.advice.needs import fits, for_reader, sort
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
# Who answers: at most so many, those of the country before those of the whole world.
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
        services=takedown.fitting(taken=taken_as_told(about), country=about.country),
        leaves=leaves(_),
        answers=Markup(drawn(_answering(about), _)),
        nearest=Markup(drawn(_nearest(about), _)),
    )


def taken_as_told(about: Settings) -> takedown.Taken:
    """Return how old somebody was in a picture, as far as the reader's age tells."""
    return "under_18" if about.who.startswith("y") else "unsure"


def _answering(about: Settings) -> list[Helpline]:
    """Return who answers when somebody is threatened; the services that take pictures down have a part of their own."""
    found = [line for line in sort(_known(about), "threat") if fits(line, "threat") and line.kind != "image_removal"]
    return sorted(found, key=lambda line: line.country == "")[:_MOST]


def _nearest(about: Settings) -> list[Helpline]:
    """Return whom to call in danger: the emergency number, then who listens to the young."""
    found = [line for line in _known(about) if line.kind in _NEAREST]
    return sorted(found, key=lambda line: (_NEAREST.index(line.kind), line.country == ""))[:_MOST_NEAREST]


def _known(about: Settings) -> list[Helpline]:
    """Return the helplines of the country and of the world that are for this reader, in the reader's language."""
    lines = for_reader(helplines(about.country), about.audience)
    return [told(each, about.say) for each in lines]


def leaves(_: Translator) -> dict[str, str]:
    """Return what leaves the device, by the word that a service has for it."""
    return {
        "code": _("Only a code leaves your device. The picture does not."),
        "link": _("No picture is needed, only links and words."),
        "picture": _("Here the picture itself is sent, or a link to it."),
    }


ROUTES = (Route("/t", threat, name="threat"),)
