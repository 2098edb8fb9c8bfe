"""Has posted nothing, or hardly anything.

What it sees. No posts, or fewer than ten, when the number is stated.

What looks like it but is not. A first account; somebody who only reads, or who clears old posts away. So it counts only
together with other signs.

Why it matters. An account that is made for one purpose has no past.

Sources. Akyon and Kalfaoglu 2019, number of media as a feature (abstract seen); consumer pages on fake accounts (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.disposable_accounts"

# (at most so many posts, strength).
_STEPS = ((0, 1.0), (3, 0.8), (9, 0.6))


def find(reading: Reading) -> Iterator[Mark]:
    """Yield a small number of posts."""
    profile = reading.item
    assert isinstance(profile, Profile)
    if profile.posts is None:
        return
    strength = next((strength for most, strength in _STEPS if profile.posts <= most), 0.0)
    if strength:
        says = mark("Has posted hardly anything.")
        yield Mark(strength, (), {"row": "empty", "posts": profile.posts}, says=says)
