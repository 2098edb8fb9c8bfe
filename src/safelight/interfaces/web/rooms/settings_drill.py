"""The settings drill: one app after the other, a list to tick, and at the end the phone itself. No tick is kept."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page
from safelight.lessons import drill
from safelight.locales.load import Translator, mark
from safelight.schema.errors import BadInput

# Why a menu path may be wrong, by how it was read.
READ = {
    "own": mark("Read on the app's own pages"),
    "other": mark("Read on other people's pages"),
    "none": mark("Not confirmed yet"),
}


async def apps(request: Request) -> Response:
    """Give the list of apps."""
    return page("drill_apps.html", request, apps=list(drill.apps().values()), voice=voice(settings.of(request)))


async def one(request: Request) -> Response:
    """Give one app's list. A form brings ticks as the fields `t-<number>`; they are shown again and forgotten."""
    app = drill.numbered(request.path_params["number"])
    if app is None:
        raise BadInput(mark("There is no list of this number."), fix=mark("Go back to the first page."))
    fields = await body.form(request) if request.method == "POST" else {}
    about = settings.of(request)
    ticked = {number for number in range(len(app.settings)) if f"t-{number}" in fields}
    following = drill.numbered(app.number + 1)
    return page(
        "drill.html",
        request,
        app=app,
        phones=list(drill.phones().values()),
        ticked=ticked,
        progress=_progress(len(app.settings), about.say),
        following=following,
        read=READ,
        voice=voice(about),
    )


def _progress(count: int, _: Translator) -> list[str]:
    """Return what to say about each number of ticks, from none to all."""
    between = [
        _.plural("{n} thing looked at", "{n} things looked at", done) + ". " + _("Take your time.")
        for done in range(1, count)
    ]
    return [_("Nothing ticked yet. Start where you like."), *between, _("You have looked at all of it. Well done.")]


ROUTES = (
    Route("/d", apps, name="drill"),
    Route("/d/{number:int}", one, name="drill_app", methods=["GET", "POST"]),
)
