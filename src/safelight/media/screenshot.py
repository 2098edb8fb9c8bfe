"""Reads a screenshot of a chat: who said what, from places and colours. A guess, shown as one, that can be corrected.

Three ways in which apps show it: bubbles on the left and on the right (WhatsApp, iMessage, Instagram, Messenger,
Telegram and more), names with a time above the words (Discord), coloured labels with a bar (Snapchat).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from safelight.locales.load import mark
from safelight.media import screenshot_bubbles, screenshot_plain, see_text
from safelight.media.extra import load
from safelight.media.hashes import opened
from safelight.media.screenshot_area import Area, Screen
from safelight.media.screenshot_parts import Part, is_clock, is_day, is_field, is_state, is_stroke
from safelight.schema.errors import BadInput, EmptyFile
from safelight.schema.items import Conversation, Message, Participant, Source, Unread

if TYPE_CHECKING:
    from PIL.Image import Image

_NEEDED_FOR = "Reading a screenshot"
_FORMAT = "screenshot"
# Shares of the height. The clock of the phone stands above the first, the name above the second.
_STATUS, _HEADER = 0.06, 0.1
_TITLE = 0.135
# Share of the width: less of a difference between both margins is a guess that may be wrong.
_UNSURE = 0.08
ME, THEM = "Me", "Them"

Side = Literal["mine", "theirs", "unknown"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message as it was read. side: whose it seems to be; name: "" when none is shown; sure: of the side, 0..1."""

    text: str = field(repr=False)
    side: Side
    name: str = field(default="", repr=False)
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class ScreenChat:
    """A screenshot as it was read. layout: "bubbles", "names", "labels", "sides"; hard: lines hardly read."""

    turns: tuple[Turn, ...] = field(repr=False)
    layout: str
    title: str = field(default="", repr=False)
    name: str = ""
    hard: int = 0

    def flipped(self, *numbers: int) -> ScreenChat:
        """Return the same with the sides of these turns (from 0) turned round, as the reader corrects them."""
        other: dict[Side, Side] = {"mine": "theirs", "theirs": "mine", "unknown": "mine"}
        turns = (
            replace(turn, side=other[turn.side], sure=1.0) if number in numbers else turn
            for number, turn in enumerate(self.turns)
        )
        return replace(self, turns=tuple(turns))

    def swapped(self) -> ScreenChat:
        """Return the same with both sides exchanged: the screenshot comes from the other person's phone."""
        return self.flipped(*range(len(self.turns)))

    def owned_by(self, name: str) -> ScreenChat:
        """Return the same with everything under this name as the owner's."""
        turns = (replace(turn, side="mine" if turn.name == name else "theirs", sure=1.0) for turn in self.turns)
        return replace(self, turns=tuple(turns))

    def conversation(self, *, me: str = ME, them: str = "") -> Conversation:
        """Return the conversation that the check takes; its source says that it is a guess, and what was guessed."""
        other = them or self.title or THEM
        messages = tuple(Message(self._author(turn, me, other), turn.text) for turn in self.turns)
        names = dict.fromkeys(message.author for message in messages)
        owner = me if any(turn.side == "mine" for turn in self.turns) else None
        return Conversation(
            messages,
            tuple(Participant(name, is_owner=name == owner) for name in names),
            title=self.title,
            owner=owner,
            source=Source(_FORMAT, self.name, self._notes(), self._unread(), len(self.turns)),
        )

    def _author(self, turn: Turn, me: str, other: str) -> str:
        if turn.side == "mine":
            return me
        return turn.name or other

    def _notes(self) -> tuple[str, ...]:
        notes = [
            mark("This was read from a picture. The words, and who said them, are a guess. Please check them."),
            mark("A picture shows only a part of a chat."),
        ]
        if self.layout in ("bubbles", "sides"):
            notes.append(mark("What stands on the right was taken as yours. If that is wrong, swap the sides."))
        elif not any(turn.side == "mine" for turn in self.turns):
            notes.append(mark("The picture does not show which name is yours. Choose it."))
        if any(turn.sure < 0.5 for turn in self.turns):
            notes.append(mark("For some lines it was hard to tell who said them."))
        return tuple(notes)

    def _unread(self) -> tuple[Unread, ...]:
        return (Unread("picture", f"{self.hard} lines could not be read well"),) if self.hard else ()


def read(data: bytes, name: str = "") -> ScreenChat:
    """Return what a screenshot's bytes show. Raises MissingExtra, DamagedFile, EmptyFile when no message is seen."""
    return of_picture(opened(data), name)


