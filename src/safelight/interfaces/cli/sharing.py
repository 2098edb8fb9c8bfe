"""Files before they are shared: read from disk without loading them whole, cleaned into a new file, read again."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import safelight
from safelight.interfaces.cli.decoding import decoder
from safelight.media import load, wash
from safelight.schema.assessments import Assessment, Level
from safelight.schema.errors import BadInput, CannotClean, EmptyFile, SafelightError, TooLarge, UnreadableFile
from safelight.schema.items import Draft, Item, Picture, Source
from safelight.schema.pictures import Facts, Receipt

if TYPE_CHECKING:
    from safelight.media.read.notes import Data

_TEXT = 1024**2
_GIVE_BACK = 64 * 1024**2
_NO_TEXT = frozenset(range(9)) | {11, 12, *range(14, 27), *range(28, 32)}
_ENDINGS = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "webp": (".webp",), "tiff": (".tif", ".tiff")}


@dataclass(frozen=True, slots=True)
class Shared:
    """What was found in one file, and the clean copy when there is one. facts: None for a text."""

    name: str
    item: Item | None = None
    assessment: Assessment | None = None
    facts: Facts | None = field(default=None, repr=False)
    out: Path | None = None
    receipt: Receipt | None = None
    error: SafelightError | None = None
    blurred: bool = False

    @property
    def level(self) -> Level:
        """Return the level of what was found."""
        return self.assessment.level if self.assessment else Level.CANNOT_SAY


def target(path: str, inside: Path, out: Path, *, many: bool) -> Path:
    """Return where the clean copy of a file goes. Raises BadInput when several files would become one."""
    if out.is_dir() or many:
        if out.exists() and not out.is_dir():
            raise BadInput("Several files need a folder for their copies.", where=out.name, fix="Name a folder.")
        return out / inside
    return out


def share(path: Path, out: Path | None, areas: tuple[str, ...], locale: str) -> Shared:
    """Look at one file, and write a clean copy when `out` is given. Raises SafelightError for what cannot be read.

    What cannot be cleaned is in `Shared.error`: what the file shows is still told.
    """
    with opened(path) as data:
        if not load.kind_of_file(data):
            return _text_file(data, path, out, locale)
        facts = load.facts(data)
        item = Picture(b"", path.name, facts, Source(format="picture", name=path.name))
        assessment = safelight.check(item, locale)
        if out is None:
            return Shared(path.name, item, assessment, facts)
        try:
            receipt = _blur(data, path, out, areas) if areas else _clean(data, facts, path, out)
        except SafelightError as error:
            return Shared(path.name, item, assessment, facts, error=error)
        return Shared(path.name, item, assessment, facts, out, receipt, blurred=bool(areas))


def text(words: str, name: str, locale: str) -> Shared:
    """Look at a text that is about to be shared."""
    if not words.strip():
        raise EmptyFile("There is no text in it", where=name, fix="Type or paste what you want to share.")
    draft = Draft(words, Source(name=name))
    return Shared(name, draft, safelight.check(draft, locale))


@contextmanager
def opened(path: Path) -> Iterator[Data]:
    """Map a file into memory without reading it. Raises UnreadableFile, EmptyFile."""
    with _mapped(path) as data:
        yield data


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as stream:
            if not stream.seek(0, 2):
                raise EmptyFile("The file holds nothing", where=path.name, fix="Choose another file.")
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it cannot be read"
        raise UnreadableFile(f"The file cannot be opened: {why}", where=path.name, fix="Check its name.") from None


def _text_file(data: Data, path: Path, out: Path | None, locale: str) -> Shared:
    raw = data[: _TEXT + 1]
    if _NO_TEXT & set(raw[:4096]):
        raise CannotClean("This kind of file is not known here", where=path.name, fix="Share a JPEG, PNG or PDF of it.")
    if len(raw) > _TEXT:
        raise TooLarge("The text is longer than a megabyte", where=path.name, fix="Look at a part of it.")
    if out is not None:
        raise CannotClean("A text has no hidden data to take out", where=path.name, fix="Leave --clean out.")
    return text(raw.decode("utf-8", "replace"), path.name, locale)


def _clean(data: Data, facts: Facts, path: Path, out: Path) -> Receipt:
    try:
        parts = decoder.parts(data, facts)
        with _written(out, _lightly(data, wash.chunks(data, parts))), opened(out) as new:
            return wash.receipt(data, facts, new)
    except CannotClean as error:
        raise CannotClean(error.what, where=path.name, fix=error.fix) from None


def _lightly(data: Data, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Give the system back what was read of a large file, so that a long video does not fill the memory."""
    size = 0
    for chunk in chunks:
        yield chunk
        size += len(chunk)
        if size > _GIVE_BACK and isinstance(data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            data.madvise(mmap.MADV_DONTNEED)
            size = 0


def _blur(data: Data, path: Path, out: Path, areas: tuple[str, ...]) -> Receipt:
    from safelight.media import blur

    new, kind, receipt = decoder.blurred(data[:], [blur.area(each) for each in areas], path.name)
    endings = _ENDINGS[kind]
    if out.suffix.lower() not in endings:
        raise BadInput(
            f"The blurred copy is a {kind.upper()}.", where=out.name, fix=f"Let its name end in {endings[0]}."
        )
    with _written(out, [new]):
        return receipt


@contextmanager
def _written(out: Path, chunks: Iterator[bytes] | list[bytes]) -> Iterator[None]:
    """Write a new file that stays only when everything after it goes well: there is never half a copy."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        stream = out.open("xb")
    except FileExistsError:
        raise BadInput("A file of this name is there already.", where=out.name, fix="Choose another name.") from None
    except OSError as error:
        raise BadInput(
            "The copy could not be written.", where=out.name, fix=error.strerror or "Choose another place."
        ) from None
    done = False
    try:
        with stream:
            for chunk in chunks:
                stream.write(chunk)
        yield
        done = True
    except OSError as error:
        raise BadInput("The copy could not be written.", where=out.name, fix=error.strerror or "Try again.") from None
    finally:
        if not done:
            out.unlink(missing_ok=True)
