"""A card with three adults: whom one would tell, how to reach them, what to say first, and who listens in the country.

Fields: `who-<n>`, `kind-<n>`, `reach-<n>` for the three; `say` = the id of a first sentence, `own` = one's own words;
`b-<id>` what if the first reacts badly; `made` = "1" for the card. Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from safelight.advice.choose import helplines
from safelight.advice.needs import for_reader
from safelight.interfaces.web import body, settings
from safelight.interfaces.web.render import page
from safelight.interfaces.web.settings import Settings
from safelight.lessons.promises import card
from safelight.report.clean import clean
from safelight.schema.advice import Helpline

LONGEST = 80
_LONGEST_SENTENCE = 200
# Who stands on the card: in this order, one of each kind; first those that can be called, then those of the country.
_KINDS = ("child_helpline", "emergency", "chat")
_NUMBERS = ("call", "sms", "whatsapp")
_MOST = 2


@dataclass(frozen=True, slots=True)
class Adult:
    """One of the three. kind: the id of a kind of adult, "" for none; who: a name; title: what stands on the card."""

    number: int
    kind: str
    who: str
    reach: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """One helpline on the card. value: a number, or a page without its protocol."""

    name: str
    value: str
    checked: str
    verified: bool


async def three(request: Request) -> Response:
    """Give the form; after a form that says `made`, the card to print."""
    fields = await body.form(request) if request.method == "POST" else {}
    about, known = settings.of(request, fields), card()
    lines = _lines(about)
    return page(
        "three_card.html" if fields.get("made") == "1" else "three_adults.html",
        request,
        adults=[_adult(number, fields, about) for number in (1, 2, 3)],
        card=known,
        say=fields.get("say", known.sentences[0].id),
        own=clean(fields.get("own", "").strip())[:_LONGEST_SENTENCE],
        sentence=_sentence(fields, about),
        badly=[each for each in known.badly if (f"b-{each.id}" in fields if fields else each.usual)],
        lines=lines,
        unverified=min((each.checked for each in lines if not each.verified), default=""),
        country=about.country,
        fields={name: value for name, value in fields.items() if name != "made"},
    )


def _adult(number: int, fields: Mapping[str, str], about: Settings) -> Adult:
    kind, who, reach = (clean(fields.get(f"{key}-{number}", "").strip())[:LONGEST] for key in ("kind", "who", "reach"))
    words = next((about.say(each.text) for each in card().kinds if each.id == kind), "")
    return Adult(number, kind if words else "", who, reach, " · ".join(each for each in (who, words) if each))


def _sentence(fields: Mapping[str, str], about: Settings) -> str:
    """Return what to say first: one's own words, else the chosen sentence, else the first one."""
    own = clean(fields.get("own", "").strip())[:_LONGEST_SENTENCE]
    known = card().sentences
    return own or about.say(next((each for each in known if each.id == fields.get("say")), known[0]).text)


def _lines(about: Settings) -> list[Line]:
    """Return who listens: at most one of each kind, in the country first, else for the whole world."""
    known = for_reader(helplines(about.country), "young_person")
    ranked = sorted(known, key=lambda line: (line.country == "", _way(line)[0]))
    found = [next((line for line in ranked if line.kind == kind), None) for kind in _KINDS]
    there = [line for line in found if line is not None][:_MOST]
    return [Line(about.say(line.name), _way(line)[1], line.checked, line.verified) for line in there]


def _way(line: Helpline) -> tuple[int, str]:
    """Return how well a helpline fits a card (0: a number), and what to write on it."""
    numbers = [way.value for way in line.contacts if way.type in _NUMBERS]
    return (0, numbers[0]) if numbers else (1, line.contacts[0].value.removeprefix("https://") if line.contacts else "")


ROUTES = (Route("/v", three, name="three_adults", methods=["GET", "POST"]),)
