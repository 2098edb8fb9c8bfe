"""Before something is shared: what a picture, document or text gives away, and a clean copy. All of it in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings
from safelight.interfaces.web.decoding import decoder, while_there
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page, problem, trouble
from safelight.interfaces.web.rooms.seeing import PICTURES, can_nudge
from safelight.interfaces.web.seen import seen
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import Translator, mark
from safelight.media import load, see
from safelight.report.clean import name as safe_name
from safelight.report.kinds.picture import kind_name
from safelight.schema.errors import BadInput, CannotClean, EmptyFile, SafelightError
from safelight.schema.items import Draft, Item, Picture, Source

_BAD = 400
_TEXT = 1024**2
# Bytes that no text holds: a file with one of them at its beginning is no text.
_NO_TEXT = frozenset(range(9)) | {11, 12, *range(14, 27), *range(28, 32)}


@dataclass(frozen=True, slots=True)
class Copy:
    """The receipt of a clean copy: rows of (what, how many before, how many left). sizes: bytes before and now.

    why: why there is no copy, "" when there is one.
    """

    rows: tuple[tuple[str, int, int], ...] = ()
    sizes: tuple[int, int] = (0, 0)
    why: str = field(default="")


async def sharing(request: Request) -> Response:
    """Give the page to hand over a text or a file."""
    return _page(request)


async def looked(request: Request) -> Response:
    """Say what a file gives away, sent as the raw body; with the receipt of its clean copy when there can be one."""
    about = settings.of(request, body.fields(request.headers.get("x-choices", "")))
    name, data = _name(request), await body.read(request)
    try:
        report, copy = await while_there(request, _look, data, name, about)
    except SafelightError as error:
        return _page(request, trouble(error, about), _BAD)
    # The hidden data comes first, as it is read in no time; what is seen is looked at when asked for.
    is_picture = load.kind_of_file(data) in PICTURES
    return page(
        "sharing_result.html",
        request,
        about=about,
        report=report,
        copy=copy,
        name=safe_name(name, ""),
        copy_name=_neutral(name),
        is_picture=is_picture,
        can_see=is_picture and see.available(),
        can_nudge=is_picture and can_nudge(about),
        voice=voice(about),
    )


async def cleaned(request: Request) -> Response:
    """Give the clean copy of a file sent as the raw body."""
    name, data = _name(request), await body.read(request)
    try:
        new, _receipt = await while_there(request, decoder.clean, data, name)
    except SafelightError as error:
        return problem(error, settings.of(request), status=_BAD)
    attached = f"attachment; filename*=UTF-8''{quote(_neutral(name))}"
    return Response(new, media_type="application/octet-stream", headers={"Content-Disposition": attached})


def _look(data: bytes, name: str, about: Settings) -> tuple[Markup, Copy | None]:
    item = _item(data, name)
    report = seen(item, about)
    if not isinstance(item, Picture):
        return report, None
    try:
        _new, receipt = decoder.clean(data, name)
    except CannotClean as error:
        return report, Copy(why=f"{about.say(error.what.rstrip('.'))}. {about.say(error.fix)}")
    rows = tuple((kind_name(kind, about.say), was, left) for kind, was, left in receipt.counts())
    return report, Copy(rows, (receipt.was, receipt.now))


def _item(data: bytes, name: str) -> Item:
    """Return a picture with what was read out of it, or a draft. Raises EmptyFile, BadInput."""
    if not data:
        raise EmptyFile(mark("The file holds nothing"), fix=mark("Choose another file."))
    if load.kind_of_file(data):
        return Picture(data, name, load.facts(data), Source(format="picture", name=name))
    if _NO_TEXT & set(data[:4096]) or len(data) > _TEXT:
        raise BadInput(
            mark("This kind of file is not known here"), fix=mark("Save it as a picture or a PDF, and try again.")
        )
    return Draft(data.decode("utf-8", "replace"), Source(name=name))


def _name(request: Request) -> str:
    """Return the file's own name, without folders; it travels percent-encoded in a header."""
    return unquote(request.headers.get("x-name", "")).replace("\\", "/").rpartition("/")[2]


def _neutral(name: str) -> str:
    """Return a name for the copy that tells nothing: file names hold dates, places and people."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return f"copy.{ending}" if ending.isalnum() and ending.isascii() and len(ending) <= 5 else "copy"


def formats(_: Translator) -> str:
    """Return the kinds of files that can be read, as a list in one line."""
    return ", ".join(sorted({each.upper() for each in load.readers()}))


def _page(request: Request, said: str = "", status: int = 200) -> Response:
    about = settings.of(request)
    return page(
        "sharing.html",
        request,
        status=status,
        trouble=said,
        limit=body.LIMIT,
        voice=voice(about),
        formats=formats(about.say),
    )


ROUTES = (
    Route("/s", sharing, name="sharing"),
    Route("/s/f", looked, methods=["POST"], name="sharing_looked"),
    Route("/s/c", cleaned, methods=["POST"], name="sharing_cleaned"),
)
