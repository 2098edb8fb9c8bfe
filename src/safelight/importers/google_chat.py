"""Reads Google Chat from Takeout: `Groups/DM x/messages.json` or `Groups/Space x/messages.json`.

The date is English prose ("Thursday, November 3, 2016 at 11:59:50 AM UTC", perhaps with U+202F before AM). A fixed
English parser reads it, never the locale of this machine. Source: Google Takeout; public schema notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import BinaryIO

from safelight.importers import json_files
from safelight.importers.assemble import NO_NAME, assembled, distinct, folder_of, gather, iso
from safelight.importers.json_files import AGAIN, Entry, entry, listed, words
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation, Message, MessageKind

TITLE = "Google Chat"
LEAVES_OUT = (
    "Pictures and files are not looked at, only the words beside them.",
    "Messages that were deleted, or sent with history turned off, may be missing.",
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PROSE = re.compile(
    r"""(?:[A-Za-z]+,?\s+)?                                     # the weekday
        (?:(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s+(?P<month2>[A-Za-z]{3,9})\.?)
        ,?\s+(?P<year>\d{4})(?:,|\s+at)?,?\s+
        (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?
        \s*(?P<half>[AaPp])?(?:\.?[Mm]\.?)?
        (?:\s+(?P<zone>[A-Za-z]+))?\s*""",
    re.VERBOSE | re.ASCII,
)
_BLANKS = re.compile(r"\s+")


def identify(name: str, head: bytes) -> bool:
    """Tell a group's messages by their keys."""
    return {"messages", "creator", "created_date"} <= json_files.keys(head)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of a file. Raises DamagedFile, EmptyFile."""
    document = json_files.load_entry(stream, name)
    entries = document.get("messages")
    if not isinstance(entries, list):
        raise DamagedFile("The file has no list of messages", where=name, fix=AGAIN)
    people = [entry(entry(one).get("creator")) for one in entries]
    names = distinct((words(one.get("email")), words(one.get("name"))) for one in people)
    yield from assembled(
        gather(entries, lambda one: _message(one, names)),
        importer=__name__,
        file=name,
        id=_group(entries) or folder_of(name),
        notes=LEAVES_OUT,
    )


def prose_time(text: str) -> datetime | None:
    """Return the time that an English date in prose states: aware for UTC, naive for any other zone or none."""
    found = _PROSE.fullmatch(_BLANKS.sub(" ", text.strip()))
    if not found:
        return None
    month = (found["month"] or found["month2"]).lower()[:3]
    if month not in _MONTHS:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = UTC if found["zone"] in ("UTC", "GMT") else None
    parts = (int(found["year"]), _MONTHS.index(month) + 1, int(found["day"] or found["day2"]))
    try:
        return datetime(*parts, hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone)
    except ValueError:
        return None


def _group(entries: list[object]) -> str:
    """Return the group's own id, the first part of every `message_id`."""
    for one in map(entry, entries):
        group, slash, _ = words(one.get("message_id")).partition("/")
        if slash and group:
            return group
    return ""


def _message(one: Entry, names: Mapping[str, str]) -> Message | str:
    creator = entry(one.get("creator"))
    if not creator and "text" not in one:
        return "it has neither a sender nor words"
    email = words(creator.get("email"))
    name = names.get(email) or words(creator.get("name")) or email or NO_NAME
    written = words(one.get("created_date"))
    return Message(name, words(one.get("text")), prose_time(written) or iso(written), _kind(one))


def _kind(one: Entry) -> MessageKind:
    if one.get("message_state") == "DELETED" or "deletion_metadata" in one:
        return "deleted"
    if any("video_call_metadata" in entry(note) for note in listed(one.get("annotations"))) and not one.get("text"):
        return "call"
    return "media" if one.get("attached_files") else "text"
