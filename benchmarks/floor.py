"""A naive floor to compare with: a list of nine words. The first message that holds one of them is an alarm."""

from __future__ import annotations

import re
import time

from safelight.evaluation.run import Outcome
from safelight.importers.jsonl import Record
from safelight.schema.assessments import Level

WORDS = ("secret", "alone", "pic", "pics", "naked", "meet", "mature", "cam", "parents")
_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def outcome(record: Record) -> Outcome:
    """Return what the list of words says of one conversation."""
    started = time.process_time()
    messages = record.conversation.messages
    first = next((n for n, message in enumerate(messages) if _WORD.search(message.text)), None)
    seconds = time.process_time() - started
    named = None if first is None else messages[first].author
    return Outcome(
        id=record.conversation.id,
        source=record.source or "all",
        label=record.label,
        messages=len(messages),
        level=Level.NOTHING_NOTICED if first is None else Level.CONCERN,
        alarm_at=None if first is None else first + 1,
        named=named,
        right=named == record.subject if named is not None and record.subject else None,
        seconds=seconds,
    )
