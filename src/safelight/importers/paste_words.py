"""The words and patterns by which a pasted chat is understood; the data is in paste_words.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from safelight.importers import written_times
from safelight.schema.items import MessageKind

# What may stand where a name is expected; whether it is one is decided later, from the whole paste.
NAME = r"[^\s\[\](){}<>:：;,!?\"“”|][^\[\]{}<>:：;!?\"“”|\t\n]{0,39}?"
_LONGEST = 300
# Marks of direction vanish, odd spaces become plain ones: for looking only, the text itself stays as it was.
_MARKS = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = {**{ord(mark): None for mark in _MARKS}, **{ord(space): " " for space in _SPACES}}
_WRAPPING = "*~@\"'“”‘’`# \t"


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words, and patterns that match whole lines.

    patterns: name -> (one without the words for times, which lets through what the other does and more, "" when there
    are no such words in it; the pattern itself).
    """

    me: frozenset[str]
    labels: frozenset[str]
    letters: frozenset[str]
    you: frozenset[str]
    not_names: frozenset[str]
    chatter: frozenset[str]
    before_a_time: frozenset[str]
    says: frozenset[str]
    system_lines: frozenset[str]
    patterns: Mapping[str, tuple[str, str]]

    def match(self, name: str, line: str) -> re.Match[str] | None:
        """Return the match of a whole line."""
        rough, exact = self.patterns[name]
        # Made when first needed: those with words for times take a sixtieth of a second each.
        return compiled(exact).fullmatch(line) if not rough or compiled(rough).fullmatch(line) else None


@cache
def compiled(form: str) -> re.Pattern[str]:
    """Return the pattern of a form; case does not count."""
    return re.compile(form, re.IGNORECASE)


def plain(line: str) -> str:
    """Return the line as it is looked at: without marks of direction, with plain spaces."""
    return line if line.isascii() else line.translate(_PLAIN)


def original(line: str, looked_at: str, start: int) -> str:
    """Return the end of a line from where `looked_at` (its plain form) has position `start`, as it was written."""
    if len(line) == len(looked_at):
        return line[start:]
    at = 0
    for seen in range(len(line)):
        if at == start and line[seen] not in _MARKS:
            return line[seen:]
        at += line[seen] not in _MARKS
    return ""


def fold(name: str) -> str:
    """Return a name's form for comparing: case, width, wrapping signs and runs of spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", plain(name)).casefold().strip(_WRAPPING).split())


def tidy(name: str) -> str:
    """Return a name as it is shown: without the marks and signs around it."""
    return " ".join(plain(name).strip(_WRAPPING).split())


@cache
def words() -> Words:
    """Return the words, made once."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    labels = data["labels"]
    return Words(
        me=_folded(labels["me"]),
        you=_folded(labels["you"]),
        labels=_folded([*labels["me"], *labels["you"], *labels["others"]]),
        letters=_folded(labels["letters"]),
        not_names=_folded(data["not_names"]["words"]),
        chatter=_folded(data["not_names"]["chatter"]),
        before_a_time=_folded(data["not_names"]["before_a_time"]),
        says=frozenset(data["sent"]["says"]),
        system_lines=_folded(data["system"]["lines"]),
        patterns=_patterns(data),
    )


def system_kind(looked_at: str) -> MessageKind | None:
    """Return the kind of a line that an app writes by itself, None for a line that a person may have written."""
    line = looked_at.strip()
    if not line or len(line) > _LONGEST:
        return None
    known = words()
    if fold(line) in known.system_lines or known.match("system", line) or known.match("moment", line):
        return "system"
    return "call" if known.match("call", line) else None


def kind_of(text: str) -> MessageKind:
    """Return the kind of a message by its text: a marker for a picture, a deleted message, a call, or "text"."""
    line = plain(text).strip()
    if len(line) > _LONGEST or "\n" in line:
        return "text"
    kinds: tuple[MessageKind, ...] = ("media", "deleted", "call")
    return next((kind for kind in kinds if words().match(kind, line)), "text")


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def _patterns(data: Mapping[str, Any]) -> Mapping[str, tuple[str, str]]:
    times = written_times.words()
    around = r"[-–—\[(\s]*", r"[-–—\])\s]*"
    return {
        "system": _one_of(data["system"]["patterns"]),
        # Every colon of a moment stands between digits.
        "moment": (
            rf"(?=.*\d)(?:[^:：]|(?<=\d)[:：](?=\d))*|{around[0]}(?:{times.day}){around[1]}",
            rf"{around[0]}(?:{times.stamp}|{times.date}){around[1]}",
        ),
        **{kind: _one_of(patterns) for kind, patterns in data["kinds"].items()},
        **{f"sent {key}": _one_of(patterns) for key, patterns in data["sent"].items() if key != "says"},
        **{f"email {key}": _one_of(patterns) for key, patterns in data["email"].items()},
    }


def _one_of(patterns: list[str]) -> tuple[str, str]:
    """Return one pattern for all; a group (name, time) may be in several of them, so their names get numbers."""
    numbered = (
        pattern.replace("{name}", NAME).replace("(?P<name>", f"(?P<name{n}>") for n, pattern in enumerate(patterns)
    )
    whole = "|".join(f"(?:{pattern})" for pattern in numbered)
    exact = whole.replace("{stamp}", written_times.words().stamp)
    return (whole.replace("{stamp}", r".*\d[:：]\d.*") if exact != whole else "", exact)


def named(match: re.Match[str]) -> str:
    """Return the name that a pattern found."""
    return next((value for key, value in match.groupdict().items() if key.startswith("name") and value), "")
