"""A picture is out already: which service fits, step by step, and the codes for it, made in memory.

The answers travel as single letters in the address; nothing is stored. The picture is never shown, kept or compared.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings
from safelight.interfaces.web.decoding import decoder, while_there
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page, problem
from safelight.interfaces.web.rooms.threat import leaves, taken_as_told
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import Translator, mark
from safelight.media import takedown
from safelight.media.codes import Codes
from safelight.media.takedown import Service, Taken
from safelight.report.clean import name as safe_name
from safelight.schema.errors import EmptyFile, SafelightError

_BAD = 400
_NOTE = "notes.txt"
_TAKEN: Mapping[str, Taken] = {"u": "under_18", "o": "18_or_over", "n": "unsure"}
# Who has it: a person only, or it is posted; "" when that is not known.
_PERSON, _POSTED = "p", "s"
# What helps only when it is posted.
_ONLY_POSTED = ("platform", "search")
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered. taken: how old; held: who has it; app: an app's id; here: whether it is on this device."""

    taken: Taken = "unsure"
    held: str = ""
    app: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """One file and its codes."""

    name: str = field(repr=False)
    codes: Codes


async def removal(request: Request) -> Response:
    """Give the page: questions, services that fit, and the form for codes."""
    about = settings.of(request)
    said = answers(request.query_params, about)
    return page(
        "removal.html",
        request,
        voice=voice(about),
        said=said,
        taken_letter=next(letter for letter, word in _TAKEN.items() if word == said.taken),
        apps=_apps(about.say),
        app_number=str(takedown.apps().index(said.app) + 1) if said.app else "",
        services=fitting(said, about.country),
        leaves=leaves(about.say),
        limit=body.LIMIT,
    )


async def made(request: Request) -> Response:
    """Make the codes of files that are sent as the raw body, one behind the other; give them, and the note to save."""
    about = settings.of(request)
    fields = body.fields(request.headers.get("x-choices", ""))
    data = await body.read(request)
    try:
        found = await while_there(request, _made, data, fields, body.file_name(request))
    except SafelightError as error:
        return problem(error, about, status=_BAD)
    said = answers(fields, about)
    note = takedown.note(
        [(each.name, each.codes.hashes) for each in found],
        fitting(said, about.country),
        datetime.date.today().isoformat(),
        about.say,
    )
    return page("removal_codes.html", request, made=found, note=note)


async def note(request: Request) -> Response:
    """Give the note back as a file to save."""
    fields = await body.form(request)
    attached = {"Content-Disposition": f'attachment; filename="{_NOTE}"'}
    return Response(fields.get("note", ""), media_type="text/plain; charset=utf-8", headers=attached)


def answers(fields: Mapping[str, str], about: Settings) -> Answers:
    """Return what was answered; what was not is taken from who is looking, or left open."""
    names = takedown.apps()
    number = fields.get("m", "")
    app = names[int(number) - 1] if number.isascii() and number.isdigit() and 0 < int(number) <= len(names) else ""
    held = fields.get("p", "")
    return Answers(
        _TAKEN.get(fields.get("t", ""), taken_as_told(about)),
        held if held in (_PERSON, _POSTED) else "",
        app,
        fields.get("d") != "0",
    )


def fitting(said: Answers, country: str) -> Sequence[Service]:
    """Return the services that fit, the first to try first; when a person alone has it, nothing for what is posted."""
    found = takedown.fitting(taken=said.taken, country=country, has_picture=said.here, app=said.app)
    return [each for each in found if said.held != _PERSON or each.kind not in _ONLY_POSTED]


def _apps(_: Translator) -> list[tuple[str, str]]:
    known = {each.id: each.name for each in takedown.services()}
    return [(str(number), _(known[name])) for number, name in enumerate(takedown.apps(), 1)]


def _made(data: bytes, fields: Mapping[str, str], name: str) -> list[Made]:
    """Return the codes of each file. Raises EmptyFile."""
    parts = list(_parts(data, fields))
    if not parts or not all(parts):
        raise EmptyFile(mark("The file holds nothing"), fix=mark("Choose another file."))
    names = [name, *(fields.get(f"n{number}", "") for number in range(1, len(parts)))]
    turned = "turned" in fields
    return [
        Made(safe_name(each, ""), decoder.codes(part, turned=turned)) for each, part in zip(names, parts, strict=True)
    ]


def _parts(data: bytes, fields: Mapping[str, str]) -> Iterator[bytes]:
    """Cut the body where one file ends and the next begins."""
    sizes = [int(each) for each in fields.get("parts", "").split(",") if each.isascii() and each.isdigit()]
    if sum(sizes) != len(data) or len(sizes) > _MOST_FILES:
        sizes = [len(data)]
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size


ROUTES = (
    Route("/r", removal, name="removal"),
    Route("/r/n", made, methods=["POST"], name="removal_made"),
    Route("/r/t", note, methods=["POST"], name="removal_note"),
)
