"""Reads the plain lists beside the code: one entry a line, "#" starts a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the entries of the list `name` ("iban_lengths.txt") in this folder, comments and blank lines left out."""
    text = (files("safelight.normalize") / name).read_text("utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def words(name: str) -> frozenset[str]:
    """Return all blank-separated words of the list `name`."""
    return frozenset(word for line in lines(name) for word in line.split())
