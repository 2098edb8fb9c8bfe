"""WhatsApp: "Export chat" from a phone, as text (Android) or as a zip with `_chat.txt` (iPhone), in every locale.

Two looks at the file. The first finds the one shape in which this phone writes the beginning of a message, and decides
from all dates whether the day or the month comes first; the decision and its evidence stand in the notes. The second
reads the messages. Texts stay as they were written, but for the invisible direction marks that WhatsApp puts before its
own words.

`[2023-01-28, 21:15] name: text` without seconds is what signal-export writes, and never an iPhone; with seconds both
may write it. The importer for Signal decides such files (see there), and this one refuses what that one claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from safelight.importers import signal
from safelight.importers.text_lines import TextLines, head_lines, unread_lines
from safelight.importers.whatsapp_dates import HalfDays, Order, day, guessed, half_days, hint_for, read_dates, year
from safelight.importers.whatsapp_markers import BEGINNINGS, EDGE, MARK_SIGNS, Markers, markers
from safelight.importers.whatsapp_shape import Ballot, Clock, Shape, clock, date_parts, head_pattern, vote
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

TITLE = "WhatsApp"
LEAVES_OUT: tuple[str, ...] = (
    "Pictures, sound and videos are not in the text.",
    "Messages that were deleted before the export are missing.",
)
# Once to see that it is UTF-8, once for the shape, once for the messages.
PASSES = 3

_QUOTES = '"“”„‟«»「」『』'
_LONGEST_NAME = 100
_LATEST_FIRST_LINE = 20
_OTHER_SHAPES_FROM = 3


def identify(name: str, head: bytes) -> bool:
    """Tell whether the beginning of a file has WhatsApp's shape: dated lines, a fifth of them with an author."""
    lines = head_lines(head)
    ballots = vote(lines)
    if not ballots or signal.identify(name, head):
        return False
    shape, ballot = next(iter(ballots.items()))
    if _is_named(name):
        return True
    # Heads of old iPhones, with no bracket or dash, look like the log of any program where the date is an ISO date.
    if shape.tail in (" ", ":") and shape.date_separator == "-":
        return False
    match = head_pattern(shape.tail).match
    authored = sum(1 for line in lines if (found := match(line)) and ": " in line[found.end() :])
    return authored > 0 and authored * 5 >= ballot.count and ballot.first_line <= _LATEST_FIRST_LINE


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of the file. Raises DamagedFile or WrongEncoding."""
    lines = TextLines(stream, name)
    plan = _plan(lines, name)
    reader = _Reader(plan, markers())
    reader.run(lines)
    reader.finish()
    owner = next(iter(reader.owners)) if len(reader.owners) == 1 else None
    yield Conversation(
        messages=tuple(reader.messages),
        participants=tuple(Participant(who, who == owner) for who in reader.authors()),
        id=name,
        title=title(name),
        owner=owner,
        source=Source(
            format="whatsapp",
            name=name.rpartition("/")[2],
            notes=(*plan.notes, *lines.notes()),
            unread=reader.unread(),
            lines=reader.lines,
        ),
    )


def title(name: str) -> str:
    """Return the chat's name out of a file's name, "" when it has none (`_chat.txt`)."""
    base = name.rpartition("/")[2]
    stem = base.rpartition(".")[0] or base
    if stem == "_chat":
        return ""
    for pattern in markers().file_names:
        if found := pattern.fullmatch(stem):
            return found[1].replace("_", " ").strip()
    return stem


def _is_named(name: str) -> bool:
    base = name.rpartition("/")[2].casefold()
    return "whatsapp" in base or base == "_chat.txt"


# ---------------------------------------------------------------- first look: the plan


@dataclass(frozen=True, slots=True)
class _Plan:
    """How this file is to be read."""

    shape: Shape
    order: Order
    halves: HalfDays
    notes: tuple[str, ...]


def _plan(lines: TextLines, name: str) -> _Plan:
    ballots = vote(lines)
    if not ballots:
        raise DamagedFile(
            "No line of the file begins a message", where=name, fix="Export the chat again, or copy and paste it."
        )
    shape, ballot = next(iter(ballots.items()))
    reading = read_dates(list(ballot.dates.values()), *hint_for(shape, ballot))
    halves, unknown = half_days(ballot.clocks.values(), markers().half_day)
    if unknown:
        halves = guessed(unknown, _stamps(lines, shape, reading.order))
    notes = (reading.note, halves.note, _calendar_note(ballot, reading.order), _other_shapes_note(ballots))
    return _Plan(shape, reading.order, halves, tuple(note for note in notes if note))


def _stamps(lines: TextLines, shape: Shape, order: Order) -> Iterator[tuple[date, Clock]]:
    match = head_pattern(shape.tail).match
    for line in lines:
        if found := match(line):
            parts, time = date_parts(found[1]), clock(found[2])
            when = day(parts, order) if parts else None
            if when and time and time.form == shape.form:
                yield when, time


def _calendar_note(ballot: Ballot, order: Order) -> str:
    at = order[2]
    years = [(parts.numbers[at], parts.digits[at]) for parts in ballot.dates.values()]
    told = {(year(*one) or 0) - one[0] for one in years if one[1] > 2}
    if any(year(*one) is None for one in years):
        return "The years are of a calendar that Safelight cannot read; those messages have no time."
    if told & {-543} or any((year(*one) or 0) % 100 != one[0] for one in years if one[1] <= 2):
        return "The years were read as Buddhist years (543 more than in the common calendar)."
    return ""


def _other_shapes_note(ballots: dict[Shape, Ballot]) -> str:
    others = list(ballots.values())[1:]
    many = sum(ballot.count for ballot in others)
    if many < _OTHER_SHAPES_FROM:
        return ""
    first = min(ballot.first_line for ballot in others)
    return (
        f"{many} lines look like the beginning of a message of another export (the first is line {first}); "
        "they were kept as part of the message they stand in."
    )


# ---------------------------------------------------------------- second look: the messages


class _Days(dict[str, date | bool]):
    """Texts of dates -> day; False when it is no date of this export; True when its calendar is not known."""

    def __init__(self, plan: _Plan) -> None:
        self._separator, self._order = plan.shape.date_separator, plan.order

    def __missing__(self, text: str) -> date | bool:
        parts = date_parts(text)
        found: date | bool = False
        if parts is not None and parts.separator == self._separator:
            at = self._order[2]
            found = day(parts, self._order) or year(parts.numbers[at], parts.digits[at]) is None
        self[text] = found
        return found


class _Times(dict[str, tuple[int, int, int] | None]):
    """Texts of times -> (hour, minute, second); None when it is no time of this export."""

    def __init__(self, plan: _Plan) -> None:
        self._form, self._halves = plan.shape.form, plan.halves

    def __missing__(self, text: str) -> tuple[int, int, int] | None:
        parts = clock(text)
        found = None
        if parts is not None and parts.form == self._form:
            found = (self._halves.hour(parts), parts.minute, parts.second)
        self[text] = found
        return found


class _Names(dict[str, str]):
    """What stands before the first colon -> the author's name, "" when it is no name. One text object per name."""

    def __missing__(self, text: str) -> str:
        name = text.strip(EDGE)
        # `Ann changed the subject to "Maths: homework"`: a quotation that is not closed is no name.
        if len(name) > _LONGEST_NAME or sum(map(name.count, _QUOTES)) % 2:
            name = ""
        self[text] = name
        return name


