"""Zip packages of documents, written anew: no dates, no owners' fields, members in the same order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.packed import BROKEN, MEMBERS

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

LARGEST, RATIO, RATIO_FROM = 400 * 1024**2, 200, 1024**2
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SVG_PARTS = re.compile(rb"<!--.*?-->|<(metadata|title|desc|sodipodi:namedview)\b[^>]*?(?:/>|>.*?</\1\s*>)", re.DOTALL)
_SVG_WORDS = re.compile(rb"\s(?:inkscape|sodipodi|serif|sketch|xmp|dc):[\w-]+=(?:\"[^\"]*\"|'[^']*')")
_TOO_LARGE = "The document would unpack too large"


def rewritten(data: Data, change: Callable[[str, bytes], bytes | None]) -> list[Part]:
    """Return the package with each member changed. change(name, content): the new content, None to leave it out.

    Raises CannotClean.
    """
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            _check(old)
            for info in old.infolist():
                if info.is_dir():
                    continue
                content = change(info.filename, old.read(info))
                if content is not None:
                    fresh = zipfile.ZipInfo(info.filename, _EPOCH)
                    stored = info.filename == "mimetype" or info.compress_type == zipfile.ZIP_STORED
                    fresh.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                    new.writestr(fresh, content)
    except (*BROKEN, ValueError, KeyError):
        raise refuse(DAMAGED) from None
    return [out.getvalue()]


def _check(old: zipfile.ZipFile) -> None:
    infos = old.infolist()
    if len(infos) > MEMBERS or sum(info.file_size for info in infos) > LARGEST:
        raise refuse(_TOO_LARGE)
    for info in infos:
        if info.flag_bits & 1:
            raise refuse("The document is locked with a password", "Save it without the password, then clean it.")
        if info.file_size > RATIO_FROM and info.file_size > RATIO * max(1, info.compress_size):
            raise refuse(_TOO_LARGE)


def picture(name: str, content: bytes) -> bytes:
    """Return a clean copy of a picture (or another file) inside a document. Raises CannotClean when there is none."""
    from safelight.media.clean.parts import joined
    from safelight.media.wash import parts

    if content[:4] in (b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"BM"):
        return drawing(content)
    if b"<svg" in content[:4096]:
        return vectors(content)
    return joined(content, parts(content))


def vectors(content: bytes) -> bytes:
    """Return an SVG drawing without descriptions, comments, and what drawing programs write down."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<script" in content or b"data:" in content:
        raise refuse("A drawing inside the document cannot be cleaned here")
    return _SVG_WORDS.sub(b"", _SVG_PARTS.sub(b"", content))


def drawing(content: bytes) -> bytes:
    """Return a Windows drawing (EMF, WMF) or bitmap; the title and program in the head of an EMF become empty."""
    if content[:4] == b"\x01\0\0\0" and content[40:44] == b" EMF" and len(content) >= 72:
        length, start = int.from_bytes(content[60:64], "little") * 2, int.from_bytes(content[64:68], "little")
        if start >= 88 and start + length <= len(content):
            return content[:start] + bytes(length) + content[start + length :]
    return content
