"""Reads JSON exports: one place for the byte order mark, the encoding, damage and nesting, for every JSON importer.

Nothing raised here carries the text of the file: errors name the place, and the parser's own error, which holds the
whole document, is let go before ours is raised.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import BinaryIO, cast

from safelight.schema.errors import DamagedFile, EmptyFile, WrongEncoding

Entry = dict[str, object]

AGAIN = "Export the chat again, or copy the chat and paste it."

# A key cannot be imitated by the words of a message: inside a string every quote is written \".
_KEY = re.compile(rb'(?<!\\)"([^"\\\x00-\x1f]{1,60})"\s*:')
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def keys(head: bytes) -> frozenset[str]:
    """Return the names of all keys in the first bytes of a JSON document; empty when it does not look like JSON."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start.startswith((b"{", b"[")):
        return frozenset()
    return frozenset(found.decode("utf-8", "replace") for found in _KEY.findall(start))


def is_list(head: bytes) -> bool:
    """Tell whether a JSON document is a list at its top."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[")


def load(stream: BinaryIO, name: str) -> object:
    """Return the whole document. Raises EmptyFile, WrongEncoding, DamagedFile, each with the place and no text."""
    document = decoded(stream.read(), name)
    if not document.strip():
        raise EmptyFile("The file holds nothing", where=name, fix=AGAIN)
    value, place = _parsed(document)
    if place:
        raise DamagedFile("The file ends early or is damaged", where=f"{name}, {place}", fix=AGAIN)
    return value


def load_entry(stream: BinaryIO, name: str) -> Entry:
    """Return the whole document, which must be an object at its top. Raises as `load`, and DamagedFile."""
    value = load(stream, name)
    if not isinstance(value, dict):
        raise DamagedFile("The file does not begin as this format does", where=f"{name}, line 1", fix=AGAIN)
    return value


def decoded(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, without a byte order mark. Raises WrongEncoding, or DamagedFile for a cut end."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        at, cut = problem.start, problem.reason == "unexpected end of data"
    place = f"{name}, byte {at}"
    if cut:
        raise DamagedFile("The file ends in the middle of a letter", where=place, fix=AGAIN)
    raise WrongEncoding("The file is not UTF-8 text", where=place, fix=AGAIN)


def _parsed(document: str) -> tuple[object, str]:
    """Return (value, "") or (None, the place of the damage). The caller raises, so no error drags the text along."""
    try:
        return json.loads(document), ""
    except json.JSONDecodeError as problem:
        return None, f"line {problem.lineno}, column {problem.colno}"
    except RecursionError:
        return None, "nested too deeply"
    except ValueError:
        return None, "a number with far too many digits"


def words(value: object) -> str:
    """Return a text value, "" for anything else. Halves of a split emoji become U+FFFD: they cannot be written."""
    if not isinstance(value, str):
        return ""
    return _LONE_SURROGATE.sub("\ufffd", value)


def entry(value: object) -> Entry:
    """Return an object value, {} for anything else."""
    return cast(Entry, value) if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a list value, [] for anything else."""
    return value if isinstance(value, list) else []
