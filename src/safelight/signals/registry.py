"""Finds the signals by their place: `signals/<kind>/<name>.py`, on first use, sorted. There is no list to keep.

A signal module has a docstring in four parts (its page), TECHNIQUE ("tactic.technique") and `find`. For conversations
`find(look: Look) -> Iterator[Sighting]`, woken by the phrases of the lexicon files named in LISTENS; for every other
kind `find(reading: Reading) -> Iterator[Mark]`, called once per item.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from safelight.schema.errors import BadData

SECTIONS = ("What it sees.", "What looks like it but is not.", "Why it matters.", "Sources.")


@dataclass(frozen=True, slots=True)
class Signal:
    """One small detector of one technique over one kind of item."""

    id: str
    kind: str
    technique: str
    listens: tuple[str, ...]
    # Conversations: Look -> Iterator[Sighting]; other kinds: Reading -> Iterator[Mark].
    find: Callable[[Any], Iterator[Any]]
    page: str


@cache
def signals(kind: str) -> Mapping[str, Signal]:
    """Return the signals for a kind of item ("conversation"), by id, sorted."""
    try:
        package = importlib.import_module(f"safelight.signals.{kind}")
    except ModuleNotFoundError:
        return {}
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return {f"{kind}.{name}": _load(kind, name) for name in names}


def _load(kind: str, name: str) -> Signal:
    module = importlib.import_module(f"safelight.signals.{kind}.{name}")
    missing = [part for part in _parts(kind) if not hasattr(module, part)]
    if missing:
        raise BadData("A signal lacks a part.", where=f"signals/{kind}/{name}.py", fix=", ".join(missing))
    return Signal(
        id=f"{kind}.{name}",
        kind=kind,
        technique=module.TECHNIQUE,
        listens=tuple(getattr(module, "LISTENS", ())),
        find=module.find,
        page=module.__doc__ or "",
    )


def _parts(kind: str) -> tuple[str, ...]:
    return ("TECHNIQUE", "LISTENS", "find") if kind == "conversation" else ("TECHNIQUE", "find")


@cache
def listeners(kind: str) -> Mapping[str, tuple[Signal, ...]]:
    """Return name of a lexicon -> the signals that it wakes."""
    table: dict[str, list[Signal]] = {}
    for signal in signals(kind).values():
        for name in signal.listens:
            table.setdefault(name, []).append(signal)
    return {name: tuple(found) for name, found in table.items()}
