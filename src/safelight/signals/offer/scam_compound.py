"""Fits the pattern of jobs that lead into scam compounds.

What it sees. Three things together: work such as "chat support", "casino" or "online marketing"; a place where
compounds are known or through which people are led there; and journey or room arranged by somebody else, together
with quick hiring, easy work, high pay, private messages or a border that is crossed together.

What looks like it but is not. A call centre at home; a hotel that hires staff in its own country; posted
specialists.

Why it matters. People who took such jobs were held, had passport and phone taken, and were forced to cheat others.
The nature and the place of the job were a lie.

Sources. Interpol Orange Notice June 2023, FBI advisory May 2023, OHCHR August 2023, UNODC 2025 (as reported on the
pages seen); ILO/EC operational indicators 2009, nature of the job, location or employer, strong (secondary).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.pay import pays
from safelight.signals.indicators import shown
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
_LURES = {
    "no_screening": (),
    "easy_money": ("easy_money", "home_typing", "urgency", "vague_work"),
    "private_channel": ("private_channel",),
    "scam_compound": ("border_crossed",),
}


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the pattern when all of its parts are there."""
    # The place first: it is rare, the role is not.
    place = shown(reading, "scam_compound", "compound_place")
    role = shown(reading, "scam_compound", "compound_role") if place else ()
    if not role:
        return
    arranged = shown(reading, "travel_arranged", "travel_arranged", "housing_given")
    if arranged and _lures(reading):
        yield Mark(0.9, (role[0], place[0], arranged[0]), {"indicator": "scam_compound"})


def _lures(reading: Reading) -> bool:
    """Tell whether it is made easy, quick, private or well paid."""
    stated = any(True for text in reading.texts for _ in pays(text.text))
    return stated or any(shown(reading, file, *groups) for file, groups in _LURES.items())
