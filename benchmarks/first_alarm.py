"""What the simple judges that stand beside Safelight have in common: the first alarm is all that they say of a chat."""

from __future__ import annotations

import time

from safelight.evaluation.run import Outcome
from safelight.importers.jsonl import Record
from safelight.schema.assessments import Level


def outcome(record: Record, first: tuple[int, str] | None, started: float) -> Outcome:
    """Return the outcome of a conversation. first: number (0-based) and author of the message with the first alarm.

    started: the process's CPU seconds when the judge began (time.process_time).
    """
    return Outcome(
        id=record.conversation.id,
        source=record.source or "all",
        label=record.label,
        messages=len(record.conversation.messages),
        level=Level.CONCERN if first else Level.NOTHING_NOTICED,
        alarm_at=first[0] + 1 if first else None,
        named=first[1] if first else None,
        right=first[1] == record.subject if first and record.subject else None,
        seconds=time.process_time() - started,
    )
