"""Tells about one's health: an illness, a medicine, a doctor's or a therapist's appointment.

What it sees. "I have epilepsy", "on antidepressants since March", "tengo TDAH", "mujhe asthma hai", a blood group.

What looks like it but is not. A cold, a headache, "this gives me anxiety", news about an illness, a joke about "OCD".

Why it matters. It is private, it stays, and some people look for those who struggle.

Sources. ICO Children's Code (health is special data); Thorn 2022 (vulnerable young people are sought out); read
2026-11-24.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.signals.drafting import PERSONAL, apart, leave, phrases
from safelight.signals.reading import Mark, Reading

TECHNIQUE = PERSONAL


def find(reading: Reading) -> Iterator[Mark]:
    """Yield facts about health."""
    for detail in apart(phrases(reading, "medical")):
        yield leave("medical", detail)
