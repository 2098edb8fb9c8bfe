"""Gives away a password, a PIN or a one-time code itself.

What it sees. "My password is ...", "pw: ...", "the door code is 4821", "mi contraseña es ...", "mera password ... hai".

What looks like it but is not. "My password is not working", "change your password", "forgot my pin".

Why it matters. Who has it can read everything and write in your name.

Sources. NSPCC, on sharing passwords; Safelight's technique coercion.surveillance;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safelight.normalize.details.shapes import Shape
from safelight.normalize.language import small_words
from safelight.signals.drafting import PERSONAL, Detail, apart, leave, phrases, shapes
from safelight.signals.reading import Mark, Reading

TECHNIQUE = PERSONAL
_LOGIN = re.compile(
    r"(?:(?<!\S)[\w.+-]{1,64}@[\w.-]{1,64}\.\w{2,10}|(?:netflix|hulu|disney\+?|wifi|insta|login|account|"
    r"acc)\s*[:=]\s*\S+)\s*[/|"
    r"]\s*(?P<value>\S{4,30})",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"[\s:=\-–—>→\"“”'‘’]*(?:(?:is|es|hai|h|है|still|now|toh|to|"
    r"bhi)[\s:=]+)?[\"“'‘]?(?P<value>[^\s\"“”,;]{3,40}(?:\s*/\s*\S{3,30})?)"
)
_PLAIN = frozenset(
    [
        "wrong",
        "weak",
        "strong",
        "not",
        "too",
        "same",
        "expired",
        "incorrect",
        "saved",
        "long",
        "short",
        "easy",
        "hard",
        "so",
        "really",
        "a",
        "an",
        "the",
        "my",
        "your",
        "required",
        "needed",
        "working",
        "changed",
        "reset",
        "stolen",
        "hacked",
        "protected",
        "safe",
        "secure",
        "secret",
        "different",
        "super",
        "very",
        "never",
        "always",
        "gone",
        "lost",
        "leaked",
        "manager",
        "and",
        "for",
        "is",
        "are",
        "was",
        "to",
        "me",
        "her",
        "his",
        "isnt",
        "doesnt",
        "wont",
        "stupid",
        "dumb",
        "galat",
        "wahi",
        "same",
        "bhool",
        "yaad",
        "change",
        "nahi",
        "nhi",
        "kya",
        "kisi",
        "share",
        "mat",
        "batao",
        "batana",
        "bhul",
        "hai",
        "hua",
        "gaya",
        "liya",
        "diya",
        "karo",
        "kar",
        "ka",
        "ki",
        "ke",
        "se",
        "pe",
        "mein",
        "bahut",
        "strong",
        "incorrecta",
        "segura",
        "débil",
        "larga",
        "la",
        "el",
        "una",
        "mi",
        "mal",
        "muy",
        "no",
        "olvidada",
        "caducada",
        "misma",
        "que",
        "para",
        "de",
        "del",
        "cambiada",
        "facil",
        "fácil",
        "गलत",
        "भूल",
        "याद",
        "बदल",
        "नहीं",
        "किसी",
        "मत",
        "क्या",
        "बहुत",
        "वही",
        "है",
        "strong",
        "field",
        "reset",
        "policy",
        "code",
        "codes",
        "box",
        "link",
        "screen",
        "hint",
        "pls",
        "please",
        "bro",
        "bhai",
        "yaar",
        "guys",
        "anyone",
        "someone",
    ]
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield passwords and codes, where the value itself is written."""
    pairs = [each for _, each in shapes(reading, _logins)]
    found = (valued for each in phrases(reading, "password") if (valued := _valued(each)))
    for detail in apart(iter([*pairs, *found])):
        yield leave("password", detail)


def _logins(text: str) -> Iterator[Shape]:
    """Yield an account with its password behind a slash: "netflix: mum@mail.com / Secret1"."""
    for found in _LOGIN.finditer(text):
        yield Shape(found.start("value"), found.end("value"), "password")


def _valued(detail: Detail) -> Detail | None:
    """Return the detail up to the value, None when what follows is no value."""
    text = detail.text.text
    found = _VALUE.match(text, _cue_end(detail))
    if not found:
        return None
    value = found["value"].rstrip(".!?।)")
    lower = value.lower()
    plain = lower in _PLAIN or lower in small_words() or len(value) < 3
    telling = re.search(r"\d|[^\w\s'’.,!?-]|[a-z][A-Z]", value) is not None
    named = re.search(r"(?:is|es|:|=|hai|है)\s*[\"“'‘]?$", text[detail.start : found.start("value")]) is not None
    last = not re.match(r"\s+[^\W\d]{3,}", text[found.start("value") + len(value) :])
    if plain or not (telling or (named and last)):
        return None
    end = found.start("value") + len(value)
    return replace(detail, end=end, first=found.start("value"), last=end)


def _cue_end(detail: Detail) -> int:
    """Return where the phrase ends and the value may begin."""
    cue = detail.text.text[detail.start : detail.first]
    return detail.start + len(cue.rstrip(" \t:=-–—>→\"“”'‘’(")) if cue else detail.first
