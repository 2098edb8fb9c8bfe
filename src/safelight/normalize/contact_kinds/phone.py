"""Phone numbers: spaced, dotted, bracketed, in any script's digits; not dates, prices, order numbers, times, versions.

Digits of other scripts, full-width, circled and keycap digits are read as their value, one character for one, so that
offsets stay. What is surely something else (a date, a time, an address of a computer, a decimal) is blanked first. Then
every run of digit groups is tried whole and in parts, longest first, against the number plans.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from safelight.normalize.found import Found, Rank, Tokens, tokens_in
from safelight.normalize.phone_numbers import LEAST, MOST, known_country, normalize
from safelight.normalize.spelled_numbers import Unit, may_be_hidden, number_words, runs
from safelight.schema.items import Contact

_OTHER_DIGITS = (
    "\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff"
    "\u2776-\u277e\u2780-\u2788\u278a-\u2792\U0001f100-\U0001f10c"
)
_NUMERALS = "〇零一二三四五六七八九"
MARKS = rf"\d{_OTHER_DIGITS}{_NUMERALS}"
_GAP = r"[\s().+/\-–—·•*_\ufe0f\u20e3\u200b-\u200f\u202a-\u202e\u2060-\u2069]"
_CUE = re.compile(rf"[{MARKS}](?:{_GAP}{{0,4}}[{MARKS}]){{6}}")

# Signs that may hide between digits and mean nothing: keycaps, zero-width and direction marks.
_SILENT = re.compile(r"[\ufe0f\u20e3\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BETWEEN = r"[ \t().\-–—/·•*_\x00]"
_CANDIDATE = re.compile(
    rf"(?<![\w,#])(?<!\d[.:])(?:\+[ \x00]?|00(?=[1-9]))?\(?\d(?:{_BETWEEN}{{0,4}}\d){{6,40}}(?![\w])", re.ASCII
)
_GROUP = re.compile(r"\d(?:\x00*\d)*")
_NOT_PHONES = re.compile(
    r"(?=\d)(?:(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)"  # address of a computer
    r"|(?<![\d./-])\d{1,4}\.\d{3,}(?![\d.-]|[ ]\d)"  # decimal with one point
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # time
    r"|(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d(?![\d]|[./-]\d)"  # day, month
    r"|(?<![\d./-])(?:0?[1-9]|1[0-2])([./-])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)?\d\d(?![\d]|[./-]\d)"  # month, day
    r"|(?<![\d./-])(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12]\d|3[01])(?![\d]|[./-]\d)"  # year first
    r"|(?<!\d)(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d(?!\d)"  # from year to year
    r"|(?<![\d-])97[89][- ]?\d[\d -]{7,12}\d(?!\d)"  # ISBN-13
    r"|(?<!\d)\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d{2})?(?=\s*(?:€|\$|£|₹|¥|%)))"  # amount
)
# "... since 2019. 202 555 0143": the year is no part of the number.
_SENTENCE_END = re.compile(r"(?<=\d)[.!?](?=\s)", re.ASCII)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£₹¥₽₺₩#]|\b(?:rs|inr|usd|eur|gbp|mxn|aed|pkr|bdt|php|ngn)\.?)\s?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?(?:[\u0900-\u0963\u0980-\u09ff]+)?")
_BEFORE, _BEHIND = 40, 30
# More groups than two spelled-out numbers have is somebody counting or a table.
_MOST_GROUPS = 24
# French numbers have five pairs; more are ages, sizes or points.
_MOST_PAIRS = 5
# Bounds the work on a text made of digits: a real number needs one try and is longer than _TRY_PER characters.
_TRIES, _TRY_PER = 64, 8
# Digits of a whole national number; so many written out make a shorter one sure.
_LONG, _SURE_FROM = 10, 4
_WHOLE = (7, 10, 11)


def words() -> frozenset[str]:
    """Return the words for digits: a number may be written out."""
    return frozenset(number_words())


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether seven digits stand close together, or something by which digits may be hidden."""
    return (bool(tokens.odd) and _CUE.search(text) is not None) or may_be_hidden(text, lowered, tokens)


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield phone numbers; `value` is E.164 when the country is written or given, else the digits."""
    readable = _readable(text)
    tries = iter(range(_TRIES + len(text) // _TRY_PER))
    for candidate in _CANDIDATE.finditer(readable) if _CUE.search(text) else ():
        if _CURRENCY_BEFORE.search(readable[max(0, candidate.start() - 8) : candidate.start()]):
            continue
        yield from _split(candidate, readable, known_country(country), tries)
    lowered = _lowered(readable)
    for run in runs(readable, lowered, tokens_in(lowered)):
        yield from _spelled(run, readable, known_country(country), tries)


def _lowered(text: str) -> str:
    """Return the text in lower case with the same length ("İ" would become two)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


def _spelled(run: Sequence[Unit], text: str, country: str | None, tries: Iterator[int]) -> Iterator[Found]:
    """Try the units of a run of hidden digits together, then fewer of them; a plan must fit, or the words say so."""
    if not 0 < len(run) <= _MOST_GROUPS or _is_counted_aloud(run):
        return
    sizes = [len(unit.digits) for unit in run]
    windows = ((first, first + count) for count in range(len(run), 0, -1) for first in range(len(run) - count + 1))
    for first, last in windows:
        if not _LONG <= sum(sizes[first:last]) <= MOST or next(tries, None) is None:
            continue
        found = _number_in(run[first:last], text, country)
        if found is not None:
            yield Found(Rank.PHONE, found)
            yield from _spelled(run[:first], text, country, tries)
            yield from _spelled(run[last:], text, country, tries)
            return
    if LEAST <= sum(sizes) <= _LONG + 1:
        hidden = sum(unit.how in ("word", "alike", "tens") for unit in run)
        single = all(len(unit.digits) == 1 for unit in run if unit.how == "word")
        start, end = run[0].start, run[-1].end
        if _says(text, start, end) or (single and hidden >= _SURE_FROM and sum(sizes) in _WHOLE):
            yield Found(Rank.PHONE, Contact("phone", "".join(unit.digits for unit in run), start, end))


