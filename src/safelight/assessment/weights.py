"""Reads weights.toml: the whole model, as a table one can read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from safelight.schema.assessments import Level
from safelight.schema.errors import BadData


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Together rows need one technique out of each of `needs`; technique rows have one need of one."""

    name: str
    points: float
    most: float
    needs: tuple[frozenset[str], ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """The table. techniques: by id; together: in order; breadth: number of tactics -> points; who: by name.

    core: techniques and tactics that are clear signs: without one of them, from `core_from` evidence on, no sum of
    others reaches CONCERN, and `limit` is the row that says so. crowd: what each person from the `crowd_from`th on
    takes off. near, far: what the meaning of the talk adds for each 1 above `meaning_from`, or takes off below it.
    """

    version: str
    half_life: float
    enough: float
    levels: tuple[tuple[Level, float], ...]
    levels_without_manner: tuple[tuple[Level, float], ...]
    urgent: frozenset[str]
    urgent_from: float
    core: frozenset[str]
    core_from: float
    limit: Row
    techniques: dict[str, Row]
    together: tuple[Row, ...]
    breadth: dict[int, Row]
    who: dict[str, Row]
    manner: Row
    near: Row
    far: Row
    meaning_from: float
    crowd: Row
    crowd_from: int
    # Row -> its sentence.
    _sentences: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the sentences of all rows."""
        rows = (*self.techniques.values(), *self.together, *self.breadth.values(), *self.who.values())
        self._sentences.update(
            (row.name, row.says) for row in (*rows, self.limit, self.manner, self.near, self.far, self.crowd)
        )

    def is_core(self, name: str) -> bool:
        """Tell whether a technique is a clear sign: it, or its tactic, is named in [core]."""
        return name in self.core or name.partition(".")[0] in self.core

    def says(self, name: str) -> str:
        """Return the sentence of a row, "" when the row has none (technique rows speak through the taxonomy)."""
        return self._sentences.get(name, "")


@cache
def weights() -> Weights:
    """Return the table. Raises BadData when a row breaks the schema."""
    table = tomllib.loads(files("safelight.assessment").joinpath("weights.toml").read_text(encoding="utf-8"))
    try:
        return _weights(table)
    except (KeyError, TypeError, ValueError) as error:
        raise BadData("The table of weights has a wrong row.", where="weights.toml", fix=repr(error)) from error


def _weights(table: dict[str, Any]) -> Weights:
    return Weights(
        version=table["version"],
        half_life=float(table["half_life"]),
        enough=float(table["enough"]),
        levels=_levels(table["levels"]),
        levels_without_manner=_levels(table["levels_without_manner"]),
        urgent=frozenset(table["urgent"]["techniques"]),
        urgent_from=float(table["urgent"]["from_strength"]),
        core=frozenset(table["core"]["signs"]),
        core_from=float(table["core"]["from_strength"]),
        limit=_row("core.none", {"points": 0.0, "says": table["core"]["says"]}),
        techniques={key: _row(f"technique.{key}", row) for key, row in table["technique"].items()},
        together=tuple(_row(f"together.{key}", row) for key, row in table["together"].items()),
        breadth={int(key): _row(f"breadth.{key}", row) for key, row in table["breadth"].items()},
        who={key: _row(f"who.{key}", row) for key, row in table["who"].items()},
        manner=_row("manner.words", table["manner"]),
        near=_row("meaning.near", table["meaning"]["near"]),
        far=_row("meaning.far", table["meaning"]["far"]),
        meaning_from=float(table["meaning"]["from"]),
        crowd=_row("crowd.many", table["crowd"]),
        crowd_from=int(table["crowd"]["from"]),
    )


def _levels(table: dict[str, Any]) -> tuple[tuple[Level, float], ...]:
    return tuple((level, float(table[level.name.lower()])) for level in (Level.URGENT, Level.CONCERN, Level.NOTICE))


def _row(name: str, row: dict[str, Any]) -> Row:
    points = float(row["points"])
    needs = tuple(frozenset(options) for options in row.get("all", ()))
    return Row(name, points, float(row.get("most", points)), needs, row.get("says", ""))
