"""Finds phone numbers hidden in words, look-alike letters or decoration: "seven oh 3 five5five", "7~0~3 ❤ 555".

A text is looked at only where words for digits or runs of digits stand close together. What is read is a run of units,
each with its digits and its place in the text; whether a run is a phone number is decided elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from safelight.normalize.found import Tokens

# Characters between two units, and between two places that belong to one stretch to read.
_WIDEST_GAP, _APART = 6, 14
# Fewer places than this are no hidden number.
_FEWEST = 2
# Letters right beside digits, and signs that nobody writes into a number by habit.
_ODD = re.compile(r"\d[A-Za-z]|[A-Za-z]\d|\d\s?(?:[~^|\[\]{}!\\\"']|[^\x00-\u2fff]|[\u2190-\u2bff])\s?\ufe0f?\s?\d")
_LEAST_DIGITS, _WHOLE = 7, 10
_TOKEN = re.compile(r"[^\W_]+(?:[\u0900-\u0963]+)?")
_DIGITS = re.compile(r"\d[\d\x00]*", re.ASCII)
# What may not stand between the parts of a number: amounts, percent, addresses, ends of longer sentences.
_STOPS = re.compile(r"[$€£₹¥%@#&=?]|\n\s*\n|\A[.,;!]\s")
_LOOK_ALIKE = re.compile(r"(?=.*\d)[0-9oOlIQSB]{2,14}")
_ALIKE = str.maketrans("oOlIQSB", "0011058")
_LEET = str.maketrans("0134578!", "oieastbi")
_LONGEST_TOKEN = 60


class Unit(NamedTuple):
    """A part of a run: its digits, its place, and how it is written ("digits", "word", "unsure", "alike")."""

    digits: str
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class _Words:
    digits: Mapping[str, str]
    unsure: Mapping[str, str]
    tens: Mapping[str, str]
    between: frozenset[str]
    glued: re.Pattern[str]
    piece: re.Pattern[str]
    signs: frozenset[str]
    heads: frozenset[str]
    simple: Mapping[str, tuple[str, str]]
    sure: frozenset[str]


def number_words() -> Set[str]:
    """Return the words for digits that mean little else: one of them is worth a look."""
    return _words().sure


def may_be_hidden(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether words for digits and digits stand close together, enough for a number."""
    return next(_stretches(text, lowered, tokens), None) is not None


def runs(text: str, lowered: str, tokens: Tokens) -> Iterator[list[Unit]]:
    """Yield runs of seven digits or more, at least one of them hidden or with something odd between.

    text: with ASCII digits, one character for one. lowered: the same in lower case, of the same length. tokens: words.
    """
    for start, end in _stretches(text, lowered, tokens):
        run: list[Unit] = []
        last = start
        for token in _TOKEN.finditer(text, start, end):
            if run and (token.start() - last > _WIDEST_GAP or _STOPS.search(text[last : token.start()])):
                yield from _whole(run, text)
                run = []
            last = token.end()
            units = _read(token)
            if units:
                _join(run, units)
            elif run and token.group().lower() not in _words().between:
                yield from _whole(run, text)
                run = []
        if run:
            yield from _whole(run, text)


def _whole(run: list[Unit], text: str) -> Iterator[list[Unit]]:
    """Yield the run without unsure words and open beginnings at its ends, when it is worth a closer look."""
    if _size(run) < _LEAST_DIGITS:
        return
    run = [unit for unit in run if unit.digits]
    while run and run[-1].how == "unsure" and _size(run) != _WHOLE:
        run = run[:-1]
    while run and run[0].how == "unsure" and _size(run) != _WHOLE:
        run = run[1:]
    if _size(run) >= _LEAST_DIGITS and (_is_hidden(run) or _is_decorated(run, text)):
        yield run


def _size(run: Sequence[Unit]) -> int:
    return sum(len(unit.digits) for unit in run)


def _is_hidden(run: Sequence[Unit]) -> bool:
    return any(unit.how in ("word", "alike", "tens") for unit in run)


def _is_decorated(run: Sequence[Unit], text: str) -> bool:
    """Tell whether something stands between the digits that nobody writes into a number by habit."""
    gaps = [text[one.end : other.start] for one, other in pairwise(run)]
    return any(re.search(r"[~^|\[\]{}!\\\"']|[^\x00-\u2fff]|[\u2190-\u2bff]", gap) for gap in gaps)


