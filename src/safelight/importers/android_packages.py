"""Android: what `adb shell pm list packages` prints, also with -f (file), -i (installer) and -U (number).

package:com.example.app
package:/data/app/com.example.app/base.apk=com.example.app  installer=com.android.vending
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines
from safelight.schema.items import App, Phone, Source, Unread

TITLE = "Android list of packages"
LEAVES_OUT: tuple[str, ...] = (
    "The list has no permissions, so it does not show what each app may see.",
    "Apps of a second user or a work profile are missing.",
)

_LINE = re.compile(
    r"package:(?:\S*\.apk=)?(?P<id>[\w.]+)(?:\s+installer=(?P<installer>[\w.]+))?(?:\s+uid:\d+)?(?:\s+versionCode:\d+)?\s*"
)
_NO_INSTALLER = ("null", "None")


def identify(name: str, head: bytes) -> bool:
    """Tell whether the first line is of that list."""
    lines = [line.strip() for line in head_lines(head) if line.strip()]
    return bool(lines) and _LINE.fullmatch(lines[0]) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Phone]:
    """Yield the phone with its apps. Raises WrongEncoding."""
    lines = TextLines(stream, name)
    apps: list[App] = []
    unread: list[Unread] = []
    count = 0
    for count, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            unread.append(Unread(f"line {count}", "it is no package"))
            continue
        installer = found["installer"]
        apps.append(App(found["id"], installer="" if installer in _NO_INSTALLER else installer))
    yield Phone(tuple(apps), "android", Source("android_packages", name, LEAVES_OUT, tuple(unread), count))
