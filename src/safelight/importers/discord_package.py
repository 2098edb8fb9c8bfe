"""Reads Discord's own data package: `messages/c<channel>/messages.json`, or `messages.csv` in packages before 2024.

The package holds only what the owner of the account sent. The other side is missing, so a clean result means nothing.
`Timestamp` in JSON states no zone; the message's id holds the time of sending in UTC and settles it.
Source: Discord's README.txt in the package ("all messages you have sent") and its reference on snowflakes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import YOU, assembled, epoch, folder_of, gather, iso
from safelight.importers.json_files import AGAIN, Entry, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message

TITLE = "Discord (data package)"
LEAVES_OUT = (
    "Discord's data package holds only what the owner of the account sent. What others wrote is missing.",
    "So nothing noticed here does not mean that nothing is there. Copy the chat itself and paste it.",
)

_HEADER = "ID,Timestamp,Contents,Attachments"
_COLUMNS = _HEADER.split(",")
# What lies beside the messages in the archive holds no words: claimed, so that nobody is told of unknown files.
_BESIDE = re.compile(r"(^|/)messages/(c?\d+/channel|index)\.json$", re.IGNORECASE)
_EMPTY = re.compile(r"(^|/)messages/c?\d+/messages\.json$", re.IGNORECASE)
_CHANNEL = re.compile(r"c?(\d+)")
_SNOWFLAKES_BEGIN = 1_420_070_400_000
_SAME = timedelta(minutes=1)


def identify(name: str, head: bytes) -> bool:
    """Tell a channel's messages by their keys, which begin with capitals, or by the header of the CSV."""
    if _is_csv(head) or _BESIDE.search(name) or (_EMPTY.search(name) and head.strip() == b"[]"):
        return True
    return json_files.is_list(head) and {"ID", "Timestamp", "Contents"} <= json_files.keys(head)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one channel of a file, or nothing. Raises DamagedFile, EmptyFile."""
    if _BESIDE.search(name):
        return
    start = stream.read(len(_HEADER) + 8)
    stream.seek(0)
    entries = _rows(stream, name) if _is_csv(start) else json_files.load(stream, name)
    if not isinstance(entries, list):
        raise DamagedFile("The file does not begin as this format does", where=f"{name}, line 1", fix=AGAIN)
    where = "row" if _is_csv(start) else "messages"
    folder = folder_of(name)
    channel = _CHANNEL.fullmatch(folder)
    yield from assembled(
        gather(entries, _message, where),
        importer=__name__,
        file=name,
        id=channel[1] if channel else folder,
        owner=YOU,
        notes=LEAVES_OUT,
        one_sided=True,
    )


def _is_csv(head: bytes) -> bool:
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip().replace(b'"', b"")
    return line == _HEADER.encode()


def _rows(stream: BinaryIO, name: str) -> list[object]:
    """Return the rows below the header; a row with more or fewer columns comes as what it is, to be listed as unread.

    Raises DamagedFile for a quote that is never closed.
    """
    lines = csv.reader(io.StringIO(json_files.decoded(stream.read(), name), newline=""), strict=True)
    rows: list[object] = []
    try:
        for row in lines:
            if row:
                rows.append(dict(zip(_COLUMNS, row, strict=True)) if len(row) == len(_COLUMNS) else None)
    except csv.Error:
        damaged = lines.line_num
    else:
        return rows[1:]
    raise DamagedFile("The file ends early or is damaged", where=f"{name}, line {damaged}", fix=AGAIN)


def _message(one: Entry) -> Message | str:
    if "Contents" not in one:
        return "it has no words and no attachment"
    contents, files = words(one.get("Contents")), words(one.get("Attachments"))
    time = _time(iso(one.get("Timestamp")), one.get("ID"))
    return Message(YOU, contents, time, "media" if files else "text")


def _time(written: datetime | None, number: object) -> datetime | None:
    """Return the time of sending, in UTC when the id agrees. number: a snowflake, milliseconds since 2015 << 22."""
    sent = _snowflake(number)
    if written is None or sent is None or written.tzinfo:
        return written or sent
    utc = written.replace(tzinfo=UTC)
    return utc if abs(utc - sent) <= _SAME else written


def _snowflake(number: object) -> datetime | None:
    """Return the time in an id, or None for what is too small to be one."""
    text = str(number)
    if not text.isascii() or not text.isdigit() or not 15 <= len(text) <= 20:
        return None
    return epoch((int(text) >> 22) + _SNOWFLAKES_BEGIN, 1000)