def _stretches(text: str, lowered: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which words for digits and digits stand close together and are enough for a number."""
    places = [(found.start(), found.end(), 0) for found in _DIGITS.finditer(text)] if tokens.odd else []
    places += _word_places(lowered, tokens)
    if len(places) < _FEWEST:
        return
    places.sort()
    first = 0
    for number, (_, end, _) in enumerate(places):
        if number + 1 < len(places) and places[number + 1][0] - end <= _APART:
            continue
        group = places[first : number + 1]
        first = number + 1
        if _may_be_number(group, text):
            yield _outwards(text, group[0][0], end)


def _may_be_number(group: Sequence[tuple[int, int, int]], text: str) -> bool:
    """Tell whether places close together are enough digits, and not only digits as people write them anyway."""
    sizes = sum(size or end - start for start, end, size in group)
    if sizes < _LEAST_DIGITS - 2 or (len(group) < _FEWEST and group[0][2] < _FEWEST):
        return False
    return any(size for *_, size in group) or _ODD.search(text, group[0][0], group[-1][1] + 1) is not None


def _outwards(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the rest of the words at both ends, and unsure ones next to them."""
    start, end = max(0, start - _APART), min(len(text), end + _APART)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _word_places(lowered: str, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Yield where words for digits stand, and words made of several ("fivezerofive"), with the digits they may give."""
    known = _words()
    here = {word: 1 for word in number_words() & tokens.words}
    here |= {
        word: len(word) // 4
        for word in tokens.words
        if len(word) > _LEAST_DIGITS and word[:3] in known.heads and known.glued.fullmatch(word)
    }
    if not lowered.isascii():
        here |= {word: 1 for word in known.signs if word in lowered}
    for word, size in here.items():
        at = lowered.find(word)
        while at >= 0:
            yield at, at + len(word), size
            at = lowered.find(word, at + len(word))


def _read(token: re.Match[str]) -> Sequence[Unit]:
    """Return the units of a token; nothing when it is an ordinary word."""
    written = token.group()
    lowered = written.lower()
    known = _words()
    simple = known.simple.get(lowered)
    if simple is not None:
        return (Unit(simple[0], *token.span(), simple[1]),)
    if lowered.isdecimal() and written.isascii():
        return (Unit(written, *token.span(), "digits"),)
    if (lowered.isalpha() and lowered[:3] not in known.heads) or len(written) > _LONGEST_TOKEN:
        return ()
    return tuple(_mixed(written, lowered, *token.span()))


def _mixed(written: str, lowered: str, start: int, end: int) -> Iterator[Unit]:
    """Read words and digits without blanks, "s3v3n", and "7O3"."""
    known = _words()
    if known.glued.fullmatch(lowered) and len(lowered) == len(written):
        for piece in known.piece.finditer(lowered):
            word = piece.group()
            digits = word if word.isdigit() else known.digits.get(word) or known.tens.get(word) or known.unsure[word]
            how = "digits" if word.isdigit() else "tens" if word in known.tens else "word"
            yield Unit(digits, start + piece.start(), start + piece.end(), how)
    elif _LOOK_ALIKE.fullmatch(written):
        yield Unit(written.translate(_ALIKE), start, end, "alike")
    elif not lowered.isalpha() and lowered.translate(_LEET) in known.digits:
        yield Unit(known.digits[lowered.translate(_LEET)], start, end, "word")


def _join(run: list[Unit], units: Sequence[Unit]) -> None:
    """Append units; "fifty" takes in the digit behind it, "double" doubles it, "hundred" adds two zeros."""
    for unit in units:
        before = run[-1] if run else None
        if unit.how.startswith("zeros"):
            if before is not None and before.how in ("word", "digits") and len(before.digits) == 1:
                run[-1] = Unit(before.digits + unit.how[5:], before.start, unit.end, "word")
        elif before is not None and before.how == "tens" and len(unit.digits) == 1 and unit.digits != "0":
            run[-1] = Unit(before.digits[0] + unit.digits, before.start, unit.end, "word")
        elif before is not None and before.how.startswith("times") and len(unit.digits) == 1:
            run[-1] = Unit(unit.digits * int(before.how[5:]), before.start, unit.end, "word")
        else:
            run.append(unit)


@cache
def _words() -> _Words:
    table = tomllib.loads((files("safelight.normalize") / "number_words.toml").read_text("utf-8"))
    digits = {word: digit for part in ("digit", "number") for digit, words in table[part].items() for word in words}
    unsure = {word: digit for digit, words in table["unsure"].items() for word in words}
    tens = {word: digit for digit, words in table["tens"].items() for word in words}
    other = table["other"]
    times = dict.fromkeys(other["twice"], 2) | dict.fromkeys(other["thrice"], 3)
    zeros = dict.fromkeys(other["hundred"], "00") | dict.fromkeys(other["thousand"], "000")
    longest = sorted([*digits, *tens, "oh", "o"], key=len, reverse=True)
    piece = rf"\d+|{'|'.join(map(re.escape, longest))}"
    signs = frozenset(word for word in digits if len(word) == 1)
    # One digit at a time: a repeat inside of a repeat takes for ever on a wall of digits.
    glued = re.compile(rf"(?:{piece.replace(chr(92) + 'd+', chr(92) + 'd', 1)})+")
    heads = frozenset(word[:3] for word in (*digits, *tens) if len(word) > 2)
    simple = {word: (digit, "unsure") for word, digit in unsure.items()}
    simple |= {word: (digit, "word") for word, digit in digits.items()}
    simple |= {word: (digit, "tens") for word, digit in tens.items()}
    simple |= {word: ("", f"times{many}") for word, many in times.items()}
    simple |= {word: ("", f"zeros{added}") for word, added in zeros.items()}
    return _Words(
        digits=digits,
        unsure=unsure,
        tens=tens,
        between=frozenset(other["between"]),
        glued=glued,
        piece=re.compile(piece),
        signs=signs,
        heads=heads,
        simple=simple,
        sure=frozenset({*digits, *tens}),
    )
