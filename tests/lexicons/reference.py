"""A matcher that tries everything, slowly: what `Matcher` must agree with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from safelight.lexicons.matcher import Match
from safelight.lexicons.pattern import Either, Gap, Sequence, Word
from safelight.normalize.text import BOUNDARY

Forms = Mapping[str, tuple[str, ...]]


def ends(parts: Sequence, words: list[str], at: int) -> set[int]:
    """Return where the phrase can end when it begins at `at` (places after its last word)."""
    if not parts:
        return {at}
    part, rest = parts[0], parts[1:]
    return {end for middle in _one(part, words, at) for end in ends(rest, words, middle)}


def _one(part: Word | Gap | Either, words: list[str], at: int) -> set[int]:
    if isinstance(part, Word):
        return {at + 1} if at < len(words) and words[at] in part.options else set()
    if isinstance(part, Either):
        return {end for option in part.options for end in ends(option, words, at)}
    reached = {at}
    for place in range(at, min(at + part.most, len(words))):
        if words[place] == BOUNDARY:
            break
        reached.add(place + 1)
    return reached


def find(phrases: Iterable[tuple[int, tuple[Sequence, ...]]], words: list[str], forms: Forms) -> list[Match]:
    """Return the matches of the phrases, of a group at overlapping places one, with all they cover."""
    spelled = [(word, index) for index, written in enumerate(words) for word in forms.get(written, (written,))]
    letters = [word for word, _ in spelled]
    found: dict[int, set[tuple[int, int]]] = {}
    for group, options in phrases:
        for parts in options:
            for first in range(len(letters)):
                for end in ends(parts, letters, first):
                    if end > first:
                        found.setdefault(group, set()).add((spelled[first][1], spelled[end - 1][1]))
    matches = [Match(group, *span) for group, spans in found.items() for span in _merged(spans)]
    return sorted(matches, key=lambda m: (m.first, m.last, m.group))


def _merged(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out
