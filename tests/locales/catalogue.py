"""Writes a gettext catalogue (.mo) as msgfmt would, so that tests can try a second language."""

import struct
from pathlib import Path


def write(folder: Path, locale: str, sentences: dict[str, str]) -> Path:
    """Plural entries are keyed "one\\0many" and hold their forms joined by "\\0"."""
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    entries = sorted((key.encode(), value.encode()) for key, value in ({"": header} | sentences).items())
    keys = b"".join(key + b"\0" for key, _ in entries)
    values = b"".join(value + b"\0" for _, value in entries)
    start = 28 + 16 * len(entries)
    tables = [_table([key for key, _ in entries], start), _table([value for _, value in entries], start + len(keys))]
    head = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, 0)
    path = folder / locale / "LC_MESSAGES" / "safelight.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + b"".join(tables) + keys + values)
    return path


def _table(strings: list[bytes], start: int) -> bytes:
    rows = b""
    for string in strings:
        rows += struct.pack("<2I", len(string), start)
        start += len(string) + 1
    return rows
