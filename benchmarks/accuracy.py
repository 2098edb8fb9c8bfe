"""Alarms on ordinary talk and recall on invented chats: Safelight, and beside it the list of nine words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import chats, floor
from safelight.evaluation.run import Outcome, outcome
from safelight.evaluation.scorecard import Scorecard, scorecard
from safelight.importers.jsonl import Record

Judge = Callable[[Record], Outcome]
JUDGES: dict[str, Judge] = {"safelight": outcome, "nine words": floor.outcome}


def figures(card: Scorecard, name: str) -> dict[str, Any]:
    """Return the figures of a set that came from one source."""
    data = card.to_dict()
    kept = {key: data[key] for key in ("conversations", "messages", "cpu_seconds", "speed", "cannot_say")}
    return kept | {key: data[key].get(name) for key in ("found", "quiet")}


def measure(name: str, records: Iterable[Record], judge: Judge) -> dict[str, Any]:
    """Return the figures of one judge on one set. All sources of the set count as one."""
    return figures(scorecard(replace(judge(record), source=name) for record in records), name)


def everything(irc: Path | None) -> dict[str, Any]:
    """Return set -> judge -> figures; for a set that is not there, the reason. Sets are read anew for each judge."""
    sets: dict[str, Callable[[], Iterable[Record]] | str] = {
        "invented, seen": lambda: chats.invented("seen"),
        "invented, held back": lambda: chats.invented("held_back"),
        "students": chats.students if chats.students_are_here() else "chitchat-dataset is not installed: `make bench`",
        "irc": (lambda: chats.of(irc)) if irc else "no file: give `--irc FILE` or set SAFELIGHT_IRC",
    }
    return {name: _set(name, found) for name, found in sets.items()}


def _set(name: str, found: Callable[[], Iterable[Record]] | str) -> Any:
    if isinstance(found, str):
        return {"missing": found}
    return {judge: measure(name, found(), ask) for judge, ask in JUDGES.items()}
