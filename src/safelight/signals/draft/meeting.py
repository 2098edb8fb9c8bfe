"""Tells where and when somebody meets another.

What it sees. "Meet me behind the library at 5", "pick me up at the station", "come to my house", with the hour behind
it; in English, Spanish, Hindi and Hindi in Latin letters.

What looks like it but is not. "Nice to meet you", an online meeting, a public event with no "me" in it.

Why it matters. A public plan can be read by people who were not invited.

Sources. ChatCoder2 coding legend, code 600 (plans to meet); NSPCC, on meeting online friends; read 2026-11-24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.signals.drafting import LOCATION, Detail, apart, leave, phrases
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_ONLINE = re.compile(
    r"(?<!\w)(?:zoom|meet\.google|google meet|online(?! friend)|discord|lobby|server|minecraft|roblox|"
    r"fortnite|in game|movie theat|new (?:people|friends)|another chat|chat room|video call)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each plan to meet at a place."""
    for detail in apart(_with_place(each) for each in phrases(reading, "meet_plan", "meeting", "will be there")):
        start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
        if not _ONLINE.search(detail.text.text[start:end]):
            yield leave("meet_plan", detail)


def _with_place(detail: Detail) -> Detail:
    text = detail.text.text
    behind = stretch.following(text, detail.end, 4)
    end = stretch.with_time(text, behind[1] if behind else detail.end)
    return Detail(
        detail.text,
        detail.start,
        end,
        detail.first,
        max(end, detail.last),
        detail.strength,
        detail.group,
        detail.language,
    )
