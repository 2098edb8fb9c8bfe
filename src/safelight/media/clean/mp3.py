"""MP3: the sound between the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read import mp3

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_LOOK = 64 * 1024


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the part of the file that is sound. Raises CannotClean."""
    start, end = 0, len(data)
    while size := mp3.tag_size(data, start):
        start += size
    start = _frame(data, start)
    if start < 0:
        raise refuse(DAMAGED)
    while True:
        cut = _cut(data, start, end)
        if cut >= end:
            return [(start, end)]
        end = cut


def _frame(data: Data, start: int) -> int:
    """Return where the first frame begins, -1 when there is none near."""
    head = data[start : start + _LOOK]
    for at in range(len(head) - 4):
        if head[at] == 0xFF and mp3.identify(head[at : at + 4]):
            length = mp3.frame_length(head[at : at + 4])
            following = head[at + length : at + length + 4]
            if length and (mp3.identify(following) or len(following) < 4 or following[:3] == b"TAG"):
                return start + at
    return -1


def _cut(data: Data, start: int, end: int) -> int:
    """Return where the last tag at the end begins, `end` when there is none."""
    if data[max(start, end - 128) : end][:3] == b"TAG" and end - start > 128:
        return end - 128
    foot = data[max(start, end - 32) : end]
    if foot[:8] == b"APETAGEX" and len(foot) == 32:
        size = int.from_bytes(foot[12:16], "little") + (32 if foot[20 + 3] & 0x80 else 0)
        return max(start, end - size)
    if foot[-9:] in (b"LYRICS200", b"LYRICSEND"):
        at = data.find(b"LYRICSBEGIN", max(start, end - _LOOK), end)
        return at if at >= 0 else end
    at = data.find(b"APETAGEX", max(start, end - _LOOK), end)
    return at if at >= 0 else end
