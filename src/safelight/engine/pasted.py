"""Makes an item of whatever somebody hands over: a file of a known format, or a text, a link, an address pasted in.

The kind is as said, or guessed (normalize/guess_kind.py). A text in a shape that pasted chats have stays a chat. A text
that seems to be somebody's own words is looked at as a message, too: what a stranger wrote must not pass for a draft.
The graver answer decides what it is taken for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Literal

from safelight.engine import single, talk
from safelight.importers import load, paste, streams
from safelight.importers.whole_text import read_text
from safelight.normalize.guess_kind import guess_kind, is_form
from safelight.schema.assessments import Level
from safelight.schema.errors import EmptyFile
from safelight.schema.items import Conversation, Draft, Item, Link, Offer, PaymentDemand, Picture, Profile, Source

Kind = Literal["chat", "draft", "link", "offer", "payment", "picture", "profile"]
KINDS: tuple[Kind, ...] = ("chat", "draft", "link", "offer", "payment", "picture", "profile")
_FIX = "Copy the text and paste it again."


def items(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    kind: Kind | None = None,
    *,
    progress: streams.Progress | None = None,
) -> list[Item]:
    """Return what is in a file or a paste. kind: what it is, None to find out.

    Raises what `safelight.read` raises.
    """
    if kind == "picture":
        with streams.opened(source, name) as (stream, label, _):
            return [Picture(stream.read(), label, source=Source("", label))]
    if kind == "chat" or _is_known(source, name):
        return load.read(source, name, progress=progress)
    with streams.opened(source, name) as (stream, label, _):
        text = read_text(stream, label)
    if kind is None and paste.NO_CHAT.search(text):
        # Data of some program that no importer knows: the importers say so.
        return load.read(source, name, progress=progress)
    return [item(text, kind, label)]


def item(text: str, kind: Kind | None = None, name: str = "") -> Item:
    """Return the item that a text is. Raises EmptyFile when there is nothing in it."""
    if not text.strip():
        raise EmptyFile("There is nothing in the text", where=name, fix=_FIX)
    found = kind or _guessed(text, name)
    if found == "chat":
        return _message(text, name)
    own = _MAKERS[found](text, Source("", name))
    if kind is None and found == "draft":
        message = _message(text, name)
        level = talk.check(message, "en", None).level
        if level >= Level.CONCERN and level > single.check(own, "en").level:
            return message
    return own


def _message(text: str, name: str) -> Conversation:
    return paste.build(paste.guess(text), name=name)


def _guessed(text: str, name: str) -> str:
    """Return the guessed kind; a shape that pasted chats have decides, unless it is that of a form."""
    found = guess_kind(text)
    shaped = found not in ("chat", "link") and paste.identify(name, text.encode("utf-8", "replace"))
    return "chat" if shaped and not is_form(text.split("\n")) else found


def _link(text: str, source: Source) -> Link:
    return Link(text.strip(), source=source)


def _profile(text: str, source: Source) -> Profile:
    """Return a profile of a pasted bio; a first line that is a handle ("@ann") is the handle."""
    first, _, rest = text.strip().partition("\n")
    is_handle = first.startswith("@") and " " not in first.strip()
    return Profile(
        handle=first.strip()[1:] if is_handle else "", bio=rest if is_handle else text.strip(), source=source
    )


_MAKERS: Mapping[str, Callable[[str, Source], Item]] = {
    "draft": lambda text, source: Draft(text, source=source),
    "link": _link,
    "offer": lambda text, source: Offer(text, source=source),
    "payment": lambda text, source: PaymentDemand(text, source=source),
    "profile": _profile,
}


def _is_known(source: str | os.PathLike[str] | bytes, name: str | None) -> bool:
    """Tell whether an importer knows the file by its form (pasted text has none), or it is no text at all."""
    with streams.opened(source, name) as (stream, label, _):
        head = streams.head_of(streams.as_utf8(stream))
    if b"\0" in head or head.startswith(b"PK"):
        return True
    return load.claims(label, head) is not None
