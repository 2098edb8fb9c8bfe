"""Handles on platforms: "@name", "my snap is name", "add me on insta: name", "name_7 on kik", "name#1234".

A word beside the name of an app is a handle only when it looks like one (a digit, an underscore or a dot inside) or
when the sentence says so ("my snap is ...") and the word is no common one and ends the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from safelight.normalize import data
from safelight.normalize.found import Found, Rank, Tokens, tokens_in
from safelight.normalize.language import small_words
from safelight.normalize.platforms import Platform, by_word
from safelight.schema.items import Contact

MARKS = "@＠#_"

_ALNUM = re.compile(r"[a-z0-9]")
_NAME = r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,28}[A-Za-z0-9_])?)"
_AT_NAME = re.compile(rf"(?<![\w@＠./&%+-])[@＠](?P<name>{_NAME})(?![\w@])", re.ASCII)
_TAGGED = re.compile(r"(?<![\w#/.])(?P<name>[A-Za-z0-9_.]{2,32})#(?P<tag>\d{4})(?![\w#])", re.ASCII)
_TAG = re.compile(r"#\d{4}(?!\w)", re.ASCII)
_LOOKS_LIKE_HANDLE = re.compile(
    r"(?=.*[A-Za-z].*[A-Za-z])(?=.*[0-9_.])(?!\d+(?:st|nd|rd|th|am|pm|k|m|x|v\d+|ish|s)$).{3,30}", re.I
)
_TRAILING_WORDS = (
    r"(?:add me|and|if|btw|lol|hmu|ok|okay|pls|please|x+|text me|msg me|message me|dm me|y|aur|und|et|so|but|there)\b"
)
_CLAUSE_END = re.compile(rf"\s*(?:$|[^\w\s'’]|\n|{_TRAILING_WORDS})", re.IGNORECASE)


# What stands before the name of a platform when the sentence hands over a handle ...
_OWN = re.compile(
    r"\b(?P<own>(?:add|find|follow|text|msg|message|dm|hmu|hit|reach|get|catch)\s+(?:me|us)?\s*(?:up\s+)?"
    r"(?:on|at|in)\s+(?:my\s+|the\s+)?|(?:my|mine|meri|mera|mere|mi|mein|meine|mon|ma|heres my|here's my|here is my)"
    r"\s+(?:new\s+)?|(?:ag[rn]egame|añademe|añádeme|sigueme|sígueme|buscame|búscame)\s+(?:en|al|a)\s+)$",
    re.IGNORECASE,
)
# ... and what may stand between the two.
_NAMED = re.compile(
    r"(?P<frame>(?:\s*(?:\b(?:id|ids|name|username|user|usr|handle|account|acc|acct|is|hai|es|ist|add|me|at|ka|naam|"
    rf"usuario|nombre|called|under|as|too|also)\b|[:=~→>»\-–—]|👉|➡️?|'s)){{0,6}}\s*)[\"'“(*]?(?P<name>{_NAME})(?![\w@])",
    re.IGNORECASE | re.ASCII,
)
_ON = re.compile(
    rf"(?<![\w@＠./#])(?P<name>{_NAME})\s+(?:(?:on|in|en|at)\s+(?P<own>my\s+)?|(?:is|hai|es|ist)\s+(?P<my>my|meri|mera|mi|"
    r"mein)\s+)(?:the\s+)?$",
    re.IGNORECASE | re.ASCII,
)
_SAYS_SO = re.compile(r"[:=~→»👉➡]|\b(?:username|user|handle|usuario)\b")
_OWN_SPAN, _ON_SPAN = 40, 60


class _Place(NamedTuple):
    """The name of a platform in a text."""

    platform: Platform
    start: int
    end: int


def words() -> frozenset[str]:
    """Return the names of platforms, as people write them."""
    return frozenset(word for word in by_word() if " " not in word)


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether there is an "@", a "#" or the (first) word of a platform's name."""
    del lowered
    return "@" in text or "#" in text or "＠" in text or not _first_words().isdisjoint(tokens.words)


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield handles in lower case without "@"; `detail` is the platform when it is named."""
    del country
    places = list(_places(text))
    if "@" in text or "＠" in text:
        yield from _mentions(text)
    for tagged in _TAGGED.finditer(text) if _TAG.search(text) else ():
        if tagged["name"].lower() not in data.words("not_tags.txt") and not tagged["name"].isdigit():
            yield _found(tagged.group(), tagged.start(), tagged.end(), "discord")
    for place in places:
        named, on = _NAMED.match(text, place.end), _ON.search(text[max(0, place.start - _ON_SPAN) : place.start])
        if named is not None and _is_named(named, place, text):
            yield _found(named["name"], named.start("name"), named.end("name"), place.platform.name)
        if on is not None and _is_on(on, place):
            start = max(0, place.start - _ON_SPAN) + on.start("name")
            yield _found(on["name"], start, start + len(on["name"]), place.platform.name)


def _found(name: str, start: int, end: int, platform: str) -> Found:
    return Found(Rank.HANDLE, Contact("handle", name.lower(), start, end, platform))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in by_word())


@cache
def _platform_pattern() -> re.Pattern[str]:
    words = sorted(by_word(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in words)})(?![A-Za-z0-9])", re.IGNORECASE)


def _places(text: str) -> Iterator[_Place]:
    lowered = text.lower()
    if len(lowered) != len(text):
        # A letter such as "İ" becomes two in lower case; places must stay.
        lowered = "".join(char.lower() if char.isascii() else char for char in text)
    here = _first_words() & tokens_in(lowered).words
    for start in sorted(start for word in here for start in _starts(lowered, word)):
        name = _platform_pattern().match(text, start)
        if name is not None:
            yield _Place(by_word()[name.group().lower()], name.start(), name.end())


def _starts(lowered: str, word: str) -> Iterator[int]:
    """Yield where a whole word stands."""
    at = lowered.find(word)
    while at >= 0:
        end = at + len(word)
        if not _ALNUM.match(lowered, at - 1 if at else len(lowered)) and not _ALNUM.match(lowered, end):
            yield at
        at = lowered.find(word, end)


def _mentions(text: str) -> Iterator[Found]:
    for match in _AT_NAME.finditer(text):
        name = match["name"]
        if len(name) >= 2 and not name.isdigit() and not _is_common(name) and not _is_time(name):
            yield _found(name, match.start(), match.end(), _platform_near(text, match.start(), match.end()))


def _is_time(name: str) -> bool:
    return re.fullmatch(r"\d{1,2}(?:[.:]?\d\d)?(?:am|pm|ish|h|hrs?|th|st|nd|rd)?", name, re.IGNORECASE) is not None


def _platform_near(text: str, start: int, end: int) -> str:
    """Return the platform named in the clause before "@name", or right behind it ("@name on insta")."""
    before = re.split(r"[\n.!?,;@]", text[max(0, start - 30) : start])[-1]
    behind = re.match(r"\s+(?:on|in|en)\s+[A-Za-z ]{2,20}", text[end : end + 30])
    for piece in (before, behind.group() if behind else ""):
        named = list(_places(piece))
        if named:
            return named[-1].platform.name
    return ""


def _is_common(name: str) -> bool:
    """Tell whether the name is an everyday word of any language, or the name of a platform."""
    lowered = name.lower()
    return lowered in data.words("not_handles.txt") or lowered in small_words() or lowered in by_word()


def _is_named(named: re.Match[str], place: _Place, text: str) -> bool:
    name, frame = named["name"], named["frame"].lower()
    if _is_common(name) or name.isdigit() or named.start("name") == place.end:
        return False
    own = _OWN.search(text[max(0, place.start - _OWN_SPAN) : place.start])
    says_so = _SAYS_SO.search(frame) is not None
    if _looks_like_handle(name):
        return bool(own or says_so) or not (place.platform.unsure or name.isupper() or _is_two_sentences(name))
    plain = len(name) >= 3 and name.isalpha() and not place.platform.unsure
    if not plain or not _CLAUSE_END.match(text, named.end("name")):
        return False
    if own:
        return bool(says_so or frame.strip()) or not own["own"].lower().startswith("m")
    return says_so and "\n" not in frame and _starts_clause(text[: place.start])


def _starts_clause(before: str) -> bool:
    """Tell whether nothing but a line break or a separator stands before: a line of a profile, "insta: name"."""
    trimmed = before[-20:].rstrip(" \t")
    return not trimmed or trimmed[-1] in "\n,;|/•·-("


def _is_two_sentences(name: str) -> bool:
    """Tell whether a dot in the name is rather a missing blank: "messenger services.Call us"."""
    return re.search(r"[a-z]\.[A-Z]", name) is not None or (
        "." in name and name.rpartition(".")[2].lower() in small_words()
    )


def _looks_like_handle(name: str) -> bool:
    """Tell whether the name has a digit, underscore or dot in it and is no host, version or number with a unit."""
    if not _LOOKS_LIKE_HANDLE.fullmatch(name) or re.fullmatch(r"v?\d+(?:\.\d+)*\w?", name):
        return False
    return "." not in name or name.rpartition(".")[2].lower() not in data.words("link_endings.txt")


def _is_on(on: re.Match[str], place: _Place) -> bool:
    name = on["name"]
    if _is_common(name) or not _looks_like_handle(name) or _is_two_sentences(name):
        return False
    return not place.platform.unsure or on["my"] is not None
