"""Tables of messages: CSV or TSV with a heading that names at least who wrote and what.

The heading is known in many spellings (csv_headers.toml). A column of conversations, or of recipients, splits the table
into several conversations. A row that does not fit is listed as unread, with its number as a spreadsheet counts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from safelight.importers import written_times
from safelight.importers.csv_rows import Heading, Row, directions, heading, rows
from safelight.importers.whole_text import read_text, start_of_text
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

TITLE = "Table of messages (CSV)"
LEAVES_OUT = ("Pictures and files are not in a table.",)
OWNER = "Me"
_EXPORT_AGAIN = "Save the table as CSV in UTF-8, with a first row that names the columns, such as author, time, text."


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that holds a message, its time not yet read."""

    author: str
    text: str
    time: str
    kind: MessageKind


@dataclass(slots=True)
class _Thread:
    lines: list[_Line] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    loose: int = 0


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file begins with a heading that names a column of authors and one of texts."""
    start = start_of_text(head)
    return start is not None and "\0" not in start and heading(start) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the conversations of a table. Raises WrongEncoding, DamagedFile, EmptyFile."""
    text = read_text(stream, name)
    table = heading(text)
    if table is None:
        raise DamagedFile("The first row does not name the columns", where=name, fix=_EXPORT_AGAIN)
    threads = _threads(text, table, name)
    vote = written_times.vote(line.time for thread in threads.values() for line in thread.lines)
    for key, thread in threads.items():
        yield _conversation(key, thread, vote, name)


def _threads(text: str, table: Heading, name: str) -> dict[str, _Thread]:
    threads: dict[str, _Thread] = {}
    body = rows(text, table.delimiter)
    next(body, None)
    for row in body:
        thread = threads.setdefault(_key(row, table, name), _Thread())
        line = _line(row, table)
        if isinstance(line, _Line):
            thread.lines.append(line)
            thread.loose += row.loose
        else:
            thread.unread.append(line)
    if not any(thread.lines for thread in threads.values()):
        raise DamagedFile("No row of the table holds a message", where=name, fix=_EXPORT_AGAIN)
    return threads


def _key(row: Row, table: Heading, name: str) -> str:
    """Return the id of the conversation that a row belongs to."""
    named = table.first("conversation", row.cells)
    if named or "recipient" not in table.columns:
        return named or name
    pair = {table.first("author", row.cells), table.first("recipient", row.cells)} - {""}
    return " - ".join(sorted(pair)) or name


def _line(row: Row, table: Heading) -> _Line | Unread:
    where = f"row {row.number}"
    cells = _fitted(row, table)
    if cells is None:
        return Unread(where, f"it has {len(row.cells)} cells, the heading has {table.width}")
    if len(cells) <= table.columns["text"][0]:
        return Unread(where, "it ends before the column of the text")
    kind, author = _who(cells, table)
    text = cells[table.columns["text"][0]]
    if not author and kind != "system":
        return Unread(where, "it does not say who wrote it")
    if not text.strip():
        text, kind = _without_words(table.first("attachment", cells), kind)
    # A cell's own line ends are those of the file; a message's lines are joined by "\n".
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _Line(author, text, _time(cells, table), kind)


def _without_words(attachment: str, kind: MessageKind) -> tuple[str, MessageKind]:
    return (f"<{attachment}>", "media") if attachment else ("", kind)


def _fitted(row: Row, table: Heading) -> tuple[str, ...] | None:
    """Return the cells, as many as the heading has; None when it cannot be told which is which.

    A row with too many cells whose last column is the text holds a text with the delimiter in it, without quotes.
    """
    cells, last = row.cells, table.width - 1
    extra = cells[table.width :]
    if not any(cell.strip() for cell in extra):
        return cells[: table.width]
    if table.columns["text"][0] != last:
        return None
    return (*cells[:last], table.delimiter.join(cells[last:]))


def _who(cells: tuple[str, ...], table: Heading) -> tuple[MessageKind, str]:
    direction = table.first("direction", cells).lower()
    author = table.first("author", cells)
    if direction in directions()["system"]:
        return "system", author
    if not author and direction in directions()["out"]:
        return "text", OWNER
    if not author and direction in directions()["in"]:
        return "text", table.first("conversation", cells)
    return "text", author


def _time(cells: tuple[str, ...], table: Heading) -> str:
    moment = table.first("moment", cells)
    return moment or " ".join(filter(None, (table.first("date", cells), table.first("time", cells))))


def _conversation(key: str, thread: _Thread, vote: written_times.Vote, name: str) -> Conversation:
    messages = tuple(Message(line.author, line.text, _when(line.time, vote), line.kind) for line in thread.lines)
    names = dict.fromkeys(message.author for message in messages if message.author)
    owner = OWNER if OWNER in names else None
    return Conversation(
        messages=messages,
        participants=tuple(Participant(who, who == owner) for who in names),
        id=key,
        title="" if key == name else key,
        owner=owner,
        source=Source(
            "csv_table",
            name.rpartition("/")[2],
            notes=tuple(_notes(messages, thread, vote)),
            unread=tuple(thread.unread),
            lines=len(thread.lines) + len(thread.unread),
        ),
    )


def _when(text: str, vote: written_times.Vote) -> datetime | str | None:
    # A time that tells no full date is kept as written.
    return written_times.parse(text, vote.order) or text or None


def _notes(messages: tuple[Message, ...], thread: _Thread, vote: written_times.Vote) -> Iterator[str]:
    yield from LEAVES_OUT
    if vote.note:
        yield vote.note
    odd = sum(isinstance(message.time, str) for message in messages)
    if odd:
        yield f"Times that tell no full date: {odd} of {len(messages)}. They are kept as written."
    if thread.loose:
        yield f"Rows with a quotation mark that does not close: {thread.loose}. Each was read as one line."
