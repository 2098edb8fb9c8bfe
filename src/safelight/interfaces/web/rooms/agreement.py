"""The family agreement: both sides choose what they promise, and print it. Nothing is kept.

Fields: `p-<side>-<id>` a promise; `own-young`, `own-carer` own lines; `name-young`, `name-carer`; `made` = "1" for the
sheet. The first promise, that the device is not taken away, is in no field: it cannot be taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.lessons.promises import SIDES, Choice
from safelight.lessons.promises import agreement as data
from safelight.locales.load import mark
from safelight.report.clean import clean

MOST_OWN, LONGEST, LONGEST_NAME = 10, 300, 60
# Whom a side's heading speaks of: by who looks, "I" is the one or the other.
_HEADINGS = {
    "young": {"young": mark("I promise"), "carer": mark("The young person promises")},
    "carer": {"young": mark("My grown-up promises"), "carer": mark("I promise")},
}
# On the sheet both read the same words.
_ON_SHEET = {
    "young": (mark("The young person promises"), mark("The young person")),
    "carer": (mark("The grown-up promises"), mark("The grown-up")),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the agreement. on_sheet: its heading there, and who signs. first: the promise that always stands."""

    id: str
    heading: str
    on_sheet: tuple[str, str]
    first: str
    name: str
    own: str
    choices: tuple[tuple[Choice, bool], ...]
    lines: tuple[str, ...]


async def agreement(request: Request) -> Response:
    """Give the form; after a form that says `made`, the sheet to print and sign."""
    about = settings.of(request)
    fields = await body.form(request) if request.method == "POST" else {}
    sides = {side: _side(side, fields, about) for side in SIDES}
    template = "agreement_sheet.html" if fields.get("made") == "1" else "agreement.html"
    return page(template, request, sides=[sides["carer"], sides["young"]], fields=fields, checked=data().checked)


def _side(side: str, fields: Mapping[str, str], about: Settings) -> Side:
    _, known = about.say, data()
    reader = "young" if about.audience == "young_person" else "carer"
    chosen = tuple((each, f"p-{side}-{each.id}" in fields if fields else each.usual) for each in known.of(side))
    own = fields.get(f"own-{side}", "")
    lines = [_(each.text) for each, on in chosen if on] + _own(own)
    return Side(
        id=side,
        heading=_(_HEADINGS[side][reader]),
        on_sheet=(_(_ON_SHEET[side][0]), _(_ON_SHEET[side][1])),
        first=_(known.first_carer if side == "carer" else known.first_young),
        name=clean(fields.get(f"name-{side}", "").strip())[:LONGEST_NAME],
        own=own,
        choices=chosen,
        lines=tuple(lines),
    )


def _own(text: str) -> list[str]:
    """Return the lines that somebody wrote, shortened, at most so many."""
    lines = [clean(line.strip())[:LONGEST] for line in text.splitlines()]
    return [line for line in lines if line][:MOST_OWN]


ROUTES = (Route("/g", agreement, name="agreement", methods=["GET", "POST"]),)
