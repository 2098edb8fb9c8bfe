"""One compiled matcher for all phrases of a language: one pass over the words of a message, whatever their number.

The phrases become one nondeterministic automaton over words. Its deterministic states are made when first needed and
kept (up to a bound), so that each word of a message costs one look in a table.
Method: lazy subset construction, as in RE2 and grep, over words instead of letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from safelight.lexicons.pattern import LARGE, Either, Gap, Sequence, Word

# What stands between sentences among the words, as normalize.text puts it there (a test holds them together).
BOUNDARY = "."
_MOST_STATES = 80_000
# Words. No phrase is longer (a test holds them to it). One word repeated in a huge message must not cost its square.
_LONGEST = 64
_UNKNOWN = 0
_STOP = 1
_NOT_KNOWN = (_UNKNOWN,)
_DEAD, _START = 0, 1


@dataclass(frozen=True, slots=True)
class Match:
    """Phrase group number `group` fills words `first` to `last` (both included)."""

    group: int
    first: int
    last: int


class Matcher:
    """Finds phrases. Build once per language with `add`, then call `find` for each message."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        """`forms`: a chat form -> the words it stands for."""
        self._forms = forms
        self._edges: list[dict[int, int]] = [{}]
        self._any: list[int | None] = [None]
        self._skip: list[list[int]] = [[]]
        self._ends: dict[int, set[int]] = defaultdict(set)
        self._silencers: set[int] = set()
        # Each set of words that fills a place has a number; edges carry these numbers.
        self._numbers: dict[frozenset[str], int] = {}
        self._classes: dict[str, int] = {}
        self._surface: dict[str, tuple[int, ...]] = {}
        self._forget()

    # ---- building

    def add(self, group: int, options: Iterable[Sequence], *, silencer: bool = False) -> None:
        """Add the alternatives of one phrase, reported as `group`.

        silencer: the phrase only matters beside others; a message with nothing but silencers gives no match.
        """
        if silencer:
            self._silencers.add(group)
        for parts in options:
            self._ends[self._chain(0, parts)].add(group)
        self._classes = {}

    # Phrases that begin alike share their places, so that few places are reached at a time.

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
        self._any.append(None)
        self._skip.append([])
        return len(self._edges) - 1

    def _gap(self, at: int, most: int) -> int:
        end = self._new()
        self._skip[at].append(end)
        for _ in range(most):
            following = self._any[at]
            if following is None:
                following = self._any[at] = self._new()
            at = following
            self._skip[at].append(end)
        return end

    def _either(self, at: int, part: Either) -> int:
        end = self._new()
        for option in part.options:
            self._skip[self._chain(at, option)].append(end)
        return end

    # ---- words to classes: words that all phrases treat alike share one number

    def _number_words(self) -> None:
        filled: dict[str, set[int]] = defaultdict(set)
        for words, number in self._numbers.items():
            for word in words:
                filled[word].add(number)
        classes: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = [frozenset(), frozenset()]
        self._classes = {BOUNDARY: _STOP}
        for word, numbers in filled.items():
            key = frozenset(numbers)
            if key not in classes:
                classes[key] = len(self._members)
                self._members.append(key)
            self._classes[word] = classes[key]
        self._surface = {word: (code,) for word, code in self._classes.items()}
        for form, stands_for in self._forms.items():
            self._surface[form] = tuple(self._classes.get(word, _UNKNOWN) for word in stands_for)
        self._forget()

    @property
    def vocabulary(self) -> Mapping[str, tuple[int, ...]]:
        """Return a container of every word that some phrase knows, chat forms included."""
        if not self._classes:
            self._number_words()
        return self._surface

    # ---- deterministic states: the places that phrases begun at one word can have reached

    def _forget(self) -> None:
        self._closed: dict[int, frozenset[int]] = {}
        start = self._close(0)
        self._ids: dict[frozenset[int], int] = {frozenset(): _DEAD, start: _START}
        self._out: list[tuple[dict[int, frozenset[int]], frozenset[int]]] = [({}, frozenset()), self._ways_out(start)]
        self._moves: list[dict[int, int]] = [{}, {}]
        self._found: dict[int, tuple[int, ...]] = {}

    def _close(self, place: int) -> frozenset[int]:
        """Return the places that are reached from `place` without a word, itself included."""
        known = self._closed.get(place)
        if known is None:
            reached, todo = {place}, [place]
            while todo:
                for new in self._skip[todo.pop()]:
                    if new not in reached:
                        reached.add(new)
                        todo.append(new)
            known = self._closed[place] = frozenset(reached)
        return known

    def _ways_out(self, places: frozenset[int]) -> tuple[dict[int, frozenset[int]], frozenset[int]]:
        """Return where each set of words leads from `places`, and where any word leads."""
        led: dict[int, frozenset[int]] = {}
        anyhow: frozenset[int] = frozenset()
        for place in places:
            for number, following in self._edges[place].items():
                reached = self._close(following)
                led[number] = led[number] | reached if number in led else reached
            step = self._any[place]
            if step is not None:
                anyhow |= self._close(step)
        return led, anyhow

    def _move(self, state: int, code: int) -> int:
        """Make the move from `state` over a word of class `code`, and keep it."""
        places = self._after(state, code)
        if len(self._moves) > _MOST_STATES and places not in self._ids:
            self._forget()
            return self._number(places)
        target = self._moves[state][code] = self._number(places)
        return target

    def _after(self, state: int, code: int) -> frozenset[int]:
        if code == _STOP:
            return frozenset()
        led, anyhow = self._out[state]
        members = self._members[code]
        # The smaller side is walked: most places lead on by one or two sets only.
        small, large = (led, members) if len(led) < len(members) else (members, led)
        reached = [led[number] for number in small if number in large]
        if anyhow:
            reached.append(anyhow)
        return reached[0] if len(reached) == 1 else frozenset().union(*reached)

    def _number(self, places: frozenset[int]) -> int:
        known = self._ids.get(places)
        if known is None:
            known = self._ids[places] = len(self._moves)
            self._out.append(self._ways_out(places))
            self._moves.append({})
            ended = {group for place in places for group in self._ends.get(place, ())}
            if ended:
                self._found[known] = tuple(sorted(ended))
        return known

    # ---- finding

    def find(self, words: list[str]) -> list[Match]:
        """Return all phrases in `words`, by place; of the same group at overlapping places one, with all they cover."""
        surface_get = self.vocabulary.get
        codes = [code for word in words for code in surface_get(word) or self._unknown(word)]
        found: list[tuple[int, int, int]] = []
        start = self._moves[_START]
        for first, code in enumerate(codes):
            # Many words begin no phrase: one look tells. (Made anew or not, the table's nought is _DEAD.)
            if start.get(code) != _DEAD:
                self._walk(codes, first, found)
        if not found or all(group in self._silencers for group, _, _ in found):
            return []
        # Codes are places of words, but for forms that stand for several; most messages get by without knowing which.
        places = [index for index, word in enumerate(words) for _ in surface_get(word) or _NOT_KNOWN]
        return _covering(found, places)

    def _unknown(self, word: str) -> tuple[int, ...]:
        return self._surface.get(LARGE, _NOT_KNOWN) if word[:1].isdigit() and word.isdigit() else _NOT_KNOWN

    def _walk(self, codes: list[int], first: int, found: list[tuple[int, int, int]]) -> None:
        """Add (group, first, last) for each phrase that begins at the word `first`."""
        state, rows, ended = _START, self._moves, self._found
        for index, code in enumerate(codes[first : first + _LONGEST], first):
            following = rows[state].get(code)
            if following is None:
                following = self._move(state, code)
                rows, ended = self._moves, self._found
            if not following:
                return
            state = following
            if state in ended:
                found.extend([(group, first, index) for group in ended[state]])


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
