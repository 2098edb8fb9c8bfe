"""The way in: bytes of a file, and out come its facts. Readers are found by walking `read/`; nothing is registered."""

from __future__ import annotations

import importlib
import pkgutil
import struct
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

import safelight.media.read as folder
from safelight.media.read import xmp
from safelight.media.read.notes import Notes, SpentError
from safelight.schema.pictures import Facts

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

HEAD = 4096
_SPENT = "The file holds more than can be looked at here: a part of its hidden data was not read."
_BROKEN = "A part of the file is damaged, and its hidden data was not read to the end."
_UNKNOWN = "This kind of file is not known here, so its hidden data was not read."
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
    else:
        notes.skip(_UNKNOWN)
        xmp.find(data, notes, 0, min(len(data), 8 * 1024**2))
    return Facts(name, tuple(notes.traces), tuple(notes.skipped), notes.turned or 1, notes.size)


def look(name: str, data: Data, notes: Notes) -> None:
    """Let one reader look; what it does not get through is said."""
    try:
        readers()[name].read(data, notes)
    except SpentError:
        notes.skip(_SPENT)
    except _DAMAGE:
        notes.skip(_BROKEN)
