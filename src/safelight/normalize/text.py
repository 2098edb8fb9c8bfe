"""Folding and tokenizing: the words of a message as a detector reads them, with their places in the original.

Two ways in, one result. Plain ASCII text without tricks (most chat) is lower-cased and split. Anything else goes letter
by letter: compatibility forms, look-alike letters, accents, zero-width marks, emoji, leet, stretched and spaced-out
letters. `Words.span` leads from a word back to the characters as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from safelight.normalize import disguise, long_text

# A word is letters, digits and the combining signs of Indic, Thai and Arabic scripts, with apostrophes inside.
_SIGNS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f"
_WORD = rf"(?:[^\W_]|[{_SIGNS}])"
_TOKEN = re.compile(rf"{_WORD}+(?:['’`´]+{_WORD}+)*|(?<![.!?।])[.!?।](?=\s+\S)|\n(?=\s*\S)")
_ASCII_TOKEN = re.compile(r"[a-z0-9]+(?:['`]+[a-z0-9]+)*|(?<![.!?])[.!?](?=\s+\S)|\n(?=\s*\S)")
# What makes plain ASCII text worth a closer look: a digit or sign in a word, a letter three times, letters apart.
# Before two of them a quicker look, that most texts do not pass.
_SIGN = re.compile(r"[0-9@$!|*]")
_SIGN_INSIDE = re.compile(r"[a-z][0-9@$!|*]+(?:[a-z]|(?<=[0-9$|])(?![a-z0-9]))|[0-9$@|][a-z]{2}")
_JOINED = re.compile(r"[a-z]'?[._/~^*-]'?[a-z]")
_STRETCHED = re.compile(r"([a-z])\1\1")
_HYPHENED = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})?(?: [a-z]{2,}(?:-[a-z]{2,})?)*")
_PERHAPS_APART = re.compile(r"[ ._*-][a-z][ ._*-][a-z]")
_APART = re.compile(r"\b[a-z][ ._*-][a-z][ ._*-][a-z]\b")
# Apostrophes inside a word, what may be a sentence's end, and what is no letter or digit.
_INNER = re.compile(r"(?<=[a-z0-9])['`]+(?=[a-z0-9])")
_END = re.compile(r"[.!?]\s+\S|\n\s*\S")
_BLANKED = {code: " " for code in range(128) if not chr(code).isalnum()}

BOUNDARY = long_text.BOUNDARY
# Characters, from which on a text is read as a long one.
_LONG = 200
_MARKS = frozenset("\n!?.।")


# Not frozen: one is made per message, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Words:
    """The folded words of one text.

    text:  the original. words: lower-case words; BOUNDARY stands between sentences. as_written: the words are the runs
    of ASCII letters and digits in the text in lower case, nothing joined and nothing revealed.
    """

    text: str = field(repr=False)
    words: list[str] = field(repr=False)
    _spans: list[tuple[int, int]] | None = field(default=None, repr=False)
    # For a long text, in which the places are counted only when they are asked for.
    _split: long_text.Split | None = field(default=None, repr=False)
    as_written: bool = field(default=False, repr=False, compare=False)
    _counted: list[tuple[int, int]] | None = field(default=None, repr=False, compare=False)
    # What goes on counting, when more places are asked for.
    _count: Iterator[tuple[int, int]] | None = field(default=None, repr=False, compare=False)

    @property
    def plain(self) -> str:
        """Return the text with plain signs for printed ones, as long as the text, where that is known."""
        return self._split.plain if self._split else self.text

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the original offsets (start, end) from word `first` to word `last`, both included."""
        spans = self._spans
        if spans is None:
            if self._counted is None or self._count is None:
                self._counted, self._count = [], _counted(self.text, self._split)
            spans = self._counted
            if len(spans) <= last:
                spans.extend(islice(self._count, last + 1 - len(spans)))
        return spans[first][0], spans[last][1]


