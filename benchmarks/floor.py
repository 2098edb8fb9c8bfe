"""A naive floor to compare with: a list of nine words. The first message that holds one of them is an alarm."""

from __future__ import annotations

import re
import time

from benchmarks import first_alarm
from safelight.evaluation.run import Outcome
from safelight.importers.jsonl import Record

WORDS = ("secret", "alone", "pic", "pics", "naked", "meet", "mature", "cam", "parents")
_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def outcome(record: Record) -> Outcome:
    """Return what the list of words says of one conversation."""
    started = time.process_time()
    messages = enumerate(record.conversation.messages)
    first = next(((number, message.author) for number, message in messages if _WORD.search(message.text)), None)
    return first_alarm.outcome(record, first, started)
