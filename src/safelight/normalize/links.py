"""Finds links in a text, however written: "http", "hxxp", "www.", defanged dots, or a bare host. Never opens one.

The end of a link is where a reader would end it: closing punctuation, quotes and emoji are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from safelight.normalize import data
from safelight.normalize.found import Places, stretches

_INNER_STOP = re.compile(r"[.。]\w")
_SIGNS = ("//", "[.", "(.", "{.")
_SPELLED = ("dot", "punto")

_DOT = r"(?:\.|。|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\})"
_ENDS = r"\s<>\"`|\\^{}«»“”‘’…।、，\u200b\u2028\u2029\u2600-\u27bf\U0001f000-\U0001faff"
_FULL = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<scheme>h(?:tt|xx|XX|\*\*)ps?|ftp)(?:\[:\]|:)//(?=[^{_ENDS}])|www(?={_DOT}\w))"
    rf"(?:\[\.\]|\(\.\)|\{{\.\}}|[^{_ENDS}]){{0,2048}}",
    re.IGNORECASE,
)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_BARE = re.compile(
    rf"(?<![\w@./:\\-])(?P<host>(?:{_LABEL}{_DOT}){{1,6}}(?P<ending>[^\W\d_]{{2,12}}|xn--[a-z0-9-]{{2,60}}))"
    rf"(?![\w@-]|{_DOT}\w)(?::\d{{2,5}})?(?P<path>[/?#][^{_ENDS}]{{0,2048}})?",
    re.IGNORECASE,
)
# "example dot com" in words: few endings, and one word before it that is not a small word.
_SPOKEN = re.compile(
    r"(?<![\w@.])(?P<name>[A-Za-z0-9][\w-]{2,62})\s+(?:dot|punto)\s+(?P<ending>com|net|org|gg|io)(?![\w@-])",
    re.IGNORECASE,
)
_POINTS_AT = re.compile(
    r"\b(?:visit|site|website|web|link|page|open|goto|go to|check out|url|sitio|p[aá]gina|enlace)\W{1,4}(?:is )?$", re.I
)
_NOT_HOSTS = frozenset({"the", "and", "that", "this", "polka", "dot", "some", "any", "its"})
_PARTS = re.compile(
    r"(?:(?P<scheme>\w+)://)?(?:(?P<login>[^/?#@]*)@)?(?P<host>[^/?#:]*)(?P<port>:\d+)?(?P<rest>.*)", re.DOTALL
)
_FULL_SIGN = re.compile(r"//|[wW]{3}")
_DOT_INSIDE = re.compile(r"[.。\[({](?=\S)(?<=\S.)")
_OPENING = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Url:
    """A link in a text. written: as it stands there; value: undisguised, host in lower case and ASCII ("xn--").

    start, end: offsets into the text. full: written with "http" or "www". host, rest: the parts of `value`.
    """

    written: str = field(repr=False)
    value: str = field(repr=False)
    start: int
    end: int
    full: bool
    host: str = field(repr=False)
    rest: str = field(repr=False)


def may_hold_urls(text: str, lowered: str) -> bool:
    """Tell whether anything in `text` can be a link; `lowered` is the text in lower case."""
    return (
        (("." in text or "。" in text) and _INNER_STOP.search(text) is not None)
        or any(sign in text for sign in _SIGNS)
        or any(word in lowered for word in _SPELLED)
    )


def find_urls(text: str) -> Iterator[Url]:
    """Yield the links in `text` by kind of writing, without overlaps."""
    places = Places()
    for pattern, accepts in ((_FULL, _is_full), (_BARE, _is_bare), (_SPOKEN, _is_spoken)):
        for match in _matches(pattern, text):
            end = match.start() + len(_cut(match.group()))
            if accepts(match, text) and places.claim(match.start(), end):
                yield _url(text[match.start() : end], match.start(), pattern is _FULL)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches. Each way of writing has a sign that costs little to look for; most texts lack it."""
    if pattern is _BARE:
        for start, end in stretches(_DOT_INSIDE, text):
            yield from pattern.finditer(text, start, end)
    elif pattern is _FULL:
        if "//" not in text and "www" not in text.lower():
            return
        for start, end in stretches(_FULL_SIGN, text):
            yield from pattern.finditer(text, start, end)
    else:
        lowered = text.lower()
        if any(word in lowered for word in _SPELLED):
            yield from pattern.finditer(text)


def _cut(written: str) -> str:
    """Drop closing punctuation; a closing bracket stays when its opening one is inside."""
    while written:
        last = written[-1]
        if last in _OPENING:
            if written.count(_OPENING[last]) >= written.count(last):
                return written
        elif last not in ".,;:!?'*~_":
            return written
        written = written[:-1]
    return written


def _is_full(match: re.Match[str], text: str) -> bool:
    """Ask for a host with a dot in it, or an IPv6 address in brackets."""
    del text
    host = _PARTS.fullmatch(_undisguised(_cut(match.group())))
    if host is None:
        return False
    name = host["host"].strip(".")
    return "." in name or name.startswith("[")


def _is_bare(match: re.Match[str], text: str) -> bool:
    ending = match["ending"].lower()
    if ending.startswith("xn--"):
        return True
    if ending not in data.words("link_endings.txt"):
        return False
    if ending not in data.words("link_endings_unsure.txt") or match["path"] or _is_known(match["host"]):
        return True
    name = match["host"][: -len(ending) - 1]
    return bool(
        re.search(r"[\d-]", name)
        or _is_registry(name)
        or match.group() == text.strip()
        or _POINTS_AT.search(text[max(0, match.start() - 30) : match.start()])
    )


def _is_known(host: str) -> bool:
    """Tell whether the host belongs to a platform of the table ("discord.gg")."""
    from safelight.normalize.platforms import platform_of_host

    return platform_of_host(_undisguised(host).lower()) != ""


def _is_registry(name: str) -> bool:
    """Tell whether the name ends as in "example.co.in" or "example.ac.uk": two such parts are no accident."""
    return re.search(r"\.(?:co|com|ac|edu|gov|gob|org|net|nic|res)$", name.lower()) is not None


def _is_spoken(match: re.Match[str], text: str) -> bool:
    del text
    return match["name"].lower() not in _NOT_HOSTS


def _undisguised(written: str) -> str:
    plain = re.sub(r"\[\.\]|\(\.\)|\{\.\}|[\[({]dot[\])}]|。", ".", written, flags=re.IGNORECASE)
    plain = re.sub(r"\s+(?:dot|punto)\s+", ".", plain, flags=re.IGNORECASE)
    return re.sub(r"^h(?:xx|\*\*)p(s?)|^http(s?)", r"http\1\2", plain.replace("[:]", ":"), flags=re.IGNORECASE)


def _url(written: str, start: int, full: bool) -> Url:
    parts = _PARTS.fullmatch(_undisguised(written))
    assert parts is not None, "every string has parts"
    host = _ascii(parts["host"].strip(".").lower())
    rest = "" if parts["rest"] == "/" else parts["rest"]
    scheme = f"{parts['scheme'].lower()}://" if parts["scheme"] else ""
    login = f"{parts['login']}@" if parts["login"] else ""
    value = f"{scheme}{login}{host}{parts['port'] or ''}{rest}"
    return Url(written, value, start, start + len(written), full, host, rest)


def _ascii(host: str) -> str:
    """Return the host in its ASCII form; as it is when it has none."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
