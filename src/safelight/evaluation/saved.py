"""Runs written down as JSON, so that a later one can be compared with them: one row per conversation, never text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from safelight.evaluation.run import Outcome
from safelight.schema.assessments import Level
from safelight.schema.errors import DamagedFile

KEY = "outcomes"
_FIX = "Give a file that `safelight evaluate DATA.jsonl --json` wrote with this version."


def rows(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Return the outcomes as plain data. Who was named stays out: names are nobody's business later on."""
    return [
        {
            "id": one.id,
            "source": one.source,
            "label": one.label,
            "messages": one.messages,
            "level": one.level.name.lower(),
            "alarm_at": one.alarm_at,
            "right": one.right,
            "score": one.score,
            "first": one.first,
            "language": one.language,
            "rows": list(one.rows),
        }
        for one in outcomes
    ]


def load(blob: bytes, where: str) -> list[Outcome]:
    """Return the outcomes that a file holds. Raises DamagedFile."""
    try:
        table = json.loads(blob)[KEY]
        return [_outcome(row) for row in table]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DamagedFile("The file holds no saved run", where=where, fix=_FIX) from None


def _outcome(row: dict[str, Any]) -> Outcome:
    label, alarm, right = row["label"], row["alarm_at"], row["right"]
    if label not in (0, 1, None) or right not in (True, False, None):
        raise ValueError
    return Outcome(
        id=str(row["id"]),
        source=str(row["source"]),
        label=label,
        messages=int(row["messages"]),
        level=Level[str(row["level"]).upper()],
        alarm_at=None if alarm is None else int(alarm),
        right=right,
        score=float(row["score"]),
        first=str(row["first"]),
        language=str(row["language"]),
        rows=tuple(map(str, row["rows"])),
    )
