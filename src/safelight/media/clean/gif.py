"""GIF: pictures, their timing and the loop stay; comments, texts and application blocks go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.gif import LOOPS, blocks

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy without anything but the pictures. Raises CannotClean."""
    found: list[Part] = []
    drawn = False
    for kind, start, end in blocks(data):
        drawn = drawn or kind == "picture"
        if kind in ("head", "picture", "control"):
            found.append((start, end))
        elif kind == "application" and data[start + 3 : start + 14] in LOOPS:
            found += [data[start : start + 14], b"\x03\x01" + data[start + 16 : start + 18] + b"\0"]
    if not drawn:
        raise refuse(DAMAGED)
    return [*found, b";"]
