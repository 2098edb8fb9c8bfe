"""PDF: written anew from what its pages need, so that earlier versions go too; text stays text.

What describes the document, its makers and its pieces is left out, with everything that no page leads to; pictures
inside are cleaned like pictures.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from safelight.media.clean import jpeg
from safelight.media.clean.parts import DAMAGED, Part, refuse

if TYPE_CHECKING:
    from pypdf import PdfWriter

    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

LARGEST = 200 * 1024**2
_MOST_OBJECTS = 200_000
# What says something about document, page, picture or note and draws nothing.
_GONE = (
    "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SourceModified", "/AssociatedFiles", "/AF",
    "/WebCaptureInfo", "/SpiderInfo", "/Threads", "/Collection", "/Perms", "/Legal", "/OpenAction", "/AA", "/ID",
)  # fmt: skip
_NOTE_GONE = ("/T", "/M", "/CreationDate", "/NM", "/Subj")
_SIGNED_GONE = ("/Name", "/Location", "/Reason", "/ContactInfo", "/Cert", "/Contents", "/M", "/ByteRange")
_NOTES = frozenset(
    ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Popup", "/Square",
     "/Circle", "/Line", "/Polygon", "/PolyLine", "/Stamp", "/Caret", "/FileAttachment", "/Sound", "/Movie", "/Screen",
     "/RichMedia")
)  # fmt: skip
_LOCKED = "The document is locked with a password"


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the document written anew. Raises CannotClean."""
    import logging

    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    if len(data) > LARGEST:
        raise refuse("The document is too large to be cleaned here")
    # The reader tells of every oddity, with words of the document: that must reach no log.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise refuse(_LOCKED, "Save it without the password, then clean it.")
        writer = PdfWriter(clone_from=reader)
        if not len(writer.pages):
            raise refuse(DAMAGED)
        _strip(writer)
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError,
            AssertionError, NotImplementedError, ArithmeticError, OSError, EOFError, MemoryError):  # fmt: skip
        raise refuse(DAMAGED) from None
    return [out.getvalue()]


def _strip(writer: PdfWriter) -> None:
    from pypdf.generic import DictionaryObject, StreamObject

    writer.metadata = None
    root = writer._root_object
    names = root.get("/Names")
    if names is not None and "/EmbeddedFiles" in names.get_object():
        del names.get_object()["/EmbeddedFiles"]
    if len(writer._objects) > _MOST_OBJECTS:
        raise refuse("The document is too large to be cleaned here")
    for each in writer._objects:
        found = each.get_object() if each is not None else None
        if isinstance(found, DictionaryObject):
            _bare(found)
        if isinstance(found, StreamObject):
            _picture(found)
    _drop_the_unreached(writer)
    writer._ID = None
    writer._info_obj = None


def _drop_the_unreached(writer: PdfWriter) -> None:
    """Leave out every object that the document's root does not lead to: they hold what was taken out."""
    from pypdf.generic import IndirectObject

    waiting: list[Any] = [writer._root_object]
    reached: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in reached:
                continue
            reached.add(each.idnum)
            each = each.get_object()
        if isinstance(each, dict | list):
            waiting.extend(each.values() if isinstance(each, dict) else each)
    root = getattr(writer._root_object.indirect_reference, "idnum", 0)
    for number in range(1, len(writer._objects) + 1):
        if number not in reached and number != root:
            writer._objects[number - 1] = None


def _bare(found: dict[Any, Any]) -> None:
    """Take out of one object what says something, and out of everything written inside it."""
    waiting: list[Any] = [found]
    for _ in range(100_000):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, dict):
            note = str(each.get("/Subtype", "")) in _NOTES and ("/Rect" in each)
            signed = "/ByteRange" in each
            for name in (*_GONE, *(_NOTE_GONE if note else ()), *(_SIGNED_GONE if signed else ())):
                each.pop(name, None)
            waiting.extend(value for value in each.values() if isinstance(value, dict | list))
        else:
            waiting.extend(value for value in each if isinstance(value, dict | list))


def _picture(stream: Any) -> None:
    """Clean a JPEG inside; other coded pictures hold no words, JPEG 2000 excepted."""
    filters = stream.get("/Filter")
    names = [str(each) for each in filters] if isinstance(filters, list) else [str(filters)]
    if "/JPXDecode" in names and any(mark in stream._data for mark in (b"uuid", b"xml ")):
        raise refuse("A picture in the document is of a kind that cannot be cleaned here")
    if names == ["/DCTDecode"]:
        stream._data = jpeg.bare(stream._data)
    elif "/DCTDecode" in names:
        from pypdf.filters import FlateDecode

        if names != ["/FlateDecode", "/DCTDecode"]:
            raise refuse("A picture in the document is packed in a way that cannot be cleaned here")
        stream._data = FlateDecode.encode(jpeg.bare(FlateDecode.decode(stream._data)))
