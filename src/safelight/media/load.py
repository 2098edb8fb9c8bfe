"""The way in: bytes of a file, and out come its facts. Readers are found by walking `read/`; nothing is registered."""

from __future__ import annotations

import importlib
import pkgutil
import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

import safelight.media.read as folder
from safelight.locales.load import mark
from safelight.media.read import exif, xmp
from safelight.media.read.notes import Notes, SpentError
from safelight.schema.pictures import Facts, Trace

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

HEAD = 65_536
_SCANNED = frozenset(("jpeg", "png", "webp", "heif", "gif"))
_SEARCHED = 8 * 1024**2
_OTHER_SHAPE = 1.06
_SMALL = re.compile(r"(\d+) x (\d+)")
_SPENT = mark("The file holds more than can be looked at here. A part of its hidden data was not read.")
_BROKEN = mark("A part of the file is damaged, and its hidden data was not read to the end.")
_UNKNOWN = mark("This kind of file is not known here, so its hidden data was not read.")
# What reading a place that is not there, or that holds something else, raises in the standard library.
_DAMAGE = (struct.error, ValueError, IndexError, KeyError, OverflowError, EOFError, RecursionError, LookupError)


@cache
def readers() -> Mapping[str, ModuleType]:
    """Return every reader by the name of its format (the module's name), sorted."""
    found = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(folder.__path__)):
        module = importlib.import_module(f"{folder.__name__}.{name}")
        if hasattr(module, "identify") and hasattr(module, "read"):
            found[name] = module
    return MappingProxyType(found)


def kind_of_file(data: Data) -> str:
    """Return the format of a file by its first bytes, "" when it is none that is known."""
    head = data[:HEAD]
    return next((name for name, module in readers().items() if module.identify(head)), "")


def facts(data: Data) -> Facts:
    """Return what a file holds beside its picture, sound or text. Never raises for what is in the file."""
    name = kind_of_file(data)
    notes = Notes()
    if name:
        look(name, data, notes)
        if name in _SCANNED and not any(trace.where.startswith(("EXIF", "XMP")) for trace in notes.traces):
            _search(data, notes)
        if not notes.content and not notes.skipped:
            notes.skip(_BROKEN)
    else:
        notes.skip(_UNKNOWN)
        xmp.find(data, notes, 0, min(len(data), 8 * 1024**2))
    traces = tuple(_shape(trace, notes.size) for trace in notes.traces)
    return Facts(name, traces, tuple(notes.skipped), notes.turned or 1, notes.size)


def _shape(trace: Trace, size: tuple[int, int]) -> Trace:
    """Mark a small copy that has another shape than the picture: cropping does not always reach it."""
    match = _SMALL.fullmatch(trace.value) if trace.where == "EXIF thumbnail" else None
    if match is None or 0 in size:
        return trace
    small = (int(match[1]), int(match[2]))
    # Cameras put a picture of any shape into 160 x 120, with bars beside it.
    if 0 in small or sorted(small) == [120, 160]:
        return trace
    ratio = max(small) / min(small) / (max(size) / min(size))
    turned = (small[0] > small[1]) != (size[0] > size[1]) and abs(size[0] - size[1]) > 0.1 * max(size)
    return replace(trace, warns=turned or not 1 / _OTHER_SHAPE < ratio < _OTHER_SHAPE)


def _search(data: Data, notes: Notes) -> None:
    """Look for blocks that stand where no reader came: in damaged files, or in corners of a format."""
    try:
        exif.find(data, notes, _SEARCHED)
        xmp.find(data, notes, 0, min(len(data), _SEARCHED))
    except (SpentError, *_DAMAGE):
        notes.skip(_BROKEN)


def look(name: str, data: Data, notes: Notes) -> None:
    """Let one reader look; what it does not get through is said."""
    try:
        readers()[name].read(data, notes)
    except SpentError:
        notes.skip(_SPENT)
    except _DAMAGE:
        notes.skip(_BROKEN)
