"""What the page of a lesson shows after some choices: the lines so far, what can be said now, and where that leads.

The address holds the choices taken (`?p=012`, one digit each) and whether the reader skipped to the end (`&e=1`): the
story is played anew for each request, so nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from safelight.interfaces.web import routes
from safelight.interfaces.web.settings import Settings
from safelight.lessons.load import story
from safelight.lessons.meta import Lesson, tricks
from safelight.lessons.play import DEBRIEF, YOU, Line, Play, play
from safelight.taxonomy.load import Technique

MOST_CHOICES = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile that the reader put together from stock parts. picture: the name of a drawing."""

    picture: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One line. by: an id of a person, "you", or "" for the narrator; author: its colour; profile: drawn with it.

    out: it belongs to the debrief, out of the story.
    """

    id: str
    text: str
    by: str
    name: str
    author: int
    profile: Profile | None = None
    out: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be said now, and the address it leads to."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """A lesson at one point. lines: () before it began; options: () at the end, when `tricks` says what there was."""

    lines: tuple[Shown, ...]
    options: tuple[Option, ...]
    ended: bool
    tricks: tuple[Technique, ...]


def step(lesson: Lesson, choices: str, skipped: bool, about: Settings) -> Step:
    """Return the lesson after some choices. Raises BadInput for choices that the story does not offer."""
    choices = "".join(each for each in choices if each.isascii() and each.isdigit())[:MOST_CHOICES]
    played = play(story(lesson.slug), map(int, choices), skipped=skipped)
    options = tuple(
        Option(lesson.say(line.id, line.text), address(lesson, about, p=f"{choices}{number}"))
        for number, line in enumerate(played.choices)
    )
    return Step(_lines(lesson, played, about), options, played.ended, tricks(played.lines))


def address(lesson: Lesson, about: Settings, **fields: str) -> str:
    """Return the address of a point in a lesson, with the reader's settings."""
    return about.at(routes.path("lesson", number=lesson.number), **fields)


def _lines(lesson: Lesson, played: Play, about: Settings) -> tuple[Shown, ...]:
    return tuple(_shown(lesson, line, played.lines[: at + 1], about) for at, line in enumerate(played.lines))


def _shown(lesson: Lesson, line: Line, before: list[Line], about: Settings) -> Shown:
    by = line.tag("by")
    people = list(lesson.people)
    name = about.say("You") if by == YOU else lesson.people[by].name if by else ""
    author = people.index(by) if by in people else 0
    profile = _profile(lesson, before) if line.tag("shows") == "profile" else None
    return Shown(line.id, lesson.say(line.id, line.text), by, name, author, profile, line.knot == DEBRIEF)


def _profile(lesson: Lesson, before: list[Line]) -> Profile:
    """Return the profile that the choices so far make: of each part the last one counts, of words all."""
    chosen = [(line.tag("part"), lesson.say(line.id, line.text)) for line in before if line.tag("part")]
    pictures = [part.partition(".")[2] for part, _ in chosen if part.startswith("picture.")]
    names = [text for part, text in chosen if part == "name"]
    words = tuple(text for part, text in chosen if part == "words")
    return Profile(pictures[-1] if pictures else "", names[-1] if names else "", words)
