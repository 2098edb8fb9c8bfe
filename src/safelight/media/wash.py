"""A clean copy of a file, and the receipt: what was in it, and what is left when the copy is read again."""

from __future__ import annotations

import importlib
import pkgutil
import struct
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

import safelight.media.clean as folder
from safelight.media import load
from safelight.media.clean.parts import DAMAGED, Part, chunks, joined, refuse, size
from safelight.media.read.notes import SpentError, within
from safelight.schema.errors import CannotClean
from safelight.schema.pictures import Facts, Receipt

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

_UNKNOWN = "This kind of file cannot be cleaned here"
_TOO_MUCH = "The file holds more than can be cleaned here"
_LEFT = "Something would be left in the copy"
_DAMAGE = (struct.error, ValueError, IndexError, KeyError, OverflowError, EOFError, RecursionError, TypeError)
# Seconds for the cleaning of one file; by how much a copy may be larger: documents are packed anew.
_SECONDS = 20.0
_LARGER, _MORE = 4, 1024**2
_LONG, _END = 8, 32 * 1024**2
# How XMP, IPTC and whole EXIF blocks begin; no coded picture has them in it by chance.
_SIGNS = (
    b"<x:xmpmeta",
    b"<rdf:RDF",
    b"Photoshop 3.0\0",
    b"8BIM\x04\x04",
    b"Exif\0\0II*\0",
    b"APETAGEX",
    b"LYRICSBEGIN",
)

__all__ = ["chunks", "clean", "cleaners", "parts", "receipt"]


@cache
def cleaners() -> Mapping[str, ModuleType]:
    """Return every cleaner by the name of its format (the module's name), sorted."""
    found = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(folder.__path__)):
        module = importlib.import_module(f"{folder.__name__}.{name}")
        if hasattr(module, "parts"):
            found[name] = module
    return MappingProxyType(found)


def parts(data: Data, facts: Facts | None = None) -> list[Part]:
    """Return the parts of a clean copy. Raises CannotClean."""
    seen = facts or load.facts(data)
    module = cleaners().get(seen.format)
    if module is None:
        raise refuse(_UNKNOWN)
    try:
        with within(_SECONDS):
            found: list[Part] = module.parts(data, seen)
    except SpentError:
        raise refuse(_TOO_MUCH) from None
    except _DAMAGE:
        raise refuse(DAMAGED) from None
    if size(found) > _LARGER * len(data) + _MORE:
        # The same stretch of the file, again and again.
        raise refuse(_TOO_MUCH)
    return found


Clean = Callable[["Data", Facts], list[Part]]


def clean(data: bytes, name: str = "", *, by: Clean = parts) -> tuple[bytes, Receipt]:
    """Return a clean copy and its receipt. Raises CannotClean: then there is no copy at all.

    name: the file's name, for the error. by: what makes the parts of the copy, called as `parts`.
    """
    try:
        before = load.facts(data)
        new = joined(data, by(data, before))
        return new, receipt(data, before, new)
    except CannotClean as error:
        raise CannotClean(error.what, where=name, fix=error.fix) from None


def receipt(data: Data, before: Facts, new: Data) -> Receipt:
    """Read a copy again and return what was there and what is left. Raises CannotClean when anything is."""
    after = load.facts(new)
    left = after.traces
    if left or after.format != before.format or after.skipped:
        kinds = ", ".join(sorted({trace.kind for trace in left}))
        raise refuse(f"{_LEFT} ({kinds})" if kinds else DAMAGED)
    if after.turned != before.turned or (before.size != after.size and (0, 0) not in (before.size, after.size)):
        raise refuse(DAMAGED)
    _search(before, new)
    return Receipt(replace(before), after, len(data), len(new))


def _search(before: Facts, new: Data) -> None:
    """Look for the very words in the bytes of the copy: a reader may miss what is still there."""
    if before.format in ("pdf", "office", "opendocument"):
        return
    values = {trace.value.encode("utf-8") for trace in before.of("owner", "serial", "comment", "place")}
    wanted = (*_SIGNS, *(value for value in values if len(value) >= _LONG))
    size = len(new)
    # Of a long video the two ends are searched, where all but picture and sound lies.
    for start, end in ((0, size),) if size <= 2 * _END else ((0, _END), (size - _END, size)):
        if any(new.find(each, start, end) >= 0 for each in wanted):
            raise refuse(_LEFT)
