"""Counts and breaks text by terminal columns: East Asian letters and emoji are two wide, marks none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_EMOJI_STYLE = "\ufe0f"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def columns(text: str) -> int:
    """Return how many terminal columns a line takes; an emoji joined of several counts as one."""
    total, last, joined = 0, 0, False
    for letter in text:
        if letter == _EMOJI_STYLE:
            total, last = total + (last == 1), 2
        elif joined or ord(letter) in _SKIN_TONES:
            joined = False
        elif letter == _JOINER:
            joined = True
        else:
            last = _letter_columns(letter)
            total += last
    return total


def _letter_columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break a text into lines of at most `width` columns; `first` and `rest` are put before them (rest: as wide)."""
    rest = " " * columns(first) if rest is None else rest
    lines, line, empty = [], first, True
    for word in _pieces(text, max(8, width - max(columns(first), columns(rest)))):
        if not empty and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line, empty = rest, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line] if not empty else lines


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield the words; one wider than `room` comes in parts (Chinese has no spaces, links are long)."""
    for word in text.split():
        yield from [word] if columns(word) <= room else _cut(word, room)


def _cut(word: str, room: int) -> Iterator[str]:
    part = ""
    for letter in word:
        if part and columns(part + letter) > room:
            yield part
            part = ""
        part += letter
    yield part
