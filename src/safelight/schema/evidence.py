"""Evidence: pointers into an item, never its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of characters in the original text of an item.

    start, end: character offsets, end exclusive. message: the message's number (0-based) in a conversation, None for
    an item without messages. field: the item's field when it is not `text` ("bio", "url").
    """

    start: int
    end: int
    message: int | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Spans that together show one thing. role "shows" for the words themselves, "context" for what they answer."""

    spans: tuple[Span, ...]
    role: Literal["shows", "context"] = "shows"
