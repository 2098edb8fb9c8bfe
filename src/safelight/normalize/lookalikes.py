"""Tells whether a host is made to look like one of the known names, and how. Names are compared, nothing is opened.

A known name is found again when letters are missing, doubled, swapped, added, taken from other alphabets or drawn alike
("rn" for "m"), when a hyphen or a dot cuts it, when words of trust stand beside it ("name-login"), under an ending that
is not its own, or in front of somebody else's name ("name.com.example.top"). The tables are built once, so that a host
costs a few dozen look-ups, not a comparison with every name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from safelight.normalize import data
from safelight.normalize.hosts import Host
from safelight.normalize.known_names import Brand, brands, by_name, is_own, own_hosts
from safelight.normalize.letter_shapes import blurred, latin, outline

_SHORT, _MIDDLE, _LONG, _VERY_LONG = 4, 5, 6, 8
_OFFICE = re.compile(r"(?:^|\.)(?:(?:gov|gob|gouv|govt|edu|ac|nhs|police)\.[a-z]{2})(?:\.|$)")
_OFFICE_NAME = re.compile(r"(?:^|-)(?:(?:gov|gob|gouv)-?[a-z]{2}|(?:ac|edu)-[a-z]{2})(?:-|$)")
_MOST_STRIPPED = 4
_CAUTIOUS = ("bank", "official", "post")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a host resembles a known name.

    brand: None when it is not one name but the ending of offices or schools. how: "other_alphabet" "letter_shapes"
    "letters" "hyphen" "extra_words" "other_ending" "dots" "in_front" "office". sure: 0..1.
    """

    brand: Brand | None = field(repr=False)
    how: str
    sure: float


def likeness(host: Host) -> Likeness | None:
    """Return the strongest resemblance, None for a host that is a known name's own, an office's, or like none."""
    if host.numeric or host.official or is_own(host):
        return None
    return max(_likenesses(host), key=lambda found: found.sure, default=None)


def _likenesses(host: Host) -> Iterator[Likeness]:
    if host.name:
        yield from _named(host)
        yield from _dotted(host)
    if host.below:
        yield from _in_front(host)


def _named(host: Host) -> Iterator[Likeness]:
    """Compare the registered name, whole and without the words of trust beside it."""
    plain = latin(host.name)
    flat = plain.replace("-", "")
    if flat in data.words("ordinary_names.txt"):
        return
    if plain != host.name and flat in by_name():
        yield Likeness(by_name()[flat], "other_alphabet", 0.95)
    elif flat in by_name():
        yield from _same_name(by_name()[flat], plain, flat, host)
    else:
        yield from _near_name(flat, host)
        yield from _with_ending(flat)
    yield from _beside_words(plain, host)
    if _OFFICE_NAME.search(plain):
        yield Likeness(None, "office", 0.6)


def _same_name(brand: Brand, plain: str, flat: str, host: Host) -> Iterator[Likeness]:
    """A known name under an ending that is not its own, or cut by a hyphen."""
    if host.hosted or len(flat) < _SHORT:
        return
    misused = host.suffix in data.words("misused_endings.txt")
    if brand.common:
        return
    if "-" in plain:
        yield Likeness(brand, "hyphen", 0.6 if brand.word or len(flat) < _MIDDLE else 0.85)
    elif brand.word:
        if misused:
            yield Likeness(brand, "other_ending", 0.5)
    else:
        yield Likeness(brand, "other_ending", 0.7 if misused or len(flat) >= _LONG else 0.55)


def _with_ending(flat: str) -> Iterator[Likeness]:
    """A known host whose dot is gone: "namecom.com"."""
    for at in range(2, 4):
        brand = by_name().get(flat[:-at])
        if brand is not None and len(flat) - at > 2 and not brand.common and flat[-at:] in brand.endings:
            yield Likeness(brand, "dots", 0.75)


