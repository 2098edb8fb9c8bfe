"""Finds the PDQ hashes within some bits of a given one, among a million, without missing any.

For platforms and helplines that hold lists of their own (docs/matching.md). The young person's side never loads this.

Two hashes at most 31 bits apart agree, but for at most one bit, in one of their sixteen 16-bit parts (16 x 2 = 32).
So for each part one looks up its value and its sixteen neighbours in a sorted table, and compares in full only what
lies there: a few thousand of a million. (Norouzi, Punjani, Fleet: Fast search in Hamming space with multi-index
hashing, 2012.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from safelight.media.extra import load
from safelight.media.hashes import SAME_PICTURE, as_number
from safelight.schema.errors import BadInput

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint64]

_NEEDED_FOR = "Matching hashes"
_BYTES, _PARTS, _VALUES = 32, 16, 1 << 16
# Bits. Up to here the tables are enough; a wider search compares with all.
_BY_TABLE = 2 * _PARTS - 1
# When the tables bring more than this share of all, to compare with all is quicker.
_MANY = 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """One hash that is near. at: its place in what the index was made of, from 0; bits: how many bits differ."""

    at: int
    bits: int


class Index:
    """PDQ hashes that can be asked. It is made once; asking changes nothing. Memory: about 100 bytes a hash."""

    def __init__(self, hashes: Iterable[str]) -> None:
        """Take hashes of 64 hexadecimal digits. Raises BadInput for anything else; MissingExtra without numpy."""
        raw = b"".join(as_number(each).to_bytes(_BYTES, "big") for each in hashes)
        self._fill(raw)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Index:
        """Return an index of hashes written one after the other, 32 bytes each."""
        if len(raw) % _BYTES:
            raise BadInput("These are not whole PDQ hashes", fix="Each one has 32 bytes.")
        made = cls.__new__(cls)
        made._fill(raw)
        return made

    def __len__(self) -> int:
        return len(self._words)

    def near(self, wanted: str, *, within: int = SAME_PICTURE) -> tuple[Match, ...]:
        """Return all that are at most `within` bits (0..256) from the hash, the nearest first."""
        if not 0 <= within <= 256:
            raise BadInput("A distance is 0 to 256 bits")
        raw = as_number(wanted).to_bytes(_BYTES, "big")
        numpy = self._numpy
        words = numpy.frombuffer(raw, dtype=numpy.uint64)
        candidates = self._candidates(raw) if within <= _BY_TABLE else None
        among = self._words if candidates is None else self._words[candidates]
        bits = numpy.bitwise_count(among ^ words).sum(axis=1, dtype=numpy.int64)
        found = numpy.flatnonzero(bits <= within)
        places = found if candidates is None else candidates[found]
        pairs = dict(zip(places.tolist(), bits[found].tolist(), strict=True))
        return tuple(Match(at, apart) for at, apart in sorted(pairs.items(), key=lambda pair: (pair[1], pair[0])))

    def near_any(self, wanted: Sequence[str], *, within: int = SAME_PICTURE) -> tuple[Match, ...]:
        """Return what is near to any of several hashes of one picture (whole, 512-pixel copy, turned)."""
        best: dict[int, int] = {}
        for each in wanted:
            for match in self.near(each, within=within):
                best[match.at] = min(match.bits, best.get(match.at, match.bits))
        return tuple(Match(at, bits) for at, bits in sorted(best.items(), key=lambda pair: (pair[1], pair[0])))

    def _fill(self, raw: bytes) -> None:
        numpy = self._numpy = load("numpy", _NEEDED_FOR)
        self._words: Words = numpy.frombuffer(raw, dtype=numpy.uint64).reshape(-1, _BYTES // 8)
        parts = numpy.frombuffer(raw, dtype=numpy.uint16).reshape(-1, _PARTS)
        count = len(parts)
        self._order = numpy.empty((_PARTS, count), dtype=numpy.uint32)
        self._starts = numpy.zeros((_PARTS, _VALUES + 1), dtype=numpy.int64)
        for part in range(_PARTS):
            column = parts[:, part]
            self._order[part] = numpy.argsort(column, kind="stable")
            numpy.cumsum(numpy.bincount(column, minlength=_VALUES), out=self._starts[part, 1:])
        # A part's own value and those one bit from it.
        self._flips = numpy.concatenate([[0], 1 << numpy.arange(16)]).astype(numpy.uint16)
        self._rows = numpy.repeat(numpy.arange(_PARTS), len(self._flips))

    def _candidates(self, raw: bytes) -> npt.NDArray[np.uint32] | None:
        """Return the places of all that agree in one part but for one bit; None when that is about everything."""
        numpy = self._numpy
        parts = numpy.frombuffer(raw, dtype=numpy.uint16)
        values: Any = (parts[:, None] ^ self._flips[None, :]).ravel()
        first = self._starts[self._rows, values]
        sizes = self._starts[self._rows, values.astype(numpy.int64) + 1] - first
        total = int(sizes.sum())
        if total > _MANY * len(self._words):
            return None
        # The places 0..total, each moved to where its own stretch begins in the flat order.
        moved = numpy.repeat(self._rows * len(self._words) + first - (sizes.cumsum() - sizes), sizes)
        found: npt.NDArray[np.uint32] = self._order.ravel()[numpy.arange(total) + moved]
        return found
