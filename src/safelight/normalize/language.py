"""Tells the language of a conversation by script and by its small words, cheap enough to run on every message.

`votes` reads one message and returns a few counts; counts of many messages are added up (`add`) and `decide` names the
language once there is enough. The lists in function_words/<code>.txt are data: a new file is a new language. A word
that stands in several lists counts a part for each, so "me" says little and "porque" says much. Codes are BCP 47;
"hi-Latn" is Hindi in Latin letters (Hinglish), "und-..." a script whose language is not told, "und" means not known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN = "und"
HINGLISH = "hi-Latn"
# A word of one list only counts FULL; a run of letters in a script of its own counts SCRIPT.
FULL, SCRIPT = 6, 3
# Hinglish is Hindi with English words strewn in, so a share this large beside English decides for Hinglish.
_HINGLISH_SHARE = 0.24
_LEAST_VOTES, _LEAST_SHARE = 6, 0.34
# So many words or more, with so few characters each, are letters written apart: each would vote for some language.
_SEVERAL, _APART = 4, 2.6

# Scripts by code point. Where a script is nearly one language, it is named; else "und-" and the script (ISO 15924).
_SCRIPTS = {
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u9fff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "und-Cyrl": "\u0400-\u052f",
    "und-Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "und-Ethi": "\u1200-\u137f",
    "und-Khmr": "\u1780-\u17ff",
    "und-Mymr": "\u1000-\u109f",
}
# Letters of another script inside a Latin word are a disguise, and no language.
_RUN = re.compile(f"(?<![a-zA-Z])[{''.join(_SCRIPTS.values())}]+(?![a-zA-Z])")
# Marks without width or on letters, which hide words from whoever looks at the letters only.
_HIDING = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff]")
_LETTERS = re.compile(r"[^\W\d_]+")
# Scripts written without blanks: their runs are whole sentences and count by length. Kanji among kana is Japanese.
_UNSPACED = frozenset({"ja", "zh"})
_KANA = re.compile("[\u3040-\u30ff]")
# Signs of one Latin language. Weak on purpose: people borrow each other's signs.
_SIGNS = {"ñ": "es", "¿": "es", "¡": "es", "ß": "de", "ã": "pt", "õ": "pt", "ö": "de", "ä": "de", "ü": "de", "ç": "fr"}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")

Votes = tuple[tuple[str, int], ...]


@cache
def _table() -> dict[str, Votes]:
    """Return for each small word what it counts for which language."""
    homes: dict[str, set[str]] = {}
    for code, words in _lists().items():
        for word in words:
            homes.setdefault(word, set()).add(code)
    return {word: tuple((code, FULL // len(codes)) for code in sorted(codes)) for word, codes in homes.items()}


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Return the small words by language, each also as typed without accents."""
    folder = files("safelight.normalize") / "function_words"
    found = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".txt"):
            entries = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
            words = frozenset(word for line in entries for word in line.split())
            found[file.name.removesuffix(".txt")] = words | {_without_accents(word) for word in words}
    return found


def _without_accents(word: str) -> str:
    """Drop accents of Latin letters; other scripts stay as they are."""
    if word.isascii() or word[0] > "\u024f":
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def small_words() -> frozenset[str]:
    """Return the small words of all languages."""
    return frozenset(_table())


def languages() -> tuple[str, ...]:
    """Return the codes that can be told, "und" not among them."""
    return tuple(sorted({*_lists(), *_SCRIPTS}))


def votes(words: Sequence[str], text: str) -> dict[str, int]:
    """Return what one message says about its language: code -> count, only the codes that got any.

    words: its lower-case words; text: the message as written. About one dictionary look-up a word.
    """
    if not text.isascii() and _HIDING.search(text):
        text = _HIDING.sub("", text)
        words = _LETTERS.findall(text.lower())
    if len(words) >= _SEVERAL and len(text) < _APART * len(words) and text.isascii():
        return {}
    counts: dict[str, int] = {}
    for hit in filter(None, map(_table().get, words)):
        for code, weight in hit:
            counts[code] = counts.get(code, 0) + weight
    return counts if text.isascii() else _with_scripts(counts, text)


def _with_scripts(counts: dict[str, int], text: str) -> dict[str, int]:
    """Add votes for runs of letters that are no small word (those have voted), and for signs of one language."""
    table = _table()
    for run in _RUN.findall(text):
        if run not in table:
            code = _script(run[0])
            if code in _UNSPACED:
                code = "ja" if _KANA.search(text) else code
                counts[code] = counts.get(code, 0) + SCRIPT + len(run)
            else:
                counts[code] = counts.get(code, 0) + SCRIPT
    for sign in _SIGN.findall(text):
        code = _SIGNS[sign]
        counts[code] = counts.get(code, 0) + SCRIPT
    return counts


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return next(code for code, points in _SCRIPTS.items() if re.match(f"[{points}]", character))


def add(total: dict[str, int], more: Mapping[str, int]) -> None:
    """Add the votes of a message to those of a conversation, in place."""
    for code, count in more.items():
        total[code] = total.get(code, 0) + count


def decide(counts: Mapping[str, int]) -> tuple[str, float]:
    """Return (language, its share of the votes, 0..1); ("und", 0.0) when there is too little or no clear winner.

    Words that languages share vote for all of them, so the share is well under 1 even for a text in one language.
    """
    whole = sum(counts.values())
    if whole < _LEAST_VOTES:
        return UNKNOWN, 0.0
    mixed = counts.get(HINGLISH, 0)
    winner, runner_up = _two_best(counts)
    if winner == "en" and mixed >= _HINGLISH_SHARE * (mixed + counts["en"]):
        return HINGLISH, (mixed + counts["en"]) / whole
    share = counts[winner] / whole
    clear = share >= _LEAST_SHARE and counts[winner] > counts.get(runner_up, 0)
    return (winner, share) if clear else (UNKNOWN, 0.0)


def _two_best(counts: Mapping[str, int]) -> tuple[str, str]:
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    return ordered[0], ordered[1] if len(ordered) > 1 else ""
