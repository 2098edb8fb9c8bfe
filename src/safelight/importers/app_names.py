"""A list of apps that somebody typed: a first line "Apps on this phone", then a name or an id in each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines
from safelight.schema.items import App, Phone, Source

TITLE = "Typed list of apps"
LEAVES_OUT: tuple[str, ...] = (
    "Names can be changed: an app that watches may call itself anything.",
    "Apps that hide from the screen are missing.",
)

_HEADING = re.compile(
    r"\s*(?:the )?(?:apps|apps on (?:this|my|the) (?:phone|device|tablet)|my apps)\s*:?\s*", re.IGNORECASE
)
_PACKAGE = re.compile(r"[A-Za-z][\w-]*(?:\.[\w-]+){1,}")
_LISTING = re.compile(r"^[\s*•\d.)-]+")


def identify(name: str, head: bytes) -> bool:
    """Tell whether the first line is that heading."""
    lines = [line for line in head_lines(head) if line.strip()]
    return bool(lines) and _HEADING.fullmatch(lines[0]) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Phone]:
    """Yield the phone with its apps. Raises WrongEncoding."""
    lines = [line for line in TextLines(stream, name) if line.strip()]
    written = [_LISTING.sub("", line).strip() for line in lines[1:]]
    apps = tuple(App(each) if _PACKAGE.fullmatch(each) else App("", each) for each in written if each)
    yield Phone(apps, "", Source("app_names", name, LEAVES_OUT, (), len(lines)))
