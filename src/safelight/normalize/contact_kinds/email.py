"""E-mail addresses, written out or spelled ("name at gmail dot com", "name [at] example [dot] org")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from safelight.normalize import data
from safelight.normalize.found import Found, Rank, Tokens, stretches
from safelight.schema.items import Contact

MARKS = r"@＠(\["

_PLAIN = re.compile(
    r"(?<![\w.+%-])([A-Za-z0-9](?:[\w.+%'-]{0,62}[\w+%-])?)[@＠]((?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24})(?![\w@]|-\w)"
)
# The spelled form is read outwards from its "at": a name right before, a domain right behind.
_AT = re.compile(
    r"[(\[{<]\s*(?:at|arroba|@)\s*[)\]}>]|(?<=\s)(?:at(?: the rate(?: of)?)?|arroba)(?=\s)|[@＠]", re.IGNORECASE
)
_NAME = re.compile(r"(?<![\w.+%@-])[A-Za-z0-9][\w.+-]{0,40}(?:\s+(?:dot|punto)\s+\w{1,40}){0,2}(?=\s*$)", re.IGNORECASE)
_NAME_SPAN = 100
_DOT = r"(?:\s*[(\[{<]\s*(?:dot|punto|\.)\s*[)\]}>]\s*|\s+(?:dot|punto)\s+|\.|\s\.\s)"
_DOMAIN = re.compile(
    rf"\s*(?P<domain>[A-Za-z0-9-]{{2,63}}(?:{_DOT}[A-Za-z0-9-]{{2,63}}){{0,3}}?){_DOT}(?P<ending>[A-Za-z]{{2,6}})"
    r"(?![\w@-]|\s*[(\[{<]\s*(?:dot|punto|\.)|\.\w|\s+(?:dot|punto)\s+[a-z]{2}\b)",
    re.IGNORECASE,
)
_SPELLED_AT = (" at ", "(at", "[at", "{at", "<at", "( at", "[ at", "arroba")
_SIGN = re.compile("[@＠]")
_BRACKETED = re.compile(r"[(\[{<]\s*(?:at|arroba|@)\s*[)\]}>]", re.IGNORECASE)
_LONE_AT = re.compile(r"\s[@＠]|[@＠]\s|＠")
_NOT_NAMES = frozenset(
    {"me", "us", "you", "him", "her", "them", "it", "is", "im", "am", "are", "look", "mail", "email"}
)


def words() -> frozenset[str]:
    """Return the spelled signs."""
    return frozenset({"dot", "punto", "arroba"})


def cue(text: str, lowered: str, tokens: Tokens) -> bool:
    """Tell whether there is an "@", or a spelled one with a dot of any kind."""
    del tokens
    if "@" in text or "＠" in text:
        return True
    return any(sign in lowered for sign in _SPELLED_AT) and ("dot" in lowered or "punto" in lowered or "." in text)


def find(text: str, country: str | None) -> Iterator[Found]:
    """Yield e-mail addresses in lower case, with "@" and dots."""
    del country
    for plain in (match for stretch in stretches(_SIGN, text) for match in _PLAIN.finditer(text, *stretch)):
        value = plain.group().replace("＠", "@").lower()
        yield Found(Rank.EMAIL, Contact("email", value, plain.start(), plain.end()))
    for sign in _AT.finditer(text) if _may_be_spelled(text) else ():
        domain = _DOMAIN.match(text, sign.end())
        name = _NAME.search(text[max(0, sign.start() - _NAME_SPAN) : sign.start()]) if domain else None
        if domain and name and _is_meant(name.group(), sign.group(), domain):
            start = max(0, sign.start() - _NAME_SPAN) + name.start()
            yield Found(Rank.EMAIL, Contact("email", _written(name.group(), domain), start, domain.end()))


def _may_be_spelled(text: str) -> bool:
    """Tell whether an "at" in brackets, a lone "@", or one before a mail provider makes a closer look worth while."""
    return (
        (("@" in text or "＠" in text) and _LONE_AT.search(text) is not None)
        or _BRACKETED.search(text) is not None
        or _worded().search(text) is not None
    )


@cache
def _worded() -> re.Pattern[str]:
    providers = "|".join(sorted(data.words("mail_providers.txt")))
    return re.compile(rf"\s(?:at(?: the rate(?: of)?)?|arroba)\s+(?:{providers})\b", re.IGNORECASE)


def _is_meant(name: str, sign: str, domain: re.Match[str]) -> bool:
    """Accept brackets around "at", or a known provider; "look at example dot com" is neither."""
    if name.lower() in _NOT_NAMES or domain["ending"].lower() not in data.words("link_endings.txt"):
        return False
    provider = re.split(_DOT, domain["domain"], maxsplit=1, flags=re.IGNORECASE)[0].lower()
    return sign[0] in "([{<" or provider in data.words("mail_providers.txt")


def _written(name: str, domain: re.Match[str]) -> str:
    spelled = f"{name}@{domain['domain']}.{domain['ending']}"
    return re.sub(_DOT, ".", spelled, flags=re.IGNORECASE).lower()
