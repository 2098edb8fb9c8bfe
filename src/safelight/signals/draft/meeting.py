"""Tells where and when somebody meets another.

What it sees. "Meet me behind the library at 5", "pick me up at the station", "come to my house", with the hour behind
it; in English, Spanish, Hindi and Hindi in Latin letters.

What looks like it but is not. "Nice to meet you", an online meeting, a public event with no "me" in it.

Why it matters. A public plan can be read by people who were not invited.

Sources. ChatCoder2 coding legend, code 600 (plans to meet); NSPCC, on meeting online friends;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.normalize.details.happenings import meetings
from safelight.normalize.details.shapes import Shape
from safelight.signals.drafting import LOCATION, Detail, apart, leave, phrases, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_VAGUE = re.compile(
    r"\b(?:at|in|from|to|en)\s+(?:the\s+|my\s+)?(?:school|work|church|practice|training|class|college|uni|"
    r"clase|exam|there)(?:\s+(?:tomorrow|today|later|tonight|on \w+|ma[nñ]ana))?$",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"(?<!\w)(?:zoom|meet\.google|google meet|(?<!from )online(?! (?:friend|mate|bestie|bff))|"
    r"(?<!from )discord|lobby|server|(?<!from )minecraft|(?<!from )roblox|"
    r"fortnite|in game|movie theat|new (?:people|friends)|another chat|chat room|(?<!the )video call)(?!\w)",
    re.IGNORECASE,
)

_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tmrw|tonight|hoy|mañana|viernes|s[aá]bado|"
    r"domingo|lunes|kal|aaj|parso|कल|आज"
)
_INVITATION = re.compile(
    rf"(?<!\w)(?:{_DAY})[ ,@-]+(?:at |a las |ko )?\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm|h|baje|"
    rf"बजे)?[ ,@-]+(?:at |in |en (?:el |"
    rf"la )?)?(?P<place>[A-Z\u0900-\u097f][\w'’\u0900-\u097f-]*(?: [\w'’\u0900-\u097f-]+){{0,4}})",
    re.IGNORECASE,
)
_COME = re.compile(
    r"(?<!\w)(?:be there|see (?:you|u|ya)|come|who'?s in|join|meet|milte|milo|nos vemos|ven(?:id|ga|te)?|"
    r"aa ?jao|aana|आना|मिल\S*)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each plan to meet at a place."""
    said = (_with_place(each) for each in phrases(reading, "meet_plan", "meeting", "will be there"))
    for detail in apart(
        iter([*said, *(each for find_ in (_invitations, meetings) for _, each in shapes(reading, find_, 0.65))])
    ):
        start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
        if not (_ONLINE.search(detail.text.text[start:end]) or _VAGUE.search(detail.words)):
            yield leave("meet_plan", detail)


def _invitations(text: str) -> Iterator[Shape]:
    """Yield a day, an hour and a place in one line, when the text asks others to come."""
    if _COME.search(text):
        for found in _INVITATION.finditer(text):
            yield Shape(*found.span(), "meet_plan")


def _with_place(detail: Detail) -> Detail:
    text = detail.text.text
    behind = stretch.following(text, detail.end, 4)
    end = stretch.with_time(text, behind[1] if behind else detail.end)
    return detail.up_to(end)
