"""Walks every path of a lesson, and reads a scene's source line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import safelight.lessons
from safelight.lessons.load import folders, story
from safelight.lessons.play import Line, Play, play

ROOT = Path(safelight.lessons.__file__).parent
FOLDERS = [ROOT / folder.name for folder in folders()]
SLUGS = [folder.name for folder in FOLDERS]
MOST_PATHS = 3000
DEEPEST = 30

# What a line of a scene may be. Conditions inside a line are left out on purpose: they would break it into pieces that
# nobody can translate.
TAGS = r"(?P<tags>(?:\s*#\w+:[\w.-]+)*)"
KINDS = {
    "blank": r"",
    "comment": r"//.*",
    "variable": r"VAR \w+ = (?:true|false|-?\d+)",
    "set": r"~ \w+ = [\w ()+-]+",
    "divert": r"-> \w+(?:\.\w+)?",
    "knot": r"={2,3} \w+(?: ={2,3})?",
    "stitch": r"= \w+",
    "block": r"\{ ?[\w !<>=&|().-]+:",
    "else": r"- else:",
    "end": r"\}",
    "gather": rf"-+(?: \(\w+\))? ?(?P<text>[^-\s>#{{}}\[\]<][^#{{}}\[\]<>]*)?{TAGS}",
    "choice": rf"\*+(?: \(\w+\))?(?: \{{[^{{}}]+\}})* \[(?P<text>[^\[\]#{{}}<>]+){TAGS}\](?: -> \w+)?",
    "line": rf"(?P<text>[^-*+=~#{{}}\[\]<>\s][^#{{}}\[\]<>]*){TAGS}",
}
_KINDS = {name: re.compile(pattern) for name, pattern in KINDS.items()}


@dataclass(frozen=True)
class Source:
    """One line of a scene. kind: a name of KINDS, "" when it is none; text: what is shown of it."""

    number: int
    kind: str
    text: str
    raw: str


def source_lines(ink: str) -> Iterator[Source]:
    for number, raw in enumerate(ink.splitlines(), 1):
        line = raw.strip()
        found = next(((kind, m) for kind, pattern in _KINDS.items() if (m := pattern.fullmatch(line))), None)
        kind, match = found or ("", None)
        text = (match.groupdict().get("text") or "").strip() if match else ""
        yield Source(number, kind, text, line)


@dataclass(frozen=True)
class Path_:
    """A way through a lesson, to its end. skipped: the reader went to the debrief from there.

    offered: what could be chosen where it was skipped.
    """

    choices: tuple[int, ...]
    skipped: bool
    played: Play
    offered: tuple[Line, ...]


@cache
def paths(slug: str) -> tuple[Path_, ...]:
    """Every way through a lesson, and every place from which it can be skipped."""
    return tuple(walk(slug))


def walk(slug: str) -> Iterator[Path_]:
    """The same, one after the other."""
    found = 0
    waiting: list[tuple[tuple[int, ...], Play]] = [((), play(story(slug)))]
    while waiting:
        choices, played = waiting.pop()
        assert len(choices) <= DEEPEST, f"{slug}: more than {DEEPEST} choices in one way through; make it shorter"
        assert found <= MOST_PATHS, f"{slug}: more than {MOST_PATHS} ways through; let branches meet earlier"
        if played.choices:
            left = fork(played)
            left.skip()
            yield Path_(choices, True, left, played.choices)
        else:
            yield Path_(choices, False, played, ())
        found += 1
        waiting.extend(((*choices, number), chosen(played, number)) for number in range(len(played.choices)))


def chosen(played: Play, number: int) -> Play:
    other = fork(played)
    other.choose(number)
    return other


def fork(played: Play) -> Play:
    """A second play that stands where the first does; a test compares it with one that was played from the start."""
    other = copy(played)
    for name, value in vars(played).items():
        if isinstance(value, list | dict):
            setattr(other, name, copy(value))
    other._writing = deepcopy(played._writing)
    return other
