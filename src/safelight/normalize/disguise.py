"""Undoing disguises: look-alike letters, leet, stretched and spaced-out letters, invisible marks, emoji as words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Container, Iterator
from functools import cache
from importlib.resources import files

# Letters that look like Latin ones, by what they stand for (from the Unicode confusables that people really use).
_LOOKALIKES = str.maketrans(
    "абсԁеғɡһіјкӏмпорԛгѕтυѵԝхуʏᴢАВСЕНІЈКМОРЅТХУαεικνορτυχѡω0",
    "abcdefghijklmnopqrstuvwxyyzabcehijkmopstxyaeiknoptuxww0",
)
_LATIN = re.compile(r"[a-z]")
_LEET = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "l",
    "*": "",
}
_SIGN_IN_WORD = re.compile(r"(?<=[a-z])[@$!|*]+(?=[a-z])|(?<![^\s])\$(?=[a-z]{2})")
_LEET_WORD = re.compile(r"[a-z]+[0-9]+[a-z]+[a-z0-9]*")
_STRETCHED = re.compile(r"([^\W\d_])\1\1+")
_INVISIBLE = {
    "\u00ad",
    "\u034f",
    "\u061c",
    "\u115f",
    "\u1160",
    "\u17b4",
    "\u17b5",
    "\u180e",
    "\u2800",
    "\u3164",
    "\ufeff",
    "\uffa0",
}
# Devanagari is typed in several ways that mean one: digits of its own, letters with or without the dot below (as one
# code point, as two, or left out), the moon-dot or the plain dot above.
_NUKTA = "\u093c"
_DEVANAGARI = {
    **{chr(0x0966 + digit): str(digit) for digit in range(10)},
    **dict(zip("\u0929\u0931\u0934\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "नरळकखगजडढफय", strict=True)),
    _NUKTA: "",
    "\u0901": "\u0902",
}
_MOST_READINGS = 32
_SHORTEST_SPELLED, _LONGEST_SPELLED = 4, 20
# No word is longer; what is must not cost more than its length.
_LONGEST_WORD = 40


@cache
def _emoji() -> dict[str, str]:
    """Return emoji -> the word that it stands for in chat (data: emoji.toml)."""
    table = tomllib.loads(files("safelight.normalize").joinpath("emoji.toml").read_text(encoding="utf-8"))
    return {sign: word for word, signs in table.items() for sign in signs}


def fold(text: str, *, mostly_latin: bool | None = None) -> tuple[str, list[int]]:
    """Return the text folded to plain lower-case letters, and for each of its characters its place in `text`.

    mostly_latin: what is known of the whole that the text is a piece of; None when it is the whole.
    """
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        piece = char.lower() if char.isascii() else _fold_char(char)
        out.append(piece)
        places.extend([place] * len(piece))
    return _unmask("".join(out), mostly_latin), places


@cache
def _fold_char(char: str) -> str:
    """Fold one character to zero or more plain ones."""
    if char in _INVISIBLE or (unicodedata.category(char) in ("Cf", "Mn", "Me") and not _is_letter_sign(char)):
        return ""
    word = _emoji().get(char)
    if word is not None:
        return f" {word} "
    if char in "’‘ʼ＇":
        return "'"
    if char in _DEVANAGARI:
        return _DEVANAGARI[char]
    plain = unicodedata.normalize("NFKD", char) if not "\u0900" <= char <= "\u0e7f" else char
    kept = "".join(c for c in plain if not "\u0300" <= c <= "\u036f")
    return kept.lower()


def _is_letter_sign(char: str) -> bool:
    """Tell vowel signs of Indic and Thai scripts (part of the word) from decoration."""
    return "\u0900" <= char <= "\u0e7f"


def _unmask(folded: str, mostly_latin: bool | None = None) -> str:
    """Turn look-alike letters and signs inside Latin words into the letters they stand for; same length."""
    if not _LATIN.search(folded):
        return folded
    if not folded.isascii():
        parts = re.split(r"(\s+)", folded)
        if mostly_latin is None:
            mostly_latin = sum(map(len, _LATIN.findall(folded))) * 2 > sum(c.isalpha() for c in folded)
        folded = "".join(_latin(part, mostly_latin) for part in parts)
    return unsign(folded)


def unsign(folded: str) -> str:
    """Turn signs inside words into the letters they stand for ("p@y"); same length."""
    return _SIGN_IN_WORD.sub(lambda m: "".join(_LEET[c][:1] or "'" for c in m.group()), folded)


def _latin(part: str, mostly_latin: bool) -> str:
    """Read a word in Latin letters when it mixes scripts, or is all look-alikes among Latin words."""
    if part.isascii():
        return part
    changed = part.translate(_LOOKALIKES)
    if _LATIN.search(part) or (mostly_latin and changed.isascii()):
        return changed
    return part


def reveal(word: str, known: Container[str]) -> str:
    """Return the most likely plain reading of one folded word."""
    if word in known:
        return word
    first = ""
    for reading in _readings(word):
        if reading in known:
            return reading
        first = first or reading
    return first or word


def _readings(word: str) -> Iterator[str]:
    """Yield readings of a stretched or leet word, the likeliest first; nothing for an ordinary word."""
    leet = len(word) <= _LONGEST_WORD and _LEET_WORD.fullmatch(word) is not None
    stretched = _STRETCHED.search(word) is not None
    if not leet and not stretched:
        return
    count = 0
    for letters in _unleet(word) if leet else (word,):
        for reading in _unstretch(letters):
            yield reading
            count += 1
            if count >= _MOST_READINGS:
                return


def _unleet(word: str) -> Iterator[str]:
    """Yield the word with digits read as letters, in all ways."""
    readings = [""]
    for char in word:
        options = _LEET.get(char, char)
        readings = [r + o for r in readings for o in options][:_MOST_READINGS]
    yield from readings


def _unstretch(word: str) -> Iterator[str]:
    """Yield the word with runs of three or more letters cut to one, then to two, then each run on its own."""
    yield _STRETCHED.sub(r"\1", word)
    yield _STRETCHED.sub(r"\1\1", word)
    runs = list(_STRETCHED.finditer(word))
    if len(runs) == 2:
        a, b = runs
        yield word[: a.start()] + a.group(1) + word[a.end() : b.start()] + b.group(1) * 2 + word[b.end() :]
        yield word[: a.start()] + a.group(1) * 2 + word[a.end() : b.start()] + b.group(1) + word[b.end() :]


def join_spaced(
    words: list[str], spans: list[tuple[int, int]], known: Container[str]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Join four or more single letters in a row ("s e c r e t") that are a known word together, the longest first."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        end = _joined_until(words, index, known)
        out.append("".join(words[index:end]))
        places.append((spans[index][0], spans[end - 1][1]))
        index = end
    return out, places


def _joined_until(words: list[str], first: int, known: Container[str]) -> int:
    """Return where the known word spelled from `first` on ends; the next place when there is none."""
    end = first
    while end < len(words) and end - first < _LONGEST_SPELLED and len(words[end]) == 1 and words[end].isalpha():
        end += 1
    while end - first >= _SHORTEST_SPELLED:
        if "".join(words[first:end]) in known:
            return end
        end -= 1
    return first + 1
