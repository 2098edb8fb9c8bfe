"""Each sample in tests/samples/<format>/ is read and compared with the golden file beside it (rewrite: make golden)."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from safelight.importers.load import importers, read
from safelight.schema.items import Conversation, Item, Message, kind_of

SAMPLES = Path(__file__).parent.parent / "samples"
FILES = sorted(
    path
    for format, module in importers().items()
    if not getattr(module, "BINARY", False)
    for path in SAMPLES.glob(f"{format}/**/*")
    if path.is_file() and not path.name.endswith(".expected.json")
)


def told(message: Message) -> list[Any]:
    time = message.time.isoformat() if isinstance(message.time, datetime) else message.time
    return [message.author, message.text, time, message.kind]


def as_json(item: Item) -> dict[str, Any]:
    source = about(item)
    if isinstance(item, Conversation):
        return conversation_as_json(item) | {"source": source}
    held = {name: plain(value) for name, value in fields_of(item).items() if value not in (None, "", ())}
    return {"kind": kind_of(item), **held, "source": source}


def fields_of(item: Item) -> dict[str, Any]:
    return {each.name: getattr(item, each.name) for each in fields(item) if each.name not in ("source", "found_in")}


def plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"{len(value)} bytes, {hashlib.sha256(value).hexdigest()}"
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [asdict(each) if is_dataclass(each) and not isinstance(each, type) else each for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def about(item: Item) -> dict[str, Any]:
    return {
        "format": item.source.format,
        "notes": list(item.source.notes),
        "unread": [f"{part.where}: {part.reason}" for part in item.source.unread],
        "one_sided": item.source.one_sided,
    }


def conversation_as_json(conversation: Conversation) -> dict[str, Any]:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "owner": conversation.owner,
        "participants": [who.name + (" (owner)" if who.is_owner else "") for who in conversation.participants],
        "messages": [
            dict(zip(("author", "text", "time", "kind"), told(one), strict=True)) for one in conversation.messages
        ],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_the_sample_reads_as_its_golden_file_says(path: Path, golden: Callable[[Path, str], None]) -> None:
    found = [as_json(one) for one in read(path)]
    golden(path.with_name(path.name + ".expected.json"), json.dumps(found, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_gives_the_same_as_bytes_as_from_disk(path: Path) -> None:
    assert read(path.read_bytes(), path.name) == read(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_is_read_by_the_importer_whose_folder_it_is_in(path: Path) -> None:
    formats = {one.source.format for one in read(path)}
    assert formats == {path.relative_to(SAMPLES).parts[0]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_whoever_writes_is_a_participant_and_the_owner_is_one_of_them(path: Path) -> None:
    for one in read(path):
        if not isinstance(one, Conversation):
            continue
        names = {who.name for who in one.participants}
        assert {message.author for message in one.messages} - {""} <= names
        assert {who.name for who in one.participants if who.is_owner} <= {one.owner}
        assert one.owner is None or one.owner in names


def test_every_importer_has_a_sample_and_says_what_its_format_leaves_out() -> None:
    sampled = {path.relative_to(SAMPLES).parts[0] for path in FILES}
    assert sampled == {name for name, module in importers().items() if not getattr(module, "BINARY", False)}
    for module in importers().values():
        assert module.TITLE
        assert all(sentence.endswith(".") for sentence in module.LEAVES_OUT)
