"""Is worded like a circular: short, shouted, many jobs at once, contact in the text.

What it sees. Capitals and rows of exclamation marks, a very short text, a title that names several jobs or an amount
of money, a mail address, phone or "click here" in the text instead of a form.

What looks like it but is not. Lively shops; small firms without a form. So these facts only put adverts in an order.

Why it matters. Circulars for fake jobs are made in bulk, and lead away from the page where they stand.

Sources. Vidros et al. 2017, Employment Scam Aegean Dataset: vague text, unusual capitals and punctuation, contact
outside of the page (seen in part: abstract and introduction; the list is from memory).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
_FAINT = 0.1
# Characters.
_SHORT = 600
_SHOUTED = re.compile(r"[!?]{2,}")
_CAPITALS = re.compile(r"[A-Z][A-Z]{2,}[ ,!]+[A-Z]{3,}[ ,!]+[A-Z]{3,}[ ,!]+[A-Z]{3,}")
# Before the look for capitals: are there three of them behind a blank, a comma or an exclamation mark?
_SHAPE = bytes(65 if 65 <= code <= 90 else 32 if code in b" ,!" else 46 for code in range(256))
_CAPITAL_WORD, _CAPITAL_WORDS = b" AAA", 3
_CLICK = r"(?i:lick (?:here|the link|below))"
# What each begins with is rare, and looked for first.
_CONTACT = re.compile(rf"#(?i:EMAIL_|PHONE_)|@(?<=[\w.]@)\w+\.\w|c{_CLICK}|C{_CLICK}")
# Characters: who shouts does so at once.
_LOOKED_AT = 1_000
_PROMISING = re.compile(r"[$€£₹]|\bearn|\bhome\b|\burgent|\bimmediate|\bdaily\b|\bweekly\b|\bcash\b", re.IGNORECASE)
_MANY_JOBS = re.compile(r"(?:[^/,]++[/,]){3}")
_READ = ("title", "text", "description", "requirements", "benefits")
_BODY = ("text", "description", "requirements")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what the wording shows, each with its first place where there is one."""
    body = [text for text in reading.texts if text.name in _BODY]
    if body and sum(len(text.text) for text in body) < _SHORT:
        yield Mark(_FAINT, (), {"indicator": "short_text"})
    for name, see in (("shouted", _shouted), ("contact_in_text", _contact)):
        place = next(
            ((text, found) for text in reading.texts if text.name in _READ and (found := see(text.text))), None
        )
        if place:
            yield Mark(_FAINT, (place[0].at(*place[1]),), {"indicator": name})
    for title in (text for text in reading.texts if text.name == "title"):
        for name, pattern in (("many_jobs", _MANY_JOBS), ("promising_title", _PROMISING)):
            if seen := pattern.search(title.text):
                yield Mark(_FAINT, (title.at(*seen.span()),), {"indicator": name})


def _shouted(text: str) -> tuple[int, int] | None:
    if ("!" in text and ("!!" in text or "!?" in text)) or ("?" in text and "??" in text):
        seen = _SHOUTED.search(text)
    else:
        begin = text[:_LOOKED_AT]
        shape = begin.encode("ascii", "replace").translate(_SHAPE)
        seen = _CAPITALS.search(begin) if shape.count(_CAPITAL_WORD) >= _CAPITAL_WORDS else None
    return seen.span() if seen else None


def _contact(text: str) -> tuple[int, int] | None:
    perhaps = "@" in text or ("#" in text and ("#EMAIL_" in text or "#PHONE_" in text))
    perhaps = perhaps or ("lick" in text and ("click" in text or "Click" in text)) or "CLICK" in text
    seen = _CONTACT.search(text) if perhaps else None
    # An address begins with the sign before its "@".
    return (seen.start() - seen[0].startswith("@"), seen.end()) if seen else None