def _near_name(flat: str, host: Host) -> Iterator[Likeness]:
    """One letter missing, added, doubled, swapped or exchanged, or letters drawn alike."""
    drawn = outline(flat)
    for name, brand in _outlines().get(drawn, ()):
        if len(name) >= _MIDDLE or _may_be(name, brand, flat, host):
            yield Likeness(brand, "letter_shapes", 0.9)
    for written, names in ((flat, _near()), (drawn, _near_outlines())):
        for key in _shortened(written):
            for name, brand in names.get(key, ()):
                meant = name if names is _near() else outline(name)
                if _one_apart(written, meant) and _may_be(name, brand, flat, host):
                    yield Likeness(brand, "letters", 0.8 if len(name) >= _LONG else 0.65)
    for name, brand in _blurs().get(blurred(flat), ()):
        if len(name) >= _LONG and _may_be(name, brand, flat, host):
            yield Likeness(brand, "letter_shapes", 0.75)


def _may_be(name: str, brand: Brand, flat: str, host: Host) -> bool:
    """Ask for a fitting ending, most of all when the name is short or an everyday word: many are a letter apart."""
    if brand.common or host.hosted or len(name) < _SHORT or (len(name) == _SHORT and len(flat) < _SHORT):
        return False
    if len(name) >= _VERY_LONG and not brand.word:
        return True
    if brand.word and flat[0] != name[0]:
        return False
    same = host.suffix in brand.endings or (host.suffix == "com" and len(name) >= _LONG and not brand.word)
    return same or (len(name) >= _MIDDLE and host.suffix in data.words("misused_endings.txt") and flat[0] == name[0])


def _beside_words(plain: str, host: Host) -> Iterator[Likeness]:
    """A known name with words of trust around it, or, for banks and offices, with any words."""
    baits = data.words("bait_words.txt")
    tokens = plain.split("-")
    left = [token for token in tokens if token not in baits and not token.isdigit()]
    if len(left) == 1:
        core, cut = left[0], len(tokens) > 1
        brand = by_name().get(core)
        if brand is not None and cut and len(core) > 2 and (not brand.common or _asks(tokens)):
            yield Likeness(brand, "extra_words", 0.6 if brand.word or len(core) < _MIDDLE else 0.85)
        if brand is None:
            yield from _glued(core, cut, host)
    elif len(left) > 1:
        yield from _among_words(left, host)


def _glued(core: str, cut: bool, host: Host) -> Iterator[Likeness]:
    """Words of trust without a hyphen: "mynamelogin"; the name itself may be a letter off."""
    for rest in _stripped(core, cut):
        brand = by_name().get(rest)
        if brand is not None:
            if brand.word and not _asks([core.replace(rest, "", 1)]):
                continue
            if not brand.common and (len(rest) >= _SHORT or brand.kind in _CAUTIOUS):
                yield Likeness(brand, "extra_words", 0.6 if brand.word or len(rest) < _MIDDLE else 0.8)
        elif len(rest) >= _LONG and (rest != core or cut):
            for name, near in _outlines().get(outline(rest), ()):
                if len(name) >= _LONG and not near.word:
                    yield Likeness(near, "letter_shapes", 0.85)
            for key in _shortened(rest):
                for name, near in _near().get(key, ()):
                    if len(name) > (_MIDDLE if cut else _LONG) and not near.word and _one_apart(rest, name):
                        yield Likeness(near, "letters", 0.7)


def _stripped(core: str, cut: bool) -> Iterator[str]:
    """Yield what is left of a word when words of trust and digits are taken from its ends, step by step."""
    baits = data.words("bait_words.txt")
    waiting, seen = [core], {core}
    if cut:
        yield core
    for _ in range(_MOST_STRIPPED):
        following = []
        for word in waiting:
            for rest in (*_without_end(word, baits), word.strip("0123456789")):
                if rest not in seen:
                    seen.add(rest)
                    following.append(rest)
                    yield rest
        waiting = following


def _without_end(word: str, baits: frozenset[str]) -> Iterator[str]:
    """Three letters are a name only beside a long word: "ups" is in many words."""
    for at in range(2, len(word) - 2):
        if at < _MIDDLE and len(word) - at < _SHORT:
            continue
        if word[:at] in baits:
            yield word[at:]
        if word[-at:] in baits:
            yield word[:-at]


def _asks(words: list[str]) -> bool:
    """Tell whether one of the words beside a name asks for a password, a code or money."""
    return not data.words("credential_words.txt").isdisjoint(words)


