"""Is this person real? What a profile shows is typed in; what stands out is told, and how to find out more."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.interfaces.web import body, settings
from safelight.interfaces.web.doors import voice
from safelight.interfaces.web.render import page, trouble
from safelight.interfaces.web.seen import seen
from safelight.locales.load import Translator, mark
from safelight.schema.errors import BadInput, SafelightError
from safelight.schema.items import Profile, Source

_BAD = 400
_TEXTS = ("handle", "name", "bio", "links", "made")
_COUNTS = ("followers", "following", "posts")
_FIELDS = (*_TEXTS, *_COUNTS, "picture", "private")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([kKmM]?)")
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_MOST_LINKS = 20
# How old an account is, as one finds it in an app: the answer and the words that the engine reads.
AGES = {
    "": mark("I do not know"),
    "3 days ago": mark("a few days"),
    "3 weeks ago": mark("a few weeks"),
    "4 months ago": mark("a few months"),
    "2 years ago": mark("a year or more"),
}


async def person(request: Request) -> Response:
    """Give the form; sent back from the result it brings along what was typed."""
    fields = await body.form(request) if request.method == "POST" else {}
    return _form(request, fields)


async def looked(request: Request) -> Response:
    """Give what stands out in the profile that was typed in."""
    fields = await body.form(request)
    about = settings.of(request, fields)
    try:
        report = await run_in_threadpool(lambda: seen(profile(fields), about))
    except SafelightError as error:
        return _form(request, fields, trouble(error, about), _BAD)
    return page("person_result.html", request, about=about, report=report, fields=_kept(fields))


def profile(fields: Mapping[str, str]) -> Profile:
    """Return the profile in a form's fields. Raises BadInput when nothing was filled in."""
    kept = _kept(fields)
    if not kept:
        raise BadInput(mark("Nothing is filled in yet"), fix=mark("Type what you see. One field is enough."))
    yes = {"yes": True, "no": False}
    return Profile(
        handle=kept.get("handle", "").lstrip("@"),
        display_name=kept.get("name", ""),
        bio=kept.get("bio", ""),
        followers=_count(kept.get("followers", "")),
        following=_count(kept.get("following", "")),
        posts=_count(kept.get("posts", "")),
        created=kept.get("made") or None,
        has_picture=yes.get(kept.get("picture", "")),
        private=yes.get(kept.get("private", "")),
        links=tuple(kept.get("links", "").split()[:_MOST_LINKS]),
        source=Source(),
    )


def ages(_: Translator) -> list[tuple[str, str]]:
    """Return the answers to how old an account is: what the form sends, and the words to pick."""
    return [(value, _(words)) for value, words in AGES.items()]


def _kept(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: fields[name].strip() for name in _FIELDS if fields.get(name, "").strip()}


def _count(text: str) -> int | None:
    """Return a number as apps show it ("1,204", "3.5k", "2 M"); None when it is none: nothing is guessed."""
    plain = re.sub(r"(?<=\d)[.,\s](?=\d{3}(?!\d))", "", text.strip())
    found = _NUMBER.fullmatch(plain)
    return round(float(found[1].replace(",", ".")) * _TIMES[found[2].lower()]) if found else None


def _form(request: Request, fields: Mapping[str, str], said: str = "", status: int = 200) -> Response:
    about = settings.of(request, fields)
    filled = {name: fields.get(name, "") for name in _FIELDS}
    return page(
        "person.html", request, status=status, filled=filled, ages=ages(about.say), trouble=said, voice=voice(about)
    )


ROUTES = (
    Route("/p", person, methods=["GET", "POST"], name="person"),
    Route("/p/r", looked, methods=["POST"], name="person_looked"),
)
