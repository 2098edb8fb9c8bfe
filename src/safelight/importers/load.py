"""Reads a file of any known format: finds its importer, streams it, and joins what belongs together.

`read` is the way in for everybody. Importers are found by walking this folder: a module is one when it defines
`identify` and `read`. Nothing is registered by hand. What an importer module may define beyond its contract:

LAST_RESORT = True  it is asked only when no other importer claims anything (pasted text).
BINARY = True       it reads its stream as it is (a picture), and is asked first.
PASSES = 2          it reads its stream twice, so that progress is told right.
title(name)         a title out of an archive's file name, for formats whose file inside has no name of its own.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, BinaryIO

import safelight.importers as folder
from safelight.importers import streams
from safelight.importers.merge import merged
from safelight.schema.errors import AmbiguousFormat, DamagedFile, EmptyFile, SafelightError, UnknownFormat
from safelight.schema.items import Conversation, Item, Unread

if TYPE_CHECKING:
    from safelight.importers.archive import Member

_PASTE = "Open the chat, copy its messages, and paste them instead of choosing a file."
_NAMES_SHOWN = 5
_ZIP = (b"PK\x03", b"PK\x05", b"PK\x07")
_BLANK = b" \t\r\n\xef\xbb\xbf"


@cache
def importers() -> Mapping[str, ModuleType]:
    """Return every importer by its name (the module's name), sorted."""
    found = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(folder.__path__)):
        module = importlib.import_module(f"{folder.__name__}.{name}")
        if hasattr(module, "identify") and hasattr(module, "read"):
            found[name] = module
    return MappingProxyType(found)


def claims(name: str, head: bytes, *, last_resort: bool = False) -> str | None:
    """Return the name of the importer that claims a file, or None. Raises AmbiguousFormat when several do."""
    asked = [key for key, module in importers().items() if getattr(module, "LAST_RESORT", False) is last_resort]
    claiming = [key for key in asked if importers()[key].identify(name, head)]
    if len(claiming) > 1:
        raise AmbiguousFormat(f"The file could be of the formats {' and '.join(claiming)}", where=name, fix=_PASTE)
    return claiming[0] if claiming else None


def read(
    source: str | os.PathLike[str] | bytes, name: str | None = None, *, progress: streams.Progress | None = None
) -> list[Item]:
    """Return the items in a file. source: a path, or the file's bytes with its `name`.

    progress(done, total) is called now and then with bytes; `done` grows up to `total`.
    Raises a SafelightError: UnreadableFile, EmptyFile, UnknownFormat, AmbiguousFormat, DamagedFile, UnsafeArchive.
    """
    with streams.opened(source, name) as (stream, label, size):
        head = streams.head_of(stream)
        if size <= len(head) and not head.strip(_BLANK):
            raise EmptyFile("The file holds nothing", where=label, fix=_PASTE)
        if key := _binary(label, head):
            return [*importers()[key].read(stream, label)]
        if head.startswith(_ZIP):
            return [*_read_archive(stream, label, progress)]
        return [*_read_file(stream, label, streams.Meter(progress, size))]


def _binary(name: str, head: bytes) -> str | None:
    """Return the importer that claims a file which is no text: pictures, videos, sounds, documents."""
    asked = [key for key, module in importers().items() if getattr(module, "BINARY", False)]
    return next((key for key in asked if importers()[key].identify(name, head)), None)


def _read_file(stream: BinaryIO, name: str, meter: streams.Meter) -> list[Item]:
    start = streams.head_of(streams.as_utf8(stream))
    key = claims(name, start) or claims(name, start, last_resort=True)
    if key is None:
        raise UnknownFormat("The file is of no chat format that Safelight knows", where=name, fix=_PASTE)
    found = merged(_items(key, meter.over(stream, meter.total, _passes(key)), name))
    _check_not_empty(found, name)
    meter.finish()
    return found


