"""Reads Telegram Desktop's JSON: one exported chat (`messages`) or the whole account (`chats.list`, `left_chats.list`).

`text` is a string or a list of strings and marked pieces; older files have no `date_unixtime`, and their `date` is the
local time of the computer that exported. Source: tdesktop, Telegram/SourceFiles/export/output/export_output_json.cpp.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import (
    NO_NAME,
    NOT_AN_ENTRY,
    assembled,
    distinct,
    epoch,
    gather,
    iso,
    other_of_two,
)
from safelight.importers.json_files import AGAIN, Entry, entry, listed, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind, Unread

TITLE = "Telegram"
LEAVES_OUT = (
    "Secret chats and deleted messages may be missing from a Telegram export.",
    "Pictures, videos and voice messages are not looked at, only the words beside them.",
)

_CHAT_TYPE = re.compile(
    rb'"type"\s*:\s*"(personal_chat|bot_chat|saved_messages|(private|public)_(group|supergroup|channel))"'
)
_MEDIA = (
    "photo", "file", "media_type", "contact_information", "location_information", "poll", "game_title",
    "invoice_information", "todo_list", "paid_media", "giveaway_information", "story_data_id",
)  # fmt: skip
# What a whole account holds before its chats.
_ACCOUNT = frozenset({"personal_information", "contacts", "frequent_contacts", "sessions", "profile_pictures"})
# Pieces that Telegram finds by itself, at a border between words.
_FOUND_BY_TELEGRAM = frozenset({"link", "mention", "hashtag", "cashtag", "email", "phone", "bot_command", "bank_card"})
_UNSUPPORTED = "a kind of entry that Telegram could not export"


def identify(name: str, head: bytes) -> bool:
    """Tell a Telegram export by its keys."""
    found = json_files.keys(head)
    if "about" in found and found & _ACCOUNT:
        return True
    if "messages" not in found or found & {"sender_name", "senderName", "guild"}:
        return False
    tells = found & {"date_unixtime", "from_id", "actor_id"} or {"type", "date", "from", "text"} <= found
    return bool(tells or _CHAT_TYPE.search(head))


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the chats of an export. Raises DamagedFile."""
    document = json_files.load_entry(stream, name)
    me = entry(document.get("personal_information"))
    strays: list[Unread] = []
    for where, chat in _chats(document, name):
        if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
            strays.append(Unread(where or "messages", NOT_AN_ENTRY))
            continue
        for made in _conversation(chat, where, me, name):
            # What is lost between chats has to hang somewhere: on the chat that follows.
            yield replace(made, source=replace(made.source, unread=(*strays, *made.source.unread)))
            strays = []
    if strays:
        raise DamagedFile("A chat cannot be read", where=f"{name}, {strays[0].where}", fix=AGAIN)


def _chats(document: Entry, name: str) -> Iterator[tuple[str, object]]:
    """Yield (place, chat); the place is "" for a file of one chat."""
    if "messages" in document:
        yield "", document
        return
    for section in ("chats", "left_chats"):
        for number, chat in enumerate(listed(entry(document.get(section)).get("list"))):
            yield f"{section}.list[{number}]", chat


def _conversation(chat: Entry, where: str, me: Entry, file: str) -> Iterator[Conversation]:
    entries = listed(chat["messages"])
    names = distinct(_people(entries))
    place = f"{where}.messages" if where else "messages"
    title = words(chat.get("name"))
    return assembled(
        gather(entries, lambda one: _message(one, names), place),
        importer=__name__,
        file=file,
        # Bare ids of people and of channels overlap; the type keeps them apart.
        id="/".join(str(chat[key]) for key in ("type", "id") if chat.get(key)) or where or title,
        title=title,
        owner=_owner(chat, names, me),
        notes=LEAVES_OUT,
    )


def _people(entries: Iterable[object]) -> Iterator[tuple[str, str]]:
    for one in map(entry, entries):
        yield str(one.get("from_id") or ""), words(one.get("from"))
        yield str(one.get("actor_id") or ""), words(one.get("actor"))


