"""Errors: one tree, each with a stable code. A message says what, where, and what to do; never the text of a chat."""

from __future__ import annotations


class SafelightError(Exception):
    """Base of all errors that Safelight raises on purpose.

    code: stable, documented in docs/errors.md. what: one sentence. where: file, line or message number. fix: next step.
    """

    code = "SL000"

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        """Keep the parts; the exception's text is made of them."""
        self.what = what
        self.where = where
        self.fix = fix
        place = f" ({where})" if where else ""
        advice = f" {fix}" if fix else ""
        super().__init__(f"{self.code}: {what.rstrip('.')}{place}.{advice}")


class UnknownFormat(SafelightError):
    """No importer knows this file."""

    code = "SL101"


class AmbiguousFormat(SafelightError):
    """Two importers claim this file."""

    code = "SL102"


class DamagedFile(SafelightError):
    """The format is known but the file cannot be read to its end."""

    code = "SL103"


class EmptyFile(SafelightError):
    """The file holds nothing."""

    code = "SL104"


class WrongEncoding(DamagedFile):
    """The bytes are not text in the encoding that the format uses."""

    code = "SL105"


class UnsafeArchive(SafelightError):
    """An archive that would unpack too large, too deep, or outside its folder."""

    code = "SL106"


class UnreadableFile(SafelightError):
    """The file is missing, is a folder, or may not be opened."""

    code = "SL107"


class TooLarge(SafelightError):
    """The input is larger than this way in accepts."""

    code = "SL108"


class CannotClean(SafelightError):
    """A picture, video, sound or document cannot be cleaned as a whole; nothing was written."""

    code = "SL109"


class TookTooLong(SafelightError):
    """Work on one file came to the end of the time that it may take, and was stopped."""

    code = "SL110"


class MissingExtra(SafelightError):
    """An optional part is not installed."""

    code = "SL201"


class BadState(SafelightError):
    """A stored watch cannot be loaded: damaged, or written by another version."""

    code = "SL202"


class BadData(SafelightError):
    """A data file of Safelight itself (lexicon, taxonomy, weights, advice) breaks its schema."""

    code = "SL301"


class BadInput(SafelightError):
    """A value given by the caller is not one that this function takes."""

    code = "SL302"
