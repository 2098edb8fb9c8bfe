"""Phrases as one nondeterministic automaton over words: how it is put together, and as small as it can be.

A place is a point within phrases; words lead from place to place. Phrases that begin alike share places while they are
added; `smallest` lets those that go on alike share them, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from safelight.lexicons.pattern import Either, Gap, Sequence, Word

# What stands between sentences among the words, as normalize.text puts it there (a test holds them together).
BOUNDARY = "."
# Classes of words: those that no phrase knows, and the end of a sentence.
UNKNOWN, STOP = 0, 1
START = 0


@dataclass(frozen=True, slots=True)
class Tables:
    """The automaton as plain lists, by place; place START is where every phrase begins.

    edges: set of words, place, set of words, place, ... (a set of words by its number). anyhow: the place that any word
    leads to; START for none. skips: places reached without a word. ends: groups whose phrases end here.
    words: the words of each class, all of which phrases treat alike. members: the sets of words a class is in.
    """

    edges: list[list[int]] = field(repr=False)
    anyhow: list[int] = field(repr=False)
    skips: dict[int, list[int]] = field(repr=False)
    ends: dict[int, list[int]] = field(repr=False)
    words: list[list[str]] = field(repr=False)
    members: list[list[int]] = field(repr=False)


class Builder:
    """Takes phrases one by one; `tables` gives the automaton of all so far."""

    def __init__(self) -> None:
        """Begin with no phrase."""
        self._edges: list[dict[int, int]] = [{}]
        self._any: list[int] = [START]
        self._skip: list[list[int]] = [[]]
        self._ends: dict[int, set[int]] = defaultdict(set)
        # Each set of words that fills a place has a number; edges carry these numbers.
        self._numbers: dict[frozenset[str], int] = {}

    def add(self, group: int, options: Iterable[Sequence]) -> None:
        """Add the alternatives of one phrase, reported as `group`."""
        for parts in options:
            self._ends[self._chain(START, parts)].add(group)

    def tables(self) -> Tables:
        """Return the automaton."""
        words, members = self._classes()
        return Tables(
            [[number for edge in edges.items() for number in edge] for edges in self._edges],
            list(self._any),
            {place: list(skips) for place, skips in enumerate(self._skip) if skips},
            {place: sorted(groups) for place, groups in self._ends.items()},
            words,
            members,
        )

    def _chain(self, at: int, parts: Sequence) -> int:
        for part in parts:
            if isinstance(part, Word):
                at = self._step(at, self._numbers.setdefault(part.options, len(self._numbers)))
            elif isinstance(part, Gap):
                at = self._gap(at, part.most)
            else:
                at = self._either(at, part)
        return at

    def _step(self, at: int, number: int) -> int:
        new = self._edges[at].get(number)
        if new is None:
            new = self._edges[at][number] = self._new()
        return new

    def _new(self) -> int:
        self._edges.append({})
        self._any.append(START)
        self._skip.append([])
        return len(self._edges) - 1

    def _gap(self, at: int, most: int) -> int:
        end = self._new()
        self._skip[at].append(end)
        for _ in range(most):
            following = self._any[at]
            if following == START:
                following = self._any[at] = self._new()
            at = following
            self._skip[at].append(end)
        return end

    def _either(self, at: int, part: Either) -> int:
        end = self._new()
        for option in part.options:
            self._skip[self._chain(at, option)].append(end)
        return end

    def _classes(self) -> tuple[list[list[str]], list[list[int]]]:
        """Return the words of each class and the sets that it is in; words that all phrases treat alike are a class."""
        filled: dict[str, set[int]] = defaultdict(set)
        for words, number in self._numbers.items():
            for word in words:
                filled[word].add(number)
        alike: dict[tuple[int, ...], list[str]] = {}
        for word in sorted(filled):
            alike.setdefault(tuple(sorted(filled[word])), []).append(word)
        return [[], [BOUNDARY], *alike.values()], [[], [], *map(list, alike)]


def smallest(tables: Tables) -> Tables:
    """Return an automaton that finds the same, in which places that lead on alike are one."""
    number: dict[int, int] = {}
    made: dict[_Place, int] = {}
    for place in _last_first(tables):
        found = _Place(
            tuple(sorted((of_set, number[to]) for of_set, to in pairs(tables.edges[place]))),
            number[tables.anyhow[place]] if tables.anyhow[place] else None,
            tuple(sorted({number[to] for to in tables.skips.get(place, ())})),
            tuple(tables.ends.get(place, ())),
        )
        # A place that only leads to another is that other.
        number[place] = found.skips[0] if place and found.is_way else made.setdefault(found, len(made))
    return _numbered(list(reversed(made)), tables)


class _Place(NamedTuple):
    edges: tuple[tuple[int, int], ...]
    anyhow: int | None
    skips: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def is_way(self) -> bool:
        return len(self.skips) == 1 and self.anyhow is None and not (self.edges or self.ends)


def _numbered(places: list[_Place], tables: Tables) -> Tables:
    """Return the tables of `places`, which stand with the start first and know each other by number from the end."""
    last = len(places) - 1
    return Tables(
        [[each for of_set, to in place.edges for each in (of_set, last - to)] for place in places],
        [START if place.anyhow is None else last - place.anyhow for place in places],
        {at: [last - to for to in place.skips] for at, place in enumerate(places) if place.skips},
        {at: list(place.ends) for at, place in enumerate(places) if place.ends},
        tables.words,
        tables.members,
    )


def pairs(edges: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (number of a set of words, place it leads to) of one place."""
    return zip(edges[::2], edges[1::2], strict=True)


def _last_first(tables: Tables) -> Iterator[int]:
    """Yield every place after all places that it leads to: no phrase goes in a circle."""
    seen = {START}
    stack = [(START, iter(_next(tables, START)))]
    while stack:
        place, following = stack[-1]
        to = next((each for each in following if each not in seen), None)
        if to is None:
            yield place
            stack.pop()
        else:
            seen.add(to)
            stack.append((to, iter(_next(tables, to))))


def _next(tables: Tables, place: int) -> list[int]:
    anyhow = tables.anyhow[place]
    return [*tables.edges[place][1::2], *([anyhow] if anyhow else []), *tables.skips.get(place, ())]
