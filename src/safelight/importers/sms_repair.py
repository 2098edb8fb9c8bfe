"""Mends the XML of SMS backups while it streams: expat rejects what the app writes for emoji.

The app writes an emoji as two character references, one for each half of its UTF-16 pair ("&#55357;&#56832;"), and
control signs as references too. Neither is allowed in XML. Halves are joined; what cannot be mended becomes U+FFFD.
"""

from __future__ import annotations

import re
from typing import BinaryIO

_CHUNK = 64 * 1024
_REFERENCE = re.compile(rb"&#(?:([0-9]{1,8})|[xX]([0-9a-fA-F]{1,7}));")
_RUN = re.compile(rb"(?:&#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,7});)+")
# The end of a chunk: perhaps one whole reference, then perhaps the beginning of another.
_TAIL = re.compile(rb"(&#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,7});)?(&(?:#(?:[0-9]{0,8}|[xX][0-9a-fA-F]{0,7}))?)?\Z")
_TAIL_LENGTH = 32
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LOST = 0xFFFD


class Repaired:
    """A stream for an XML parser, with `read` only. broken: how many signs could not be mended so far."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read from `stream`, a UTF-8 or ASCII XML file."""
        self.broken = 0
        self._stream = stream
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, about a chunk whatever `size` says; b"" at the end."""
        while True:
            raw = self._stream.read(_CHUNK)
            data, self._held = self._held + raw, b""
            if raw:
                cut = _cut(data)
                data, self._held = data[:cut], data[cut:]
            if data or not raw:
                return self._mend(data)

    def _mend(self, data: bytes) -> bytes:
        if _CONTROLS.search(data):
            data, count = _CONTROLS.subn(b"?", data)
            self.broken += count
        return _RUN.sub(self._join, data) if b"&#" in data else data

    def _join(self, run: re.Match[bytes]) -> bytes:
        """Return a run of references with the halves of pairs joined."""
        codes = [_code(match) for match in _REFERENCE.finditer(run[0])]
        if all(map(_is_allowed, codes)):
            return run[0]
        known = "".join(chr(code if _is_allowed(code) or _is_half(code) else _LOST) for code in codes)
        joined = known.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.broken += joined.count(chr(_LOST)) - codes.count(_LOST)
        return b"".join(b"&#%d;" % ord(sign) for sign in joined)


def _cut(data: bytes) -> int:
    """Return where to cut a chunk so that no reference, and no pair of them, is torn apart."""
    found = _TAIL.search(data, max(0, len(data) - _TAIL_LENGTH))
    assert found is not None
    whole = _REFERENCE.fullmatch(found[1] or b"")
    if whole and 0xD800 <= _code(whole) < 0xDC00:
        return found.start(1)
    return found.start(2) if found[2] else len(data)


def _code(match: re.Match[bytes]) -> int:
    return int(match[1]) if match[1] else int(match[2], 16)


def _is_half(code: int) -> bool:
    return 0xD800 <= code < 0xE000


def _is_allowed(code: int) -> bool:
    """Tell whether XML 1.0 allows a character."""
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
