"""Keep and tell: choose parts, take them away as a file, show them to an adult, get ready to report.

Everything is made in memory out of what the browser sends along each time; nothing is stored here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from safelight.interfaces.web import body, keeping, look, render, settings, telling
from safelight.interfaces.web.keeping import Kept
from safelight.interfaces.web.look import Fields
from safelight.interfaces.web.settings import Settings
from safelight.report import keep_files, seal
from safelight.report.html import framed
from safelight.schema.errors import SafelightError

NAME = "notes"
_BAD = 400
# In a browser tab there is no compiled library: there the plain file is offered.
_IN_TAB = sys.platform == "emscripten"


async def keep(request: Request) -> Response:
    """Ask what to keep; what was noticed is ticked, with the messages around it."""
    return await _answered(request, _choosing)


async def archive(request: Request) -> Response:
    """Give the chosen parts as a zip; locked when a passphrase came along."""
    return await _answered(request, _zip)


async def paper(request: Request) -> Response:
    """Give the chosen parts as a page to print."""
    return await _answered(request, _paper)


async def tell(request: Request) -> Response:
    """Give the page to show to an adult, with a first sentence to choose."""
    return await _answered(request, _tell)


async def sheets(request: Request) -> Response:
    """Give the sheets to get ready to report with: filled when a chat came along, else blank."""
    if request.method == "GET":
        about = settings.of(request)
        return HTMLResponse(render.html("report/sheets.html", about, found=None, **telling.sheets(None, about)))
    return await _answered(request, _sheets)


def _choosing(found: Kept, _fields: Fields, about: Settings) -> Response:
    return _page(
        "keep.html", found, about, rows=keeping.rows(found, about.say), tricks=keeping.tricks(found, about.say)
    )


def _zip(found: Kept, fields: Fields, about: Settings) -> Response:
    data, name = keep_files.archive(found.record, about.say), f"{NAME}.zip"
    if fields.get("pass") and not _IN_TAB:
        data, name = seal.seal(data, fields["pass"]), name + seal.SUFFIX
    return Response(data, media_type="application/octet-stream", headers=_attached(name))


def _paper(found: Kept, _fields: Fields, about: Settings) -> Response:
    return _page("report/paper.html", found, about, record=Markup(keep_files.fragment(found.record, about.say)))


def _tell(found: Kept, fields: Fields, about: Settings) -> Response:
    context = telling.tell(found, fields, about)
    if "save" in fields:
        return HTMLResponse(framed(context["shown"], about.say), headers=_attached(f"{NAME}.html"))
    return _page("report/tell.html", found, about, **context)


def _sheets(found: Kept, _fields: Fields, about: Settings) -> Response:
    return _page("report/sheets.html", found, about, **telling.sheets(found, about))


def _page(template: str, found: Kept, about: Settings, **context: object) -> Response:
    frame = {"found": found, "can_seal": seal.can_seal() and not _IN_TAB, "in_tab": _IN_TAB, "install": seal.INSTALL}
    return HTMLResponse(render.html(template, about, **(frame | context)))


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


async def _answered(request: Request, make: Callable[[Kept, Fields, Settings], Response]) -> Response:
    """Read what was handed over (a form, or a file as the raw body), and make the answer in a thread."""
    is_file = "x-name" in request.headers
    if is_file:
        fields, data = body.fields(request.headers.get("x-choices", "")), await body.read(request)
    else:
        fields, data = await body.form(request), b""
    about = settings.of(request, fields)

    def work() -> Response:
        name = body.file_name(request)
        handed = look.handed_file(data, name, fields, about) if is_file else look.handed_text(fields, about)
        return make(keeping.kept(handed, fields, about), fields, about)

    try:
        return await run_in_threadpool(work)
    except SafelightError as error:
        return render.problem(error, about, status=_BAD)


ROUTES = (
    Route("/k", keep, methods=["POST"], name="keep"),
    Route("/k/z", archive, methods=["POST"], name="keep_zip"),
    Route("/k/p", paper, methods=["POST"], name="keep_paper"),
    Route("/k/t", tell, methods=["POST"], name="tell"),
    Route("/k/r", sheets, methods=["GET", "POST"], name="sheets"),
)
