"""Reads a lesson's translations: a gettext catalogue (`po/<language>.po`) whose `msgctxt` is the line's id."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from safelight.schema.errors import BadData

_FIELD = re.compile(r'(msgctxt|msgid|msgstr)\s+(".*")$')


@dataclass(frozen=True, slots=True)
class Entry:
    """One text. id: the line's id; english: what was translated; words: the translation; fuzzy: the English changed."""

    id: str
    english: str
    words: str
    fuzzy: bool = False


def translations(text: str, where: str = "") -> Mapping[str, str]:
    """Return the finished translations by id: neither empty nor marked as fuzzy."""
    return {each.id: each.words for each in entries(text, where) if each.id and each.words and not each.fuzzy}


def header(text: str, name: str) -> str:
    """Return a field of the catalogue's header ("Language"), "" without it."""
    head = next((each.words for each in entries(text) if not each.id), "")
    return next((line.partition(":")[2].strip() for line in head.splitlines() if line.startswith(f"{name}:")), "")


def entries(text: str, where: str = "") -> Iterator[Entry]:
    """Yield every entry; the header is the one without an id. BadData for a line that is not of this format."""
    for block in re.split(r"\n\s*\n", text.strip()):
        fields: dict[str, str] = {}
        last = ""
        for line in block.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            found = _FIELD.match(line.strip())
            last = found[1] if found else last
            fields[last] = fields.get(last, "") + _plain(found[2] if found else line.strip(), where)
        if fields:
            fuzzy = bool(re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE))
            yield Entry(fields.get("msgctxt", ""), fields.get("msgid", ""), fields.get("msgstr", ""), fuzzy)


def _plain(quoted: str, where: str) -> str:
    """Return a quoted text of the catalogue without quotes and escapes (they are those of Python)."""
    try:
        value = ast.literal_eval(quoted)
    except (ValueError, SyntaxError) as error:
        raise BadData("A translation is not in gettext's format", where=where, fix="Correct the .po file.") from error
    return str(value)
