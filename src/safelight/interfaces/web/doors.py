"""The choices of the first page: what happened, in the words of whoever is looking, and where each of them leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safelight.interfaces.web import routes
from safelight.interfaces.web.settings import Settings
from safelight.locales.load import mark


@dataclass(frozen=True, slots=True)
class Door:
    """One choice. address: the name of a route; more: what is added to its address, "" for nothing.

    picture: a drawing of `art.html`; words, hint: translated.
    """

    address: str
    picture: str
    words: str
    hint: str
    more: str = ""


# route, drawing; in the order in which they stand.
_ORDER = (
    ("told", "told"), ("check", "talk"), ("offer", "offer"), ("person", "person"), ("threat", "threat"),
    ("sharing", "share"), ("learn", "learn"), ("help", "help"),
)  # fmt: skip

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "young": {
        "check": (mark("Someone is talking to me"), mark("and I am not sure about it")),
        "offer": (mark("Someone made me an offer"), mark("a job, a trip, a gift, money")),
        "person": (mark("Is this person real?"), mark("look at a profile")),
        "threat": (mark("They threaten me"), mark("what to do, step by step")),
        "sharing": (mark("Before I share"), mark("a picture, a file or a post")),
        "learn": (mark("Learn"), mark("short stories to try things out")),
        "help": (mark("Help now"), mark("who listens, and when")),
    },
    "small": {
        "check": (mark("Someone writes to me"), ""),
        "offer": (mark("Someone wants to give me something"), ""),
        "person": (mark("Who is this really?"), ""),
        "threat": (mark("Someone scares me"), ""),
        "sharing": (mark("Before I send a picture"), ""),
        "learn": (mark("Stories"), ""),
        "help": (mark("I need help now"), ""),
    },
    "friend": {
        "told": (mark("My friend told me something"), mark("what to say first")),
        "check": (mark("Someone is talking to my friend"), mark("and it feels odd")),
        "offer": (mark("My friend got an offer"), mark("a job, a trip, a gift, money")),
        "person": (mark("Is this person real?"), mark("look at a profile")),
        "threat": (mark("They threaten my friend"), mark("what to do, step by step")),
        "sharing": (mark("Before we share"), mark("a picture, a file or a post")),
        "learn": (mark("Learn"), mark("short stories to try things out")),
        "help": (mark("Help now"), mark("who listens, and when")),
    },
    "carer": {
        "told": (mark("My child told me something"), mark("the first minute")),
        "check": (mark("Someone is talking to my child"), mark("look at it together")),
        "offer": (mark("My child got an offer"), mark("a job, a trip, a gift, money")),
        "person": (mark("Is this person real?"), mark("look at a profile")),
        "threat": (mark("They threaten my child"), mark("what to do, step by step")),
        "sharing": (mark("Before we share"), mark("a picture, a file or a post")),
        "learn": (mark("Learn, side by side"), mark("short stories for two")),
        "help": (mark("Help now"), mark("who listens, and when")),
    },
    "teacher": {
        "told": (mark("A young person told me something"), mark("the first minute")),
        "check": (mark("Someone is talking to a young person"), mark("look at it together")),
        "offer": (mark("A young person got an offer"), mark("a job, a trip, a gift, money")),
        "person": (mark("Is this person real?"), mark("look at a profile")),
        "threat": (mark("They threaten a young person"), mark("what to do, step by step")),
        "sharing": (mark("Before something is shared"), mark("a picture, a file or a post")),
        "learn": (mark("Learn and teach"), mark("short stories for a class")),
        "help": (mark("Help now"), mark("who listens, and when")),
    },
}
_VOICES = {
    "y9": "small",
    "y12": "small",
    "friend": "friend",
    "carer": "carer",
    "teacher": "teacher",
    "helper": "teacher",
}


def voice(settings: Settings) -> str:
    """Return in which voice to speak: "young", "small" (under 13), "friend", "carer" or "teacher"."""
    return _VOICES.get(settings.who, "young")


def doors(settings: Settings) -> list[Door]:
    """Return the choices for this reader; a room that is not there has none."""
    words, _ = _WORDS[voice(settings)], settings.say
    return [
        Door(name, picture, _(words[name][0]), _(words[name][1]), "k=c" if name == "check" else "")
        for name, picture in _ORDER
        if name in words and routes.there(name)
    ]
