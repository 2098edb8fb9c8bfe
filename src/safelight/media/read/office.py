"""DOCX, XLSX and PPTX: properties, authors of comments and changes, pictures with traces of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safelight.media.read import packed
from safelight.media.read.notes import words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

_KINDS: dict[str, TraceKind] = {
    "creator": "owner", "lastModifiedBy": "owner", "Manager": "owner", "Company": "owner", "title": "comment",
    "subject": "comment", "description": "comment", "keywords": "comment", "category": "comment",
    "contentStatus": "comment", "created": "time", "modified": "time", "lastPrinted": "time", "revision": "history",
    "Template": "history", "TotalTime": "history", "Application": "history", "AppVersion": "history",
    "HyperlinkBase": "comment", "version": "history", "identifier": "serial",
}  # fmt: skip
_PROPERTY = re.compile(r"<(?:[\w-]+:)?(\w+)(?:\s[^<>]*)?>([^<>]{1,2000})</")
_CUSTOM = re.compile(r"<property\b[^>]*\bname=\"([^\"]*)\"[^>]*>\s*<[^>]*>([^<]*)<", re.IGNORECASE)
# Who wrote a comment or a change, in the words of the three programs.
PEOPLE = re.compile(r"\b(?:w15:|w:|w16cex:)?(author|userId|displayName|initials|lastAuthor)=\"([^\"]+)\"")
_XLSX_AUTHOR = re.compile(r"<author>([^<]+)</author>")
_PPTX_AUTHOR = re.compile(r"<(?:\w+:)?(?:cmAuthor|author)\b[^>]*\bname=\"([^\"]+)\"")
_PATH = re.compile(r"<x15ac:absPath\b[^>]*\burl=\"([^\"]+)\"")
_DATED = re.compile(r"\bw:date=\"([^\"]+)\"")
# Without one of these a part names nobody, and need not be searched.
_MARKS = (b"uthor", b"userId=", b"displayName=", b"initials=", b"absPath", b"w:date=")
_MOST_READ = 2 * 1024**2


def identify(head: bytes) -> bool:
    """Tell by the first members of the zip; the content list of Office comes first, or nearly so."""
    return head[:4] == b"PK\x03\x04" and (b"[Content_Types].xml" in head[:4096] or b"_rels/.rels" in head[:4096])


def read(data: Data, notes: Notes) -> None:
    """Note properties, people, and what the pictures inside hold."""
    opened = packed.Packed(data, notes)
    for name in opened.names():
        notes.spend()
        low = name.lower()
        if low.startswith("docprops/thumbnail"):
            notes.add("thumbnail", "small picture of the first page", "there")
        elif low.startswith("docprops/") and low.endswith(".xml"):
            _properties(words(opened.read(name, _MOST_READ)), name, notes)
        elif "/media/" in low or "/embeddings/" in low:
            opened.inside(name)
        elif low.endswith(".xml") and low.startswith(("word/", "xl/", "ppt/")):
            raw = opened.read(name, _MOST_READ)
            if any(mark in raw for mark in _MARKS):
                _people(raw.decode("utf-8", "replace"), name, notes)
        elif "printersettings" in low:
            notes.add("device", "printer settings", "there")
    opened.told()


def _properties(text: str, name: str, notes: Notes) -> None:
    for tag, value in _PROPERTY.findall(text):
        if tag in _KINDS:
            notes.add(_KINDS[tag], f"Office {tag}", packed.unescaped(value))
    for label, value in _CUSTOM.findall(text):
        notes.add("comment", "Office property", packed.unescaped(f"{label[:40]}: {value}"))


def _people(text: str, name: str, notes: Notes) -> None:
    for attribute, value in PEOPLE.findall(text):
        if value.strip():
            notes.add("owner", f"Office {attribute}", packed.unescaped(value))
    if "comment" in name.lower() or "author" in name.lower():
        for value in (*_XLSX_AUTHOR.findall(text), *_PPTX_AUTHOR.findall(text)):
            notes.add("owner", "Office author", packed.unescaped(value))
    for value in _PATH.findall(text):
        notes.add("owner", "Office folder of the file", packed.unescaped(value))
    for value in _DATED.findall(text)[:20]:
        notes.add("time", "Office date of a change", value)
