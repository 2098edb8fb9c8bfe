"""Reads a file that a command is given whole, up to a size."""

from __future__ import annotations

from pathlib import Path

from safelight.schema.errors import BadInput, UnreadableFile


def bytes_of(path: Path, most: int, fix: str) -> bytes:
    """Return the bytes of a file of at most `most` bytes. Raises BadInput with `fix` when larger, UnreadableFile."""
    try:
        if path.stat().st_size > most:
            raise BadInput("This file is too large", where=path.name, fix=fix)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile("The file cannot be opened", where=path.name, fix=error.strerror or "") from None
