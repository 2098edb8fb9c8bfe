"""Tables of adverts: CSV or TSV with a heading that names a column of descriptions and others that adverts have.

The heading is known in several spellings (offer_columns.toml). Each row becomes an offer: description, title, and
whatever else the advert states, by the names of the columns. Labels that somebody put beside the adverts are left out.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from safelight.importers import csv_rows
from safelight.importers.whole_text import read_text, start_of_text
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Offer, Source, Unread

TITLE = "Table of adverts (CSV)"
LEAVES_OUT = ("Pictures and logos are not in a table.",)
_EXPORT_AGAIN = (
    "Save the table as CSV in UTF-8, with a first row that names the columns, such as title, description, pay."
)
_FILLING = re.compile(r"[\s_\-./:]+")
_SIGNS = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    delimiter: str
    names: tuple[str, ...]
    text: int
    title: int | None
    kept: Mapping[int, str]


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file begins with a heading of adverts, and not with one of messages."""
    start = start_of_text(head)
    return start is not None and "\0" not in start and _columns(start) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Offer]:
    """Yield an offer for each row. Raises WrongEncoding, DamagedFile, EmptyFile."""
    text = read_text(stream, name)
    table = _columns(text)
    if table is None:
        raise DamagedFile("The first row does not name the columns", where=name, fix=_EXPORT_AGAIN)
    offers = csv_rows.items(text, table.delimiter, lambda row: _offer(row, table, name))
    if not offers:
        raise DamagedFile("No row of the table holds an advert", where=name, fix=_EXPORT_AGAIN)
    yield from offers


def _offer(row: csv_rows.Row, table: _Columns, name: str) -> Offer | Unread:
    where = f"row {row.number}"
    if len(row.cells) > len(table.names) and any(cell.strip() for cell in row.cells[len(table.names) :]):
        return Unread(where, f"it has {len(row.cells)} cells, the heading has {len(table.names)}")
    cells = (*row.cells, *[""] * (len(table.names) - len(row.cells)))
    text = _plain(cells[table.text])
    title = _plain(cells[table.title]).strip() if table.title is not None else ""
    if not text.strip() and not title:
        return Unread(where, "it has neither a title nor a description")
    fields = {key: _plain(cells[number]).strip() for number, key in table.kept.items()}
    return Offer(text, title or None, fields, source=Source("offers_csv", name.rpartition("/")[2], LEAVES_OUT))


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _columns(start: str) -> _Columns | None:
    """Return what the first row says, or None when it is no heading of a table of adverts."""
    if csv_rows.heading(start) is not None:
        return None
    first = next((line for line in start.split("\n") if line.strip()), "")
    best = max((_named(first, delimiter) for delimiter in csv_rows.DELIMITERS), key=lambda found: len(found[1]))
    delimiter, names = best
    known = [_FILLING.sub("", each).lower() for each in names]
    text = _place(known, "text")
    title = _place(known, "title")
    signs = sum(each in _spellings()["signs"] for each in known)
    if text is None or len(names) < 2 or signs + (title is not None) < _SIGNS:
        return None
    beside = _spellings()["beside"]
    kept = {
        number: each.strip()
        for number, each in enumerate(names)
        if number not in (text, title) and known[number] not in beside
    }
    return _Columns(delimiter, names, text, title, kept)


def _named(line: str, delimiter: str) -> tuple[str, tuple[str, ...]]:
    try:
        return delimiter, tuple(next(csv.reader([line.rstrip("\r")], delimiter=delimiter), ()))
    except csv.Error:
        return delimiter, ()


def _place(known: list[str], role: str) -> int | None:
    return next((known.index(name) for name in _spellings()[role] if name in known), None)


@cache
def _spellings() -> Mapping[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("offer_columns.toml").read_text("utf-8"))
