"""TIFF, BigTIFF, and the raw files of cameras that are built like one (DNG, NEF, CR2, ARW, ORF, RW2, PEF)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safelight.media.read import exif

if TYPE_CHECKING:
    from safelight.media.read.exif import Block, Entry
    from safelight.media.read.notes import Data, Notes

_HEADS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"IIRO", b"IIRS", b"IIU\0", b"MMOR")


def identify(head: bytes) -> bool:
    """Tell a TIFF by byte order and number."""
    return head[:4] in _HEADS


def read(data: Data, notes: Notes) -> None:
    """Note what the directories hold."""
    block = exif.Block(data)
    exif.walk(block, notes, _image)


def _image(block: Block, table: dict[int, Entry], notes: Notes) -> None:
    if 0x0100 not in table or 0x0101 not in table:
        return
    size = (block.whole(table[0x0100]), block.whole(table[0x0101]))
    small = 0x00FE in table and block.whole(table[0x00FE]) & 1
    if small:
        notes.add("thumbnail", "TIFF reduced picture", f"{size[0]} x {size[1]}")
    elif notes.size == (0, 0):
        notes.size, notes.content = size, True
