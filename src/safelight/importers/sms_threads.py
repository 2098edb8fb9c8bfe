"""Gathers the messages of an SMS backup, which come in any order, into one conversation per address or group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

OWNER = "Me"
UNKNOWN = "Unknown"
_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One SMS or MMS. sender: an address, None for the phone's owner. address: the other side, "a~b" for a group."""

    address: str
    contact: str
    sender: str | None
    text: str = field(repr=False)
    time: datetime | None
    kind: MessageKind
    draft: bool = False
    waiting: bool = False


@dataclass(slots=True)
class _Thread:
    """All entries of one address. addresses: as written, the first spelling of each."""

    addresses: dict[str, str] = field(default_factory=dict)
    contact: str = ""
    entries: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


class Threads:
    """Entries by address; the same number with and without its country's prefix is one address."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._threads: dict[str, _Thread] = {}
        self._contacts: dict[str, str] = {}
        self._nowhere: list[Unread] = []

    def __bool__(self) -> bool:
        return bool(self._threads or self._nowhere)

    def add(self, entry: Entry) -> None:
        """Put an entry into its thread."""
        thread = self._thread(entry.address)
        thread.entries.append(entry)
        thread.contact = thread.contact or entry.contact
        if entry.contact and len(thread.addresses) == 1:
            self._contacts.setdefault(next(iter(thread.addresses)), entry.contact)

    def lost(self, address: str, where: str, reason: str) -> None:
        """List something that is no message, with its address if it has one."""
        (self._thread(address).unread if address else self._nowhere).append(Unread(where, reason))

    def conversations(self, name: str, notes: tuple[str, ...], broken: int) -> Iterator[Conversation]:
        """Yield the conversations. notes: what each of them says; broken: signs in the file that were lost."""
        if broken:
            notes += (f"Signs in the file that were broken, shown as replacement signs: {broken}.",)
        # What has no address is listed with the first conversation, or with an empty one.
        first = next(iter(self._threads.values()), None) or self._thread("")
        first.unread += self._nowhere
        for key, thread in self._threads.items():
            yield self._conversation(key, thread, name, notes)

    def _thread(self, address: str) -> _Thread:
        numbers = {_key(part): part for part in address.split("~") if part.strip()}
        thread = self._threads.setdefault("~".join(sorted(numbers)) or UNKNOWN, _Thread())
        thread.addresses = thread.addresses or numbers
        return thread

    def _conversation(self, key: str, thread: _Thread, name: str, notes: tuple[str, ...]) -> Conversation:
        ordered = sorted(thread.entries, key=lambda entry: entry.time or _FIRST)
        messages = tuple(Message(self._name(one.sender), one.text, one.time, one.kind) for one in ordered)
        others = [self._name(address) for address in thread.addresses.values()]
        names = dict.fromkeys([OWNER, *others, *(message.author for message in messages)])
        return Conversation(
            messages=messages,
            participants=tuple(Participant(who, who == OWNER) for who in names),
            id=key,
            title=thread.contact or ", ".join(others),
            owner=OWNER,
            source=Source(
                "sms_backup",
                name.rpartition("/")[2],
                notes + tuple(_notes(thread.entries)),
                tuple(thread.unread),
                len(thread.entries) + len(thread.unread),
            ),
        )

    def _name(self, sender: str | None) -> str:
        """Return how a side is called: its contact's name, or its number. The owner's own name stays the owner's."""
        if sender is None:
            return OWNER
        name = self._contacts.get(_key(sender)) or sender or UNKNOWN
        return f"{name} ({sender})" if name == OWNER else name


def _key(address: str) -> str:
    """Return what stays the same however a number is written: its last ten digits; other senders in small letters."""
    bare = re.sub(r"[\s().\-/]", "", address).lower()
    return bare[-10:] if re.fullmatch(r"\+?\d{10,}", bare) else bare


def _notes(entries: list[Entry]) -> Iterator[str]:
    media = sum(entry.kind == "media" for entry in entries)
    drafts = sum(entry.draft for entry in entries)
    waiting = sum(entry.waiting for entry in entries)
    if media:
        yield f"Messages with pictures, sounds or videos that were not looked at: {media}."
    if drafts:
        yield f"Drafts that were written but never sent: {drafts}."
    if waiting:
        yield f"Messages that failed or still wait to be sent: {waiting}."
