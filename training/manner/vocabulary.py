"""The words that the model may weigh: small words, and words of the matters that such talk is about.

A vocabulary that is written down keeps names, places, school subjects and fashions out of the model.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def allowed() -> frozenset[str]:
    """Return the words."""
    table = tomllib.loads((_HERE / "vocabulary.toml").read_text(encoding="utf-8"))
    small = files("safelight.normalize").joinpath("function_words", "en.txt").read_text(encoding="utf-8")
    rows = (row for row in small.splitlines() if not row.startswith("#"))
    return frozenset(word for words in table.values() for word in words) | {w for row in rows for w in row.split()}