def joined(chats: Sequence[ScreenChat]) -> ScreenChat:
    """Return several screenshots of one chat, in order, as one; what two of them both show is kept once.

    The layout and the title are those of the first. Raises BadInput for none.
    """
    if not chats:
        raise BadInput("There is no screenshot to join")
    turns: list[Turn] = []
    for chat in chats:
        turns += chat.turns[_overlap(turns, chat.turns) :]
    return replace(chats[0], turns=tuple(turns), hard=sum(chat.hard for chat in chats))


def _overlap(before: Sequence[Turn], after: Sequence[Turn]) -> int:
    """Return how many turns at the beginning stand at the end of the others already."""
    old, new = ([(each.side, _plain(each.text)) for each in turns] for turns in (before, after))
    return next((size for size in range(min(len(old), len(new)), 0, -1) if old[-size:] == new[:size]), 0)


def _plain(text: str) -> str:
    return "".join(text.lower().split())


def of_picture(picture: Image, name: str = "") -> ScreenChat:
    """Return what an upright picture shows. Raises MissingExtra, EmptyFile when no message is seen in it."""
    numpy = load("numpy", _NEEDED_FOR)
    screen = Screen(numpy.asarray(picture.convert("RGB")))
    pixels = screen.without_bars()
    lines = see_text.long_lines(load("PIL.Image", _NEEDED_FOR).fromarray(pixels))
    return of_lines(lines, screen, name)


def of_lines(lines: Sequence[see_text.Line], screen: Screen, name: str = "") -> ScreenChat:
    """Return what lines of words on a screen show; other readers of words can be used before it."""
    areas = [screen.area(line) for line in lines if line.sure >= see_text.LEAST_SURE and not is_stroke(line.text)]
    body = _without_frame(areas, screen)
    bubbles = screenshot_bubbles.bubbles(body, screen)
    inside = sum(len(each.areas) for each in bubbles)
    if bubbles and inside * 2 >= len([each for each in body if not is_day(each.line.text)]):
        layout, parts = "bubbles", screenshot_bubbles.parts(bubbles, screen)
    else:
        plain = [each for each in body if not _is_chip(each, screen) and not is_state(each.line.text)]
        layout, parts = screenshot_plain.parts(plain, screen)
    if not parts:
        raise EmptyFile("No message was seen in this picture", where=name, fix="Choose a screenshot of a chat.")
    turns = tuple(_turn(part, screen.width) for part in parts)
    hard = sum(line.sure < see_text.LEAST_SURE for line in lines)
    return ScreenChat(turns, layout, _title(areas, screen), name, hard)


def _turn(part: Part, width: int) -> Turn:
    side: Side = "unknown" if part.lean is None else ("mine" if part.lean > 0 else "theirs")
    sure = 1.0 if part.lean is None else min(1.0, abs(part.lean) / width / (2 * _UNSURE))
    return Turn(part.text, side, part.name, sure)


def _without_frame(areas: list[Area], screen: Screen) -> list[Area]:
    """Return the lines without the phone's own at the top, the name of the chat, and the empty field at the bottom."""
    top = screen.height * _HEADER if _has_clock(areas, screen) else 0
    field_at = [
        each.line.top
        for each in areas
        if each.line.middle > screen.height * 0.8 and is_field(each.line.text) and _is_last(each, areas)
    ]
    bottom = min(field_at, default=screen.height)
    return [each for each in areas if each.line.middle > top and each.line.top < bottom]


def _is_last(area: Area, areas: list[Area]) -> bool:
    """Say whether at most the keys of the field stand on the same height or below."""
    return sum(each.line.top > area.line.bottom for each in areas) <= 1


def _has_clock(areas: list[Area], screen: Screen) -> bool:
    return any(each.line.middle < screen.height * _STATUS and is_clock(each.line.text) for each in areas)


def _is_chip(area: Area, screen: Screen) -> bool:
    """Say whether a line without a bubble is a day in the middle of the page."""
    middle = (area.line.left + area.line.right) / 2
    return abs(middle - screen.width / 2) < screen.width * 0.05 and is_day(area.line.text)


def _title(areas: list[Area], screen: Screen) -> str:
    """Return the tallest line between the phone's own line and the chat: the name of the other one, or of the group."""
    if not _has_clock(areas, screen):
        return ""
    between = [
        each.line
        for each in areas
        if screen.height * _STATUS < each.line.middle < screen.height * _TITLE
        and not is_state(each.line.text)
        and not is_day(each.line.text)
    ]
    first = [line for line in between if line.top <= min(each.top for each in between) + line.height / 2]
    return max(first, key=lambda line: line.height).text if first else ""
