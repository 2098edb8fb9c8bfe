"""Runs every case file: each signal fires where its cases say, on the words marked ⟦so⟧, and else stays quiet.

English cases lie in `cases/conversation/`, those of another language in a folder with its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from safelight.engine import Watch
from safelight.lexicons.load import languages
from safelight.schema.assessments import Level
from safelight.schema.findings import Finding
from safelight.schema.items import Message
from safelight.signals.registry import signals

CASES = Path(__file__).parents[1] / "cases"
# libyaml reads ten times as fast as Python, where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LEAST = 3
# A phrase that is ordinary alone may leave a hint in a look-alike; never more, and never an alarm.
HINT = 0.35
_MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One invented chat; `marked` holds (message, start, end) of the words that the signal must point at."""

    signal: str
    language: str
    name: str
    fires: bool
    messages: tuple[Message, ...]
    marked: tuple[tuple[int, int, int], ...]


def _chat(text: str) -> tuple[tuple[Message, ...], tuple[tuple[int, int, int], ...]]:
    messages, marked = [], []
    for number, line in enumerate(text.strip().splitlines()):
        author, _, body = line.partition(": ")
        removed = 0
        for match in _MARK.finditer(body):
            start = match.start() - removed
            marked.append((number, start, start + len(match.group(1))))
            removed += 2
        messages.append(Message(author.strip(), body.replace("⟦", "").replace("⟧", "")))
    return tuple(messages), tuple(marked)


def _cases(path: Path) -> Iterator[Case]:
    table: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    signal = f"conversation.{path.stem}"
    for kind in ("fires", "quiet"):
        for row in table[kind]:
            messages, marked = _chat(row["chat"])
            yield Case(signal, ",".join(table["languages"]), row["name"], kind == "fires", messages, marked)


ALL = [case for path in sorted(CASES.glob("conversation/**/*.yml")) for case in _cases(path)]


def _findings(case: Case) -> tuple[list[Finding], Level]:
    watch = Watch()
    found: list[Finding] = []
    level = Level.CANNOT_SAY
    for message in case.messages:
        assessment = watch.add(message)
        found.extend(f for f in assessment.findings if f.signal == case.signal and f not in found)
        level = max(level, assessment.level)
    return found, level


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.signal}:{c.language}:{c.name}")
def test_case(case: Case) -> None:
    """A case fires on its marked words; a look-alike gives a hint at most, and no alarm."""
    found, level = _findings(case)
    if not case.fires:
        assert [(dict(f.because), f.strength) for f in found if f.strength > HINT] == []
        assert level < Level.CONCERN
        return
    spans = [(s.message, s.start, s.end) for f in found for e in f.evidence for s in e.spans]
    assert case.marked, "a case that fires marks the words"
    for message, start, end in case.marked:
        best = max((min(end, e) - max(start, s) for m, s, e in spans if m == message), default=0)
        assert best * 2 >= end - start, (message, start, end, spans)


@pytest.mark.parametrize("signal", sorted(signals("conversation")))
def test_every_signal_has_cases(signal: str) -> None:
    """Each signal has a case file with enough of both kinds."""
    kind, _, name = signal.partition(".")
    path = CASES / kind / f"{name}.yml"
    table = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    assert len(table["fires"]) >= LEAST
    assert len(table["quiet"]) >= LEAST
    assert set(table["languages"]) <= set(languages())


def test_no_case_without_signal() -> None:
    """Every case file belongs to a signal."""
    known = set(signals("conversation"))
    assert {f"conversation.{p.stem}" for p in CASES.glob("conversation/**/*.yml")} <= known


@pytest.mark.parametrize("path", sorted(CASES.glob("conversation/*/*.yml")), ids=lambda p: f"{p.parent.name}:{p.stem}")
def test_cases_of_a_language_lie_in_its_folder_and_have_look_alikes(path: Path) -> None:
    table = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    assert table["languages"] == [path.parent.name]
    assert path.parent.name in languages()
    assert table["fires"] and table["quiet"]
