"""Makes strings from strangers safe to show: no control characters, terminal codes or direction tricks."""

from __future__ import annotations

import re

NAME_LENGTH = 40

# CSI, OSC and two-character escape sequences of terminals (ECMA-48), so that "\x1b[31m" leaves nothing behind.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -~]?"
)
_SPACE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
# C0 and C1 controls, marks that turn the direction of text (bidi), byte order mark, object replacement and fillers.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


def clean(text: str) -> str:
    """Return the text on one line without anything that steers a terminal or turns the reading direction."""
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _INVISIBLE.sub("", _SPACE.sub(" ", text))
    return _LONE_SURROGATE.sub("\ufffd", text)


def name(text: str, nameless: str) -> str:
    """Return a name fit to show, at most 40 characters; `nameless` when nothing visible is left."""
    shown = clean(text).strip()
    if len(shown) > NAME_LENGTH:
        shown = shown[: NAME_LENGTH - 1].rstrip() + "…"
    return shown or nameless


def isolated(text: str) -> str:
    """Wrap text that holds right-to-left letters, so that it cannot reorder the words around it on a terminal."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
