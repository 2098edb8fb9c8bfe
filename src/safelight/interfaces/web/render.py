"""Fills the page's templates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from safelight.interfaces.web import routes
from safelight.interfaces.web import settings as settings_
from safelight.interfaces.web.body import LIMIT
from safelight.interfaces.web.choices import kind_names
from safelight.interfaces.web.settings import Settings
from safelight.interfaces.web.who import Talk
from safelight.report.html import TITLE
from safelight.schema.errors import SafelightError

# A dull page that loads anywhere; only opened when the person leaves by the button.
ELSEWHERE = "https://www.wikipedia.org/"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("safelight.interfaces.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(template: str, settings: Settings, **context: Any) -> str:
    """Return a filled template.

    It has `_` (sentences, language, direction), `settings`, `to(name, **parts)`: the address of a room's route,
    `there(name)`: whether there is one, and `here`: the path of the page itself.
    """
    _ = settings.say

    def to(name: str, **parts: str | int) -> str:
        return settings.at(routes.path(name, **parts))

    frame: dict[str, object] = {
        "_": _,
        "title": _(TITLE),
        "elsewhere": ELSEWHERE,
        "lang": _.locale.replace("_", "-"),
        "dir": _.direction,
        "settings": settings,
        "to": to,
        "there": routes.there,
        "here": settings.here,
        "tongues": dict(settings_.language_names()),
        "who_names": settings_.who_names,
        "country_names": settings_.country_names,
        "language_names": settings_.language_names,
    }
    return _environment().get_template(template).render(frame | context)


def page(
    template: str, request: Request, *, status: int = 200, about: Settings | None = None, **context: Any
) -> HTMLResponse:
    """Return a filled template as the answer to a request, with the settings `about`, else those of its address."""
    return HTMLResponse(html(template, about or settings_.of(request), **context), status)


def checking(settings: Settings, text: str = "", trouble: str = "", kind: str = "") -> str:
    """Return the page to hand something over, with what was typed and what went wrong, if anything.

    kind: what it is taken for unless the person says otherwise, "" to find out.
    """
    from safelight.importers.load import importers

    _ = settings.say
    formats = sorted({_(module.TITLE) for module in importers().values()}, key=str.casefold)
    return html(
        "check.html", settings, text=text, trouble=trouble, kind=kind, kinds=kind_names(_), formats=formats, limit=LIMIT
    )


def question(said: Talk, settings: Settings, notes: Sequence[str] = ()) -> str:
    """Return the page that asks who said what. notes: sentences on how the chat was read."""
    lines = said.lines(settings.say)
    more = len(said.paste.blocks) - len(lines)
    return html(
        "who.html",
        settings,
        said=said,
        people=said.people(),
        lines=lines,
        more=more,
        carried=said.carried(),
        notes=[settings.say(each) for each in notes],
    )


def trouble(error: SafelightError, settings: Settings) -> Markup:
    """Return the box that says what went wrong, where, and what to do next."""
    _ = settings.say
    return Markup(
        html("trouble.html", settings, what=_(error.what), where=error.where, fix=_(error.fix), code=error.code)
    )


def problem(error: SafelightError, settings: Settings, *, status: int) -> HTMLResponse:
    """Return a page that says what went wrong and leads back to the first one."""
    return HTMLResponse(html("problem.html", settings, here="/", trouble=trouble(error, settings)), status)
