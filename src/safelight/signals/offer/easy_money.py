"""Promises easy money, says little about the work, and hurries.

What it sees. Typing at home, paid for likes, "change your life", "details when you arrive", "entertain rich guests",
"only 2 places left", "beautiful, we saw your profile".

What looks like it but is not. Honest part-time and home work; bonus schemes; a firm that pays weekly.

Why it matters. Vague work can turn into any work. Hurry and praise leave no time to ask.

Sources. ILO/EC operational indicators 2009, nature of the job, strong when deceived (secondary); Vidros et al. 2017,
fake adverts: short and vague text, work at home, urgency (seen in part: abstract and introduction).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.indicators import indicators
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the indicators whose phrases stand in the offer."""
    yield from indicators(reading, "easy_money")
