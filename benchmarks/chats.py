"""The labelled conversations that are measured on, as records: invented chats, ordinary student chat, ordinary IRC."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, cast

from safelight.importers.jsonl import Record, records
from safelight.schema.items import Conversation, Message

ROOT = Path(__file__).parents[1]
INVENTED = ROOT / "tests" / "chats"


def invented(part: str) -> Iterator[Record]:
    """Yield the invented chats of one part, "seen" or "held_back". Only code reads the held back ones."""
    for path in sorted((INVENTED / part).glob("*.jsonl")):
        yield from of(path)


def of(path: Path) -> Iterator[Record]:
    """Yield the conversations of a JSONL file, also a gzipped one."""
    with cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb") as stream:
        yield from records(stream, path.name)


def students_are_here() -> bool:
    """Tell whether the package chitchat-dataset is installed."""
    return find_spec("chitchat_dataset") is not None


def students() -> Iterator[Record]:
    """Yield the 7,168 ordinary student chats of chitchat-dataset (MIT)."""
    table = json.loads((files("chitchat_dataset") / "dataset.json").read_text(encoding="utf-8"))
    for key, chat in table.items():
        said = [(line["sender"], line["text"], line["timestamp"]) for turn in chat["messages"] for line in turn]
        # Accounts are told apart, names are not needed.
        people = {sender: f"student {number}" for number, sender in enumerate(dict.fromkeys(row[0] for row in said), 1)}
        messages = tuple(Message(people[sender], text, time) for sender, text, time in said)
        yield Record(Conversation(messages, id=key), label=0, source="chitchat")
