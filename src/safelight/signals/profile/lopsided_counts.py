"""Follows very many, and is followed by few.

What it sees. Many times more accounts followed than followers; or very many followers and hardly a post.

What looks like it but is not. A young person's first weeks; somebody who only reads; a famous person who posts nothing.
So it takes at least a hundred followed accounts, and counts only together with other signs.

Why it matters. Accounts that are made to reach strangers follow in bulk and are not followed back.

Sources. Akyon and Kalfaoglu 2019, fake accounts on a photo platform: ratio of followed to followers (abstract seen);
TwiBot-22: such features carry over badly between platforms (seen).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "concealment.disposable_accounts"

_LEAST_FOLLOWED = 100
# (times more followed than followers, strength), the highest first.
_STEPS = ((10.0, 1.0), (5.0, 0.7), (2.5, 0.5))
_BOUGHT, _HARDLY = 5_000, 3
# So many posts are a past, which accounts made in bulk have not: the counts say less.
_A_PAST, _LESS = 30, 0.5


def find(reading: Reading) -> Iterator[Mark]:
    """Yield counts out of proportion, when both are stated."""
    profile = reading.item
    assert isinstance(profile, Profile)
    if profile.followers is None or profile.following is None:
        return
    times = profile.following / max(profile.followers, 1)
    strength = next((strength for least, strength in _STEPS if times >= least), 0.0)
    if profile.posts is not None and profile.posts >= _A_PAST:
        strength *= _LESS
    if profile.following >= _LEAST_FOLLOWED and strength:
        says = mark("Follows very many accounts, and few follow back.")
        yield Mark(strength, (), {"row": "counts", "times": round(times, 1)}, says=says)
    elif (
        profile.followers >= _BOUGHT and profile.posts is not None and profile.posts <= _HARDLY and not profile.private
    ):
        says = mark("Has very many followers and hardly a post.")
        yield Mark(0.4, (), {"row": "counts", "followers": profile.followers}, says=says)
