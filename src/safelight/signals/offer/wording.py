"""Is worded like a circular: short, shouted, many jobs at once, contact in the text.

What it sees. Capitals and rows of exclamation marks, a very short text, a title that names several jobs or an amount of
money, a mail address, phone or "click here" in the text instead of a form.

What looks like it but is not. Lively shops; small firms without a form. So these facts only put adverts in an order.

Why it matters. Circulars for fake jobs are made in bulk, and lead away from the page where they stand.

Sources. Vidros et al. 2017, Employment Scam Aegean Dataset: vague text, unusual capitals and punctuation, contact outside
of the page (seen in part: abstract and introduction; the list is from memory).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
_FAINT = 0.1
# Characters.
_SHORT = 600
_SHOUTED = re.compile(r"[!?]{2,}|(?:\b[A-Z]{3,}\b[ ,!]+){3}\b[A-Z]{3,}\b")
_CONTACT = re.compile(r"#EMAIL_|#PHONE_|[\w.]@\w+\.\w|click (?:here|the link|below)", re.IGNORECASE)
_PROMISING = re.compile(r"[$€£₹]|\bearn|\bhome\b|\burgent|\bimmediate|\bdaily\b|\bweekly\b|\bcash\b", re.IGNORECASE)
_MANY_JOBS = re.compile(r"(?:[^/,]+[/,]){3}")
_BODY = ("text", "description", "requirements")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what the wording shows, each with its first place where there is one."""
    body = [text for text in reading.texts if text.name in _BODY]
    if body and sum(len(text.text) for text in body) < _SHORT:
        yield Mark(_FAINT, (), {"indicator": "short_text"})
    for name, pattern in (("shouted", _SHOUTED), ("contact_in_text", _CONTACT)):
        found = next(((text, m) for text in reading.texts if (m := pattern.search(text.text))), None)
        if found:
            text, match = found
            yield Mark(_FAINT, (text.at(*match.span()),), {"indicator": name})
    for text in reading.texts:
        if text.name == "title" and _MANY_JOBS.search(text.text):
            yield Mark(_FAINT, (text.at(0, len(text.text)),), {"indicator": "many_jobs"})
        if text.name == "title" and (match := _PROMISING.search(text.text)):
            yield Mark(_FAINT, (text.at(*match.span()),), {"indicator": "promising_title"})
