"""PNG: the chunks that draw the picture stay byte for byte (animation and colours too), everything else goes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from safelight.media.clean import icc
from safelight.media.clean.parts import DAMAGED, Part, refuse
from safelight.media.read.notes import Notes
from safelight.media.read.png import SIGNATURE, chunks, inflated

if TYPE_CHECKING:
    from safelight.media.read.notes import Data
    from safelight.schema.pictures import Facts

_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST cICP mDCV mDCv cLLI cLLi acTL fcTL fdAT".split()
)


def parts(data: Data, facts: Facts) -> list[Part]:
    """Return the parts of a copy without anything but the picture. Raises CannotClean."""
    found: list[Part] = [SIGNATURE]
    seen: set[bytes] = set()
    for kind, start, end in chunks(data):
        seen.add(kind)
        if kind == b"iCCP":
            found += _profile(data[start:end])
        elif kind in _KEPT:
            found.append((start - 8, end + 4))
        if kind == b"IHDR" and facts.turned != 1:
            found.append(_chunk(b"eXIf", icc.turned(facts.turned)))
    if not {b"IHDR", b"IDAT"} <= seen:
        raise refuse(DAMAGED)
    if b"IEND" not in seen:
        found.append(_chunk(b"IEND", b""))
    return found


def _profile(body: bytes) -> list[Part]:
    _, _, rest = body.partition(b"\0")
    bare = icc.bare(inflated(rest[1:], Notes()))
    return [_chunk(b"iCCP", b"c\0\0" + zlib.compress(bare, 9))] if bare else []


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