def _among_words(left: list[str], host: Host) -> Iterator[Likeness]:
    misused = host.suffix in data.words("misused_endings.txt")
    for token in left:
        brand = by_name().get(token)
        if brand is None or brand.word or host.hosted or len(token) < _SHORT:
            continue
        if brand.kind in _CAUTIOUS:
            yield Likeness(brand, "extra_words", 0.55)
        elif misused and len(token) >= _MIDDLE:
            yield Likeness(brand, "extra_words", 0.45)


def _dotted(host: Host) -> Iterator[Likeness]:
    """A dot inside a known name: "na.me.com"."""
    joined = latin(host.name).replace("-", "")
    for label in reversed(host.below[-3:]):
        joined = label + joined
        brand = by_name().get(joined)
        if brand is None or host.hosted or len(joined) < _SHORT:
            continue
        same = host.suffix in brand.endings
        if same or (len(joined) >= _LONG and not brand.word):
            yield Likeness(brand, "dots", 0.8 if len(joined) >= _MIDDLE else 0.6)


def _in_front(host: Host) -> Iterator[Likeness]:
    """A known host, or a known name with words of trust, in front of somebody else's name."""
    labels = host.below
    if _OFFICE.search(".".join(labels)):
        yield Likeness(None, "office", 0.85)
    for first in range(len(labels) - 1):
        for count in (2, 3):
            if ".".join(labels[first : first + count]) in own_hosts():
                yield Likeness(_owner_of(labels[first]), "in_front", 0.9)
    misused = host.suffix in data.words("misused_endings.txt")
    trusted = misused or any(token in data.words("bait_words.txt") for token in _tokens(host) if token != "www")
    for label in labels:
        yield from _label_in_front(latin(label), label, host, trusted)


def _label_in_front(plain: str, label: str, host: Host, trusted: bool) -> Iterator[Likeness]:
    brand = by_name().get(plain)
    if brand is not None:
        if plain != label:
            yield Likeness(brand, "other_alphabet", 0.9)
        elif trusted and not brand.word and len(plain) >= _MIDDLE and not host.hosted:
            yield Likeness(brand, "in_front", 0.5)
        return
    if len(plain) < _LONG:
        return
    for name, near in _outlines().get(outline(plain), ()):
        if len(name) >= _LONG and not near.word and name != plain:
            yield Likeness(near, "letter_shapes", 0.8)
    if host.hosted or "-" in plain:
        for found in _beside_words(plain, host):
            if found.brand is not None and not found.brand.word:
                yield Likeness(found.brand, found.how, min(found.sure, 0.55))


def _tokens(host: Host) -> list[str]:
    return [token for label in (*host.below, host.name) for token in label.split("-")]


def _owner_of(label: str) -> Brand | None:
    return by_name().get(label.replace("-", ""))


_Names = dict[str, tuple[tuple[str, Brand], ...]]


def _all_names() -> Iterator[tuple[str, Brand]]:
    for brand in brands():
        for name in brand.names:
            yield name, brand


def _table(keys: Iterator[tuple[str, str, Brand]]) -> _Names:
    found: dict[str, dict[str, Brand]] = {}
    for key, name, brand in keys:
        found.setdefault(key, {}).setdefault(name, brand)
    return {key: tuple(names.items()) for key, names in found.items()}


@cache
def _near() -> _Names:
    return _table((key, name, brand) for name, brand in _all_names() for key in _shortened(name))


@cache
def _near_outlines() -> _Names:
    return _table((key, name, brand) for name, brand in _all_names() for key in _shortened(outline(name)))


@cache
def _outlines() -> _Names:
    return _table((outline(name), name, brand) for name, brand in _all_names())


@cache
def _blurs() -> _Names:
    return _table((blurred(name), name, brand) for name, brand in _all_names())


def _shortened(name: str) -> set[str]:
    """Return the name and the name without each one of its letters: two names one step apart share one of these."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one letter is missing, added or exchanged, or two neighbours are swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    if len(one) == len(other):
        rest, meant = one[same:], other[same:]
        swapped = rest[:2] == meant[1::-1] and rest[2:] == meant[2:]
        return swapped or rest[1:] == meant[1:]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[same + 1 :] == shorter[same:]
