"""What can be seen in a picture before it is shared, and a copy with chosen spots blurred. All of it in memory.

The hidden data is told first, in the room for sharing; this is asked for, as reading words takes a second or two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings, spots
from safelight.interfaces.web.decoding import decoder, while_there
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import html, page, problem
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import mark
from safelight.media import see_faces, see_private, see_words
from safelight.media.blur import Area
from safelight.report.kinds.picture import kind_name
from safelight.schema.errors import BadInput, MissingExtra, SafelightError
from safelight.schema.pictures import Receipt

_BAD = 400
# The formats of pictures that stand still, as they are called by who reads them.
PICTURES = frozenset(("jpeg", "png", "webp", "tiff", "heif", "gif"))
_ENDINGS = {"jpeg": "jpg", "tiff": "tif"}
_GROWN_UP = ("carer", "teacher")
# One picture at a time: reading words takes half a gigabyte.
_one = Lock()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the receipt."""

    what: str
    was: int
    left: int


def can_nudge(about: Settings) -> bool:
    """Say whether to offer the nudge: to the person whose picture it is, never to those who look after them."""
    return voice(about) not in _GROWN_UP and see_private.available()


async def looked(request: Request) -> Response:
    """Say what can be seen in a picture that is sent as the raw body."""
    about, fields = _asked(request)
    data = await body.read(request)
    try:
        return Response(await while_there(request, _look, data, fields, about), media_type="text/html")
    except SafelightError as error:
        return problem(error, about, status=_BAD)


async def receipt(request: Request) -> Response:
    """Blur the chosen spots, look at the copy again, and say what is left."""
    about, fields = _asked(request)
    data, name = await body.read(request), body.file_name(request)
    try:
        areas = _areas(fields)
        new, kind, made = await while_there(request, decoder.blurred, data, areas.values(), name)
        rows, again = await while_there(request, _rows, new, made, areas, about)
    except SafelightError as error:
        return problem(error, about, status=_BAD)
    return page(
        "seen_copy.html",
        request,
        about=about,
        rows=rows,
        again=again,
        number=len(areas),
        still=sum(row.left for row in rows),
        chosen={name: value for name, value in fields.items() if name in areas},
        copy_name=f"copy.{_ENDINGS.get(kind, kind)}",
    )


async def copied(request: Request) -> Response:
    """Give the copy with the chosen spots blurred."""
    about, fields = _asked(request)
    data, name = await body.read(request), body.file_name(request)
    try:
        new, kind, _made = await while_there(request, decoder.blurred, data, _areas(fields).values(), name)
    except SafelightError as error:
        return problem(error, about, status=_BAD)
    attached = f"attachment; filename*=UTF-8''{quote(f'copy.{_ENDINGS.get(kind, kind)}')}"
    return Response(new, media_type="application/octet-stream", headers={"Content-Disposition": attached})


def _look(data: bytes, fields: Mapping[str, str], about: Settings) -> str:
    _ = about.say
    with _one:
        seen = decoder.look(data, private="private" in fields and can_nudge(about))
    found = spots.spots(seen, seen.size, about)
    return html(
        "seen.html",
        about,
        private="private" in fields,
        spots=found,
        nudge=see_words.nudges(_).get(seen.nudge, ""),
        faces_looked=seen.faces is not None,
        faces_install=see_faces.INSTALL,
        hard=seen.hard,
    )


def _rows(new: bytes, made: Receipt, areas: Mapping[str, Area], about: Settings) -> tuple[list[Row], bool]:
    """Return the receipt, and whether the copy was looked at again for words and faces."""
    _ = about.say
    rows = [Row(kind_name(kind, _), was, left) for kind, was, left in made.counts()]
    was = {kind: sum(name[0] == kind for name in areas) for kind in (spots.WORDS, spots.FACE)}
    try:
        with _one:
            seen = decoder.look(new, faces=bool(was[spots.FACE]))
    except MissingExtra:
        return rows, False
    words, faces = spots.left(seen, areas.values())
    if was[spots.WORDS] or words:
        rows.append(Row(_("Words in the blurred spots"), max(was[spots.WORDS], words), words))
    if was[spots.FACE] or faces:
        rows.append(Row(_("Faces in the blurred spots"), max(was[spots.FACE], faces), faces))
    return rows, True


def _areas(fields: Mapping[str, str]) -> dict[str, Area]:
    found = spots.chosen(fields)
    if not found:
        raise BadInput(mark("No spot was chosen"), fix=mark("Go back and tick what should be blurred."))
    return found


def _asked(request: Request) -> tuple[Settings, dict[str, str]]:
    """Return the settings and what was ticked; it travels in a header, as the body is the picture itself."""
    fields = body.fields(request.headers.get("x-choices", ""))
    return settings.of(request, fields), fields


ROUTES = (
    Route("/s/v", looked, methods=["POST"], name="seen"),
    Route("/s/b", receipt, methods=["POST"], name="seen_blurred"),
    Route("/s/w", copied, methods=["POST"], name="seen_copied"),
)
