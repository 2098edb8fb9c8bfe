"""Lessons: the list, one that is played, its story for the browser's player, and when to practise again."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from safelight.interfaces.web import body, routes, settings
from safelight.interfaces.web.lesson_steps import address, step
from safelight.interfaces.web.recall import due, today
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.lessons.load import lessons, numbered, scene
from safelight.lessons.meta import Lesson
from safelight.locales.load import SOURCE_LANGUAGE, mark
from safelight.schema.errors import BadInput

_EVERY = "a"
_AGES = ("y9", "y12", "y15", "y17")
# Rooms to do and to print: the route, what it is called, and what comes of it.
_PAPERS = (
    ("drill", mark("Go through my settings"), mark("Who can write, who can see: app by app.")),
    ("agreement", mark("A family agreement"), mark("Both sides promise. The phone stays.")),
    ("three_adults", mark("My three adults"), mark("A small card for your pocket: whom I tell.")),
    ("class_pack", mark("For a class"), mark("A plan, slides, a quiz and a before and after.")),
)


async def learn(request: Request) -> Response:
    """Give the list: lessons for whoever is looking; all of them when asked."""
    about = settings.of(request)
    known = list(lessons(_locale(request, about)).values())
    every = request.query_params.get(_EVERY) == "1"
    # A grown-up for whom there is none sees those of the young: better than an empty page.
    fitting = known if every else [each for each in known if _fits(each, about)]
    if not fitting and about.who not in _AGES:
        fitting = known
    return page(
        "learn.html",
        request,
        lessons=[(each, address(each, about)) for each in fitting],
        more=len(known) - len(fitting),
        every=about.at(routes.path("learn"), **{_EVERY: "1"}),
        papers=[(name, about.say(title), about.say(hint)) for name, title, hint in _PAPERS if routes.there(name)],
    )


def _fits(lesson: Lesson, about: Settings) -> bool:
    """Say whether a lesson is for whoever is looking: by audience, and by age when one was said."""
    if about.audience not in ("young_person", "carer", "teacher"):
        return True
    return about.audience in lesson.readers and (about.who not in _AGES or about.who in lesson.ages)


def _locale(request: Request, about: Settings) -> str:
    """Return the language for the lessons: they may be in more languages than the page's own sentences."""
    return request.query_params.get("l", "") or about.say.locale or SOURCE_LANGUAGE


async def lesson(request: Request) -> Response:
    """Give a lesson: what it is about, or after `p` the story up to there; `e` skips to its end."""
    about = settings.of(request)
    one = _asked(request, about)
    choices, skipped = request.query_params.get("p", ""), request.query_params.get("e") == "1"
    begun = skipped or "p" in request.query_params or "b" in request.query_params
    return page(
        "lesson.html",
        request,
        lesson=one,
        begun=begun,
        step=step(one, choices, skipped, about),
        begin=address(one, about, b="1"),
        skip=address(one, about, p=choices, e="1"),
        here=address(one, about),
    )


def _asked(request: Request, about: Settings) -> Lesson:
    found = numbered(request.path_params["number"], _locale(request, about))
    if found is None:
        raise BadInput(mark("There is no lesson of this number."), fix=mark("Go back to the first page."))
    return found


async def story(request: Request) -> Response:
    """Give what the browser's player needs: the compiled story, and its words by the ids of the lines."""
    about = settings.of(request)
    one = _asked(request, about)
    people = {name: person.name for name, person in one.people.items()} | {"you": about.say("You")}
    return JSONResponse({"scene": json.loads(scene(one.slug)), "words": dict(one.words), "people": people})


async def again(request: Request) -> Response:
    """Say when each card that was looked at comes again; what the page remembers is in the form, and is not kept."""
    fields = await body.form(request)
    about = settings.of(request)
    now = today(fields.get("today", ""))
    cards = [
        {"id": each.id, "ask": each.card.ask, "answer": each.card.answer, "days": days, "says": _in(days, about)}
        for each in due(fields.get("seen", ""), _locale(request, about))
        for days in [(each.day - now).days]
    ]
    return JSONResponse(cards)


def _in(days: int, about: Settings) -> str:
    """Say in how many days a card comes again."""
    if days <= 0:
        return about.say("Again today")
    return about.say.plural("Again in {n} day", "Again in {n} days", days)


ROUTES = (
    Route("/l", learn, name="learn"),
    Route("/l/r", again, methods=["POST"], name="again"),
    Route("/l/{number:int}", lesson, name="lesson"),
    Route("/l/{number:int}/s", story, name="story"),
)
