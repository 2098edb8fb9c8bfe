"""Zip packages of documents, opened within bounds: so many members, so many bytes, nothing on disk."""

from __future__ import annotations

import html
import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from safelight.locales.load import mark
from safelight.media.read.notes import PIECE

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes

MEMBERS = 5_000
PICTURES = 200
LARGEST_PICTURE = 32 * 1024**2
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class Packed:
    """A zip in bytes. A member that cannot be unpacked reads as empty, and is said to be unread."""

    def __init__(self, data: Data, notes: Notes) -> None:
        """Open the package. Raises ValueError when it is none."""
        self._notes, self._lost, self._pictures = notes, 0, 0
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise ValueError("no zip") from None
        notes.content = True
        if self.zip.comment:
            notes.add("comment", "zip comment", self.zip.comment.decode("utf-8", "replace"))

    def names(self) -> list[str]:
        """Return the names of the members, within bounds."""
        found = [info.filename for info in self.zip.infolist() if not info.is_dir()]
        if len(found) > MEMBERS:
            self._lost += len(found) - MEMBERS
        return found[:MEMBERS]

    def read(self, name: str, most: int = PIECE) -> bytes:
        """Return the first `most` bytes of a member."""
        try:
            with self.zip.open(name) as stream:
                found = stream.read(most)
        except (*BROKEN, ValueError, KeyError):
            self._lost += 1
            return b""
        self._notes.unpack(len(found))
        return found

    def inside(self, name: str) -> None:
        """Note what a picture (or other file) inside the package holds."""
        from safelight.media import load

        self._pictures += 1
        if self._pictures > PICTURES:
            self._lost += 1
            return
        raw = self.read(name, LARGEST_PICTURE)
        kind = load.kind_of_file(raw) if raw else ""
        if kind:
            with self._notes.inside(f"picture {self._pictures} inside"):
                load.look(kind, raw, self._notes)

    def told(self) -> None:
        """Say how many members were not read."""
        if self._lost:
            self._notes.skip(mark("Some parts of the document could not be unpacked, so they were not read."))


def unescaped(text: str) -> str:
    """Return text out of XML."""
    return html.unescape(text).strip()
