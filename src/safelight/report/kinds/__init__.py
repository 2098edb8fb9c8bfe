"""What a report shows beside findings, by kind of item: `<kind>.py` with `blocks(item, assessment, _)`.

It may hold LEVELS (a level -> the sentence shown for it) and `data(item, assessment, words=...)` for the JSON.
Found by its place and by `kind_of(item)`; a kind without a module shows nothing more.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from safelight.locales.load import Translator
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import Item, kind_of


@dataclass(frozen=True, slots=True)
class Block:
    """A further section of a report: a heading, sentences, a table, and text to copy.

    rows: cells, the first of each row names it; head: the names of the columns. copy: text shown as it is, to be
    copied (a rewritten draft). anchor: the section's id in the page, a short English word.
    """

    anchor: str
    heading: str
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    copy: str = ""


def level_says(item: Item, level: Level, _: Translator) -> str:
    """Return what a level means for this kind of item, from the module's LEVELS; "" when it says nothing else."""
    name = f"{__name__}.{kind_of(item)}"
    if find_spec(name) is None:
        return ""
    said: dict[Level, str] = getattr(importlib.import_module(name), "LEVELS", {})
    return _(said.get(level, ""))


def data(item: Item, assessment: Assessment, *, words: bool) -> dict[str, Any]:
    """Return what the JSON says besides for this kind of item, by its `data`; text of the item only with `words`."""
    name = f"{__name__}.{kind_of(item)}"
    if find_spec(name) is None:
        return {}
    module = importlib.import_module(name)
    found: dict[str, Any] = module.data(item, assessment, words=words) if hasattr(module, "data") else {}
    return found


def blocks(item: Item, assessment: Assessment, _: Translator) -> tuple[Block, ...]:
    """Return the further sections for an item, in order."""
    name = f"{__name__}.{kind_of(item)}"
    if find_spec(name) is None:
        return ()
    found: Iterable[Block] = importlib.import_module(name).blocks(item, assessment, _)
    return tuple(found)
