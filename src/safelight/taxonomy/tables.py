"""Reads Safelight's own TOML data files and says exactly what is wrong in one: file, place and key."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from safelight.schema.errors import BadData


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a data file. file: its name below the package; place: "technique[2]", "" for the whole file."""

    file: str
    place: str
    values: Mapping[str, object]

    def bad(self, key: str, why: str) -> BadData:
        """Return (not raise) the error for `key`: `why` completes the sentence "the key ..."."""
        spot = f"{self.place}.{key}" if self.place else key
        return BadData(f"In {self.file}, {spot} {why}", where=f"{self.file}: {spot}", fix="Correct the data file.")

    def keys_only(self, *allowed: str) -> None:
        """Raise BadData for a key that is not `allowed`: a misspelt key must not be lost silently."""
        for key in self.values:
            if key not in allowed:
                raise self.bad(key, f"is not a known key; known are {', '.join(allowed)}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text without outer blanks; it must be there and filled unless a `default` is given."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.bad(key, "must be a text")
        if not value.strip() and default is None:
            raise self.bad(key, "must not be empty")
        return value.strip()

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return a text that is one of `allowed`."""
        value = self.text(key)
        if value not in allowed:
            raise self.bad(key, f"must be one of {', '.join(allowed)}")
        return value

    def texts(self, key: str, *, at_least: int = 0, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of filled texts, at least so many, each one of `allowed` when that is given."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.bad(key, "must be a list of filled texts")
        if len(value) < at_least:
            raise self.bad(key, f"must hold at least {at_least}")
        if len(set(value)) < len(value):
            raise self.bad(key, "holds the same text twice")
        if allowed and not set(value) <= set(allowed):
            raise self.bad(key, f"may only hold {', '.join(allowed)}")
        return tuple(each.strip() for each in value)

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.bad(key, f"must be a whole number from {low} to {high}")
        return value

    def flag(self, key: str) -> bool:
        """Return a truth value; it must be there."""
        value = self.flag_or_none(key)
        if value is None:
            raise self.bad(key, "must be true or false")
        return value

    def flag_or_none(self, key: str) -> bool | None:
        """Return a truth value, None when the key is left out ("not known")."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.bad(key, "must be true or false, or left out")
        return value

    def date(self, key: str) -> str:
        """Return a TOML date as its ISO text ("2026-11-24")."""
        value = self.values.get(key)
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            raise self.bad(key, "must be a date such as 2026-11-24, without quotes")
        return value.isoformat()

    def table(self, key: str) -> Table:
        """Return the table under `key`; it must be there."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.bad(key, "must be a table")
        return Table(self.file, f"{self.place}.{key}" if self.place else key, value)

    def tables(self, key: str, *, at_least: int = 0) -> tuple[Table, ...]:
        """Return the tables of the list under `key`, at least so many."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.bad(key, "must be a list of tables")
        if len(value) < at_least:
            raise self.bad(key, f"must hold at least {at_least}")
        place = f"{self.place}.{key}" if self.place else key
        return tuple(Table(self.file, f"{place}[{number}]", each) for number, each in enumerate(value))


def parse(file: str, data: bytes) -> Table:
    """Return the whole file as a Table; BadData names the file and the line when it is not TOML."""
    try:
        return Table(file, "", tomllib.loads(data.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(f"{file} is not TOML in UTF-8: {error}", where=file, fix="Correct the data file.") from error


def read_folder(package: str, folder: str = "") -> Iterator[Table]:
    """Yield every `*.toml` of a package's folder (works in a zip too), sorted by name."""
    root = resources.files(package)
    place: Traversable = root / folder if folder else root
    label = f"{package.rpartition('.')[2]}/{folder + '/' if folder else ''}"
    for entry in sorted(place.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".toml"):
            yield parse(label + entry.name, entry.read_bytes())
