"""Reads a text file line by line: UTF-8 with or without byte order mark, every line end, broken bytes counted."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.schema.errors import WrongEncoding
from safelight.schema.items import Unread

_BROKEN = re.compile("[\udc80-\udcff]")
_CHUNK = 1024 * 1024
_SHOWN = 5


class TextLines:
    """The lines of a stream, without their ends. Can be gone through several times; nothing is kept in memory.

    broken: numbers (1-based) of the lines that hold bytes which are not UTF-8; those bytes become U+FFFD.
    Raises WrongEncoding when most of the lines that are not plain ASCII are broken: then the file is not UTF-8 at all.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Look once through the whole stream. name: the file's name, for errors."""
        self._stream = stream
        self.broken: tuple[int, ...] = ()
        self._errors = "strict"
        if not self._is_clean():
            self.broken = self._find_broken(name)
            self._errors = "replace"

    def __iter__(self) -> Iterator[str]:
        for line in self._lines(self._errors):
            yield line[:-1] if line[-1] == "\n" else line

    def notes(self) -> tuple[str, ...]:
        """Return a sentence about the broken lines, or nothing."""
        if not self.broken:
            return ()
        shown = ", ".join(map(str, self.broken[:_SHOWN])) + (", ..." if len(self.broken) > _SHOWN else "")
        word = "line holds" if len(self.broken) == 1 else "lines hold"
        return (f"{len(self.broken)} {word} signs that could not be read (shown as \ufffd): {shown}.",)

    def _lines(self, errors: str) -> Iterator[str]:
        self._stream.seek(0)
        wrapper = io.TextIOWrapper(self._stream, encoding="utf-8-sig", errors=errors)
        try:
            yield from wrapper
        finally:
            # Otherwise the wrapper closes the stream, which is not ours.
            wrapper.detach()

    def _is_clean(self) -> bool:
        self._stream.seek(0)
        wrapper = io.TextIOWrapper(self._stream, encoding="utf-8")
        try:
            while wrapper.read(_CHUNK):
                pass
        except UnicodeDecodeError:
            return False
        finally:
            wrapper.detach()
        return True

    def _find_broken(self, name: str) -> tuple[int, ...]:
        broken, whole = [], 0
        for number, line in enumerate(self._lines("surrogateescape"), 1):
            if line.isascii():
                continue
            if _BROKEN.search(line):
                broken.append(number)
            else:
                whole += 1
        if len(broken) > whole + 1:
            raise WrongEncoding(
                "The file is not in UTF-8",
                where=f"{name}, line {broken[0]}",
                fix="Export the chat again, or open the file and save it as UTF-8.",
            )
        return tuple(broken)


def head_lines(head: bytes) -> list[str]:
    """Return the lines in the first bytes of a file; a last line that may be cut is left out if there are others."""
    lines = head.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if len(lines) > 1 else lines


def unread_lines(first: int, last: int, reason: str) -> Unread:
    """Return an entry for the lines `first` to `last` (1-based, both included)."""
    return Unread(f"line {first}" if first == last else f"lines {first}-{last}", reason)
