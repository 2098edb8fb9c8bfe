"""The file says whose it is.

What it sees. Names of people and accounts, serial numbers of cameras and phones, and words about the file (captions,
comments, titles) in the hidden data of a picture, video, sound or document; authors of changes in office files.

What looks like it but is not. The name of a shop, an agency or a program; the maker and model of a phone that
millions have; a serial number that nobody can look up. Homework that should carry its author's name.

Why it matters. A name or a number that is the same in every file ties an account without a name to a person, and two
accounts to each other.

Sources. Agha et al., CSCW 2023: information breaches (seen); of 873 measured files 195 named a person or an account,
and 211 held a number of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.findings import Fact
from safelight.schema.pictures import TraceKind
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "targeting.exposed_personal_details"

_ROWS: tuple[tuple[TraceKind, float, str], ...] = (
    ("owner", 0.9, mark("The file names a person or an account.")),
    ("serial", 0.5, mark("The file holds a number that is its own, or its camera’s.")),
    ("comment", 0.4, mark("The file holds words beside what it shows.")),
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield one mark for each kind of detail."""
    if reading.facts is None:
        return
    for kind, strength, says in _ROWS:
        found = reading.facts.of(kind)
        if found:
            because: dict[str, Fact] = {"category": kind, "where": found[0].where, "times": len(found), "row": kind}
            yield Mark(strength, because=because, says=says)
