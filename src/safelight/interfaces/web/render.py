"""Fills the page's templates."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from safelight.interfaces.web.body import LIMIT
from safelight.interfaces.web.choices import Choices, audience_names, country_names, kind_names
from safelight.interfaces.web.who import Talk
from safelight.locales.load import Translator
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


def html(template: str, _: Translator, **context: Any) -> str:
    """Return a filled template. `_` gives language and direction as well as the sentences."""
    frame = {"_": _, "title": _(TITLE), "elsewhere": ELSEWHERE, "lang": _.locale.replace("_", "-"), "dir": _.direction}
    return _environment().get_template(template).render(frame | context)


def home(_: Translator, chosen: Choices, text: str = "", trouble: str = "") -> str:
    """Return the first page, with what was typed and what went wrong, if anything."""
    from safelight.importers.load import importers

    return html(
        "home.html",
        _,
        chosen=chosen,
        text=text,
        trouble=trouble,
        audiences=audience_names(_),
        countries=country_names(_),
        kinds=kind_names(_),
        formats=sorted({_(module.TITLE) for module in importers().values()}, key=str.casefold),
        limit=LIMIT,
    )


def question(said: Talk, chosen: Choices, _: Translator) -> str:
    """Return the page that asks who said what."""
    lines = said.lines(_)
    return html(
        "who.html",
        _,
        said=said,
        people=said.people(),
        lines=lines,
        more=len(said.paste.blocks) - len(lines),
        carried=said.carried() | {"audience": chosen.audience, "country": chosen.country},
    )


def trouble(error: SafelightError, _: Translator) -> Markup:
    """Return the box that says what went wrong, where, and what to do next."""
    return Markup(html("trouble.html", _, what=_(error.what), where=error.where, fix=_(error.fix), code=error.code))


def problem(error: SafelightError, _: Translator, *, status: int) -> HTMLResponse:
    """Return a page that says what went wrong and leads back to the first one."""
    return HTMLResponse(html("problem.html", _, trouble=trouble(error, _)), status)
