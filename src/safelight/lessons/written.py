"""Every line and choice of a story as it is written, whether or not a path leads there: for checks and translators."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.lessons.play import Line, Writing
from safelight.lessons.story import Container


def written(story: Container) -> Iterator[tuple[Line, bool]]:
    """Yield (line, whether it is a choice) in the order of the source."""
    open_texts = [Writing()]
    for item in story.items:
        if isinstance(item, Container):
            yield from written(item)
        elif isinstance(item, str):
            yield from _taken(item, open_texts, story)
    for child in story.named.values():
        if story.place(child) is None:
            yield from written(child)


def _taken(item: str, open_texts: list[Writing], story: Container) -> Iterator[tuple[Line, bool]]:
    """Take one command or text; yield what it completes."""
    if item == "str":
        open_texts.append(Writing())
    elif item in ("/str", "\n"):
        line = open_texts[-1].line(story.knot)
        if item == "/str":
            open_texts.pop()
        else:
            open_texts[-1] = Writing()
        if line.text or line.tags:
            yield line, item == "/str"
    else:
        open_texts[-1].take(item)