def _is_counted_aloud(run: Sequence[Unit]) -> bool:
    """Tell whether somebody counts: most numbers are one more than the one before, or one less, from ten down."""
    numbers = [int(unit.digits) for unit in run]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    down = steps.count(-1) if numbers[0] == _LONG else 0
    return len(steps) >= 4 and max(steps.count(1), down) >= len(steps) * 0.75


def _number_in(run: Sequence[Unit], text: str, country: str | None) -> Contact | None:
    digits = "".join(unit.digits for unit in run)
    return _number(text, run[0].start, run[-1].end, digits, country)


def _readable(text: str) -> str:
    """Return a text of the same length with ASCII digits, silent signs as NUL, and look-alikes blanked with "x"."""
    if not text.isascii():
        text = _SILENT.sub("\0", _NOT_ASCII.sub(_ascii_digit, text))
    text = _NOT_PHONES.sub(lambda match: "x" * len(match.group()), text)
    return _SENTENCE_END.sub(";", text)


def _ascii_digit(character: re.Match[str]) -> str:
    value = unicodedata.digit(character.group(), None)
    return character.group() if value is None else str(value)


def _split(candidate: re.Match[str], text: str, country: str | None, tries: Iterator[int]) -> Iterator[Found]:
    """Try the groups of a candidate together, then fewer of them, from the left, as long as there are `tries` left."""
    groups = [(m.start() + candidate.start(), m.end() + candidate.start()) for m in _GROUP.finditer(candidate.group())]
    if _is_something_else([end - start for start, end in groups], candidate.group()):
        return
    first = 0
    while first < len(groups):
        for last in range(len(groups), first, -1):
            digits = _digits(text, groups[first:last])
            if not LEAST <= len(digits) <= MOST + 2 or next(tries, None) is None:
                continue
            number = _number(text, groups[first][0], groups[last - 1][1], digits, country)
            if number is not None:
                yield Found(Rank.PHONE, number)
                first = last - 1
                break
        first += 1


def _is_something_else(sizes: Sequence[int], written: str) -> bool:
    """Recognize cards and identity numbers (only fours), thousands, ranges, versions, and people who count aloud."""
    if written.startswith("+"):
        return False
    if len(sizes) == 2:
        return _is_range(written)
    if len(sizes) < 3:
        return False
    if len(sizes) > _MOST_GROUPS:
        return True
    fours = set(sizes) == {4}
    thousands = set(sizes[1:]) == {3} and written.endswith("000")
    version = "." in written and sizes.count(1) >= 2 and len(sizes) < _LONG
    uneven = set(sizes) == {1, 2} and sizes.count(1) >= 2
    table = len(sizes) > _MOST_PAIRS and max(sizes) == 2 and sizes.count(2) >= len(sizes) - 1
    return table or fours or thousands or version or uneven or _counts(written)


def _is_range(written: str) -> bool:
    """Tell whether two numbers are "from - to": 55000-75000."""
    low, high = (int(number) for number in re.findall(r"\d+", written.replace("\0", "")))
    return re.search(r"[-–—/]", written) is not None and low <= high <= low * 10 and high % 10 == 0


def _counts(written: str) -> bool:
    """Tell whether four numbers in a row go up by one: "14 15 16 17"."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    even = len(steps) > 2 and len(set(steps)) == 1 and 0 < abs(steps[0]) <= _LONG
    return max(numbers) > 9 and (even or any(steps[i : i + 3] == [1, 1, 1] for i in range(len(steps))))


def _digits(text: str, groups: Sequence[tuple[int, int]]) -> str:
    return "".join(text[start:end].replace("\0", "") for start, end in groups)


def _number(text: str, start: int, end: int, digits: str, country: str | None) -> Contact | None:
    plus = re.search(r"\+[\s(\0]{0,2}$", text[max(0, start - 3) : start])
    lead = 2 if digits.startswith("00") and len(digits) > 10 else 0
    says = None if plus else _says(text, start, end)
    if says is False:
        return None
    value = normalize(digits[lead:], plus=bool(plus or lead), country=country, sure=says is True)
    if not value:
        return None
    begin = start - len(plus.group()) if plus else start - (text[start - 1 : start] == "(" and ")" in text[start:end])
    return Contact("phone", value, begin, end)


def _says(text: str, start: int, end: int) -> bool | None:
    """Tell what the words around say: True a phone, False something else, None nothing."""
    yes, no, units = _cues()
    behind = [word.lower() for word in re.findall(r"[^\W\d_]+|[€$£₹¥%]", text[end : end + _BEHIND])]
    if behind and behind[0] in units and text[end : end + 2].strip()[:1] not in set(",.!?\n"):
        return False
    line = text.rfind("\n", max(0, start - _BEFORE), start) + 1
    before = _WORD.findall(text[max(line, start - _BEFORE, 0) : start].lower())
    for word in reversed(before):
        if word in yes or word in no:
            return word in yes
    return True if any(word in yes for word in behind[:5]) else None


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((files("safelight.normalize") / "phone_cues.toml").read_text("utf-8"))
    return frozenset(table["yes"]), frozenset(table["no"]), frozenset(table["units"])
