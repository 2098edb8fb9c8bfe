"""Shows no picture of its own.

What it sees. The account has the grey default picture, when that is stated.

What looks like it but is not. Many careful young people, who hide their face on purpose. So it counts only together
with other signs.

Why it matters. Accounts made in bulk often leave the picture out.

Sources. Akyon and Kalfaoglu 2019, profile photo as a feature (abstract seen); consumer pages on fake accounts (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.disposable_accounts"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a missing picture; None means that nobody said."""
    assert isinstance(reading.item, Profile)
    if reading.item.has_picture is False:
        yield Mark(0.9, (), {"row": "no_picture"}, says=mark("Has no picture of its own."))
