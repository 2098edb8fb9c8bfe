"""Reads a whole stream as text, for the formats whose files are small (pasted text, tables)."""

from __future__ import annotations

from typing import BinaryIO

from safelight.importers import streams
from safelight.schema.errors import EmptyFile, WrongEncoding


def read_text(stream: BinaryIO, name: str) -> str:
    """Return the text, without byte order mark. Raises EmptyFile, or WrongEncoding with the first odd byte's place."""
    data = streams.as_utf8(stream).read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        where = f"{name}, byte {problem.start + 1}"
        fix = "Save it as UTF-8, or copy and paste it."
        raise WrongEncoding("The text is not UTF-8", where=where, fix=fix) from None
    if not text.strip():
        raise EmptyFile("The file holds nothing", where=name, fix="Copy the messages and paste them again.")
    return text


def start_of_text(head: bytes) -> str | None:
    """Return the start of a file as text, or None when it is no UTF-8. A sign that is cut at the end is left out."""
    try:
        return head.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        cut_off = problem.end >= len(head) and problem.start >= len(head) - 3
        return head[: problem.start].decode("utf-8-sig") if cut_off else None
