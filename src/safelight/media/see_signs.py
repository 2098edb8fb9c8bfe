"""Says what kinds of things the words in a picture can give away: a school, a street, a plate, a ticket, a document.

Words on signs are no sentences ("ST MARY'S SCHOOL", "MAPLE ROAD 14"), so they are looked at line by line with short
patterns (`see_signs.toml`). What sentences in a picture give away, and phone numbers and the like, is for the check of
a text about to be shared: `Seen.draft()` makes that item, and whoever stands above both asks the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from safelight.taxonomy.tables import Table, parse

_FILE = "see_signs.toml"
# Characters; a longer line is running text, not a sign.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sign. says: the sentence that is shown. whole: the pattern must be all of the line."""

    id: str
    says: str
    match: re.Pattern[str]
    unless: re.Pattern[str] | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """What one line gives away. kind: "school", "street", ...; line: its number, from 0; says: the shown sentence."""

    kind: str
    line: int
    says: str


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds in the order of the file. BadData names the key that is wrong."""
    table = parse(f"media/{_FILE}", (files("safelight.media") / _FILE).read_bytes())
    table.keys_only("sign")
    return tuple(_kind(each) for each in table.tables("sign", at_least=1))


def signs(lines: Sequence[str]) -> tuple[Sign, ...]:
    """Return what the lines give away: for each line every kind that it shows, once."""
    return tuple(_signs(lines))


def _signs(lines: Sequence[str]) -> Iterator[Sign]:
    for number, line in enumerate(lines):
        text = " ".join(line.replace("'", "’").split()).strip(" .,;:!|-–*\"'")
        if not 2 <= len(text) <= _LONGEST:
            continue
        for kind in kinds():
            found = kind.match.fullmatch(text) if kind.whole else kind.match.search(text)
            if found and not (kind.unless and kind.unless.search(text)):
                yield Sign(kind.id, number, kind.says)


def _kind(table: Table) -> Kind:
    table.keys_only("id", "says", "match", "unless", "whole")
    return Kind(
        table.text("id"),
        table.text("says"),
        _pattern(table, "match", table.texts("match", at_least=1)),
        _pattern(table, "unless", unless) if (unless := table.texts("unless")) else None,
        bool(table.flag_or_none("whole")),
    )


def _pattern(table: Table, key: str, parts: tuple[str, ...]) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)
    except re.error:
        raise table.bad(key, "holds a pattern that cannot be read") from None
