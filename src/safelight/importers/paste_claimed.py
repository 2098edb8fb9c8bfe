"""Reads a paste that is a whole export of a known text format (WhatsApp, LINE, Signal) with that format's importer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from safelight.importers.paste_blocks import Block
from safelight.importers.paste_words import plain
from safelight.importers.streams import HEAD
from safelight.schema.errors import AmbiguousFormat, SafelightError
from safelight.schema.items import Conversation, Message

_NAME = "paste.txt"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the format's importer read, as blocks of the paste."""

    format: str
    blocks: tuple[Block, ...]
    conversation: Conversation


def claimed(text: str, raw: Sequence[str]) -> Claimed | None:
    """Return the paste as an importer of a text format reads it; None when none claims it, or lines do not match."""
    # Not at the top: load imports every importer, this one's too.
    from safelight.importers import load

    data = text.encode("utf-8", "replace")
    try:
        key = load.claims(_NAME, data[:HEAD])
        found = list(load.importers()[key].read(io.BytesIO(data), _NAME)) if key else []
    except (AmbiguousFormat, SafelightError):
        return None
    if key is None or len(found) != 1 or not found[0].messages:
        return None
    blocks = _aligned(found[0].messages, raw, f"the format of {load.importers()[key].TITLE}")
    return Claimed(key, blocks, found[0]) if blocks else None


def is_claimed(name: str, head: bytes) -> bool:
    """Tell whether another importer knows the file."""
    from safelight.importers import load

    try:
        return load.claims(name, head) is not None
    except AmbiguousFormat:
        return True


def _aligned(messages: Sequence[Message], raw: Sequence[str], rule: str) -> tuple[Block, ...] | None:
    """Return one block per message, with the lines in which it stands; None when one is not found in the lines."""
    lines = [plain(line) for line in raw]
    blocks: list[Block] = []
    at = 0
    for message in messages:
        parts = message.text.split("\n")
        start = _line_with(plain(parts[0]).strip(), lines, at)
        if start is None:
            return None
        blocks += [_skipped(number, raw[number]) for number in range(at, start) if lines[number].strip()]
        last = min(start + len(parts), len(raw))
        texts = tuple((start + n + 1, part) for n, part in enumerate(parts))
        blocks.append(Block(start + 1, last, message.author or None, texts, message.kind, 0.97, rule, message.time))
        at = last
    return (*blocks, *(_skipped(number, raw[number]) for number in range(at, len(raw)) if lines[number].strip()))


def _line_with(text: str, lines: Sequence[str], at: int) -> int | None:
    return next((number for number in range(at, len(lines)) if lines[number].strip() and text in lines[number]), None)


def _skipped(at: int, line: str) -> Block:
    return Block(at + 1, at + 1, None, ((at + 1, line.strip()),), "system", 0.5, "it is part of no message")
