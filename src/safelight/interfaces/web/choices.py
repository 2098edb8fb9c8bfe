"""What a person chose beside the chat itself: who they are in it, which chat, with its words or without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from safelight.locales.load import Translator
from safelight.schema.items import Conversation, Item, Participant


@dataclass(frozen=True, slots=True)
class Choices:
    """me: the name of the participant who looks, "" for none of them, None when not said.

    chat: the number of the chosen chat, None before choosing. words: whether a saved page holds the words of the chat.
    language: the code of the language that the chat is said to be in, "" to find out. known: whether the reader knows
    the other person in real life.
    """

    me: str | None = None
    chat: int | None = None
    words: bool = True
    language: str = ""
    known: bool = False


def choices(fields: Mapping[str, str]) -> Choices:
    """Return the choices in a form; whatever is not one of the known answers counts as not answered."""
    chat = fields.get("chat", "")
    return Choices(
        me=fields.get("me"),
        chat=int(chat) if chat.isascii() and chat.isdigit() and len(chat) < 9 else None,
        words="without_words" not in fields,
        language=said if _is_code(said := fields.get("in", "")) else "",
        known=fields.get("known") == "1",
    )


def _is_code(language: str) -> bool:
    return len(language) < 12 and language.isascii() and language.replace("-", "").isalpha()


def kind_names(_: Translator) -> list[tuple[str, str]]:
    """Return what a pasted text can be (value, name); the first choice is to find out."""
    return [
        ("", _("Find out by itself")),
        ("chat", _("A chat")),
        ("offer", _("An offer: a job, a trip, a gift")),
        ("link", _("A link")),
        ("payment", _("A demand for money")),
        ("draft", _("Something I want to post")),
        ("profile", _("A profile")),
    ]


def owned(item: Item, me: str | None) -> Item:
    """Return the item with `me` as the one who looks ("": nobody); unchanged when that was not said."""
    if me is None or not isinstance(item, Conversation):
        return item
    participants = tuple(Participant(each.name, bool(me) and each.name == me) for each in item.participants)
    owner = next((each.name for each in participants if each.is_owner), None)
    return replace(item, owner=owner, participants=participants)
