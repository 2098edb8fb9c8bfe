"""States ages or years that do not fit together.

What it sees. Two different ages; an age under 18 beside a year of birth, a grown-up life or a very old account.

What looks like it but is not. A parent who names a child's age; a team's year in the name; a joke age; an account that
a family has passed on.

Why it matters. Somebody who says to be your age, and is not, hides more than that.

Sources. Thorn/NCMEC 2024, made-up peers in sextortion (seen); Olson et al. 2007 (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.account_age import days_old
from safelight.normalize.handles import years
from safelight.normalize.stated_age import Stated, stated_ages, this_year
from safelight.schema.evidence import Span
from safelight.schema.items import Profile
from safelight.signals.reading import Mark, Reading, Text

TECHNIQUE = "deception.claims_to_be_a_peer"

_YOUNG, _GROWN = 17, 22
# A birthday passed or not, and the end of a school year, explain two years.
_SLACK = 2
_LEAST_AT_SIGN_UP = 7
SAYS = mark("Says things about age that do not fit together.")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the first thing that does not fit a stated young age."""
    profile = reading.item
    assert isinstance(profile, Profile)
    told = [(text, age) for text in reading.texts for age in stated_ages(text.text)]
    if not told:
        return
    ages = [age.years for _, age in told]
    if max(ages) - min(ages) > _SLACK and min(ages) <= _YOUNG:
        yield _mark("two ages", 0.6, *(text.at(age.start, age.end) for text, age in told))
        return
    young = next(((text, age) for text, age in told if age.years <= _YOUNG), None)
    if young is not None:
        yield from _against(reading, profile, *young)


def _against(reading: Reading, profile: Profile, text: Text, age: Stated) -> Iterator[Mark]:
    """Compare a young age with the handle, the account's age and the rest of the bio."""
    place = text.at(age.start, age.end)
    born = [year for year in years(profile.handle) if this_year() - year >= _GROWN and year < 2000]
    if born:
        yield _mark("year in the handle", 0.6, place, Span(0, len(profile.handle), field="handle"))
    days = days_old(profile.created)
    if days is not None and age.years - days // 365 < _LEAST_AT_SIGN_UP:
        yield _mark("age of the account", 0.6, place)
    for other, hit in reading.hits(TECHNIQUE, "grown-up life"):
        yield _mark("grown-up life", 0.7, place, other.span(hit))


def _mark(how: str, strength: float, *spans: Span) -> Mark:
    return Mark(strength, spans, {"row": "age_story", "how": how}, says=SAYS)
