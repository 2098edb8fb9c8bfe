"""Plays a lesson: lines until a choice has to be made. Pure Python, for the part of Ink that lessons may use.

Allowed: knots, stitches, gathers, diverts, once-only choices with `[text]`, conditions on choices, blocks `{ x: ... }`
over whole lines, VAR and `~`, tags. Anything else raises BadData, so that a scene cannot play differently here and in
inkjs. Not thread-safe; a play is cheap, so each reader has their own.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from safelight.lessons.story import COUNTS_ONLY_AT_START, COUNTS_VISITS, Container, Leaf, Place, find
from safelight.schema.errors import BadData, BadInput

DEBRIEF = "debrief"
YOU = "you"
# A choice point's flags: has a condition, has text before "[", has text in "[]", is taken by itself, can be taken once.
CONDITION, BEFORE, ONLY, FALLBACK, ONCE = 1, 2, 4, 8, 16
# More steps than any lesson needs between two choices: a scene that runs in a circle is stopped.
MOST_STEPS = 5000

Value = str | int | float | bool
_TWO: dict[str, Callable[[Value, Value], Value]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "==": operator.eq, "!=": operator.ne, ">": operator.gt,
    "<": operator.lt, ">=": operator.ge, "<=": operator.le, "&&": lambda a, b: bool(a) and bool(b),
    "||": lambda a, b: bool(a) or bool(b),
}  # fmt: skip
_ONE: dict[str, Callable[[Value], Value]] = {"!": operator.not_, "_": operator.neg}  # type: ignore[dict-item]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is shown. tags: by name ("id", "by", "trick", "control"); knot: where in the story it stands."""

    text: str
    tags: tuple[tuple[str, str], ...] = ()
    knot: str = ""

    def tag(self, name: str) -> str:
        """Return the value of a tag, "" without it."""
        return dict(self.tags).get(name, "")

    @property
    def id(self) -> str:
        """Return the line's id, by which it is translated."""
        return self.tag("id")


@dataclass(frozen=True, slots=True)
class _Choice:
    """A choice that is open: what it says, and where it leads."""

    line: Line
    target: Container
    origin: Container


@dataclass(slots=True)
class Writing:
    """What is being written: a line, or the text of a choice."""

    text: str = ""
    tags: list[str] = field(default_factory=list)
    in_tag: bool = False

    def take(self, item: str) -> bool:
        """Take a text ("^words") or a tag's begin or end ("#", "/#"); says whether it was one of them."""
        if item == "#":
            self.tags.append("")
        elif item.startswith("^") and self.in_tag:
            self.tags[-1] += item[1:]
        elif item.startswith("^"):
            self.text += item[1:]
        elif item != "/#":
            return False
        self.in_tag = item == "#" or (self.in_tag and item != "/#")
        return True

    def line(self, knot: str) -> Line:
        """Return it as a line: blanks at its ends go, tags are split at their first colon."""
        pairs = [tuple(part.strip() for part in tag.partition(":")[::2]) for tag in self.tags]
        return Line(" ".join(self.text.split()), tuple((name, value) for name, value in pairs), knot)


