"""Android: what `adb shell dumpsys package` prints, alone or inside a bug report: apps with the rights they were given.

Read are the sections "Package [...]" (installer, granted permissions), and where the dump holds them the enabled
accessibility services and the device administrators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines
from safelight.schema.items import App, Phone, Source

TITLE = "Android dump of packages"
LEAVES_OUT: tuple[str, ...] = (
    "The dump shows the rights that apps have, not what they do with them.",
    "Apps of a second user or a work profile may be missing.",
)

_PACKAGE = re.compile(r"\s*Package \[(?P<id>[\w.]+)\] \([0-9a-f]+\):")
_INSTALLER = re.compile(r"\s+(?:installerPackageName|installInitiator|initiatingPackageName)=(?P<id>[\w.]+)")
_GRANTED = re.compile(r"\s+android\.permission\.(?P<name>\w+): granted=true")
_ACCESSIBILITY = re.compile(r"\s*(?:Enabled services|enabledServices|enabled_accessibility_services)[:=]\s*(?P<ids>.*)")
_COMPONENT = re.compile(r"(?P<id>[A-Za-z][\w]*(?:\.[\w]+)+)/[\w.$]+")
_ADMINS = re.compile(r"\s*Enabled Device Admins\b")
_ADMIN = re.compile(r"\s+(?P<id>[A-Za-z]\w*(?:\.\w+)+)/[\w.$]+:\s*")
_SIGNS = re.compile(
    r"\s*(?:Package \[[\w.]+\] \([0-9a-f]+\):|DUMP OF SERVICE package:|== dumpstate: |"
    r"Activity Resolver Table:|Database versions:)"
)


@dataclass(slots=True)
class _Seen:
    """What the lines about one package said."""

    permissions: list[str] = field(default_factory=list)
    installer: str | None = None


def identify(name: str, head: bytes) -> bool:
    """Tell whether the beginning is of a dump of packages or of a bug report."""
    return any(_SIGNS.match(line) for line in head_lines(head))


def read(stream: BinaryIO, name: str) -> Iterator[Phone]:
    """Yield the phone with its apps. Raises WrongEncoding."""
    dump = _Dump()
    for line in TextLines(stream, name):
        dump.take(line)
    yield Phone(tuple(dump.apps()), "android", Source("android_dumpsys", name, LEAVES_OUT, (), dump.lines))


@dataclass(slots=True)
class _Dump:
    """A dump, line by line.

    readers, admins: ids of the apps with that right, None while the dump has named no list of them.
    """

    seen: dict[str, _Seen] = field(default_factory=dict)
    readers: set[str] | None = None
    admins: set[str] | None = None
    lines: int = 0
    _current: _Seen | None = None
    _in_admins: bool = False

    def take(self, line: str) -> None:
        """Take up what a line says."""
        self.lines += 1
        if package := _PACKAGE.match(line):
            self._current = self.seen.setdefault(package["id"], _Seen())
        elif self._current is not None:
            _note(self._current, line)
        if services := _ACCESSIBILITY.match(line):
            found = {each["id"] for each in _COMPONENT.finditer(services["ids"])}
            self.readers = (self.readers or set()) | found
        self._in_admins = _ADMINS.match(line) is not None or (self._in_admins and line.startswith(" "))
        if self._in_admins:
            admin = _ADMIN.fullmatch(line)
            self.admins = (self.admins or set()) | ({admin["id"]} if admin else set())

    def apps(self) -> Iterator[App]:
        """Yield the apps, sorted by id."""
        for key, each in sorted(self.seen.items()):
            yield App(
                package=key,
                permissions=tuple(sorted(set(each.permissions))),
                admin=None if self.admins is None else key in self.admins,
                accessibility=None if self.readers is None else key in self.readers,
                installer=each.installer or "",
            )


def _note(seen: _Seen, line: str) -> None:
    if granted := _GRANTED.match(line):
        seen.permissions.append(granted["name"])
    elif installer := _INSTALLER.match(line):
        seen.installer = None if installer["id"] == "null" else seen.installer or installer["id"]
