"""The meaning of sentences in a conversation: asked of the encoder message by message, when somebody wants it."""

from __future__ import annotations

from safelight.assessment import fuse
from safelight.locales.load import mark
from safelight.models import meaning_of_talk
from safelight.schema.assessments import Skipped
from safelight.schema.errors import MissingExtra
from safelight.schema.memory import Meant, Memory, Person

_WHAT = "meaning"


def missing() -> Skipped | None:
    """Return what to say when the meaning was asked for and cannot be looked at; nothing when it can."""
    try:
        meaning_of_talk.model()
    except MissingExtra as error:
        return Skipped(_WHAT, mark("The meaning of whole sentences was not looked at."), error.fix)
    return None


def unread(memory: Memory) -> Skipped | None:
    """Return what to say when no message was in the language that the weights are for."""
    if not memory.read or any(person.meant for person in memory.people.values()):
        return None
    return Skipped(_WHAT, mark("The meaning of whole sentences is looked at in English talk only."))


def take(memory: Memory, index: int, author: Person, text: str) -> None:
    """Add what a message means: to its author, and to whom it most likely answers."""
    model = meaning_of_talk.model()
    own, other = model.weigh(text)
    author.meant = author.meant or Meant(at=index)
    model.say(author.meant, own, index)
    listener = memory.answered_by(author)
    if listener is not None:
        listener.meant = listener.meant or Meant(at=index)
        model.hear(listener.meant, other, index)


def weigh(memory: Memory, index: int, author: Person) -> None:
    """Sum up anew: what is meant changes with every message, also where no phrase was found."""
    if author.meant is not None and author.traces:
        fuse.update(memory, author, index)
