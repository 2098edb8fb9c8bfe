"""One compiled matcher for all phrases of a language: one pass over the words of a message, whatever their number.

The phrases are one nondeterministic automaton over words (automaton.py). Its deterministic states are made when first
needed and kept (up to a bound), so that each word of a message costs one look in a table.
Method: lazy subset construction, as in RE2 and grep, over words instead of letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safelight.lexicons.automaton import START, STOP, UNKNOWN, Tables, pairs
from safelight.lexicons.pattern import LARGE

_MOST_STATES = 80_000
# Words. No phrase is longer (a test holds them to it). One word repeated in a huge message must not cost its square.
_LONGEST = 64
_NOT_KNOWN = (UNKNOWN,)

# A state is a table from classes of words to the next state, with two keys of its own: the groups whose phrases end in
# it (if there are any), and where its places lead. The empty table is the state in which no phrase can go on.
_State = dict[int, Any]
_ENDS, _WAYS = -1, -2
_DEAD: _State = {}


@dataclass(frozen=True, slots=True)
class Match:
    """Phrase group number `group` fills words `first` to `last` (both included)."""

    group: int
    first: int
    last: int


class Matcher:
    """Finds phrases in the words of messages."""

    def __init__(self, tables: Tables, forms: Mapping[str, tuple[str, ...]]) -> None:
        """`forms`: a chat form -> the words it stands for."""
        self._tables = tables
        self._members = [frozenset(sets) for sets in tables.members]
        classes = {word: code for code, words in enumerate(tables.words) for word in words}
        self._surface: dict[str, tuple[int, ...]] = {word: (code,) for word, code in classes.items()}
        for form, stands_for in forms.items():
            self._surface[form] = tuple(classes.get(word, UNKNOWN) for word in stands_for)
        self._closed: dict[int, frozenset[int]] = {}
        self._forget()

    @property
    def vocabulary(self) -> Mapping[str, tuple[int, ...]]:
        """Return a container of every word that some phrase knows, chat forms included."""
        return self._surface

    # ---- deterministic states: the places that phrases begun at one word can have reached

    def _forget(self) -> None:
        self._states: dict[frozenset[int], _State] = {}
        self._start = self._state(self._close(START))

    def _close(self, place: int) -> frozenset[int]:
        """Return the places that are reached from `place` without a word, itself included."""
        known = self._closed.get(place)
        if known is None:
            reached, todo = {place}, [place]
            while todo:
                for new in self._tables.skips.get(todo.pop(), ()):
                    if new not in reached:
                        reached.add(new)
                        todo.append(new)
            known = self._closed[place] = frozenset(reached)
        return known

    def _ways(self, places: frozenset[int]) -> tuple[dict[int, frozenset[int]], frozenset[int]]:
        """Return where each set of words leads from `places`, and where any word leads."""
        led: dict[int, frozenset[int]] = {}
        anyhow: frozenset[int] = frozenset()
        for place in places:
            for number, following in pairs(self._tables.edges[place]):
                reached = self._close(following)
                led[number] = led[number] | reached if number in led else reached
            step = self._tables.anyhow[place]
            if step != START:
                anyhow |= self._close(step)
        return led, anyhow

    def _move(self, state: _State, code: int) -> _State:
        """Make the move from `state` over a word of class `code`, and keep it."""
        places = self._after(state, code)
        if not places:
            following = _DEAD
        else:
            known = self._states.get(places)
            if known is None and len(self._states) >= _MOST_STATES:
                # Whoever is on the way holds the old states; they go when that message has been read.
                self._forget()
            following = self._state(places) if known is None else known
        state[code] = following
        return following

    def _after(self, state: _State, code: int) -> frozenset[int]:
        if code == STOP:
            return frozenset()
        led, anyhow = state[_WAYS]
        members = self._members[code]
        # The smaller side is walked: most places lead on by one or two sets only.
        small, large = (led, members) if len(led) < len(members) else (members, led)
        reached = [led[number] for number in small if number in large]
        if anyhow:
            reached.append(anyhow)
        return reached[0] if len(reached) == 1 else frozenset().union(*reached)

    def _state(self, places: frozenset[int]) -> _State:
        state: _State = {_WAYS: self._ways(places)}
        ended = {group for place in places for group in self._tables.ends.get(place, ())}
        if ended:
            state[_ENDS] = tuple(sorted(ended))
        self._states[places] = state
        return state

    # ---- finding

    def find(self, words: list[str]) -> list[Match]:
        """Return all phrases in `words`, by place; of the same group at overlapping places one, with all they cover."""
        class_of = self._surface.get
        codes = [code for word in words for code in class_of(word) or self._unknown(word)]
        found = self._walk(codes)
        if not found:
            return []
        # Codes are places of words, but for forms that stand for several; most messages get by without knowing which.
        places = [index for index, word in enumerate(words) for _ in class_of(word) or _NOT_KNOWN]
        return _covering(found, places)

    def _unknown(self, word: str) -> tuple[int, ...]:
        return self._surface.get(LARGE, _NOT_KNOWN) if word[:1].isdigit() and word.isdigit() else _NOT_KNOWN

    def _walk(self, codes: list[int]) -> list[tuple[int, int, int]]:
        """Return (group, first, last) for each way to fill a phrase. Most messages cost little else."""
        found: list[tuple[int, int, int]] = []
        start = self._start
        for first in range(len(codes)):
            state = start
            last = first
            for code in codes[first : first + _LONGEST]:
                following = state.get(code)
                if not following:
                    if following is None:
                        following = self._move(state, code)
                    if not following:
                        break
                state = following
                if _ENDS in state:
                    found.extend([(group, first, last) for group in state[_ENDS]])
                last += 1
        return found


def _covering(found: list[tuple[int, int, int]], places: list[int]) -> list[Match]:
    """Return the matches by place, with those of one group that overlap made one."""
    matches: list[Match] = []
    for group, first, last in sorted(found):
        begin, end = places[first], places[last]
        if matches and matches[-1].group == group and begin <= matches[-1].last:
            begin, end = matches[-1].first, max(end, matches[-1].last)
            matches.pop()
        matches.append(Match(group, begin, end))
    return sorted(matches, key=lambda m: (m.first, m.last, m.group))
