"""What a teacher needs around a lesson: an hour's plan, slides, questions before and after, and if a pupil tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from safelight.lessons.meta import Lesson
from safelight.lessons.promises import read
from safelight.taxonomy.tables import Table

HOUR = 45
BETTER = ("more", "fewer")
_STORY, _REST = 0, -1


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the hour. minutes: how long it takes."""

    title: str
    text: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence to raise a hand for. better: whether "more" or "fewer" hands are hoped for after the lesson."""

    text: str
    better: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What is the same for every lesson; `steps` still without the minutes that the story takes."""

    before: tuple[str, ...]
    steps: tuple[Step, ...]
    slides: tuple[Step, ...]
    questions: tuple[Question, ...]
    told: tuple[str, ...]
    care: tuple[str, ...]
    checked: str


@cache
def pack() -> Pack:
    """Return the pack. BadData names a key that is wrong."""
    table = read("class_pack")
    table.keys_only("for", "checked", "sources", "before", "plan", "slide", "question", "told", "care")
    table.texts("sources", at_least=1)
    questions = tuple(
        Question(each.text("text"), each.choice("better", BETTER)) for each in table.tables("question", at_least=2)
    )
    return Pack(
        before=_texts(table, "before"),
        steps=tuple(_step(each, True) for each in table.tables("plan", at_least=3)),
        slides=tuple(_step(each, False) for each in table.tables("slide", at_least=1)),
        questions=questions,
        told=_texts(table, "told"),
        care=_texts(table, "care"),
        checked=table.date("checked"),
    )


def plan(lesson: Lesson) -> Iterator[tuple[int, int, Step]]:
    """Yield (from minute, to minute, part) of an hour with this lesson: 45 minutes in all."""
    fixed = sum(each.minutes for each in pack().steps if each.minutes > 0) + lesson.minutes
    now = 0
    for each in pack().steps:
        minutes = {_STORY: lesson.minutes, _REST: HOUR - fixed}.get(each.minutes, each.minutes)
        yield now, now + minutes, each
        now += minutes


def _texts(table: Table, key: str) -> tuple[str, ...]:
    return tuple(each.text("text") for each in table.tables(key, at_least=1))


def _step(table: Table, timed: bool) -> Step:
    table.keys_only("title", "text", *(("minutes",) if timed else ()))
    return Step(table.text("title"), table.text("text"), table.whole("minutes", _REST, HOUR) if timed else 0)
