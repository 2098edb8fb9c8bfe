"""What a person chose beside the chat itself: for whom, where, who they are, which chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from safelight.advice.choose import countries
from safelight.advice.directory import find
from safelight.locales.load import Translator
from safelight.schema.advice import Audience
from safelight.schema.items import Conversation, Item, Participant

# Who the page speaks to; helpers and moderators have their own ways in.
PAGE_AUDIENCES: tuple[Audience, ...] = ("young_person", "carer", "teacher")


@dataclass(frozen=True, slots=True)
class Choices:
    """me: the name of the participant who looks, "" for none of them, None when not said.

    chat: the number of the chosen chat, None before choosing. words: whether a saved page holds the words of the chat.
    """

    audience: Audience = "young_person"
    country: str = ""
    me: str | None = None
    chat: int | None = None
    words: bool = True


def choices(fields: Mapping[str, str]) -> Choices:
    """Return the choices in a form; whatever is not one of the known answers counts as not answered."""
    audience = fields.get("audience", "")
    country = fields.get("country", "").upper()
    chat = fields.get("chat", "")
    return Choices(
        audience=next((each for each in PAGE_AUDIENCES if each == audience), "young_person"),
        country=country if country in countries() else "",
        me=fields.get("me"),
        chat=int(chat) if chat.isascii() and chat.isdigit() and len(chat) < 9 else None,
        words="without_words" not in fields,
    )


def audience_names(_: Translator) -> list[tuple[Audience, str]]:
    """Return the audiences of the page with the words that a person picks."""
    return [("young_person", _("It is about me")), ("carer", _("A parent or carer")), ("teacher", _("A teacher"))]


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


def country_names(_: Translator) -> list[tuple[str, str]]:
    """Return the countries with helplines of their own, by name; the first choice is the whole world."""
    named = ((code, _(place.name)) for code in countries() if (place := find(code)))
    return [("", _("Any country")), *sorted(named, key=lambda pair: pair[1])]


def owned(item: Item, me: str | None) -> Item:
    """Return the item with `me` as the one who looks ("": nobody); unchanged when that was not said."""
    if me is None or not isinstance(item, Conversation):
        return item
    participants = tuple(Participant(each.name, bool(me) and each.name == me) for each in item.participants)
    owner = next((each.name for each in participants if each.is_owner), None)
    return replace(item, owner=owner, participants=participants)
