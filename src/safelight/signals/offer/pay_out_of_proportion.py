"""Promises pay out of proportion to work that needs no skill.

What it sees. A stated pay about three times what unskilled work usually pays, beside words such as "no experience",
"easy work" or "typing at home".

What looks like it but is not. High pay for trained people; commission that is called so; a yearly salary.

Why it matters. Pay that does not fit the work is the commonest bait. Wages are among what people are deceived about.

Sources. ILO/EC operational indicators 2009, wages or earnings, medium (secondary); red flags of scam-compound jobs:
high pay for easy work, Interpol Orange Notice June 2023 (as reported). The limits are an own estimate
(normalize/pay_scales.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.normalize.pay import pays
from safelight.signals.indicators import shown
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
# Phrases that say "no skill needed": file -> groups.
_UNSKILLED = {
    "no_screening": ("no_skill", "no_interview"),
    "easy_money": ("easy_money", "home_typing", "vague_work"),
    "young_sought": ("minors_welcome", "young_women_sought"),
}
_PLACES = 3


def find(reading: Reading) -> Iterator[Mark]:
    """Yield the pay that is too high for what is asked."""
    if not any(shown(reading, file, *groups) for file, groups in _UNSKILLED.items()):
        return
    spans = [text.at(pay.start, pay.end) for text in reading.texts for pay in pays(text.text) if pay.month >= pay.limit]
    if spans:
        yield Mark(0.6, tuple(spans[:_PLACES]), {"indicator": "pay_out_of_proportion"})
