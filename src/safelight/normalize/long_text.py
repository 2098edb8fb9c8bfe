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
_RUN_OF_MARKS = re.compile(r"[.!?]{2,}")
_TWO_MARKS = tuple(first + second for first in ".!?" for second in ".!?")
_SIGN_AT_LETTER = re.compile(r"[0-9@$!|*][a-z']|[a-z'][0-9@$!|*]")
_NO_LETTERS = re.compile(r"[^a-z]+")
_TRIPLES = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_SINGLES = b"\1\1\1"
# Signs at the ends of words that disguise nothing.
_AROUND = '.,;:()?"-'
_END = "\1"
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
    others = sum(end - start for start, end in places)
    # Look-alike letters are read as Latin ones in a text that is mostly Latin: so each piece must be from such a text.
    if others > _MANY * len(text) or sum(map(str.isalpha, lower)) <= 2 * others:
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
    # Most words are letters alone.
    for token in {token for token in lower.split() if not token.isalpha()}:
        if (bare := _signed(token)) and _perhaps(token, bare, known):
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


def _signed(token: str) -> str:
    """Return a word between blanks without signs around it when a digit or a sign stands inside, "" when none does."""
    bare = token.strip(_AROUND)
    return "" if bare.isalpha() or bare.isdigit() or bare.replace("'", "").isalpha() else bare


def _perhaps(token: str, bare: str, known: Container[str]) -> bool:
    """Tell whether something between blanks may be a disguise: a quicker look than undoing it."""
    left, _, right = bare.partition("-")
    if left.isalpha() and right.isalpha():
        # "full-time" and the like, far the most.
        return left + right in known
    if _SIGN_AT_LETTER.search(token):
        return True
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
    cut = folded.rstrip()
    if ".." in cut or (("!" in cut or "?" in cut) and any(marks in cut for marks in _TWO_MARKS)):
        cut = _RUN_OF_MARKS.sub(lambda match: " " * len(match.group()), cut)
    for mark in ".!?":
        if mark in cut:
            cut = cut.replace(f"{mark} ", " \1 ").replace(f"{mark}\n", " \1 \n")
    cut = cut.replace("\n", " \1 ")
    bare = cut.encode("ascii").translate(_SEPARATED, b"'`").decode("ascii")
    words = bare.split()
    if _stand_apart(words):
        return None
    revealed = dict(_revealed(words, known))
    return [revealed.get(word, word) for word in words] if revealed else words


def _revealed(words: list[str], known: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are disguised by digits or by letters written three times, with what they are."""
    mixed = {word for word in words if not (word.isalpha() or word == BOUNDARY or word.isdigit() or word in known)}
    read = {word: disguise.reveal(word, known) for word in mixed}
    stretched: Iterable[str] = ()
    if _thrice(" ".join(words)):
        stretched = [word for word in {*words} - mixed if not word.isdigit() and word not in known and _thrice(word)]
    for word in (*mixed, *stretched):
        new = read.get(word, word)
        if any(triple in new for triple in _TRIPLES):
            new = disguise.reveal(new, known)
        if new != word:
            yield word, new


def _thrice(within: str) -> bool:
    """Tell whether some sign of an ASCII text stands three times in a row: as one number, compared with itself."""
    number = int.from_bytes(within.encode("ascii", "replace"), "little")
    changes = number ^ (number >> 8)
    return (changes | (changes >> 8)).to_bytes(len(within), "little").find(0, 0, max(0, len(within) - 2)) >= 0


def _stand_apart(words: list[str]) -> bool:
    """Tell whether three words of one letter follow one another ("s e c r e t")."""
    try:
        lengths = bytes(map(len, words))
    except ValueError:
        # A word of more than 255 letters.
        return True
    # Digits and ends of sentences are single signs, too ("1. ", "2. ").
    at = lengths.find(_SINGLES)
    while at >= 0:
        if words[at].isalpha() and words[at + 1].isalpha() and words[at + 2].isalpha():
            return True
        at = lengths.find(_SINGLES, at + 1)
    return False
