"""Tables of accounts: CSV or TSV with a heading that names followers, followed accounts and one more part of a profile.

The heading is known in the spellings of profile_fields.toml and of tables for research. Such tables leave the names of
the accounts out and tell how many digits a name has, or what share of it: then a stand-in of that shape is shown.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from safelight.importers import csv_rows, profile_json
from safelight.importers.whole_text import read_text, start_of_text
from safelight.normalize.handles import stand_in
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Profile, Source, Unread

TITLE = "Table of accounts (CSV)"
LEAVES_OUT = ("Posts, comments and pictures are not in a table.",)
_EXPORT_AGAIN = "Save the table as CSV in UTF-8, with a first row that names the columns, such as followers, following."
_FILLING = re.compile(r"[\s_\-./:#]+")
_SHARES = ("numslengthusername", "numslenghtusername", "numlengthusername", "rationumlenusername", "digitratio")
# Letters that a name has about, where only the share of digits in it is told.
_USUAL = 12


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file begins with a heading of accounts, and not with one of messages."""
    start = start_of_text(head)
    return start is not None and "\0" not in start and not _is_json(start) and _columns(start) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Profile]:
    """Yield a profile for each row. Raises WrongEncoding, DamagedFile, EmptyFile."""
    text = read_text(stream, name)
    found = _columns(text)
    if found is None:
        raise DamagedFile("The first row does not name the columns", where=name, fix=_EXPORT_AGAIN)
    delimiter, columns = found
    profiles = csv_rows.items(text, delimiter, lambda row: _profile(row, columns, name))
    if not profiles:
        raise DamagedFile("No row of the table holds an account", where=name, fix=_EXPORT_AGAIN)
    yield from profiles


def _profile(row: csv_rows.Row, columns: Mapping[str, int], name: str) -> Profile | Unread:
    cells = {role: row.cells[at] for role, at in columns.items() if at < len(row.cells)}
    counts = {role: profile_json.count(cells.get(role)) for role in profile_json.COUNTS}
    if all(count is None for count in counts.values()):
        return Unread(f"row {row.number}", "it has no counts")
    handle = cells.get("handle", "").strip()
    notes = LEAVES_OUT if handle else (*LEAVES_OUT, profile_json.NAMELESS)
    return Profile(
        handle=handle or _stand_in(cells),
        display_name=cells.get("display_name", "").strip(),
        bio=cells.get("bio", "").strip(),
        followers=counts["followers"],
        following=counts["following"],
        posts=counts["posts"],
        created=cells.get("created", "").strip() or None,
        has_picture=profile_json.flag(cells.get("has_picture")),
        private=profile_json.flag(cells.get("private")),
        source=Source("profiles_csv", name.rpartition("/")[2], notes),
    )


def _stand_in(cells: Mapping[str, str]) -> str:
    length = profile_json.count(cells.get("name_length")) or _USUAL
    digits = profile_json.count(cells.get("name_digits"))
    if digits is None:
        try:
            digits = round(float(cells.get("share", "")) * length)
        except (ValueError, OverflowError):
            return ""
    return stand_in(length, digits)


def _is_json(start: str) -> bool:
    return start.lstrip()[:1] in ("{", "[")


def _columns(start: str) -> tuple[str, dict[str, int]] | None:
    """Return the sign between cells and the columns by role, or None when it is no heading of a table of accounts."""
    if csv_rows.heading(start) is not None:
        return None
    first = next((line for line in start.split("\n") if line.strip()), "").rstrip("\r")
    for delimiter in csv_rows.DELIMITERS:
        try:
            names = [_FILLING.sub("", cell).lower() for cell in next(csv.reader([first], delimiter=delimiter), [])]
        except csv.Error:
            continue
        columns = {role: names.index(each) for role, each in _named(names)}
        if {"followers", "following"} <= columns.keys() and len(columns) > 2:
            return delimiter, columns
    return None


def _named(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (role, the column's name), for each role the best spelling that is there."""
    for role, paths in profile_json.fields().items():
        spellings = [_FILLING.sub("", path).lower() for path in paths]
        found = next((each for each in spellings if each in names), None)
        if found is not None:
            yield role, found
    share = next((each for each in _SHARES if each in names), None)
    if share is not None:
        yield "share", share
