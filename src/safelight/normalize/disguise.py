"""Undoing disguises: look-alike letters, leet, stretched and spaced-out letters, invisible marks, emoji as words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from importlib.resources import files

from safelight.normalize.letter_shapes import shapes

# Letters that look like Latin ones beside those of letter_shapes.toml, by what they stand for.
_MORE_LOOKALIKES = dict(zip("пεωςѡғ", "newcwf", strict=True))
_LATIN = re.compile(r"[a-z]")
# What every sign inside a word has beside it; these begin with what is rare, so most texts are done with quickly.
_SIGN_BEFORE, _SIGN_BEHIND = re.compile(r"[@$!|*][a-z]"), re.compile(r"\$(?![\w$])")
_LEET = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "il",
    "|": "li",
    "*": "",
}
_SIGN_IN_WORD = re.compile(
    r"(?<=[a-z])[@$!|*]+(?=[a-z])|(?<=[a-z]')\*+(?=[a-z])|(?<=[a-z])\*+(?='[a-z])|(?<![^\s])\$(?=[a-z]{2})|(?<=[a-z]{2})\$(?![\w$])"
)
# A star stands for a letter that is left out; the sign in its place is one of a word, so that the word stays whole.
HOLE = "\u02d1"
_LEET_WORD = re.compile(r"[a-z]+[0-9]+[a-z]+[a-z0-9]*")
# Digits and signs at any place of a word, read as letters only when that gives a known word: "4lone", "|0v3", "hom3".
_LEET_ANYWHERE = re.compile(r"(?<![\w@$|./])(?=[0-9@$!|]*[a-z])(?=[a-z]*[0-9@$!|])[a-z0-9@$!|]{3,20}(?<!!)(?![\w@./])")
_NUMBER_WITH_UNIT = re.compile(r"[0-9]*(?:1st|2nd|3rd|[0-9]th)|[0-9]+(?:am|pm|k|m|f|h|x|s|y|yo|yr|yrs)")
# One sign inside a word ("sec.ret", "don'-t"), not in an address.
_CUT = re.compile(r"(?<![\w@./])[a-z]+(?:(?:'?[._/~^-]'?|')[a-z]+){1,14}(?![\w@/])")
_CUT_SIGNS = re.compile(r"[._/~^'-]")
_DIGITS_AND_SIGNS = re.compile(r"[0-9@$!|]+")
_NOT_LEET = re.compile(r"[^a-z0-9@$!|]")
_IN_LEET = frozenset("abcdefghijklmnopqrstuvwxyz0123456789@$!|")
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
_SHORTEST_SPELLED, _LONGEST_SPELLED, _SHORTEST_CLEAR = 3, 20, 4
_MOST_SPELLED = 40
# Lengths of three words of one letter in a row.
_SINGLES = b"\1\1\1"
# Letters that stand for words in chat: three of them in a row are rather three words.
_CHAT_LETTERS = frozenset("abciknruxy")
# No word is longer; what is must not cost more than its length.
_LONGEST_WORD = 40


@cache
def _emoji() -> dict[str, str]:
    """Return emoji -> the word that it stands for in chat (data: emoji.toml)."""
    table = tomllib.loads(files("safelight.normalize").joinpath("emoji.toml").read_text(encoding="utf-8"))
    return {sign: word for word, signs in table.items() for sign in signs}


def fold(text: str, *, mostly_latin: bool | None = None) -> tuple[str, Sequence[int]]:
    """Return the text folded to plain lower-case letters, and for each of its characters its place in `text`.

    mostly_latin: what is known of the whole that the text is a piece of; None when it is the whole.
    """
    if text.isascii():
        return _unmask(text.lower(), mostly_latin), range(len(text))
    pieces = [*map(_FOLDED.__getitem__, text)]
    whole = "".join(pieces)
    if len(whole) == len(text) and all(pieces):
        return _unmask(whole, mostly_latin), range(len(text))
    return _unmask(whole, mostly_latin), [place for place, piece in enumerate(pieces) for _ in piece]


class _Folded(dict[str, str]):
    """Character -> what it is folded to, filled as characters are met."""

    def __missing__(self, char: str) -> str:
        folded = self[char] = char.lower() if char.isascii() else _fold_char(char)
        return folded


_FOLDED = _Folded()


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
        folded = "".join([part if part.isascii() else _latin(part, mostly_latin) for part in parts])
    return unsign(folded)


def unsign(folded: str) -> str:
    """Turn signs inside words into the letters they stand for ("p@y"); same length."""
    if not (_SIGN_BEFORE.search(folded) or "*'" in folded or ("$" in folded and _SIGN_BEHIND.search(folded))):
        return folded
    return _SIGN_IN_WORD.sub(lambda m: "".join(_LEET[c][:1] or HOLE for c in m.group()), folded)


def mend(folded: str, known: Container[str]) -> str:
    """Close up words that a sign cuts, read digits and signs as letters: where a known word comes out; same length."""
    folded = _replaced(folded, _cuts(folded), known, _closed)
    return _replaced(folded, _mixed(folded), known, _lettered)


def _replaced(
    folded: str,
    matches: Iterator[re.Match[str]],
    known: Container[str],
    reading: Callable[[Container[str], re.Match[str]], str],
) -> str:
    """Put the reading of each match in its place."""
    parts: list[str] = []
    done = 0
    for match in matches:
        new = reading(known, match)
        if new != match.group():
            parts += folded[done : match.start()], new
            done = match.end()
    return "".join((*parts, folded[done:])) if parts else folded


def _cuts(folded: str) -> Iterator[re.Match[str]]:
    """Yield the matches of _CUT, as finditer does. Signs are rarer than letters: looked for first, it costs a tenth."""
    done = 0
    for sign in _CUT_SIGNS.finditer(folded):
        start = first = sign.start()
        if start < done or not "a" <= folded[start - 1 : start] <= "z":
            continue
        while start > done and "a" <= folded[start - 1] <= "z":
            start -= 1
        match = _CUT.match(folded, start)
        if match and match.end() > first:
            yield match
            done = match.end()


def _mixed(folded: str) -> Iterator[re.Match[str]]:
    """Yield the matches of _LEET_ANYWHERE, as finditer does, found by their digits and signs."""
    done = 0
    for sign in _DIGITS_AND_SIGNS.finditer(folded):
        start, end = sign.span()
        if start < done or not (folded[start - 1 : start].isalpha() or folded[end : end + 1].isalpha()):
            continue
        while start > done and folded[start - 1] in _IN_LEET:
            start -= 1
        while start < end:
            match = _LEET_ANYWHERE.match(folded, start)
            if match:
                yield match
                done = match.end()
                break
            start = folded.find("!", start, end) + 1 or end
        else:
            # A long run (an address, a checksum) begins no word at any of its digits.
            behind = _NOT_LEET.search(folded, end)
            last = behind.start() if behind else len(folded)
            done = done if folded.find("!", end - 1, last) >= 0 else last


def _closed(known: Container[str], match: re.Match[str]) -> str:
    whole = _CUT_SIGNS.sub("", match.group())
    closed = len(whole) >= _SHORTEST_SPELLED and whole in known
    return _CUT_SIGNS.sub("'", match.group()) if closed else match.group()


def _lettered(known: Container[str], match: re.Match[str]) -> str:
    word = match.group()
    if word in known or _NUMBER_WITH_UNIT.fullmatch(word):
        return word
    return next((reading for reading in _unleet(word) if reading in known), word)


@cache
def _lookalikes() -> dict[int, str]:
    """Return code point -> the one Latin letter that it looks like."""
    table = {shape: letter for shape, letter in shapes().items() if len(letter) == 1 and letter.isalpha()}
    return {ord(shape): letter for shape, letter in (table | _MORE_LOOKALIKES).items() if shape.isalpha()}


def _latin(part: str, mostly_latin: bool) -> str:
    """Read a word in Latin letters when it mixes scripts, or is all look-alikes among Latin words."""
    if part.isascii():
        return part
    changed = part.translate(_lookalikes())
    if _LATIN.search(part) or (mostly_latin and changed.isascii()):
        return changed
    return part


def reveal(word: str, known: Container[str]) -> str:
    """Return the most likely plain reading of one folded word."""
    if word in known:
        return word
    if HOLE in word:
        return _filled(word, known)
    first = ""
    for reading in _readings(word):
        if reading in known:
            return reading
        first = first or reading
    return first or word


def _filled(word: str, known: Container[str]) -> str:
    """Return a word with stars without them, if that is known ("b*ut"); else with vowels in their place ("s*x")."""
    bare = word.replace(HOLE, "")
    if len(bare) >= _SHORTEST_SPELLED and bare in known:
        return bare
    readings = [""]
    for char in word[:_LONGEST_WORD]:
        options = (*"oieua", "") if char == HOLE else (char,)
        readings = [r + o for r in readings for o in options][:_MOST_READINGS]
    return next((reading for reading in readings if reading in known), bare)


def _readings(word: str) -> Iterator[str]:
    """Yield readings of a stretched or leet word, the likeliest first; nothing for an ordinary word."""
    leet = not word.isalpha() and len(word) <= _LONGEST_WORD and _LEET_WORD.fullmatch(word) is not None
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
    """Join single letters in a row that spell known words ("s e c r e t", "s e n d m e"); others stay as they are."""
    if _SINGLES not in bytes([min(len(word), 2) for word in words]):
        return words, spans
    out: list[str] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        end = _letters_until(words, index)
        lengths = _spelled("".join(words[index:end]), known) if end - index >= _SHORTEST_SPELLED else ()
        for length in lengths or (1,):
            out.append("".join(words[index : index + length]))
            places.append((spans[index][0], spans[index + length - 1][1]))
            index += length
    return out, places


def _letters_until(words: list[str], first: int) -> int:
    end = first
    while end < len(words) and end - first < _MOST_SPELLED and len(words[end]) == 1 and words[end].isalpha():
        end += 1
    return end


def _spelled(letters: str, known: Container[str]) -> list[int]:
    """Return the lengths of the words that a run of letters spells, fewest letters left over; [] when it spells none.

    A short word alone could be letters that mean words ("u r a"): so one long word is needed, or nothing left over.
    """
    # Where no word begins nothing is to be gained; and long walls of letters must not cost more than that.
    if not any(letters[:length] in known for length in range(_SHORTEST_SPELLED, _LONGEST_SPELLED + 1)):
        return []
    # best[n]: letters left over, words, the length of the first word, for letters[n:].
    best = [(0, 0, 0)]
    for start in range(len(letters) - 1, -1, -1):
        left, count, _ = best[-1]
        found = (left + 1, count + 1, 1)
        for length in range(2, min(_LONGEST_SPELLED, len(letters) - start) + 1):
            rest = best[-length]
            if rest[:2] < (found[0], found[1] - 1) and letters[start : start + length] in known:
                found = (rest[0], rest[1] + 1, length)
        best.append(found)
    lengths, start = [], 0
    while start < len(letters):
        lengths.append(best[len(letters) - start][2])
        start += lengths[-1]
    return lengths if _is_clear(letters, lengths) else []


def _is_clear(letters: str, lengths: list[int]) -> bool:
    if max(lengths) >= _SHORTEST_CLEAR:
        return True
    return min(lengths) >= _SHORTEST_SPELLED and not (_CHAT_LETTERS.issuperset(letters) and letters[1] != "a")
