"""Opens what the caller gives (a path, or bytes) as one seekable stream of UTF-8, and tells how far reading has come.

Some Windows programs save a chat again as UTF-16: such a file (told by its byte order mark) is turned into UTF-8 on the
way, so that no importer has to know.
"""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from safelight.schema.errors import UnreadableFile

HEAD = 64 * 1024
Progress = Callable[[int, int], None]
# The longer mark first: UTF-32-LE begins like UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@contextmanager
def opened(source: str | os.PathLike[str] | bytes, name: str | None) -> Iterator[tuple[BinaryIO, str, int]]:
    """Open `source`; yield (stream, its name without folders, size in bytes). Raises UnreadableFile."""
    if isinstance(source, bytes | bytearray | memoryview):
        yield io.BytesIO(source), _base(name or ""), len(source)
        return
    path = Path(source)
    label = _base(name or path.name)
    with _open(path, label) as stream:
        yield stream, label, os.fstat(stream.fileno()).st_size


def head_of(stream: BinaryIO) -> bytes:
    """Return the first HEAD bytes and go back to the start."""
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def as_utf8(stream: BinaryIO) -> BinaryIO:
    """Return the stream itself, or one that turns UTF-16 or UTF-32 with a byte order mark into UTF-8."""
    head = stream.read(4)
    stream.seek(0)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return cast(BinaryIO, io.BufferedReader(_Recoded(stream, encoding), HEAD))
    return stream


class Meter:
    """Tells `progress` how far reading has come over one file, or over several read one after the other."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.total = total
        self._progress = progress
        self._before = 0

    def over(self, stream: BinaryIO, size: int, passes: int) -> BinaryIO:
        """Return the stream, watched. size: its bytes; passes: how often it will be read."""
        if self._progress is None:
            return stream
        before, self._before = self._before, self._before + size
        return cast(BinaryIO, io.BufferedReader(_Watched(stream, self._report, before, size, passes), HEAD))

    def finish(self) -> None:
        """Tell that all is read."""
        self._report(self.total)

    def _report(self, done: int) -> None:
        if self._progress is not None:
            self._progress(min(done, self.total), self.total)


def _base(name: str) -> str:
    base = name.replace("\\", "/").rpartition("/")[2]
    # Somebody who hands over the chat itself where a path belongs must not find it in an error.
    return base if len(base) <= 255 and "\n" not in base else "file"


def _open(path: Path, label: str) -> BinaryIO:
    try:
        if path.is_dir():
            raise UnreadableFile("This is a folder, not a file", where=label, fix="Choose the file inside it.")
        return path.open("rb")
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "the name holds a sign that no file name has"
        raise UnreadableFile(f"The file cannot be opened: {why}", where=label, fix="Check its name.") from None


class _Watched(io.RawIOBase):
    """Counts the bytes that pass."""

    def __init__(self, stream: BinaryIO, report: Callable[[int], None], before: int, size: int, passes: int) -> None:
        self._stream, self._report = stream, report
        self._before, self._size, self._passes = before, size, passes
        self._seen = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._seen += len(data)
        self._report(self._before + min(self._seen // self._passes, self._size))
        return len(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Recoded(io.RawIOBase):
    """UTF-16 or UTF-32 in, UTF-8 out. Going back means starting again, going on means reading on."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream, self._encoding = stream, encoding
        self._restart()

    def _restart(self) -> None:
        self._stream.seek(0)
        # A cut or broken unit becomes U+FFFD, which the line readers count.
        self._decoder = codecs.getincrementaldecoder(self._encoding)(errors="replace")
        self._ready = b""
        self._at = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._ended:
            raw = self._stream.read(HEAD)
            self._ended = not raw
            self._ready = self._decoder.decode(raw, final=self._ended).encode("utf-8", "replace")
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence == 2:
            while self.read(HEAD):
                pass
        target = offset + (self._at if whence else 0)
        if target < self._at:
            self._restart()
        while self._at < target and self.read(min(HEAD, target - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        return self._at
