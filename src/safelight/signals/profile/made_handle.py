"""Has a name made of digits or of letters at random.

What it sees. Four or more digits that are no year, day of birth or lucky number; letters and digits in turn; letters
that nobody can say.

What looks like it but is not. A year of birth, a shirt number, a game name; the name an app proposes to everybody. So
it counts only together with other signs.

Why it matters. Programs that make accounts in bulk number them.

Sources. Akyon and Kalfaoglu 2019, digits in the user name as a feature (abstract seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.handles import made
from safelight.schema.evidence import Span
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.disposable_accounts"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a handle that looks made by a pattern."""
    assert isinstance(reading.item, Profile)
    handle = reading.item.handle
    strength = made(handle)
    if strength:
        says = mark("Has a name that looks made by a program.")
        yield Mark(strength, (Span(0, len(handle), field="handle"),), {"row": "handle"}, says=says)
