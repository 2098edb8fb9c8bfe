"""Repairs text whose UTF-8 bytes were written as if each were a letter ("cafÃ©"), as Instagram and Messenger do.

The repair is a strict round trip (latin-1 out, UTF-8 in): it never deletes a character, and what cannot make the trip
stays as it is. Whether to repair at all is decided once for a whole file, so that somebody's literal "Ã©" in a good
file survives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.importers.json_files import Entry

# Letters U+0080-U+009F are control signs that nobody types; in such files they are the tails of emoji and scripts.
_CONTROL = re.compile("[\x80-\x9f]")
_MARKED = re.compile("[^\x00-\x7f]")
# No message lies deeper; a file made to exhaust the stack is left as it is.
_DEPTH = 50


def is_mangled(document: object) -> bool:
    """Tell whether the texts of a whole JSON document are mangled.

    One letter beyond latin-1 (an emoji, a curly quote) shows that the file is good. Otherwise every marked text must
    make the round trip; where some do not, there must be control signs, and more texts that do.
    """
    whole, broken, controls = 0, 0, False
    for text in _texts(document):
        if text.isascii():
            continue
        if max(text) > "\xff":
            return False
        if _repaired(text) is None:
            broken += 1
        else:
            whole += 1
            controls = controls or bool(_CONTROL.search(text))
    return whole > 0 and (broken == 0 or (controls and whole > broken))


def repaired(document: object, depth: int = 0) -> object:
    """Return the document with every text repaired. Call it only when `is_mangled` says so."""
    if isinstance(document, str):
        fixed = None if document.isascii() else _repaired(document)
        return document if fixed is None else fixed
    if depth > _DEPTH:
        return document
    if isinstance(document, list):
        return [repaired(value, depth + 1) for value in document]
    if isinstance(document, dict):
        return {key: repaired(value, depth + 1) for key, value in document.items()}
    return document


def repaired_entry(document: Entry) -> Entry:
    """Return the document, repaired when it is mangled as a whole."""
    fixed = repaired(document) if is_mangled(document) else document
    return fixed if isinstance(fixed, dict) else document


def _repaired(text: str) -> str | None:
    """Return the text after the round trip, or None when it cannot make it. A cut last letter stays as it was."""
    try:
        raw = text.encode("latin-1")
        return raw.decode("utf-8")
    except UnicodeEncodeError:
        return None
    except UnicodeDecodeError as problem:
        cut = problem.start if problem.reason == "unexpected end of data" else 0
    if not _MARKED.search(text, 0, cut):
        return None
    return raw[:cut].decode("utf-8") + text[cut:]


def _texts(document: object) -> Iterator[str]:
    """Yield all text values, without recursion: the document may be nested as deeply as the parser allows."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
