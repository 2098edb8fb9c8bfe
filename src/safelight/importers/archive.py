"""Opens a zip without unpacking it: members are checked first, then streamed, and nothing is written to disk.

Limits (all tested): MEMBERS entries, TOTAL bytes over all members that are opened, RATIO between unpacked and packed
size, NESTING archives inside archives, INNER bytes for an archive inside an archive. Pictures, sound and video are
never opened, so their size does not count.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

from safelight.schema.errors import DamagedFile, EmptyFile, UnsafeArchive

MEMBERS = 50_000
TOTAL = 4 * 1024**3
RATIO = 200
RATIO_FROM = 1024**2
NESTING = 1
INNER = 256 * 1024**2

MEDIA = frozenset(
    {"jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff", "svg", "was", "tgs", "thumb"}
    | {"mp4", "m4v", "mov", "3gp", "3gpp", "avi", "mkv", "webm", "mpg", "mpeg"}
    | {"mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "amr", "flac", "caf"}
)
# What macOS, Windows and Android add on their own; never part of an export.
_DEBRIS_FOLDERS = frozenset({"__MACOSX"})
_DEBRIS_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".nomedia"})
_ASK_AGAIN = "Export the chat again, or copy the chat and paste it."
# Everything that the standard library raises for a broken zip; zlib.error is no OSError, struct.error no ValueError.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive. name: its path inside; size: bytes when unpacked; open: a seekable stream of it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


def is_media(name: str) -> bool:
    """Tell from its name whether a member is a picture, sound or video."""
    return name.rpartition(".")[2].lower() in MEDIA


def members(stream: BinaryIO, name: str) -> list[Member]:
    """Return the members that may hold a chat, checked. name: the archive's name, for errors.

    Raises UnsafeArchive, DamagedFile or EmptyFile.
    """
    found = list(_members(stream, name, depth=0))
    total = sum(member.size for member in found)
    if total > TOTAL:
        raise UnsafeArchive("The archive would unpack to more than 4 GB", where=name, fix=_ASK_AGAIN)
    return found


@contextmanager
def _damage(where: str) -> Iterator[None]:
    """Turn what a broken archive raises into DamagedFile. where: the archive's or the member's name."""
    try:
        yield
    except _BROKEN as problem:
        kind = type(problem).__name__
        raise DamagedFile(f"The archive cannot be unpacked ({kind})", where=where, fix=_ASK_AGAIN) from None


def _members(stream: BinaryIO, name: str, depth: int) -> Iterator[Member]:
    opened = _open(stream, name)
    infos = [info for info in opened.infolist() if not info.is_dir()]
    if len(infos) > MEMBERS:
        raise UnsafeArchive(f"The archive holds more than {MEMBERS} files", where=name, fix=_ASK_AGAIN)
    if not infos:
        raise EmptyFile("The archive holds no file", where=name, fix=_ASK_AGAIN)
    for info in infos:
        _check_name(info, name)
        if _is_debris(info.filename) or is_media(info.filename):
            continue
        _check_size(info)
        if info.filename.lower().endswith(".zip"):
            yield from _inner(opened, info, depth)
        else:
            yield Member(info.filename, info.file_size, _opener(opened, info))


def _open(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    with _damage(name):
        return zipfile.ZipFile(stream)


def _opener(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def start() -> BinaryIO:
        with _damage(info.filename):
            member = opened.open(info)
        return cast(BinaryIO, io.BufferedReader(_Guarded(member, info.filename), 64 * 1024))

    return start


def _inner(opened: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int) -> Iterator[Member]:
    if depth >= NESTING:
        raise UnsafeArchive("Archives are packed inside one another", where=info.filename, fix="Unpack it first.")
    if info.file_size > INNER:
        raise UnsafeArchive("An archive inside the archive is too large", where=info.filename, fix="Unpack it first.")
    with _damage(info.filename):
        packed = io.BytesIO(opened.read(info))
    yield from _members(packed, info.filename, depth + 1)


def _check_name(info: zipfile.ZipInfo, name: str) -> None:
    path = info.filename.replace("\\", "/")
    outside = path.startswith("/") or ".." in path.split("/") or path[1:2] == ":" or "\0" in info.orig_filename
    if outside or stat.S_ISLNK(info.external_attr >> 16):
        raise UnsafeArchive("The archive names a place outside its own folder", where=name, fix=_ASK_AGAIN)


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        raise UnsafeArchive(
            "The archive is locked with a password", where=info.filename, fix="Unpack it, then choose the file inside."
        )
    # Only what every platform can unpack, a browser included; no chat app packs in another way.
    if info.compress_type not in _PACKED:
        raise UnsafeArchive("A file is packed in an unusual way", where=info.filename, fix=_ASK_AGAIN)
    if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        raise UnsafeArchive("A file in the archive would unpack far too large", where=info.filename, fix=_ASK_AGAIN)


def _is_debris(path: str) -> bool:
    parts = path.split("/")
    return parts[-1] in _DEBRIS_FILES or parts[0] in _DEBRIS_FOLDERS


class _Guarded(io.RawIOBase):
    """A member while it is unpacked; damage met on the way is told as DamagedFile, so importers see nothing else."""

    def __init__(self, member: IO[bytes], name: str) -> None:
        self._member, self._name = member, name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with _damage(self._name):
            data = self._member.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        with _damage(self._name):
            return self._member.seek(offset, whence)

    def tell(self) -> int:
        return self._member.tell()

    def close(self) -> None:
        self._member.close()
        super().close()
