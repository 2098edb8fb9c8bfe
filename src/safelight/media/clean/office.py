"""DOCX, XLSX and PPTX: written anew without properties, people's names, dates of changes and traces in pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safelight.media.clean.package import picture, rewritten
from safelight.media.clean.parts import Part, refuse

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_GONE = re.compile(
    r"(?i)^(docprops/|customxml/|_xmlsignatures/|.*/printersettings/|.*/revisions/|.*thumbnail|.*/customxml/"
    r"|.*/(?:people|persons?/[^/]*|commentsids|commentsextensible|commentsextended)\.xml$)"
)
_REFUSED = re.compile(r"(?i)(vbaproject|vbadata|/activex/|\.bin$)")
_CONTENT = re.compile(r"(?i)^.*/(media|embeddings)/")
_RELATION = re.compile(rb"<Relationship\b[^>]*?/>|<Relationship\b[^>]*?>\s*</Relationship>")
_TARGET = re.compile(rb"\bTarget=\"([^\"]*)\"")
_TYPE = re.compile(rb"\bType=\"[^\"]*/(?:core-properties|extended-properties|custom-properties|thumbnail"
                   rb"|attachedTemplate|customXml|customXmlProps|printerSettings|people|person|commentsIds|commentsExtensible|revisionLog"
                   rb"|commentsExtended|revisionHeaders|usernames|origin)\"")  # fmt: skip
_PART = re.compile(rb"<Override\b[^>]*\bPartName=\"/([^\"]*)\"[^>]*/>")
# Attributes that name people or times: the value becomes empty, or a word that names nobody.
_PEOPLE = re.compile(
    rb"(\s(?:w:|w15:|w16du:|w16cex:)?(?:author|initials|lastAuthor|userId|displayName|providerId)=\")[^\"]*(\")"
)
_DATES = re.compile(rb"\s(?:w:date|w16du:dateUtc|dT|dt|created|modified|lastIdx|clrIdx)=\"\d{4}-[^\"]*\"")
_RSIDS = re.compile(rb"\s(?:w:rsid\w*|w14:paraId|w14:textId)=\"[^\"]*\"")
_RSID_LIST = re.compile(rb"<w:rsids>.*?</w:rsids>|<w:rsid\w*\b[^>]*/>|<w:attachedTemplate\b[^>]*/>|<w15:docId\b[^>]*/>"
                        rb"|<w14:docId\b[^>]*/>", re.DOTALL)  # fmt: skip
_FOLDER = re.compile(rb"<mc:AlternateContent\b(?:(?!</mc:AlternateContent>).)*absPath.*?</mc:AlternateContent>|"
                     rb"<x15ac:absPath\b[^>]*/>", re.DOTALL)  # fmt: skip
_XLSX_AUTHOR = re.compile(rb"(<author>)[^<]*(</author>)")
_PPTX_AUTHOR = re.compile(rb"(<(?:p:cmAuthor|p188:author)\b[^>]*\bname=\")[^\"]*(\")")
_SHARING = re.compile(rb"(<fileSharing\b[^>]*\buserName=\")[^\"]*(\")")
_PICTURE_WORDS = re.compile(
    rb"(<(?:wp:docPr|pic:cNvPr|p:cNvPr|xdr:cNvPr|a:cNvPr)\b[^>]*?\b(?:descr|title)=\")[^\"]*(\")"
)


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the document written anew. Raises CannotClean."""
    return rewritten(data, _changed)


def _changed(name: str, content: bytes) -> bytes | None:
    low = name.lower()
    if _GONE.match(name):
        return None
    if _REFUSED.search(name):
        raise refuse("The document holds a program or another file inside", "Save it as PDF, and clean that.")
    if low.endswith(".rels"):
        return _RELATION.sub(_related, content)
    if name == "[Content_Types].xml":
        return _PART.sub(_listed, content)
    if _CONTENT.match(name):
        return picture(name, content)
    if low.endswith((".xml", ".vml")):
        return _xml(low, content)
    return content


def _related(match: re.Match[bytes]) -> bytes:
    target = _TARGET.search(match[0])
    gone = target is not None and _GONE.match(target[1].decode("utf-8", "replace").lstrip("/."))
    return b"" if gone or _TYPE.search(match[0]) else match[0]


def _listed(match: re.Match[bytes]) -> bytes:
    return b"" if _GONE.match(match[1].decode("utf-8", "replace")) else match[0]


def _xml(name: str, content: bytes) -> bytes:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse("A part of the document is written in an unusual way")
    content = _PEOPLE.sub(rb"\1\2", content)
    content = _RSID_LIST.sub(b"", _RSIDS.sub(b"", _DATES.sub(b"", content)))
    content = _PICTURE_WORDS.sub(rb"\1\2", content)
    if name.startswith("xl/"):
        content = _SHARING.sub(rb"\1\2", _XLSX_AUTHOR.sub(rb"\1\2", _FOLDER.sub(b"", content)))
    return _PPTX_AUTHOR.sub(rb"\1\2", content) if name.startswith("ppt/") else content