def words(text: str, known: Container[str] = ()) -> Words:
    """Fold and split `text`. `known` decides between readings of a disguised word ("c00l": "cool", not "col")."""
    if len(text) >= _LONG:
        return _long(text, known)
    return plainly(text) or _hyphened(text, known) or _closely(text, known)


def _hyphened(text: str, known: Container[str]) -> Words | None:
    """Return the words of letters, blanks and hyphens within words ("full-time"), where no word is cut by a hyphen."""
    lower = text.lower()
    if "-" not in lower or not text.isascii() or not _HYPHENED.fullmatch(lower) or _STRETCHED.search(lower):
        return None
    cut = any(token.replace("-", "") in known for token in lower.split() if "-" in token)
    return None if cut else Words(text, lower.translate(_BLANKED).split(), as_written=True)


def plainly(text: str) -> Words | None:
    """Return the words of a short ASCII text without tricks, as `words` does; None for any other text."""
    if len(text) >= _LONG or not text.isascii():
        return None
    lower = text.lower()
    if lower.replace(" ", "").isalpha() and not _STRETCHED.search(lower):
        # Letters and blanks alone: what a form is filled with.
        found = lower.split()
        return None if _PERHAPS_APART.search(lower) and _APART.search(lower) else Words(text, found, as_written=True)
    if _is_tricky(lower):
        return None
    joined = "'" in lower or "`" in lower
    if joined:
        # "don't" and "dont" are one word.
        lower = _INNER.sub("", lower)
    if _END.search(lower):
        found = [BOUNDARY if word in _MARKS else word for word in _ASCII_TOKEN.findall(lower)]
    else:
        found = lower.translate(_BLANKED).split()
    return Words(text, found, None, None, not joined)


def _is_tricky(lower: str) -> bool:
    return (
        (_SIGN.search(lower) is not None and _SIGN_INSIDE.search(lower) is not None)
        or _JOINED.search(lower) is not None
        or _STRETCHED.search(lower) is not None
        or (_PERHAPS_APART.search(lower) is not None and _APART.search(lower) is not None)
    )


def _long(text: str, known: Container[str]) -> Words:
    """Read a long text in pieces where that is cheaper; the result is that of reading it letter by letter."""

    def closely(piece: str) -> tuple[list[str], list[tuple[int, int]]]:
        read = _closely(piece, known, mostly_latin=True)
        return read.words, read._spans or []

    split = long_text.read(text, known, closely)
    return Words(text, split.words, _split=split) if split else _closely(text, known)


def _bare(word: str) -> str:
    """Drop apostrophes: "don't" and "dont" are one word."""
    return word.replace("'", "").replace("`", "").replace("’", "").replace("´", "")


def _counted(text: str, split: long_text.Split | None) -> Iterator[tuple[int, int]]:
    """Return the places of the words, one after the other."""
    if split is None:
        return map(re.Match.span, _ASCII_TOKEN.finditer(text.lower()))
    return chain.from_iterable(_places(split.plain, piece) for piece in split.pieces)


def _places(plain: str, piece: long_text.Piece) -> Iterator[tuple[int, int]]:
    start, end, spans = piece
    if spans is None:
        # Pieces are cut at blanks between plain words: what is before and behind them does not matter.
        return map(re.Match.span, _ASCII_TOKEN.finditer(plain, start, end))
    return ((start + first, start + last) for first, last in spans)


def _closely(text: str, known: Container[str], *, mostly_latin: bool | None = None) -> Words:
    """Read letter by letter. The folded text keeps, for each of its characters, the place in the original."""
    folded, places = disguise.fold(text, mostly_latin=mostly_latin)
    folded = disguise.mend(folded, known)
    found: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(folded):
        raw = match.group()
        start, end = match.span()
        if raw in known:
            found.append(raw)
        else:
            found.append(BOUNDARY if raw in _MARKS else disguise.reveal(raw if raw.isalnum() else _bare(raw), known))
        spans.append((places[start], places[end - 1] + 1))
    found, spans = disguise.join_spaced(found, spans, known)
    return Words(text, found, spans)
