"""ODT, ODS, ODP, ODG: the meta file, the small picture, authors of notes and changes, pictures inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safelight.media.read import packed
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

_KINDS: dict[str, TraceKind] = {
    "creator": "owner", "initial-creator": "owner", "printed-by": "owner", "title": "comment", "subject": "comment",
    "description": "comment", "keyword": "comment", "date": "time", "creation-date": "time", "print-date": "time",
    "generator": "history", "editing-cycles": "history", "editing-duration": "history", "user-defined": "comment",
    "creator-initials": "owner", "contributor": "owner", "publisher": "owner", "rights": "owner", "coverage": "place",
}  # fmt: skip
_ELEMENT = re.compile(r"<(?:dc|meta|loext):([\w-]+)(?:\s[^<>]*)?>([^<>]{1,2000})</")
_FIELDS = re.compile(
    r"<text:(?:author-name|author-initials|initial-creator|creator|sender-[\w-]+)(?:\s[^<>]*)?>([^<>]{1,300})</"
)
_PRINTER = re.compile(r"config:name=\"(?:PrinterName|PrinterSetup)\"[^>]*>([^<]+)<")
_MOST_READ = 4 * 1024**2


def identify(head: bytes) -> bool:
    """Tell by the first member, which names the kind of document."""
    return head[:4] == b"PK\x03\x04" and b"mimetypeapplication/vnd.oasis.opendocument" in head[:200]


def read(data: Data, notes: Notes) -> None:
    """Note properties, people, and what the pictures inside hold."""
    opened = packed.Packed(data, notes)
    for name in opened.names():
        notes.spend()
        base = name.rpartition("/")[2]
        if base in ("meta.xml", "content.xml", "styles.xml"):
            _elements(opened.read(name, _MOST_READ).decode("utf-8", "replace"), name, notes)
        elif base == "settings.xml":
            for value in _PRINTER.findall(words(opened.read(name, _MOST_READ))):
                notes.add("device", "OpenDocument printer", packed.unescaped(value))
        elif name.lower().startswith("thumbnails/") and base:
            notes.add("thumbnail", "small picture of the first page", "there")
        elif name.startswith(("Pictures/", "media/", "Media/")) and base:
            opened.inside(name)
    opened.told()


def _elements(text: str, name: str, notes: Notes) -> None:
    for tag, value in _ELEMENT.findall(text):
        if tag in _KINDS:
            notes.add(_KINDS[tag], f"OpenDocument {tag}", packed.unescaped(value))
    for value in _FIELDS.findall(text):
        notes.add("owner", "OpenDocument field", packed.unescaped(value))
