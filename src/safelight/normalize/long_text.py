"""Splits long texts (adverts, stories) fast: whole stretches at a time instead of letter by letter.

Nearly all of a long text is plain, even when it holds printed dashes and quotation marks or a few disguised words. So
plain stretches are cut by C code, disguises are undone word by word, and only what is not ASCII is read letter by
letter, with the words around it. The words are the same as `text._closely` gives; tests hold the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from safelight.normalize import disguise

BOUNDARY = "."
# Marks of print that stand for one plain sign, or for none that matters between words.
_PRINTED = {
    "\u00a0": " ", "\u2028": " ", "\u2029": " ", "’": "'", "‘": "'", "–": "-", "—": "-", "“": '"', "”": '"', "•": "-",
    "●": "-", "·": "-", "\uf0b7": "-",
    "….": "--", "…!": "--", "…?": "--", "…": "-", "»": "-", "«": "-", "£": "-", "€": "-", "₹": "-",
}  # fmt: skip
# A share of letters beyond ASCII from which on reading in pieces saves nothing.
_MANY = 0.2
# Letters on both sides of a blank that make a place where a text may be cut.
_PLAIN = 3
# Of a word in parts: no word has more letters. A wall of parts must not cost its square.
_MOST_PARTS = 40
_OTHER = re.compile(r"[^\x00-\x7f]+")
# Three letters that stand apart, and stars for letters: what plain reading leaves to close reading.
_APART = re.compile(rf"(?<![a-z0-9])[a-z][^a-z0-9]+[a-z][^a-z0-9]+[a-z](?![a-z0-9])|{disguise.HOLE}")
_RUN_OF_MARKS = re.compile(r"\.{2,}")
_NO_LETTERS = re.compile(r"[^a-z]+")
_THRICE = re.compile(r"([a-z])\1\1")
# Signs at the ends of words that disguise nothing.
_AROUND = '.,;:()?"-'
_END = "\1"
# What the signs of plain text are: letters, what may stand for a letter, what may cut a word, blanks, others.
_SHAPES = {"a": "abcdefghijklmnopqrstuvwxyz", "0": "0123456789@$!|*", "-": "._/~^'-", " ": " "}
_SHAPE = bytes(next((ord(shape) for shape, signs in _SHAPES.items() if chr(c) in signs), 1) for c in range(256))
_MIXED, _CUT_UP = (b"a0", b"0a"), (b"a-a", b"a--")
_SEPARATED = bytes(c if chr(c).isalnum() and c < 128 else ord(BOUNDARY) if c == 1 else 32 for c in range(256))


Spans = list[tuple[int, int]]
Closely = Callable[[str], tuple[list[str], Spans]]


class Piece(NamedTuple):
    """A stretch of a text. spans: the places of its words, within it; None when it is plain and they can be counted."""

    start: int
    end: int
    spans: Spans | None = None


class Split(NamedTuple):
    """The words of a text, the text with plain signs for printed ones (as long), and the pieces it was read in."""

    words: list[str]
    plain: str
    pieces: tuple[Piece, ...]


def read(text: str, known: Container[str], closely: Closely) -> Split | None:
    """Return the words of a long text, or None when it is better read letter by letter, as `closely` does."""
    plain = text.replace("\t", " ").replace("\r", " ")
    if not text.isascii():
        for printed, sign in _PRINTED.items():
            plain = plain.replace(printed, sign)
    lower = plain.lower()
    if len(lower) != len(text) or _END in lower:
        return None
    if lower.isascii():
        folded = _unsigned(lower, known)
        found = _ascii(folded, known)
        if found is not None:
            return Split(found, folded, (Piece(0, len(text)),))
        places = [match.span() for match in _APART.finditer(folded)]
        return _in_pieces(lower, places, known, closely) if places else None
    places = [match.span() for match in _OTHER.finditer(lower)]
    others = "".join(lower[start:end] for start, end in places)
    letters = lower.encode("ascii", "ignore").translate(_SHAPE).count(b"a") + sum(map(str.isalpha, others))
    # Look-alike letters are read as Latin ones in a text that is mostly Latin: so each piece must be from such a text.
    if len(others) > _MANY * len(text) or letters <= 2 * len(others):
        return None
    return _in_pieces(lower, places, known, closely)


def _in_pieces(lower: str, places: Spans, known: Container[str], closely: Closely) -> Split:
    """Read what is around each of `places` closely, the rest as plain text."""
    words: list[str] = []
    pieces: list[Piece] = []
    folded: list[str] = []
    for start, end, other in _stretches(lower, places):
        piece = lower[start:end] if other else _unsigned(lower[start:end], known)
        found = None if other else _ascii(piece, known)
        spans = None
        if found is None:
            found, spans = closely(piece)
        words += found
        folded.append(piece)
        pieces.append(Piece(start, end, spans))
    return Split(words, "".join(folded), tuple(pieces))


def _stretches(lower: str, places: Spans) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of a text, cut between plain words: (start, end, whether one of the places is in it)."""
    done, at = 0, 0
    while at < len(places):
        start = _cut(lower, places[at][0], done, back=True)
        end = _cut(lower, places[at][1], len(lower), back=False)
        while at < len(places) and places[at][0] < end:
            end = max(end, _cut(lower, places[at][1], len(lower), back=False))
            at += 1
        if start > done:
            yield done, start, False
        yield start, end, True
        done = end
    if done < len(lower):
        yield done, len(lower), False


