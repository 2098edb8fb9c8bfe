"""The talk that the model is made and judged on, as folded words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.chats import invented, of, students

from safelight.importers.jsonl import Record
from safelight.lexicons.load import lexicon
from safelight.normalize.text import words

LANGUAGE = "en"


@dataclass(frozen=True)
class Chat:
    """One chat: its label, the one it is about (label 1), and who said which words."""

    id: str
    label: int
    subject: str | None
    messages: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)

    @property
    def people(self) -> list[str]:
        """Return who takes part, in order."""
        return list(dict.fromkeys(author for author, _ in self.messages))


def folded(records: Iterable[Record]) -> Iterator[Chat]:
    """Yield records as chats of folded words."""
    vocabulary = lexicon(LANGUAGE).vocabulary
    for record in records:
        said = ((m.author, tuple(words(m.text, vocabulary).words)) for m in record.conversation.messages)
        spoken = tuple((author, line) for author, line in said if line)
        yield Chat(record.conversation.id, record.label or 0, record.subject, spoken)


def trained_on(identifier: str) -> bool:
    """Tell whether an ordinary chat is in the half that models are made on; the other half only judges."""
    return hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0


def student_chats() -> list[Chat]:
    """Return the half of the student chats that models are made on."""
    return [chat for chat in folded(students()) if trained_on(chat.id)]


def irc_chats(path: Path) -> list[Chat]:
    """Return the half of the IRC talk that models are made on."""
    return [chat for chat in folded(of(path)) if trained_on(chat.id)]


def invented_chats() -> list[Chat]:
    """Return the invented chats that may be seen."""
    return list(folded(invented("seen")))
