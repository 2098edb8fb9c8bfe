"""Makes short lines by code from the phrases of the lexicons: no list of lines is kept anywhere."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence as Ordered
from functools import cache
from importlib.resources import files

from safelight.lexicons.load import forms
from safelight.lexicons.pattern import Gap, Sequence, Word, parse

LANGUAGE = "en"
_NOT_PHRASES = ("sets", "forms", "language")
# What may stand in a gap of a phrase.
_FILL = ("the", "a", "it", "so", "just", "really", "and", "to", "that", "is", "in", "on", "of", "for", "with")
_TRIES, _LEAST_WORDS = 20, 2
Group = tuple[float, tuple[Sequence, ...]]


@cache
def groups(lexicon: str) -> tuple[Group, ...]:
    """Return (strength, phrases) of each group of a lexicon file."""
    folder = files("safelight.lexicons").joinpath(LANGUAGE)
    sets = {k: tuple(v) for k, v in tomllib.loads(folder.joinpath("sets.toml").read_text("utf-8")).items()}
    written = forms(LANGUAGE)
    rows = tomllib.loads(folder.joinpath(f"{lexicon}.toml").read_text("utf-8"))["group"]
    known: dict[str, Sequence] = {}
    return tuple(
        (
            float(row.get("strength", 1.0)),
            tuple(s for phrase in row["patterns"] for s in parse(phrase, sets, lambda w: written.get(w, (w,)), known)),
        )
        for row in rows
    )


def line(lexicon: str, chance: random.Random) -> list[str]:
    """Return the words of one line that a phrase of the lexicon would find, stronger groups more often."""
    found = groups(lexicon)
    _, phrases = chance.choices(found, [strength + 0.05 for strength, _ in found])[0]
    words: list[str] = []
    for _ in range(_TRIES):
        words = _expanded(chance.choice(phrases), chance)
        if len(words) >= _LEAST_WORDS:
            break
    return [word for word in words if not word.startswith("#")]


def _expanded(parts: Ordered[object], chance: random.Random) -> list[str]:
    found: list[str] = []
    for part in parts:
        if isinstance(part, Word):
            options = sorted(part.options)
            found.append(options[chance.randrange(len(options))])
        elif isinstance(part, Gap):
            count = chance.randint(1, max(1, min(2, part.most))) if chance.random() < 0.5 else 0
            found.extend(chance.choice(_FILL) for _ in range(count))
        else:
            found.extend(_expanded(part.options[chance.randrange(len(part.options))], chance))  # type: ignore[attr-defined]
    return found
