"""What a report shows beside findings, by kind of item: `<kind>.py` with `blocks(item, assessment, _)`.

Found by its place and by `kind_of(item)`; a kind without a module shows nothing more.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec

from safelight.locales.load import Translator
from safelight.schema.assessments import Assessment
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


def says(item: Item, assessment: Assessment, _: Translator) -> str:
    """Return what the level means for an item of its kind, "" when it means what it always does."""
    name = f"{__name__}.{kind_of(item)}"
    own = getattr(importlib.import_module(name), "says", None) if find_spec(name) else None
    return str(own(item, assessment, _)) if own else ""


def blocks(item: Item, assessment: Assessment, _: Translator) -> tuple[Block, ...]:
    """Return the further sections for an item, in order."""
    name = f"{__name__}.{kind_of(item)}"
    if find_spec(name) is None:
        return ()
    found: Iterable[Block] = importlib.import_module(name).blocks(item, assessment, _)
    return tuple(found)
