"""The shapes in which a pasted line may name who speaks. A shape only proposes; the whole paste decides on names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from safelight.importers import written_times
from safelight.importers.paste_words import NAME, compiled, fold, named, plain, words
from safelight.schema.items import MessageKind

# What they mean stands in paste_shapes.toml; "bare" is a name alone on its line.
Family = Literal["certain", "timed", "above", "colon", "pair", "bare"]
_LEAD = r"\s*(?:(?:[-*•‣▪]|\d{1,3}[.)])\s+)?(?:#{1,3}\s+)?"
_LONGEST_HEADER = 160
# Digits with a sign of a time or date between them, before any colon that is not such a sign.
_EARLY_TIME = re.compile(r"[^:：]*\d(?:[:：./-]|年\s?)\d")


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape. rule: what it is called to a person; sure: how sure it makes; needs: one of these is in the line.

    early: a time comes before any other colon. form: a regular expression, made only when a line has what the shape
    needs: all of them take a third of a second.
    """

    rule: str
    family: Family
    sure: float
    form: str
    needs: str
    header: bool = False
    early: bool = False
    check: Callable[[re.Match[str], str], bool] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled form."""
        return compiled(self.form)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a shape proposes for a line: `name` spoke (as written), the text begins at `start` (None: on the next line).

    lines: how many lines the header takes. key: the folded name. kind: other than "text" when the line tells.
    """

    shape: Shape
    name: str
    key: str
    start: int | None
    time: str = ""
    lines: int = 1
    kind: MessageKind = "text"


def candidates(lines: Sequence[str], at: int) -> list[Candidate]:
    """Return what the shapes propose for line `at` (plain form), the surest first."""
    line = lines[at]
    timed = _EARLY_TIME.match(line) is not None
    found = [*_in_words(line), *filter(None, (_matched(shape, line) for shape in shapes() if timed or not shape.early))]
    over = _over_lines(lines, at)
    return sorted([*found, *over], key=lambda one: -one.shape.sure) if over else found


def clock_alone(line: str) -> re.Match[str] | None:
    """Return a match for "[10:33 AM] text" or "10:33": a time at the line's start, nothing that could be a name."""
    return _clock_alone().match(line) if _EARLY_TIME.match(line) else None


@cache
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of a single line, the surest first."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    parts = _parts()
    return tuple(_shape(entry, parts) for entry in table["shape"])


def _parts() -> Mapping[str, str]:
    """Return what the placeholders in the patterns stand for."""
    times = written_times.words()
    return {
        "{lead}": _LEAD,
        "{name}": rf"(?P<name>{NAME})",
        "{long}": r"(?P<name>[^\s\[\]<>:：][^\[\]<>:：\t]{0,39}?)",
        "{when}": rf"(?P<time>{times.stamp})",
        "{far}": rf"(?P<time>{times.dated})",
        "{says}": "|".join(sorted(words().says)),
        "{text}": r"(?P<text>.*)$",
    }


def _shape(entry: Mapping[str, Any], parts: Mapping[str, str]) -> Shape:
    pattern = entry["pattern"]
    for placeholder, part in parts.items():
        pattern = pattern.replace(placeholder, part)
    check = _CHECKS.get(entry.get("check", ""))
    header, early = entry.get("header", False), entry.get("early", False)
    return Shape(entry["rule"], entry["family"], entry["sure"], pattern, entry["needs"], header, early, check)


def bare(name: str, start: int | None = None) -> Candidate:
    """Return a candidate for a line that is nothing but a name."""
    return Candidate(_BARE, name, fold(name), start)


_BARE = Shape("a name alone, then the text", "bare", 0.65, "", "", header=True)
_SENT = Shape("the app says who sent it", "certain", 0.93, "", "", header=True)
MAIL = Shape("the head of an e-mail", "certain", 0.9, "", "", header=True)
_TWO_LINES = Shape("a name, the time below it, then the text", "timed", 0.85, "", "", header=True)
_TWO_LINES_DASH = Shape("a name, a dash and the time below it, then the text", "certain", 0.94, "", "", header=True)


def _matched(shape: Shape, line: str) -> Candidate | None:
    if (shape.header and len(line) > _LONGEST_HEADER) or not any(sign in line for sign in shape.needs):
        return None
    match = shape.pattern.match(line)
    if match is None or (shape.check and not shape.check(match, line)):
        return None
    groups = match.groupdict()
    start = None if shape.header or not (groups.get("text") or "").strip() else _text_start(match)
    return Candidate(shape, match["name"], fold(match["name"]), start, groups.get("time") or "")


def _text_start(match: re.Match[str]) -> int:
    text = match["text"]
    return match.start("text") + len(text) - len(text.lstrip())


def _in_words(line: str) -> list[Candidate]:
    """Return what lines such as "You sent" or "From: Ann" say."""
    stripped = line.strip()
    if not stripped or len(stripped) > _LONGEST_HEADER:
        return []
    for key, shape, kind in _WORDED:
        match = words().match(key, stripped)
        if match:
            name = named(match)
            start = None if kind == "text" else len(line) - len(line.lstrip())
            return [Candidate(shape, name, fold(name), start, kind=kind)]
    return []


_WORDED: tuple[tuple[str, Shape, MessageKind], ...] = (
    ("sent headers", _SENT, "text"),
    ("sent media", _SENT, "media"),
    ("sent deleted", _SENT, "deleted"),
    ("email from", MAIL, "text"),
    ("email wrote", MAIL, "text"),
)


def _over_lines(lines: Sequence[str], at: int) -> list[Candidate]:
    """Return a header over two or three lines: a name, then a time alone (perhaps with a dash before it)."""
    name = lines[at].strip().lstrip("#").strip()
    if at + 1 >= len(lines) or not 0 < len(name) <= 40 or not re.fullmatch(NAME, name):
        return []
    below = lines[at + 1].strip()
    used = 2
    if below in ("—", "–") and at + 2 < len(lines):
        below, used = f"— {lines[at + 2].strip()}", 3
    if len(below) > 60 or not words().match("moment", below) or not any(map(str.isdigit, below)):
        return []
    shape = _TWO_LINES_DASH if below[0] in "—–" else _TWO_LINES
    return [Candidate(shape, name, fold(name), None, below.strip("—–-[]() "), used)]


@cache
def _clock_alone() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[\[(](?P<inside>{written_times.words().stamp})[\])]|(?P<alone>{written_times.words().time})\s*$)\s*",
        re.I,
    )


# ---------------------------------------------------------------- what only looks like a name


def _is_separator(match: re.Match[str], line: str) -> bool:
    """Tell whether the colon of "name: text" separates: not in a time, a link, a face or a folder's name."""
    name, text = match["name"], match["text"]
    colon = match.start("text") - 1
    if text.startswith(("//", "\\", "/")) or (name[-1].isdigit() and text[:1].isdigit()):
        return False
    spaced = line[colon - 1].isspace()
    # "so nice :)" and "so nice:)" are faces; a French "Ann : salut" has a space on both sides.
    face = bool(re.match(r"['-]?[()\[\]|*<>3DPpOoXxcCSs$@]+(?:\s|$)", text)) and line[colon] == ":"
    return not (face or (spaced and text[:1] and not text[0].isspace()))


def _no_preposition(match: re.Match[str], line: str) -> bool:
    """Tell whether "name 10:32" is not "dinner at 10:32"."""
    last = plain(match["name"]).split()[-1].lower()
    return last not in words().before_a_time


_CHECKS: Mapping[str, Callable[[re.Match[str], str], bool]] = {
    "is_separator": _is_separator,
    "no_preposition": _no_preposition,
}
