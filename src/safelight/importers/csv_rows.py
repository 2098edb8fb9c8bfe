"""Cuts a table (comma, semicolon, tab or bar between its cells) into rows, and finds out what its columns mean."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from safelight.schema.items import Offer, Profile, Unread

DELIMITERS = (",", ";", "\t", "|")
# A cell may span lines; one that spans more has lost its closing quotation mark.
_CELL_LINES = 400
_FILLING = re.compile(r"[\s_\-./()\[\]\"'#:]+")
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. number: as a spreadsheet counts, the first row is 1. loose: a quotation mark in it was never closed."""

    number: int
    cells: tuple[str, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What the first row says: which column holds what. columns: role -> column numbers, the better one first."""

    delimiter: str
    columns: Mapping[str, tuple[int, ...]]
    width: int

    def first(self, role: str, cells: tuple[str, ...]) -> str:
        """Return the first filled cell of a role, without the space around it; "" when there is none."""
        for column in self.columns.get(role, ()):
            if column < len(cells) and cells[column].strip():
                return cells[column].strip()
        return ""


_Item = TypeVar("_Item", Offer, Profile)


def items(text: str, delimiter: str, made: Callable[[Row], _Item | Unread]) -> list[_Item]:
    """Return what `made` makes of each row below the heading.

    What could not be read belongs to the table: the first item tells of it.
    """
    found = [made(row) for row in islice(rows(text, delimiter), 1, None)]
    unread = tuple(each for each in found if isinstance(each, Unread))
    read = [each for each in found if not isinstance(each, Unread)]
    if read:
        read[0] = replace(read[0], source=replace(read[0].source, unread=unread, lines=len(found)))
    return read


@cache
def spellings() -> Mapping[str, list[str]]:
    """Return role -> the names that its column goes by."""
    table = tomllib.loads(Path(__file__).with_name("csv_headers.toml").read_text("utf-8"))
    return {role: names for role, names in table.items() if isinstance(names, list)}


@cache
def directions() -> Mapping[str, frozenset[str]]:
    """Return "in", "out", "system" -> what stands in a column of directions."""
    table = tomllib.loads(Path(__file__).with_name("csv_headers.toml").read_text("utf-8"))
    return {key: frozenset(names) for key, names in table["directions"].items()}


def heading(start: str) -> Heading | None:
    """Return what the first row of a table says, or None when it is no heading of a table of messages."""
    lines = _lines(start)
    at = _after_separator(lines)
    if at >= len(lines):
        return None
    found = [_heading(lines[at], delimiter) for delimiter in DELIMITERS]
    best = max(found, key=lambda one: len(one.columns))
    named = "author" in best.columns or {"direction", "conversation"} <= best.columns.keys()
    return best if named and "text" in best.columns and best.width > 1 else None


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield every row that is not blank, the heading included. No line is lost, whatever its quotation marks."""
    lines = _lines(text)
    at, number = _after_separator(lines, blank=False), 0
    while at < len(lines):
        cells, used, loose = _row(lines, at, delimiter)
        at, number = at + used, number + 1
        if any(cell.strip() for cell in cells):
            yield Row(number, tuple(cells), loose)


def _heading(line: str, delimiter: str) -> Heading:
    cells = [_FILLING.sub("", cell).lower() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    columns: dict[str, tuple[int, ...]] = {}
    for role, names in spellings().items():
        places = [cells.index(name) for name in names if name in cells]
        if places:
            columns[role] = tuple(places)
    return Heading(delimiter, columns, len(cells))


def _lines(text: str) -> list[str]:
    # Only the three real line ends: a cell may hold others, such as U+2028.
    return list(io.StringIO(text, newline=""))


def _after_separator(lines: list[str], *, blank: bool = True) -> int:
    """Return where the heading is: after blank lines (when asked) and after the "sep=;" that Excel writes."""
    at = 0
    while blank and at < len(lines) and not lines[at].strip():
        at += 1
    return at + 1 if at < len(lines) and _SEPARATOR_LINE.fullmatch(lines[at]) else at


def _row(lines: list[str], at: int, delimiter: str) -> tuple[list[str], int, bool]:
    """Return the cells of the row that begins in line `at`, how many lines it takes, and whether it is loose."""
    reader = csv.reader(_ahead(lines, at), delimiter=delimiter, strict=True)
    try:
        return next(reader), reader.line_num, False
    except (csv.Error, StopIteration):
        return _loose(lines[at], delimiter), 1, True


def _loose(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line by itself; quotation marks that do not close count as letters."""
    cells = line.rstrip("\r\n").split(delimiter)
    return [cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]


def _ahead(lines: list[str], at: int) -> Iterator[str]:
    for number in range(at, min(at + _CELL_LINES, len(lines))):
        yield lines[number]
