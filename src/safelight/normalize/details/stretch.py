"""How far a detail goes: the words that follow or precede a phrase, an hour behind it, the sentence around it."""

from __future__ import annotations

import re
from functools import cache

from safelight.normalize import data

_SIGN = r"\u0900-\u0963\u0966-\u097f"
WORD = rf"[^\W_](?:[\w{_SIGN}'’.&+-]*[\w{_SIGN}])?\.?"
# Names that are something else only with a capital behind "I'm" ("I'm Leo rising").
_BOTH = frozenset(
    ("leo", "harry", "taylor", "virgo", "potter", "swift", "king", "lord", "virat", "kohli", "cruz", "martin")
)
_STOPS = frozenset(data.words("detail_stops.txt"))
_GAP = r"[ \t:=\-–—>→\"“”'‘’(👉@#+]"
_NEXT = re.compile(rf"{_GAP}{{0,5}}(?P<word>{WORD})")
_FIRST = re.compile(rf"[ \t,]{{0,2}}{_GAP}{{0,5}}(?P<word>{WORD})")
_COPULA = re.compile(r"[ \t:=-]*(?:is|es|hai|h|है)(?=[ \t:=])", re.IGNORECASE)
_TOKEN = re.compile(WORD)
_SENTENCE_END = re.compile(r"[.!?।\n]+(?=\s|$)|\n")
_HOUR = (
    r"\d{1,2}(?:[:.h]\d{2})?(?:\s*(?:-|–|to|till|until|se|a)\s*\d{1,2}(?:[:.]\d{2})?)?\s*(?:a\.?m\.?|"
    r"p\.?m\.?|baje|बजे|o'?clock|hrs|h)?(?![\w:])"
)
_WHEN = (
    r"midnight|noon|late|morning|evening|night|tonight|tomorrow|today|tmrw|tmr|sunday|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|weekend|weekdays?|days?|week|"
    r"afternoon|dinner|school|work|"
    r"mañana|noche|tarde|hoy|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|finde|d[ií]as?|semana|"
    r"roz|daily|kal|aaj|raat|shaam|sham|subah|parso|रात|शाम|सुबह|कल|आज|रोज|रोज़|परसों|सोमवार|मंगलवार|"
    r"बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार"
)
_LEAD = (
    r"till|til|until|from|between|after|before|at|by|around|about|on|@|for|every|each|all|this|next|the|"
    r"in|and|to|both|"
    r"hasta|desde|a|sobre|de|las|la|los|el|todas?|todos?|cada|este|esta|por|entre|y|"
    r"tak|ko|se|ke|har|तक|को|से|के|हर"
)
_TAIL = re.compile(
    rf"(?:\s+(?:hu|hoon|hun|hai|hain|h|hi|rahungi|rahunga|rehti|rehta|हूँ|हूं|हैं|"
    rf"है)(?!\w))?(?:[\s,]+(?:(?:{_LEAD})\s+){{0,3}}(?:{_HOUR}|(?:{_WHEN})(?!\w))(?:\s+(?:tak|ko|se|"
    rf"ke baad|तक|को|से|"
    rf"के बाद)(?!\w))?)+",
    re.IGNORECASE,
)


def following(text: str, end: int, most: int = 5) -> tuple[int, int] | None:
    """Return the words behind a phrase, up to a small word, a comma or an end of sentence; None when there are none."""
    copula = _COPULA.match(text, end)
    end = copula.end() if copula else end
    start = at = None
    for _ in range(most):
        found = _NEXT.match(text, end if at is None else at)
        if not found or found["word"].lower().strip(".") in _STOPS:
            break
        start = found.start("word") if start is None else start
        at = found.end("word")
    return None if start is None or at is None else (start, at)


def preceding(text: str, start: int, most: int = 5) -> tuple[int, int] | None:
    """Return the words before a phrase, back to a small word, a comma or the start of the sentence."""
    line = max(text.rfind(sign, 0, start) for sign in "\n,;!?।|(") + 1
    words = list(_TOKEN.finditer(text, line, start))
    kept: list[re.Match[str]] = []
    for word in reversed(words[-most:]):
        if word.group().lower().strip(".") in _STOPS:
            break
        kept.append(word)
    return (kept[-1].start(), kept[0].end()) if kept else None


def with_time(text: str, end: int) -> int:
    """Return the end of a phrase with the hours and days right behind it ("... till 6", "... every day at 4")."""
    found = _TAIL.match(text, end)
    return found.end() if found else end


def holds_time(text: str) -> bool:
    """Tell whether an hour is named ("5", "17:30", "5 baje")."""
    return re.search(rf"(?<![\w.,₹$€£#-]){_HOUR}(?![.,]\d|%)", text, re.IGNORECASE) is not None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a place."""
    begin = 0
    for stop in _SENTENCE_END.finditer(text):
        if stop.end() <= start:
            begin = stop.end()
        elif stop.start() >= end:
            return begin, stop.end()
    return begin, len(text)


@cache
def _small() -> frozenset[str]:
    """Return the function words of the languages that drafts are read in; a name may be one elsewhere ("Ali")."""
    folder = "function_words/"
    found = frozenset().union(*(data.words(f"{folder}{code}.txt") for code in ("en", "es", "hi", "hi-Latn")))
    return found | frozenset(("i'm", "im", "i’m", "i've", "i'll"))


def is_name(word: str) -> bool:
    """Tell whether a word looks like part of a name: a capital or Devanagari, and no everyday word."""
    bare = word.strip(".'’")
    if not bare or bare.lower() in _small() or bare.lower() in data.words("not_names.txt"):
        return False
    return bare[0].isupper() or "\u0900" <= bare[0] <= "\u097f"


def names(text: str, end: int, *, loose: bool = False, most: int = 4) -> tuple[int, int, int] | None:
    """Return start, end and number of the name's words right behind a phrase; None when there is no name.

    loose: the phrase says that a name follows, so lower-case words count as long as they are no everyday ones.
    """
    start, at, count = None, end, 0
    for _ in range(most):
        found = (_NEXT if count else _FIRST).match(text, at)
        if not found or not (is_name(found["word"]) or (loose and _may_be_name(found["word"]))):
            break
        if count and text[at : found.start("word")].strip():
            break
        start = found.start("word") if start is None else start
        at, count = found.end("word"), count + 1
        if text[at - 1] == "." and at - found.start("word") > 2:
            at -= 1
            break
    return None if start is None else (start, at, count)


def _may_be_name(word: str) -> bool:
    lower = word.lower().strip(".")
    if lower in _BOTH:
        return True
    return (
        lower.isalpha()
        and len(lower) > 1
        and not (lower in _small() or lower in data.words("not_names.txt") or lower in _STOPS)
    )
