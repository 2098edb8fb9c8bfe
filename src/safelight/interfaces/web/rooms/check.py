"""Hand something over, correct how it was read, see what was noticed; a thread does the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from safelight.interfaces.web import body, look, render, settings
from safelight.interfaces.web.look import Progress
from safelight.interfaces.web.settings import Settings
from safelight.interfaces.web.stream import lines
from safelight.interfaces.web.who import again, is_again, talk
from safelight.schema.errors import SafelightError

PAGE_NAME = "notes.html"
# In the address: what is handed over is a chat, as the choice of the first page said.
_CHAT = "c"
_BAD = 400


async def check(request: Request) -> Response:
    """Give the page to hand something over; sent as a form it brings its text back, to be changed."""
    fields = await body.form(request) if request.method == "POST" else {}
    kind = "chat" if request.query_params.get("k") == _CHAT else ""
    return HTMLResponse(render.checking(settings.of(request, fields), fields.get("text", ""), kind=kind))


async def example(request: Request) -> Response:
    """Give the result for the invented chat that comes with Safelight."""
    text = (files("safelight.interfaces.web") / "example.txt").read_text(encoding="utf-8")
    return await _answered(look.text_answer, {"text": text}, settings.of(request))


async def who(request: Request) -> Response:
    """Ask who said what in a pasted chat, with a guess to correct."""
    fields = await body.form(request)
    return await _answered(_question, fields, settings.of(request, fields))


async def text(request: Request) -> Response:
    """Give the result for a pasted chat; when the person said something new about names, the question again."""
    fields = await body.form(request)
    return await _answered(_question if is_again(fields) else look.text_answer, fields, settings.of(request, fields))


async def text_page(request: Request) -> Response:
    """Give the report about a pasted chat as a page to save."""
    fields = await body.form(request)
    return _attached(await run_in_threadpool(look.text_page, fields, settings.of(request, fields)))


def _question(fields: Mapping[str, str], about: Settings) -> str:
    if look.no_chat(fields) is not None:
        return look.text_answer(fields, about)
    return render.question(again(fields) if is_again(fields) else talk(fields), about)


async def _answered(
    work: Callable[[Mapping[str, str], Settings], str], fields: Mapping[str, str], about: Settings
) -> Response:
    """Do the work in a thread; when it cannot be done, give the page again with the reason and what was typed."""
    try:
        return HTMLResponse(await run_in_threadpool(work, fields, about))
    except SafelightError as error:
        return HTMLResponse(render.checking(about, fields.get("text", ""), render.trouble(error, about)), _BAD)


async def file(request: Request) -> Response:
    """Read a file sent as the raw body; answer with lines of progress and then the page (see stream.py)."""
    name, fields, about = _about(request)
    data = await body.read(request)

    def work(progress: Progress) -> str:
        try:
            return look.file_answer(data, name, fields, progress, about)
        except SafelightError as error:
            return render.checking(about, trouble=render.trouble(error, about))

    return StreamingResponse(lines(work, request.scope), media_type="application/x-ndjson")


async def file_page(request: Request) -> Response:
    """Give the report about a file, sent as the raw body, as a page to save."""
    name, fields, about = _about(request)
    data = await body.read(request)
    return _attached(await run_in_threadpool(look.file_page, data, name, fields, about))


def _about(request: Request) -> tuple[str, dict[str, str], Settings]:
    """Return the file's name and the choices: both travel percent-encoded in headers, so that no address holds them."""
    fields = body.fields(request.headers.get("x-choices", ""))
    return body.file_name(request), fields, settings.of(request, fields)


def _attached(page: str) -> Response:
    return HTMLResponse(page, headers={"Content-Disposition": f'attachment; filename="{PAGE_NAME}"'})


ROUTES = (
    Route("/n", check, methods=["GET", "POST"], name="check"),
    Route("/example", example, methods=["POST"], name="example"),
    Route("/who", who, methods=["POST"], name="who"),
    Route("/look", text, methods=["POST"], name="look"),
    Route("/page", text_page, methods=["POST"], name="page"),
    Route("/file", file, methods=["POST"], name="file"),
    Route("/file/page", file_page, methods=["POST"], name="file_page"),
)
