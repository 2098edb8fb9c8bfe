"""Guesses what a pasted text is: a chat, one link, a demand for money, an offer, or a text about to be shared.

Rules, the first that fits:

1. **chat** when two lines or more begin with a speaker ("Ann: hi") or carry a clock time, and the speakers are no
   labels of a form ("Salary: 500");
2. **link** when the text is one link and nothing else;
3. **payment** when the text is one wallet, UPI id, payment handle or IBAN and nothing else;
4. **offer** when two different groups of signs stand in it (work, pay, how to apply, far away, a prize);
5. **payment** when a short text names a way to pay and tells somebody to pay;
6. **chat** when it speaks to somebody more than about oneself, or asks and answers over several lines;
7. **draft** otherwise.

A guess is shown, and can be changed; nothing is decided for good here. Words: guess_kind.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from safelight.normalize.contacts import contacts
from safelight.normalize.links import find_urls
from safelight.normalize.platforms import platforms
from safelight.normalize.unfold import unfold
from safelight.schema.items import Contact, Draft, PaymentDemand

Kind = Literal["chat", "link", "payment", "offer", "draft"]
# Characters: what is longer is not read to guess. Demands are short.
_READ, _SHORT = 20_000, 1_200
# Different groups of signs of an offer that must come together.
_GROUPS = 2
_NAME_WORDS = 3
_SPEAKER = re.compile(r"^\s*(?:\[[^\]\n]{3,30}\]\s*)?([^\W\d_][^:\n\t]{0,28}?)\s?(?::|\s[-–—]\s)\s*(\S?)")
_CLOCK = re.compile(
    r"(?:^|[\s\[(,])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?(?:[\])]|\s*[-–—]|\s*$)", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[•●▪*✅☑✔#]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[\u0900-\u0963\u0970-\u097f]+")


def guess_kind(text: str) -> Kind:
    """Return what a pasted text seems to be. Never raises."""
    read = text.strip()[:_READ]
    lines = [line for line in read.split("\n") if line.strip()]
    if is_spoken(lines):
        return "chat"
    if " " not in read and len(lines) == 1 and (alone := _alone(read)):
        return alone
    groups = {group for group, _ in _signs(read)}
    if len(groups) >= _GROUPS:
        return "offer"
    if len(read) <= _SHORT and _demands(read):
        return "payment"
    return "chat" if _is_addressed(read, lines) else "draft"


def is_spoken(lines: list[str]) -> bool:
    """Tell whether the lines have speakers or times before them, as copied chats have."""
    if len(lines) < 2:
        return False
    if sum(_CLOCK.search(line) is not None for line in lines) >= max(2, len(lines) // 4):
        return True
    names = list(_before_colons(lines))
    spoken = [name for name in names if name not in _labels() and len(name.split()) <= _NAME_WORDS]
    if len(spoken) < 2 or len(spoken) * 2 < len(names):
        return False
    return max(Counter(spoken).values()) > 1 or len(spoken) == len(lines)


def is_form(lines: list[str]) -> bool:
    """Tell whether labels of a form stand before the colons ("Salary: 500"), as in adverts."""
    names = list(_before_colons(lines))
    return sum(name in _labels() for name in names) * 2 >= max(2, len(names))


def _before_colons(lines: list[str]) -> Iterator[str]:
    for line in lines:
        match = None if _BULLET.match(line) else _SPEAKER.match(line)
        if match:
            yield match.group(1).strip().lower()


def _alone(token: str) -> Kind | None:
    """Return what a text of one word is, None when it is neither a link nor an address."""
    found = contacts(token)
    if len(found) == 1 and found[0].end - found[0].start >= len(token) - 1 and _is_payable(found[0]):
        return "payment"
    urls = list(find_urls(token))
    whole = len(urls) == 1 and urls[0].end - urls[0].start >= len(token) - 1
    return "link" if whole else None


def _is_payable(contact: Contact) -> bool:
    if contact.kind == "handle":
        platform = platforms().get(contact.detail)
        return platform is not None and platform.pays
    return contact.kind in ("wallet", "upi", "iban")


def _demands(text: str) -> bool:
    """Tell whether a way to pay is named and somebody is told to pay."""
    named = any(isinstance(item, PaymentDemand) for item in unfold(Draft(text)))
    return named and _words_of("payment", "demand").search(text) is not None


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Yield (group, words) for each group of signs of an offer that stands in the text."""
    for group in _table()["offer"]:
        match = _words_of("offer", group).search(text)
        if match:
            yield group, match.group()


def _is_addressed(text: str, lines: list[str]) -> bool:
    """Tell whether the text speaks to somebody more than about oneself, or goes to and fro."""
    said = Counter(word.lower().replace("'", "").replace("’", "") for word in _WORD.findall(text))
    you = sum(said[word] for word in _table()["person"]["you"]) + len(_words_of("person", "asks").findall(text))
    me = sum(said[word] for word in _table()["person"]["me"])
    to_and_fro = len(lines) > 2 and not any(map(_BULLET.match, lines))
    return you > 0 and (you >= me or to_and_fro)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("safelight.normalize") / "guess_kind.toml").read_text("utf-8"))


@cache
def _labels() -> frozenset[str]:
    return frozenset(_table()["labels"])


@cache
def _words_of(kind: str, group: str) -> re.Pattern[str]:
    entries = sorted(_table()[kind][group], key=len, reverse=True)
    either = "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in entries)
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{either})(?![\w\u0900-\u097f])", re.IGNORECASE)