class Play:
    """A story that is being played. lines: all shown so far, the reader's own words too; choices: what is open now."""

    def __init__(self, story: Container) -> None:
        """Play up to the first choice."""
        self.lines: list[Line] = []
        self.ended = False
        self._story = story
        self._here: Place | None = None
        self._open: list[_Choice] = []
        self._variables: dict[str, Value] = {}
        self._visits: Counter[Container] = Counter()
        self._stack: list[Value | Line] = []
        self._writing = [Writing()]
        if "global decl" in story.named:
            self._run(story.named["global decl"])
        self.ended = False
        self._run(story)

    @property
    def choices(self) -> tuple[Line, ...]:
        """Return what the reader can choose now; empty at the end."""
        return tuple(each.line for each in self._open)

    def choose(self, number: int) -> None:
        """Take an open choice (from 0): the reader says it, and the story goes on. BadInput when there is none."""
        if not 0 <= number < len(self._open):
            raise BadInput("This lesson has no such choice here.", fix="Start the lesson again.")
        chosen = self._open[number]
        self.lines.append(Line(chosen.line.text, (*chosen.line.tags, ("by", YOU)), chosen.line.knot))
        # What was entered already before the choice is not entered, and counted, again.
        self._here = (chosen.origin, 0)
        self._run(chosen.target)

    def skip(self) -> None:
        """Leave the story and go to its debrief, from anywhere."""
        self._run(self._story.named[DEBRIEF])

    # ------------------------------------------------------------ going from place to place

    def _run(self, start: Container) -> None:
        """Go from `start` until there is nothing more without a choice."""
        self._open = []
        self._go(start, 0)
        for _ in range(MOST_STEPS):
            if self._here is None:
                self._break_line("")
                return
            self._step(*self._here)
        raise BadData("A lesson runs in a circle without a choice", where=start.knot, fix="Correct its scene.ink.")

    def _step(self, container: Container, at: int) -> None:
        """Take one item, and stand before the next."""
        if at >= len(container.items):
            self._leave(container)
            return
        item = container.items[at]
        self._here = (container, at + 1)
        if isinstance(item, Container):
            self._go(item, 0)
        else:
            self._do(item, container)

    def _leave(self, container: Container) -> None:
        """Go on after a container that is done; one that was reached by name only ends the run."""
        parent = container.parent
        place = parent.place(container) if parent else None
        self._here = None if parent is None or place is None else (parent, place + 1)

    def _go(self, target: Container, at: int) -> None:
        """Stand at a place, and count the visits of what is entered with it."""
        before = set(self._here[0].above()) if self._here else set()
        at_start = at == 0
        for each in target.above():
            if each in before:
                break
            if each.flags & COUNTS_VISITS and (at_start or not each.flags & COUNTS_ONLY_AT_START):
                self._visits[each] += 1
            at_start = at_start and each.parent is not None and each.parent.place(each) == 0
        self._here = (target, at)

    # ------------------------------------------------------------ what single items do

    def _do(self, item: Leaf, container: Container) -> None:
        """Do what one item says."""
        if isinstance(item, bool | int | float):
            self._stack.append(item)
        elif isinstance(item, dict):
            self._do_table(item, container)
        elif item == "\n":
            self._break_line(container.knot)
        elif not self._writing[-1].take(item):
            self._do_command(item, container)

    def _do_command(self, name: str, container: Container) -> None:
        if name in ("ev", "/ev", "nop"):
            return
        if name in ("done", "end"):
            self._stop(name == "end")
        elif name == "str":
            self._writing.append(Writing())
        elif name == "/str":
            self._stack.append(self._writing.pop().line(container.knot))
        elif name in _TWO:
            second, first = self._value(), self._value()
            self._stack.append(_TWO[name](first, second))
        elif name in _ONE:
            self._stack.append(_ONE[name](self._value()))
        else:
            raise _not_allowed(name)

    def _do_table(self, item: dict[str, object], container: Container) -> None:
        key, value = next(iter(item.items()))
        if not isinstance(value, str) or set(item) - {"->", "*", "flg", "c", "VAR?", "VAR=", "CNT?", "re"}:
            raise _not_allowed(key)
        if key == "->":
            if not item.get("c") or self._value():
                self._go(*find(value, container))
        elif key == "*":
            self._offer(find(value, container)[0], item.get("flg", 0), container)
        elif key == "VAR?":
            self._stack.append(self._variables[value])
        elif key == "VAR=":
            self._variables[value] = self._value()
        else:
            self._stack.append(self._visits[find(value, container)[0]])

    def _offer(self, target: Container, flags: object, origin: Container) -> None:
        """Open a choice, unless its condition says no or it was taken before."""
        if not isinstance(flags, int) or flags & (BEFORE | FALLBACK) or not flags & ONLY or not flags & ONCE:
            raise _not_allowed("a choice that is not * [text]")
        wanted = bool(self._value()) if flags & CONDITION else True
        words = self._stack.pop()
        if not isinstance(words, Line):
            raise _not_allowed("a choice without text")
        if wanted and not self._visits[target]:
            self._open.append(_Choice(words, target, origin))

    def _stop(self, end: bool) -> None:
        """Stop here; at the story's end nothing can be chosen any more."""
        self._here = None
        if end:
            self.ended = True
            self._open = []

    def _break_line(self, knot: str) -> None:
        """Show the line that was being written, if it has words."""
        line = self._writing[-1].line(knot)
        self._writing[-1] = Writing()
        if line.text:
            self.lines.append(line)

    def _value(self) -> Value:
        value = self._stack.pop()
        return value.text if isinstance(value, Line) else value


def _not_allowed(what: str) -> BadData:
    return BadData("A lesson uses a part of Ink that lessons do without", where=what, fix="See docs/lessons.md.")


def play(story: Container, choices: Iterable[int] = (), *, skipped: bool = False) -> Play:
    """Return the story played along some choices; skipped: then to the debrief. BadInput for a choice not there."""
    made = Play(story)
    for number in choices:
        made.choose(number)
    if skipped:
        made.skip()
    return made
