"""AndroidQF: `packages.json` of the folder that this open-source collector writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from safelight.importers import json_files
from safelight.schema.errors import DamagedFile
from safelight.schema.items import App, Phone, Source, Unread

TITLE = "AndroidQF"
LEAVES_OUT: tuple[str, ...] = ("Only the list of packages is read, not the other files of the folder.",)


def identify(name: str, head: bytes) -> bool:
    """Tell the list of packages by its keys."""
    return json_files.is_list(head) and {"name", "installer", "uid"} <= json_files.keys(head)


def read(stream: BinaryIO, name: str) -> Iterator[Phone]:
    """Yield the phone with its apps. Raises DamagedFile, EmptyFile."""
    entries = json_files.load(stream, name)
    if not isinstance(entries, list):
        raise DamagedFile("The file has no list of packages", where=name, fix=json_files.AGAIN)
    apps: list[App] = []
    unread: list[Unread] = []
    for number, entry in enumerate(entries):
        package = entry.get("name") if isinstance(entry, dict) else None
        if not isinstance(package, str) or not package:
            unread.append(Unread(f"[{number}]", "it is no package"))
            continue
        installer = entry.get("installer")
        apps.append(App(package, installer=installer if isinstance(installer, str) and installer != "null" else ""))
    yield Phone(tuple(apps), "android", Source("androidqf", name, LEAVES_OUT, tuple(unread), len(entries)))
