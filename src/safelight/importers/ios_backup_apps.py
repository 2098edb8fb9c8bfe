"""iPhone: `Info.plist` of a backup made on a computer, which lists the installed apps."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from safelight.schema.errors import DamagedFile
from safelight.schema.items import App, Phone, Source

TITLE = "iPhone backup, list of apps"
LEAVES_OUT: tuple[str, ...] = (
    "Rights of apps, profiles, and who shares a place with whom are not in this file.",
    "Only a backup made on a computer has it, and only as XML.",
)

_SIGN = b"<key>Installed Applications</key>"
_MOST = 32 * 1024 * 1024


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file is the Info.plist of a backup."""
    base = name.rpartition("/")[2]
    return b"<plist" in head and (_SIGN in head or (base == "Info.plist" and b"<key>Device Name</key>" in head))


def read(stream: BinaryIO, name: str) -> Iterator[Phone]:
    """Yield the phone with its apps. Raises DamagedFile."""
    data = stream.read(_MOST)
    table: object = None
    try:
        table = plistlib.loads(data, fmt=plistlib.FMT_XML)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, OverflowError):
        table = None
    found = table.get("Installed Applications") if isinstance(table, dict) else None
    if not isinstance(found, list):
        raise DamagedFile("The file ends early or is damaged", where=name, fix="Make the backup again.")
    apps = tuple(App(each) for each in sorted({each for each in found if isinstance(each, str)}))
    yield Phone(apps, "ios", Source("ios_backup_apps", name, LEAVES_OUT, (), len(found)))