def _owner(chat: Entry, names: Mapping[str, str], me: Entry) -> str | None:
    """Return whose export it is: the account's own id, or in a chat of two the one whose id the chat does not have."""
    own = me.get("user_id")
    if own:
        full = f"{words(me.get('first_name'))} {words(me.get('last_name'))}".strip()
        return names.get(f"user{own}") or names.get(str(own)) or full or None
    kind, other = chat.get("type"), str(chat.get("id") or "")
    if kind == "saved_messages" and len(names) == 1:
        return next(iter(names.values()))
    if kind not in ("personal_chat", "bot_chat"):
        return None
    rest = [name for key, name in names.items() if key.removeprefix("user") != other]
    if len(rest) == 1 and len(names) == 2:
        return rest[0]
    return other_of_two(list(names.values()), words(chat.get("name")))


def _message(one: Entry, names: Mapping[str, str]) -> Message | str:
    if one.get("type") == "service":
        return _service(one, names)
    if one.get("type", "message") != "message":
        return _UNSUPPORTED
    text = _flat(one.get("text", one.get("text_entities", "")))
    if text is None:
        return "its text is not built as the format says"
    kind: MessageKind = "media" if any(key in one for key in _MEDIA) else "text"
    shown = "\n".join(part for part in (text, *_beside(one)) if part)
    return Message(_author(one, "from", names) or NO_NAME, shown, _time(one), kind)


def _author(one: Entry, key: str, names: Mapping[str, str]) -> str:
    """Return the name of who acts. A deleted account has an id and no name."""
    number = str(one.get(f"{key}_id") or "")
    return names.get(number) or words(one.get(key)) or number


def _time(one: Entry) -> datetime | None:
    return epoch(one.get("date_unixtime")) or iso(one.get("date"))


def _service(one: Entry, names: Mapping[str, str]) -> Message:
    """Return a service entry: what happened in words, then the words and names that belong to it."""
    action = words(one.get("action")) or "service"
    parts = [action.replace("_", " "), words(one.get("title")), _flat(one.get("text", "")) or ""]
    parts.append(", ".join(filter(None, map(words, listed(one.get("members"))))))
    parts += [words(one.get("discard_reason")), _seconds(one)]
    kind: MessageKind = "call" if action in ("phone_call", "group_call", "conference_call") else "system"
    who = _author(one, "actor", names) or _author(one, "from", names)
    return Message(who, ": ".join(filter(None, parts)), _time(one), kind)


def _seconds(one: Entry) -> str:
    length = one.get("duration_seconds", one.get("duration"))
    return f"{length} seconds" if isinstance(length, int) else ""


def _flat(value: object) -> str | None:
    """Return a text given as a string or as pieces; None when it is neither."""
    if isinstance(value, str):
        return words(value)
    if not isinstance(value, list) or not all(isinstance(piece, str | dict) for piece in value):
        return None
    text, marked = "", False
    for piece in value:
        inner = entry(piece)
        part = _piece(inner) if inner else words(piece)
        # Plain text between two marks carries its own blanks; marks that touch without any were parted by one.
        if marked and inner.get("type") in _FOUND_BY_TELEGRAM and text[-1:].strip() and part[:1].strip():
            text += " "
        text, marked = text + part, bool(inner)
    return text


def _piece(piece: Entry) -> str:
    """Return a marked piece; a link hidden behind other words is written out, since it is where they lead."""
    text, target = words(piece.get("text")), words(piece.get("href"))
    return f"{text} ({target})" if target and target != text else text


def _beside(one: Entry) -> Iterator[str]:
    """Yield the words that an entry holds beside its text: of a sticker, a contact, a place, a poll, a game."""
    yield words(one.get("sticker_emoji"))
    contact = entry(one.get("contact_information"))
    yield " ".join(filter(None, (words(contact.get(key)) for key in ("first_name", "last_name", "phone_number"))))
    yield from (words(one.get(key)) for key in ("place_name", "address", "game_title", "game_link"))
    place = entry(one.get("location_information"))
    if place:
        yield f"{place.get('latitude')}, {place.get('longitude')}"
    poll = entry(one.get("poll"))
    yield _flat(poll.get("question", "")) or ""
    yield from (_flat(entry(answer).get("text", "")) or "" for answer in listed(poll.get("answers")))