def _check_not_empty(found: Iterable[Item], name: str) -> None:
    """Refuse a file in which nothing was said: "nothing found" must not look like "nothing wrong"."""
    if not any(_holds_something(one) or one.source.unread for one in found):
        raise EmptyFile("The file holds no messages", where=name, fix=_PASTE)


def _holds_something(one: Item) -> bool:
    """Tell whether there is anything to look at in an item: messages, words, or bytes."""
    if isinstance(one, Conversation):
        return bool(one.messages)
    return any(
        getattr(one, part, None) for part in ("text", "title", "url", "data", "bio", "handle", "display_name", "apps")
    )


def _read_archive(stream: BinaryIO, name: str, progress: streams.Progress | None) -> list[Item]:
    # Only archives need zipfile, which costs time and memory to import.
    from safelight.importers import archive

    lost: list[SafelightError] = []
    plan, strangers = _plan(archive.members(stream, name), lost)
    if not plan and not lost:
        raise UnknownFormat("The archive holds no chat of a known format", where=name, fix=_PASTE)
    meter = streams.Meter(progress, sum(member.size for _, member in plan))
    found: list[Item] = []
    for key, member in plan:
        try:
            # Extending one by one keeps what came before the damage.
            found.extend(_titled(key, name, _read_member(key, member, meter)))
        except (DamagedFile, EmptyFile) as problem:
            lost.append(problem)
    if lost and not found:
        raise lost[0]
    _check_not_empty(found, name)
    meter.finish()
    return [_annotated(one, strangers, lost) for one in merged(found)]


def _plan(members: Iterable[Member], lost: list[SafelightError]) -> tuple[list[tuple[str, Member]], list[str]]:
    """Return which importer reads which member, and the names of members that nobody claims. Adds damaged to `lost`."""
    heads = [*_heads(members, lost)]
    for last_resort in (False, True):
        keys = [claims(member.name, head, last_resort=last_resort) for member, head in heads]
        if any(keys):
            plan = [(key, member) for key, (member, _) in zip(keys, heads, strict=True) if key]
            return plan, [member.name for key, (member, _) in zip(keys, heads, strict=True) if not key]
    return [], [member.name for member, _ in heads]


def _heads(members: Iterable[Member], lost: list[SafelightError]) -> Iterator[tuple[Member, bytes]]:
    for member in members:
        try:
            with member.open() as stream:
                yield member, streams.head_of(streams.as_utf8(stream))
        except DamagedFile as problem:
            lost.append(problem)


def _read_member(key: str, member: Member, meter: streams.Meter) -> Iterator[Item]:
    with member.open() as stream:
        yield from _items(key, meter.over(stream, member.size, _passes(key)), member.name)


def _items(key: str, stream: BinaryIO, name: str) -> Iterator[Item]:
    found: Iterator[Item] = importers()[key].read(streams.as_utf8(stream), name)
    return found


def _passes(key: str) -> int:
    return int(getattr(importers()[key], "PASSES", 1))


def _titled(key: str, archive_name: str, found: Iterable[Item]) -> Iterator[Item]:
    title = getattr(importers()[key], "title", None)
    for one in found:
        untitled = title is not None and isinstance(one, Conversation) and not one.title
        yield replace(one, title=title(archive_name)) if untitled and title else one


def _annotated(one: Item, strangers: list[str], lost: list[SafelightError]) -> Item:
    """Return the item with what the archive holds beside it: files of no known format, and damaged ones."""
    notes = (_stranger_note(strangers),) if strangers else ()
    unread = tuple(Unread(problem.where, problem.what) for problem in lost)
    if not notes and not unread:
        return one
    source = replace(one.source, notes=one.source.notes + notes, unread=one.source.unread + unread)
    return replace(one, source=source)


def _stranger_note(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMES_SHOWN]) + (", ..." if len(names) > _NAMES_SHOWN else "")
    if len(names) == 1:
        return f"1 file in the archive is of no known chat format: {shown}."
    return f"{len(names)} files in the archive are of no known chat format: {shown}."
