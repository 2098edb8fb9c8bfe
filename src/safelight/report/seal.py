"""Locks bytes with a passphrase in the `age` format (age-encryption.org/v1), so that any age program opens them.

The library is compiled, so it is an extra, imported when it is first needed and never before.
"""

from __future__ import annotations

import importlib
import importlib.util

from safelight.locales.load import mark
from safelight.schema.errors import BadInput, MissingExtra

INSTALL = "pip install 'safelight[keep]'"
SUFFIX = ".age"
SHORTEST = 8


def can_seal() -> bool:
    """Say whether the library is installed, without importing it."""
    return importlib.util.find_spec("pyrage") is not None


def seal(data: bytes, passphrase: str) -> bytes:
    """Return the bytes locked with the passphrase. Raises MissingExtra; BadInput for a passphrase that is too short.

    Takes about a second, on purpose: guessing is then slow, too. Whoever forgets the passphrase cannot open it.
    """
    if len(passphrase) < SHORTEST:
        raise BadInput(mark("This passphrase is short"), fix=mark("Use four words, or at least eight letters."))
    if not can_seal():
        raise MissingExtra(mark("Locking with a passphrase needs one more part"), fix=INSTALL)
    locked: bytes = importlib.import_module("pyrage").passphrase.encrypt(data, passphrase)
    return locked
