"""Help now: who answers in a country at this hour, what happens when somebody calls, and how well it was checked.

The country is chosen by the person, never found out; the hour is that of the chosen country. A need travels as one
letter. Nothing is called or opened by itself: every number and address is a link that the person presses.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.advice import hours, now
from safelight.advice.choose import places, records
from safelight.advice.directory import Country, Record, find
from safelight.advice.needs import NEEDS, fits, for_reader, sort, title
from safelight.advice.now import Status
from safelight.interfaces.web import settings
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import Translator
from safelight.report import help as links
from safelight.report import words
from safelight.schema.advice import ContactWay

# The letter of each need in the address; none says what it stands for.
LETTERS = {"t": "threat", "p": "pictures", "k": "talk", "w": "trafficking", "m": "money", "g": "missing"}
# Pressed for an answer at once; the other ways are places to open.
_NUMBERS = ("call", "sms", "whatsapp")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to press: what to do, the value, its link (None: to be typed), and the facts beside it."""

    verb: str
    value: str
    link: str | None
    outside: bool
    facts: str


@dataclass(frozen=True, slots=True)
class Card:
    """One service as it is shown."""

    id: str
    name: str
    kind: str
    status: Status
    ways: Sequence[Way]
    what_happens: str
    answers: Sequence[tuple[str, str]]
    source: str
    checked: str
    verified: bool
    stale: bool
    read_in: str


async def help_now(request: Request) -> Response:
    """Give the page; `n` is the letter of a need."""
    about = settings.of(request)
    _ = about.say
    need = LETTERS.get(request.query_params.get("n", ""), "")
    moment = datetime.datetime.now(datetime.UTC)
    place = find(about.country) if about.country else None
    chosen = _chosen(about, need, moment)
    urgent = [each for each in chosen if each.helpline.kind == "emergency"]
    rest = [each for each in chosen if each not in urgent]
    first = [each for each in rest if (fits(each.helpline, need) if need else each.helpline.country)]
    left = [each for each in rest if each not in first]
    show = partial(_card, moment=moment, several=bool(place and place.several_clocks), _=_)
    return page(
        "help.html",
        request,
        need=next((letter for letter, name in LETTERS.items() if name == need), ""),
        needs=[(letter, title(name, _)) for letter, name in LETTERS.items() if name in NEEDS],
        need_title=title(need, _),
        country_name=_(dict(places()).get(about.country, "")) if place else "",
        clock=_clock(place, moment, _),
        urgent=[show(each) for each in urgent],
        first=[show(each) for each in first],
        others=[show(each) for each in left if each.helpline.country],
        world=[show(each) for each in left if not each.helpline.country],
    )


def _chosen(about: Settings, need: str, moment: datetime.datetime) -> list[Record]:
    """Return the records for this reader: those for the need first, and of one kind those that answer now first."""
    known = {record.helpline.id: record for record in records(about.country)}
    lines = for_reader((record.helpline for record in known.values()), about.audience)
    awake = sorted(lines, key=lambda line: not hours.answers_at(line, moment))
    return [known[line.id] for line in sort(awake, need)]


def _clock(place: Country | None, moment: datetime.datetime, _: Translator) -> str:
    """Return what time it is where the services are, and that the reader's clock may differ; "" when not known."""
    shown = now.clock(place, moment, _)
    if not place or not shown:
        return ""
    if place.several_clocks:
        return _("It is {time} in {place}. Your own clock may differ.").format(
            time=shown, place=now.place_of(place.timezone)
        )
    return _("It is {time} in {place}.").format(time=shown, place=_(place.name))


def _card(record: Record, moment: datetime.datetime, several: bool, _: Translator) -> Card:
    line = record.helpline
    return Card(
        id=line.id,
        name=_(line.name),
        kind=words.helpline_kind(line.kind, _),
        status=now.status(line, moment, _, several_clocks=several),
        ways=[_way(way, _) for way in line.contacts],
        what_happens=_(line.what_happens),
        answers=_answers(line.contacts, _),
        source=line.source,
        checked=line.checked,
        verified=line.verified,
        stale=now.is_stale(record, moment.date()),
        read_in=record.read_in,
    )


def _way(way: ContactWay, _: Translator) -> Way:
    link = links.address(way)
    facts = (
        hours.said(way.open, _) if way.open else _(way.hours),
        ", ".join(words.language_name(code, _) for code in way.languages),
    )
    return Way(
        verb=words.contact_way(way.type, _),
        value=way.value if way.type in _NUMBERS or way.type == "email" else way.value.removeprefix("https://"),
        link=link,
        outside=bool(link and link.startswith("https:")),
        facts="; ".join(fact for fact in facts if fact),
    )


def _answers(ways: Sequence[ContactWay], _: Translator) -> list[tuple[str, str]]:
    """Return what people ask first, with the answers; of a page to open, the cost only when it is known."""
    free = [way.free for way in ways if way.type != "email"]
    named = [way.anonymous for way in ways]
    talks = any(way.type in hours.ANSWERING for way in ways)
    questions = [(_("Can I stay without a name?"), _some(named, talks, _))]
    if talks or any(each is not None for each in free):
        questions.insert(0, (_("Is it free?"), _some(free, talks, _)))
    return questions


def _some(known: Sequence[bool | None], talks: bool, _: Translator) -> str:
    """Return one answer for all ways of a service; where they differ, that it depends."""
    if all(each is None for each in known):
        return _("Not known; you can ask first") if talks else _("Not known")
    if all(known):
        return _("Yes")
    return _("Yes, on some ways") if any(known) else _("No")


ROUTES = (Route("/h", help_now, name="help"),)