class _Reader:
    """Collects the messages. One message is open at a time; lines that begin none go on with it."""

    def __init__(self, plan: _Plan, known: Markers) -> None:
        self.messages: list[Message] = []
        self.owners: dict[str, None] = {}
        self.lines = 0
        self._match = head_pattern(plan.shape.tail).match
        self._days, self._times, self._names = _Days(plan), _Times(plan), _Names()
        self._known = known
        self._before = 0
        # The open message: its author, first line and time.
        self._open: tuple[str, str, datetime | None] | None = None
        self._more: list[str] = []

    def run(self, lines: TextLines) -> None:
        """Read all lines. This loop is the hot one: it does little more than match and look up."""
        match, days, times, close = self._match, self._days, self._times, self._close
        stamp: tuple[str, ...] = ()
        when: datetime | None = None
        for number, line in enumerate(lines, 1):
            found = match(line)
            if found is not None:
                texts: tuple[str, ...] = found.groups()
                day_of, time_of = days[texts[0]], times[texts[1]]
                if day_of and time_of is not None:
                    if self._open is not None:
                        close()
                    if texts != stamp:
                        stamp, when = texts, _moment(day_of, time_of)
                    self._open = (*self._split(line[found.end() :]), when)
                    self.lines = number
                    continue
            if self._open is None:
                self._before = number
            else:
                self._more.append(line)
            self.lines = number

    def finish(self) -> None:
        """Close the last message."""
        if self._open is not None:
            self._close()

    def authors(self) -> Sequence[str]:
        """Return everybody who wrote, in order of first appearance."""
        return [who for who in dict.fromkeys(message.author for message in self.messages) if who]

    def unread(self) -> tuple[Unread, ...]:
        """Return the lines that stand before the first message."""
        if not self._before:
            return ()
        return (unread_lines(1, self._before, "stands before the first message"),)

    def _split(self, rest: str) -> tuple[str, str]:
        """Return author and text of what follows a head; the author is "" for a system entry."""
        before, colon, text = rest.partition(": ")
        if not colon and rest.endswith(":"):
            # An empty message (a picture for one look) whose last space an editor has taken.
            before, colon, text = rest[:-1], ":", ""
        author = self._names[before] if colon else ""
        if not author or (text[:1] in BEGINNINGS and self._known.is_system(text)):
            return "", text if author else rest
        return author, text

    def _close(self) -> None:
        assert self._open is not None
        author, first, when = self._open
        more = self._more
        kind: MessageKind = "text" if author else "system"
        marked = first[:1] in BEGINNINGS
        # A quick look first: few texts begin or end as WhatsApp's own words do.
        if marked or first[-2:] in self._known.endings or first[-1:] == ")":
            kind = self._kind(author, first, alone=not more)
            first = first.lstrip(MARK_SIGNS) if marked else first
        if more:
            first = "\n".join([first, *more])
            self._more = []
        self.messages.append(Message(author, first, when, kind))
        self._open = None

    def _kind(self, author: str, first: str, *, alone: bool) -> MessageKind:
        kind = self._known.kind(first, alone=alone) if first else "text"
        if not author:
            return "call" if kind == "call" else "system"
        if kind == "deleted" and self._known.said_to_owner(first):
            self.owners[author] = None
        return kind


def _moment(on: date | bool, at: tuple[int, int, int]) -> datetime | None:
    if isinstance(on, bool):
        return None
    return datetime(on.year, on.month, on.day, *at)