def _cut(lower: str, at: int, most: int, *, back: bool) -> int:
    """Return the nearest blank between two plain words before or after `at`, or `most`."""
    while True:
        at = lower.rfind(" ", most, at) if back else lower.find(" ", at + 1, most)
        if at < 0:
            return most
        around = lower[at - _PLAIN : at] + lower[at + 1 : at + 1 + _PLAIN]
        if len(around) == 2 * _PLAIN and around.isalpha() and around.isascii():
            return at


def _unsigned(lower: str, known: Container[str]) -> str:
    """Read signs inside words as letters, or as nothing; same length."""
    changes: list[tuple[int, str]] = []
    blanked = lower.replace("\n", " ") + " "
    shape = _shape(blanked)
    odd = {*_with(blanked, shape, *_MIXED)}
    odd |= {token for token in _with(blanked, shape, *_CUT_UP) if token not in odd and _joins(token, known)}
    for token in odd:
        mended = disguise.mend(disguise.unsign(token), known)
        if mended != token:
            changes += [(at, mended) for at in _places(lower, token)]
    if not changes:
        return lower
    parts: list[str] = []
    done = 0
    for at, mended in sorted(changes):
        parts += lower[done:at], mended
        done = at + len(mended)
    return "".join((*parts, lower[done:]))


def _places(lower: str, token: str) -> Iterator[int]:
    """Yield where a token stands between blanks."""
    at = lower.find(token)
    while at >= 0:
        end = at + len(token)
        if not (lower[at - 1 : at].strip() or lower[end : end + 1].strip()):
            yield at
            at = end
        at = lower.find(token, at + 1)


def _joins(token: str, known: Container[str]) -> bool:
    """Tell whether signs may cut a word that is known: a quicker look than closing it up."""
    bare = token.strip(_AROUND)
    if bare.replace("'", "").isalpha():
        return False
    left, _, right = bare.partition("-")
    if left.isalpha() and right.isalpha():
        # "full-time" and the like, far the most.
        return left + right in known
    parts = [part for part in _NO_LETTERS.split(token) if part]
    if len(parts) <= 2:
        return len(parts) == 2 and parts[0] + parts[1] in known
    ends = range(2, len(parts) + 1)
    return any(
        "".join(parts[first:end]) in known for end in ends for first in range(max(0, end - _MOST_PARTS), end - 1)
    )


def _ascii(folded: str, known: Container[str]) -> list[str] | None:
    """Return the words of plain lower-case text, disguised ones revealed; None when letters stand apart, or lack."""
    if disguise.HOLE in folded:
        return None
    cut = folded.rstrip().replace("!", ".").replace("?", ".")
    if ".." in cut:
        cut = _RUN_OF_MARKS.sub(lambda match: " " * len(match.group()), cut)
    cut = cut.replace(". ", " \1 ").replace(".\n", " \1 \n").replace("\n", " \1 ")
    bare = cut.encode("ascii").translate(_SEPARATED, b"'`").decode("ascii")
    words = bare.split()
    joined = f" {' '.join(words)} "
    shape = _shape(joined)
    if b" a a a " in shape:
        return None
    revealed = dict(_revealed({*_with(joined, shape, *_MIXED), *_with(joined, _alike(joined), b"\0")}, known))
    return [revealed.get(word, word) for word in words] if revealed else words


def _revealed(odd: Iterable[str], known: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are disguised by digits or by letters written three times, with what they are."""
    for word in odd:
        if word in known or word.isdigit():
            continue
        new = disguise.reveal(word, known)
        if _THRICE.search(new):
            new = disguise.reveal(new, known)
        if new != word:
            yield word, new


def _shape(text: str) -> bytes:
    return text.encode("ascii").translate(_SHAPE)


def _with(text: str, shape: bytes, *signs: bytes) -> Iterator[str]:
    """Yield what stands between blanks where one of the signs is in the shape of a text that ends in a blank."""
    for sign in signs:
        at = shape.find(sign)
        while at >= 0:
            end = text.find(" ", at)
            yield text[text.rfind(" ", 0, at) + 1 : end]
            at = shape.find(sign, end)


def _alike(text: str) -> bytes:
    """Return 0 for each sign of an ASCII text that is followed by two like it: as one number, compared with itself."""
    number = int.from_bytes(text.encode("ascii"), "little")
    changes = number ^ (number >> 8)
    return (changes | (changes >> 8)).to_bytes(len(text), "little")
