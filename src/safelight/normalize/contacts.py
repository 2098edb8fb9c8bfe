"""Finds the ways to reach or pay somebody in a text: phones, e-mails, handles, wallets, UPI ids, IBANs, links.

Ordinary talk must cost next to nothing, so a text is looked at in three steps: does it hold one of a few characters or
words at all (about a microsecond), does the pattern of a kind occur, and only then the kind's own finder with its
checksums and number plans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from safelight.normalize import contact_kinds
from safelight.normalize.found import Found, Places, Tokens, tokens_in, words_in
from safelight.schema.items import Contact

# A full stop ends most sentences; it matters only with something right behind it.
_INNER_STOP = re.compile(r"\.\w")


class _Kind(NamedTuple):
    name: str
    cue: Callable[[str, str, Tokens], bool]
    find: Callable[[str, str | None], Iterator[Found]]


class _Gate(NamedTuple):
    mark: re.Pattern[str]
    mark_in_ascii: re.Pattern[str]
    words: frozenset[str]
    kinds: tuple[_Kind, ...]


def contacts(text: str, country: str | None = None) -> tuple[Contact, ...]:
    """Return the contacts in `text`, in order of their place; offsets point into `text` as it is.

    country: ISO 3166 code by which phone numbers without "+" are read ("IN"). Without it such a number keeps its digits
    as `value`, because its country cannot be told. Where finds overlap the most specific stays.
    """
    if not may_hold_contacts(text):
        return ()
    lowered = text.lower()
    tokens = tokens_in(lowered)
    finds = [find for kind in _gate().kinds if kind.cue(text, lowered, tokens) for find in kind.find(text, country)]
    return _without_overlaps(finds) if finds else ()


def may_hold_contacts(text: str, runs: Iterable[str] | None = None) -> bool:
    """Tell, in about a microsecond, whether `text` holds a character or word without which there is no contact.

    runs: the runs of letters and digits in an ASCII text, in lower case, when they are known already.
    """
    gate = _gate()
    if runs is not None:
        return gate.mark_in_ascii.search(text) is not None or not gate.words.isdisjoint(runs)
    return (
        gate.mark.search(text) is not None
        or ("." in text and _INNER_STOP.search(text) is not None)
        or not gate.words.isdisjoint(words_in(text.lower()))
    )


def may_hold(text: str, kinds: Set[str]) -> bool:
    """Tell whether `text` has the cue of a contact of one of these kinds (modules of `contact_kinds`)."""
    lowered = text.lower()
    tokens = tokens_in(lowered)
    return any(kind.cue(text, lowered, tokens) for kind in _gate().kinds if kind.name in kinds)


def _without_overlaps(finds: Iterable[Found]) -> tuple[Contact, ...]:
    """Keep the most specific finds that do not overlap; of equals the longer, then the earlier."""
    places = Places()
    kept = [contact for _, contact in sorted(finds, key=_preference) if places.claim(contact.start, contact.end)]
    return tuple(sorted(kept, key=lambda contact: contact.start))


def _preference(find: Found) -> tuple[int, int, int, str]:
    rank, contact = find
    return rank, contact.start - contact.end, contact.start, contact.detail


@cache
def _gate() -> _Gate:
    names = sorted(module.name for module in iter_modules(contact_kinds.__path__))
    modules = [import_module(f"{contact_kinds.__name__}.{name}") for name in names]
    marks = "".join(sorted({module.MARKS for module in modules}))
    words = frozenset[str]().union(*(module.words() for module in modules))
    kinds = tuple(_Kind(name, module.cue, module.find) for name, module in zip(names, modules, strict=True))
    mark = re.compile(f"[{marks}]")
    ascii_marks = "".join(re.escape(sign) for sign in map(chr, range(128)) if mark.match(sign))
    return _Gate(mark, re.compile(rf"[{ascii_marks}]|{_INNER_STOP.pattern}"), words, kinds)
