"""A teacher's pack for each lesson: the hour's plan, slides and a quiz to print, and totals before and after.

Nothing of the class is kept: the totals (`size`, `b-<n>`, `a-<n>`) are typed by the teacher, drawn, and forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.advice.choose import helplines
from safelight.interfaces.web import body, class_totals, routes, settings
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.lessons.class_pack import Step, pack, plan
from safelight.lessons.load import lessons, numbered
from safelight.lessons.meta import Lesson
from safelight.locales.load import SOURCE_LANGUAGE, mark
from safelight.report.help import helplines as drawn
from safelight.schema.errors import BadInput
from safelight.taxonomy.load import techniques

# Of the tricks that a lesson shows, so many get a slide of their own.
MOST_TRICKS = 5
_MOST_HELPLINES = 3


async def packs(request: Request) -> Response:
    """Give the list of lessons that there is a pack for: those for young people."""
    about = settings.of(request)
    known = [each for each in lessons(_locale(request, about)).values() if "young_person" in each.readers]
    return page("class_packs.html", request, lessons=[(each, _at("class_one", each, about)) for each in known])


async def overview(request: Request) -> Response:
    """Give the plan of the hour, what to do before, what if a pupil tells, and what is for the teacher."""
    return _page("class_one.html", request, plan=list(plan(_asked(request))), pack=pack())


async def slides(request: Request) -> Response:
    """Give the slides: one idea a page when printed."""
    lesson, about = _asked(request), settings.of(request)
    lines = [each for each in helplines(about.country) if each.kind == "child_helpline"][:_MOST_HELPLINES]
    return _page("class_slides.html", request, slides=_slides(lesson, about), lines=Markup(drawn(lines, about.say)))


async def quiz(request: Request) -> Response:
    """Give the quiz, and its answers on a page of their own."""
    return _page("class_quiz.html", request)


async def totals(request: Request) -> Response:
    """Give the form for totals; after a form, the drawing too."""
    fields = await body.form(request) if request.method == "POST" else {}
    _ = settings.of(request).say
    found = class_totals.rows(fields, [(_(each.text), each.better) for each in pack().questions])
    size = class_totals.number(fields.get("size", "")) or 0
    whole = class_totals.whole(fields, found)
    show = whole and size >= class_totals.FEWEST
    picture = class_totals.bars(found, size, _("Hands before and after, as in the table below")) if show else ""
    return _page(
        "class_totals.html", request, rows=found, fields=fields, size=size, picture=picture, note=_note(fields, whole)
    )


def _note(fields: Mapping[str, str], whole: bool) -> str:
    """Return why nothing was drawn, "" when it was or when nothing was sent yet."""
    if not fields:
        return ""
    size = class_totals.number(fields.get("size", ""))
    if size is not None and size < class_totals.FEWEST:
        return mark("With fewer than five, a total can point at one pupil. So nothing is drawn.")
    return "" if whole else mark("A number is missing, or it is larger than the class.")


def _slides(lesson: Lesson, about: Settings) -> list[Step]:
    """Return the slides of a lesson: what it is about, that one may leave, each trick, what to practise, who helps."""
    _, common = about.say, [Step(about.say(each.title), about.say(each.text)) for each in pack().slides]
    tricks = [techniques()[name] for name in lesson.teaches][:MOST_TRICKS]
    return [
        Step(lesson.title, lesson.note),
        common[0],
        *(Step(_(each.name), _(each.why)) for each in tricks),
        *(Step(_("Let us practise"), each) for each in lesson.practise),
        *common[1:],
    ]


def _page(template: str, request: Request, **context: Any) -> Response:
    """Return one page of a lesson's pack, with the ways to the others."""
    about, lesson = settings.of(request), _asked(request)
    parts = ("class_one", "class_slides", "class_quiz", "class_totals")
    return page(template, request, lesson=lesson, at={each: _at(each, lesson, about) for each in parts}, **context)


def _asked(request: Request) -> Lesson:
    found = numbered(request.path_params["number"], _locale(request, settings.of(request)))
    if found is None or "young_person" not in found.readers:
        raise BadInput(mark("There is no lesson of this number."), fix=mark("Go back to the first page."))
    return found


def _at(name: str, lesson: Lesson, about: Settings) -> str:
    return about.at(routes.path(name, number=lesson.number))


def _locale(request: Request, about: Settings) -> str:
    """Return the language for the lessons: they may be in more languages than the page's own sentences."""
    return request.query_params.get("l", "") or about.say.locale or SOURCE_LANGUAGE


ROUTES = (
    Route("/y", packs, name="class_pack"),
    Route("/y/{number:int}", overview, name="class_one"),
    Route("/y/{number:int}/s", slides, name="class_slides"),
    Route("/y/{number:int}/q", quiz, name="class_quiz"),
    Route("/y/{number:int}/n", totals, name="class_totals", methods=["GET", "POST"]),
)
