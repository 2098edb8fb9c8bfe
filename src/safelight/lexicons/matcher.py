"""One compiled matcher for all phrases of a language: one pass over the words of a message, whatever their number.

The phrases are one nondeterministic automaton over words (automaton.py). Its deterministic states are made when first
needed and kept (up to a bound), so that each word of a message costs one look in a table.
Method: lazy subset construction, as in RE2 and grep, over words instead of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from safelight.lexicons.automaton import START, STOP, UNKNOWN, Tables, pairs
from safelight.lexicons.pattern import LARGE
from safelight.lexicons.spelling import Mend, as_written
from safelight.schema.memory import Places

_MOST_STATES = 80_000
# Words. No phrase is longer (a test holds them to it): one word repeated in a huge message must not cost its square.
_LONGEST = 64
_NOT_KNOWN = (UNKNOWN,)

_NOWHERE: Places = frozenset()


class _State(dict[int, "_State"]):
    """The places that phrases begun at one word can have reached: class of the next word -> the state after it.

    ends: the groups whose phrases end in it; None in the state in which no phrase can go on. led: where each set of
    words leads; anyhow: where any word leads. move: makes what is not in the table yet.
    """

    __slots__ = ("anyhow", "ends", "led", "move", "places")

    def __init__(
        self,
        places: Places,
        ends: tuple[int, ...] | None,
        led: Mapping[int, Places],
        anyhow: Places,
        move: Callable[[_State, int], _State],
    ) -> None:
        self.places = places
        self.ends = ends
        self.led = led
        self.anyhow = anyhow
        self.move = move

    def __missing__(self, code: int) -> _State:
        following = self[code] = self.move(self, code)
        return following


@dataclass(frozen=True, slots=True)
class Match:
    """Phrase group number `group` fills words `first` to `last` (both included)."""

    group: int
    first: int
    last: int


class Found(NamedTuple):
    """What the words of one message hold of phrases, also of those that earlier messages began.

    whole: phrases that stand in these words. ended: those begun before that end here, matches from the first word on.
    begun: (first word, places reached) of each phrase that could go on in the next message; word -1 when it was begun
    before.
    """

    whole: list[Match]
    ended: list[Match]
    begun: list[tuple[int, Places]]


class Matcher:
    """Finds phrases in the words of messages."""

    def __init__(self, tables: Tables, forms: Mapping[str, tuple[str, ...]], mend: Mend = as_written) -> None:
        """`forms`: a chat form -> the words it stands for. mend: gives the word that an unknown one is read as."""
        self._mend = mend
        self._tables = tables
        self._members = [frozenset(sets) for sets in tables.members]
        classes = {word: code for code, words in enumerate(tables.words) for word in words}
        self._surface: dict[str, tuple[int, ...]] = {word: (code,) for word, code in classes.items()}
        for form, stands_for in forms.items():
            self._surface[form] = tuple(classes.get(word, UNKNOWN) for word in stands_for)
        self._closed: dict[int, Places] = {}
        self._led: dict[int, tuple[dict[int, Places], Places]] = {}
        self._dead = _State(_NOWHERE, None, {}, _NOWHERE, self._move)
        self._forget()

    @property
    def vocabulary(self) -> Mapping[str, tuple[int, ...]]:
        """Return a container of every word that some phrase knows, chat forms included."""
        return self._surface

    @cached_property
    def edition(self) -> str:
        """Return what tells these phrases from others, in which the same places may mean something else."""
        return f"{len(self._tables.edges)}.{sum(map(len, self._tables.edges))}"

    # ---- deterministic states: the places that phrases begun at one word can have reached

    def _forget(self) -> None:
        self._states: dict[Places, _State] = {}
        self._start = self._state(self._close(START))

    def _close(self, place: int) -> Places:
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

    def _ways(self, place: int) -> tuple[dict[int, Places], Places]:
        """Return where each set of words leads from `place`, and where any word leads."""
        known = self._led.get(place)
        if known is None:
            led: dict[int, Places] = {}
            for number, following in pairs(self._tables.edges[place]):
                reached = self._close(following)
                led[number] = led[number] | reached if number in led else reached
            step = self._tables.anyhow[place]
            known = self._led[place] = led, _NOWHERE if step == START else self._close(step)
        return known

    def _move(self, state: _State, code: int) -> _State:
        """Make the state after `state` and a word of class `code`."""
        members = self._members[code]
        if code == STOP:
            places = _NOWHERE
        elif state.led.keys().isdisjoint(members):
            # Four moves of five: most words belong to none of the few sets that most states wait for.
            places = state.anyhow
        else:
            # The smaller side is walked: common words are in a hundred sets, most states wait for a few.
            small, large = (state.led, members) if len(state.led) < len(members) else (members, state.led)
            places = _together([*(state.led[number] for number in small if number in large), state.anyhow])
        if not places:
            return self._dead
        return self._known(places)

    def _known(self, places: Places) -> _State:
        known = self._states.get(places)
        if known is None and len(self._states) >= _MOST_STATES:
            # Whoever is on the way holds the old states; they go when that message has been read.
            self._forget()
        return self._state(places) if known is None else known

    def _state(self, places: Places) -> _State:
        led: dict[int, Places] = {}
        anyhow = []
        for place in places:
            ways, step = self._ways(place)
            for number, reached in ways.items():
                led[number] = led[number] | reached if number in led else reached
            anyhow.append(step)
        ends = self._tables.ends
        ended = {group for place in places if place in ends for group in ends[place]}
        state = self._states[places] = _State(places, tuple(sorted(ended)), led, _together(anyhow), self._move)
        return state

    # ---- finding

    def find(self, words: list[str]) -> list[Match]:
        """Return all phrases in `words`, by place; of the same group at overlapping places one, with all they cover."""
        return self.find_on(words, ()).whole

    def find_on(self, words: list[str], before: Iterable[Places]) -> Found:
        """Return what `find` does, what of the phrases begun `before` ends here, and what these words begin."""
        codes = self._codes(words)
        begun: list[tuple[int, Places]] = []
        ended = [pair for places in before for pair in self._go_on(places, codes, begun)]
        found = self._walk(codes, begun)
        if not (found or ended):
            return Found([], [], begun)
        places = self._places(codes, words)
        ends = [Match(group, 0, places[last]) for group, last in ended]
        return Found(_covering(found, places) if found else [], ends, begun)

    def _codes(self, words: list[str]) -> list[int]:
        class_of = self._surface.get
        return [code for word in words for code in class_of(word) or self._unknown(word)]

    def _places(self, codes: list[int], words: list[str]) -> Sequence[int]:
        # Codes are places of words, but for forms that stand for several; most messages hold none.
        if len(codes) == len(words):
            return range(len(words))
        class_of = self._surface.get
        return [index for index, word in enumerate(words) for _ in class_of(word) or self._unknown(word)]

    def _unknown(self, word: str) -> tuple[int, ...]:
        mended = LARGE if word[:1].isdigit() and word.isdigit() else self._mend(word)
        return self._surface.get(mended, _NOT_KNOWN)

    def _walk(self, codes: list[int], begun: list[tuple[int, Places]]) -> list[tuple[int, int, int]]:
        """Return (group, first, last) for each way to fill a phrase, and add what is `begun` at the last word.

        Most messages cost little else.
        """
        found: list[tuple[int, int, int]] = []
        start, stop = self._start, len(codes)
        # The end of the message is the end of a sentence: there every way ends.
        codes = [*codes, STOP]
        for first, code in enumerate(codes):
            state, last = start[code], first
            while (ends := state.ends) is not None:
                if ends:
                    found.extend([(group, first, last) for group in ends])
                last += 1
                before = state
                state = state[codes[last]]
            if last == stop > first:
                begun.append((first, before.places))
        return found

    def _go_on(self, places: Places, codes: list[int], begun: list[tuple[int, Places]]) -> Iterator[tuple[int, int]]:
        """Yield (group, last) of each phrase that ends here when begun at `places`; add what is `begun` still."""
        if max(places) >= len(self._tables.edges):
            return  # Stored places come from outside: these are none.
        state = self._known(places)
        for last, code in enumerate([*codes, STOP]):
            before = state
            state = state[code]
            if state.ends is None:
                if last == len(codes):
                    begun.append((-1, before.places))
                return
            yield from ((group, last) for group in state.ends)


def _together(places: list[Places]) -> Places:
    """Return all places in one set; one that is there already when it holds them all."""
    some = [each for each in places if each]
    return some[0] if len(some) == 1 else _NOWHERE.union(*some)


def _covering(found: list[tuple[int, int, int]], places: Sequence[int]) -> list[Match]:
    """Return the matches by place, with those of one group that overlap made one."""
    matches: list[Match] = []
    for group, first, last in sorted(found):
        begin, end = places[first], places[last]
        if matches and matches[-1].group == group and begin <= matches[-1].last:
            begin, end = matches[-1].first, max(end, matches[-1].last)
            matches.pop()
        matches.append(Match(group, begin, end))
    return sorted(matches, key=lambda m: (m.first, m.last, m.group))
