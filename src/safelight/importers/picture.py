"""Takes a picture, video, sound or document as one item: what it gives away is read later, when it is checked.

Files are told by their first bytes, never by their names. Office documents are zips, as exports of chats are: they are
told by the list of contents or the kind that stands first in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.schema.errors import TooLarge
from safelight.schema.items import Picture, Source

TITLE = "Picture, video, sound or document"
LEAVES_OUT = (
    "What the picture itself shows is not looked at, only the data hidden in the file.",
    "Words that are spoken or written in it are not read.",
)
# What this item is made of is no text: it is read as it is.
BINARY = True

LARGEST = 512 * 1024**2
_BOXES = frozenset((b"ftyp", b"moov", b"mdat", b"wide", b"pnot"))
_HEADS = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"IIRO",
    b"IIRS", b"IIU\0", b"\x1a\x45\xdf\xa3", b"ID3", b"%PDF-",
)  # fmt: skip
_SOUND = re.compile(rb"\xff[\xfb\xfa\xf3\xf2\xe3\xe2][\x10-\xef]")
_DOCUMENT = rb"\[Content_Types\]\.xml|_rels/\.rels|mimetypeapplication/vnd\.oasis\."
_OFFICE = re.compile(rb"PK\x03\x04.{26}(?:" + _DOCUMENT + rb")", re.DOTALL)


def identify(name: str, head: bytes) -> bool:
    """Tell a media file by its first bytes, a document in a zip by what stands first in it."""
    if head.startswith(_HEADS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return True
    if head[4:8] in _BOXES or _SOUND.match(head):
        return True
    return head[:4] == b"PK\x03\x04" and _OFFICE.search(head[:4096]) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Picture]:
    """Yield the file as one item. Raises TooLarge."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLarge(
            "The file is larger than 512 MB", where=name, fix="Use safelight share, which reads it from disk."
        )
    yield Picture(data, name, source=Source(format="picture", name=name))
