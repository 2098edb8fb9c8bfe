"""Items: anything that Safelight can look at. Frozen, and silent: no `repr` shows what a person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from safelight.schema.pictures import Facts

MessageKind = Literal["text", "system", "media", "deleted", "call"]


@dataclass(frozen=True, slots=True)
class Message:
    r"""One message of a conversation.

    author: who sent it, as the source names them; "" for a system entry without a sender.
    text:   the body as the source wrote it (markers such as "<Media omitted>" included), lines joined by "\n".
    time:   local or aware time of sending; an ISO 8601 string is accepted and kept as given; None when unknown.
    kind:   "text"; "system" (joined, changed the subject); "media" (a picture or file, text may be a caption or the
            marker); "deleted"; "call".
    """

    author: str
    text: str = field(repr=False)
    time: datetime | str | None = None
    kind: MessageKind = "text"


@dataclass(frozen=True, slots=True)
class Participant:
    """One side of a conversation. `name` is how messages name them; `is_owner` marks whose export this is."""

    name: str
    is_owner: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that could not be read: where and why, never its text.

    where: "line 12", "messages[4]" or a member's name; reason: plain words.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item came from, and what that leaves out.

    format:  the importer's name ("whatsapp"), or "" for an item made in code.
    name:    the file's own name, without folders.
    notes:   sentences the reader must see (what the format leaves out, how the dates were read and why).
    unread:  everything that was in the file and is in no item.
    lines:   how many lines (or entries) the source held, 0 when not counted.
    one_sided: True when the format holds only one side, so that "nothing noticed" means nothing.
    """

    format: str = ""
    name: str = ""
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    lines: int = 0
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class FoundIn:
    """Where an unfolded item was found: the message's number (0-based) or field, and the character offsets."""

    start: int
    end: int
    message: int | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Messages between participants, in order of time.

    id: stable within one file (the parts of a split export share it). owner: the participant who looks, if known.
    """

    messages: tuple[Message, ...] = field(repr=False)
    participants: tuple[Participant, ...] = ()
    id: str = ""
    title: str = field(default="", repr=False)
    owner: str | None = None
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that somebody is about to share: a post, a bio, a story, a message."""

    text: str = field(repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A job, modelling, study, travel or gift offer. `fields`: what the advert states, by name (pay, place, ...)."""

    text: str = field(repr=False)
    title: str | None = field(default=None, repr=False)
    fields: Mapping[str, str] = field(default_factory=dict, repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile shows. None means "not stated": shown as such, never guessed. Counts are whole numbers."""

    handle: str = field(default="", repr=False)
    display_name: str = field(default="", repr=False)
    bio: str = field(default="", repr=False)
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    created: datetime | str | None = None
    has_picture: bool | None = None
    private: bool | None = None
    links: tuple[str, ...] = field(default=(), repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link, as written. It is never opened."""

    url: str = field(repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class PaymentDemand:
    """Text in which somebody wants money, coins, cards or codes."""

    text: str = field(repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, video, sound or document file, as bytes in memory. shows: what was read out of it, when it was."""

    data: bytes = field(repr=False)
    name: str = ""
    shows: Facts | None = field(default=None, repr=False)
    source: Source = Source()
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class App:
    """An app on a phone, as far as a list of apps tells.

    package: its id ("com.example.app"), "" when only a name is known. permissions: those it has been granted, without
    "android.permission.". admin, accessibility: whether it may administer the phone or read and steer the screen.
    installer: the package that installed it ("com.android.vending" is Google Play), "" for none (put on by hand).
    None means that the list does not say.
    """

    package: str
    name: str = ""
    permissions: tuple[str, ...] | None = None
    admin: bool | None = None
    accessibility: bool | None = None
    installer: str | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """The apps of a phone. system: "android", "ios", or "" when the list does not tell."""

    apps: tuple[App, ...] = field(repr=False)
    system: Literal["android", "ios", ""] = ""
    source: Source = Source()
    found_in: FoundIn | None = None


Item = Conversation | Draft | Offer | Profile | Link | PaymentDemand | Picture | Phone


def kind_of(item: object) -> str:
    """Return the short name of an item's kind, by which folders are named: "conversation", "payment", "link"."""
    name = type(item).__name__
    return "payment" if name == "PaymentDemand" else name.lower()


ContactKind = Literal["phone", "email", "handle", "wallet", "upi", "iban", "link"]


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach or pay somebody, found in a text.

    value: normalized (E.164 for phones, lower case for e-mail and host names). start, end: offsets into the original
    text, also as `span`. detail: the platform, currency or network when it is known ("telegram", "bitcoin").
    """

    kind: ContactKind
    value: str = field(repr=False)
    start: int
    end: int
    detail: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Return the offsets (start, end) into the original text."""
        return (self.start, self.end)
