"""The talk that the weights are made on, as vectors: chats, and chats made by code of ordinary ones and short lines.

The lines are those of the cases (tests/cases/conversation): what fires, and the look-alikes that must stay quiet. Both
are set into the same ordinary student talk in the same way, so that a line's being out of place says nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from safelight.importers.jsonl import Record
from safelight.models.meaning_of_talk import LONGEST

CASES = Path(__file__).parents[2] / "tests" / "cases" / "conversation"
_BATCH = 512
_LEAST, _MOST = 15, 60
Vectors = np.ndarray[Any, np.dtype[np.float32]]
Encode = Callable[[list[str]], Vectors]


@dataclass(frozen=True)
class Chat:
    """label, subject as in the data (label 1: by whom); said: (author, vector) of each message with words."""

    label: int
    subject: str | None
    said: tuple[tuple[str, Vectors], ...]


@dataclass(frozen=True)
class Line:
    """One line of a case: its technique (the name of the file), whether it fires, its vector."""

    technique: str
    fires: bool
    vector: Vectors


def encoded(records: Iterable[Record], encode: Encode) -> list[Chat]:
    """Return records as chats of vectors."""
    found = []
    for record in records:
        said = [m for m in record.conversation.messages if m.kind in ("text", "media") and m.text.strip()]
        vectors = in_batches([m.text[:LONGEST] for m in said], encode)
        pairs = tuple((m.author, vector) for m, vector in zip(said, vectors, strict=True))
        found.append(Chat(record.label or 0, record.subject, pairs))
    return found


def in_batches(texts: list[str], encode: Encode) -> Vectors:
    """Return one row for each text."""
    parts = [encode(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    return np.concatenate(parts) if parts else np.zeros((0, 512), np.float32)


def lines(encode: Encode) -> list[Line]:
    """Return the marked lines of what fires, and all lines of what stays quiet, of the English cases."""
    rows: list[tuple[str, bool, str]] = []
    for path in sorted(CASES.glob("*.yml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for fires, cases in ((True, table.get("fires", ())), (False, table.get("quiet", ()))):
            rows.extend((path.stem, fires, text) for case in cases for text in _lines(case["chat"], marked=fires))
    vectors = in_batches([text for *_, text in rows], encode)
    return [Line(technique, fires, v) for (technique, fires, _), v in zip(rows, vectors, strict=True)]


def _lines(chat: str, *, marked: bool) -> Iterator[str]:
    for row in chat.splitlines():
        text = row.partition(":")[2].strip()
        if text and ("⟦" in text or not marked):
            yield text.replace("⟦", "").replace("⟧", "")


def made(ordinary: Sequence[Chat], pool: Sequence[Line], chance: random.Random) -> Iterator[Chat]:
    """Yield each ordinary chat between two with lines of some techniques set into what one side says."""
    techniques = sorted({line.technique for line in pool})
    for chat in ordinary:
        people = list(dict.fromkeys(author for author, _ in chat.said))[:2]
        if len(chat.said) < _LEAST or len(people) < 2:
            continue
        subject, own = chance.choice(people), chance.sample(techniques, chance.randint(4, 10))
        fitting, density = [line.vector for line in pool if line.technique in own], chance.uniform(0.25, 0.8)
        said: list[tuple[str, Vectors]] = []
        for place, (author, vector) in enumerate(chat.said[:_MOST]):
            said.append((author, vector))
            if author == subject and chance.random() < density and place > chance.randrange(8):
                said.append((subject, chance.choice(fitting)))
        yield Chat(0, subject, tuple(said))
