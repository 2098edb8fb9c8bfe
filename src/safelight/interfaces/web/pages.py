"""The answers to each address: a handler reads the request, lets a thread do the work, and returns a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from safelight.interfaces.web import body, look, render
from safelight.interfaces.web.choices import choices
from safelight.interfaces.web.look import Progress
from safelight.interfaces.web.stream import lines
from safelight.interfaces.web.who import again, is_again, talk
from safelight.locales import load
from safelight.locales.load import Translator, translator
from safelight.report.html import style as report_style
from safelight.schema.errors import SafelightError, TooLarge

PAGE_NAME = "notes.html"
_BAD, _LARGE = 400, 413


def language(request: Request) -> Translator:
    """Return the translator for the first of the browser's languages that there are sentences for, else English."""
    for wanted in request.headers.get("accept-language", "").split(","):
        found = load.best(wanted.partition(";")[0].strip())
        if load.language(found) == load.language(wanted.partition(";")[0].strip()):
            return translator(found)
    return translator(load.SOURCE_LANGUAGE)


async def home(request: Request) -> Response:
    """Give the first page; sent as a form it brings its text back, to be changed."""
    fields = await body.form(request) if request.method == "POST" else {}
    return HTMLResponse(render.home(language(request), choices(fields), fields.get("text", "")))


async def style(_request: Request) -> Response:
    """Give the style sheet of reports."""
    return Response(report_style(), media_type="text/css")


async def example(request: Request) -> Response:
    """Give the result for the invented chat that comes with Safelight."""
    text = (files("safelight.interfaces.web") / "example.txt").read_text(encoding="utf-8")
    return await _answered(look.text_answer, {"text": text}, language(request))


async def who(request: Request) -> Response:
    """Ask who said what in a pasted chat, with a guess to correct."""
    fields = await body.form(request)
    return await _answered(_question, fields, language(request))


async def text(request: Request) -> Response:
    """Give the result for a pasted chat; when the person said something new about names, the question again."""
    fields = await body.form(request)
    return await _answered(_question if is_again(fields) else look.text_answer, fields, language(request))


async def text_page(request: Request) -> Response:
    """Give the report about a pasted chat as a page to save."""
    fields = await body.form(request)
    return _attached(await run_in_threadpool(look.text_page, fields, language(request)))


def _question(fields: Mapping[str, str], _: Translator) -> str:
    other = look.no_chat(fields)
    if other is not None:
        return look.item_answer(other, fields, _)
    said = again(fields) if is_again(fields) else talk(fields)
    return render.question(said, choices(fields), _)


async def _answered(
    work: Callable[[Mapping[str, str], Translator], str], fields: Mapping[str, str], _: Translator
) -> Response:
    """Do the work in a thread; when it cannot be done, give the first page with the reason and what was typed."""
    try:
        return HTMLResponse(await run_in_threadpool(work, fields, _))
    except SafelightError as error:
        return HTMLResponse(render.home(_, choices(fields), fields.get("text", ""), render.trouble(error, _)), _BAD)


async def file(request: Request) -> Response:
    """Read a file sent as the raw body; answer with lines of progress and then the page (see stream.py)."""
    name, fields, _ = _about(request)
    data = await body.read(request)

    def work(progress: Progress) -> str:
        try:
            return look.file_answer(data, name, choices(fields), progress, _)
        except SafelightError as error:
            return render.home(_, choices(fields), trouble=render.trouble(error, _))

    return StreamingResponse(lines(work), media_type="application/x-ndjson")


async def file_page(request: Request) -> Response:
    """Give the report about a file, sent as the raw body, as a page to save."""
    name, fields, _ = _about(request)
    data = await body.read(request)
    return _attached(await run_in_threadpool(look.file_page, data, name, choices(fields), _))


def _about(request: Request) -> tuple[str, dict[str, str], Translator]:
    """Return the file's name and the choices: both travel percent-encoded in headers, so that no address holds them."""
    name = unquote(request.headers.get("x-name", "")).replace("\\", "/").rpartition("/")[2]
    return name, body.fields(request.headers.get("x-choices", "")), language(request)


def _attached(page: str) -> Response:
    return HTMLResponse(page, headers={"Content-Disposition": f'attachment; filename="{PAGE_NAME}"'})


async def failed(request: Request, error: Exception) -> Response:
    """Say what went wrong before anything could be looked at."""
    assert isinstance(error, SafelightError)
    status = _LARGE if isinstance(error, TooLarge) else _BAD
    return render.problem(error, language(request), status=status)
