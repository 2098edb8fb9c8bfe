"""Compares two profiles: what they share that accounts of different people seldom share.

One network behind many accounts shows in this. Every tie says what is shared and how much that means. Pointers only: no
text of a profile is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from safelight.normalize.contacts import contacts
from safelight.normalize.handles import family, made, plain
from safelight.normalize.hosts import address
from safelight.normalize.letter_shapes import latin
from safelight.normalize.platforms import account_in_link
from safelight.normalize.text import words
from safelight.schema.evidence import Span
from safelight.schema.items import Profile

_LEAST_WORDS, _NEAR = 4, 0.75
_LEAST_FAMILY = 5
# Together from here on: hardly a coincidence.
SAME = 0.7
_PUBLIC = ("link",)


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that two profiles share.

    what: "contact" "link" "bio" "handle" "name" "counts". strength: 0..1. here, there: where it stands in the first and
    in the second profile. detail: the kind of contact or the app, never text of a profile.
    """

    what: str
    strength: float
    here: tuple[Span, ...] = field(default=())
    there: tuple[Span, ...] = field(default=())
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two profiles share. strength: of all ties together, 0..1; `same` when it is hardly a coincidence."""

    strength: float
    ties: tuple[Tie, ...] = ()

    @property
    def same(self) -> bool:
        """Tell whether one hand behind both is likelier than chance. A human decides."""
        return self.strength >= SAME


def compare_profiles(a: Profile, b: Profile) -> Comparison:
    """Return what two profiles share, the strongest tie first. The order of the two does not change the strength."""
    ties = sorted(_ties(a, b), key=lambda tie: (-tie.strength, tie.what))
    missed = 1.0
    for tie in ties:
        missed *= 1.0 - tie.strength
    return Comparison(round(1.0 - missed, 3), tuple(ties))


def _ties(a: Profile, b: Profile) -> Iterator[Tie]:
    yield from _contacts(a, b)
    yield from _bio(a, b)
    yield from _handle(a, b)
    yield from _name(a, b)
    yield from _counts(a, b)


def _contacts(a: Profile, b: Profile) -> Iterator[Tie]:
    """The same phone, handle, wallet or link."""
    here, there = dict(_ways(a)), dict(_ways(b))
    for key in sorted(here.keys() & there.keys()):
        kind, detail, _ = key
        strength = 0.6 if kind in _PUBLIC else 0.85
        yield Tie("link" if kind == "link" else "contact", strength, (here[key],), (there[key],), detail or kind)


def _ways(profile: Profile) -> Iterator[tuple[tuple[str, str, str], Span]]:
    for name, text in (("bio", profile.bio), ("display_name", profile.display_name)):
        for found in contacts(text):
            yield _way(found.kind, found.detail, found.value), Span(found.start, found.end, field=name)
    for link in profile.links:
        parts = address(link)
        if parts is not None:
            kind, value, platform = account_in_link(parts.host.ascii, parts.rest)
            value = value or parts.host.ascii.removeprefix("www.") + parts.rest.rstrip("/")
            if kind or len(parts.path) > 1 or parts.host.name:
                yield _way(kind or "link", platform, value), Span(0, len(link), field="links")


def _way(kind: str, detail: str, value: str) -> tuple[str, str, str]:
    """Return what makes a contact the same: its digits, or its value without what stands before the host."""
    if kind == "phone":
        return kind, "", re.sub(r"\D", "", value)[-9:]
    return kind, detail, re.sub(r"^https?://(?:www\.)?|/$", "", value.lower())


def _bio(a: Profile, b: Profile) -> Iterator[Tie]:
    """The same words, contacts and numbers left out."""
    one, other = _plain_words(a.bio), _plain_words(b.bio)
    if min(len(one), len(other)) < _LEAST_WORDS:
        return
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if alike >= _NEAR:
        strength = (0.5 if len(one) < 2 * _LEAST_WORDS else 0.75) * (1.0 if one == other else alike)
        yield Tie("bio", round(strength, 3), (Span(0, len(a.bio), field="bio"),), (Span(0, len(b.bio), field="bio"),))


def _plain_words(text: str) -> list[str]:
    for found in reversed(contacts(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return [word for word in words(text).words if word.isalpha()]


def _handle(a: Profile, b: Profile) -> Iterator[Tie]:
    """Handles of one family: the same letters, other digits."""
    here, there = (Span(0, len(each.handle), field="handle") for each in (a, b))
    one, other = plain(a.handle), plain(b.handle)
    if not one or not other:
        return
    if one == other:
        yield Tie("handle", 0.7, (here,), (there,), "same")
    elif family(a.handle) == family(b.handle):
        numbered = made(a.handle) > 0 and made(b.handle) > 0
        if len(family(a.handle)) >= (_LEAST_FAMILY - 1 if numbered else _LEAST_FAMILY):
            yield Tie("handle", 0.5 if numbered else 0.4, (here,), (there,), "family")


def _name(a: Profile, b: Profile) -> Iterator[Tie]:
    """The same full name; a first name alone says nothing."""
    one, other = (" ".join(re.findall(r"[^\W\d_]+", latin(each.display_name.lower()))) for each in (a, b))
    if one == other and " " in one:
        here, there = (Span(0, len(each.display_name), field="display_name") for each in (a, b))
        yield Tie("name", 0.3, (here,), (there,))


def _counts(a: Profile, b: Profile) -> Iterator[Tie]:
    """Made on the same day, and following as many: accounts from one batch."""
    same_day = bool(a.created) and str(a.created)[:10] == str(b.created)[:10] and len(str(a.created)) >= 10
    same_count = a.following is not None and a.following == b.following and a.following >= 100
    if same_day and same_count:
        yield Tie("counts", 0.35)
    elif same_day or same_count:
        yield Tie("counts", 0.15)
