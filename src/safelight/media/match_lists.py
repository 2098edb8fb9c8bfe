"""Reads lists of hashes in the formats in which platforms and helplines exchange them. Data only: nothing is fetched.

Formats: plain lines (`HASH`, or `pdq HASH` as python-threatexchange writes local files, or CSV of the PDQ tools), NCMEC
hash sharing v2 (XML), StopNCII (JSON `hashRecords`), ThreatExchange (JSON `data` with `indicator` and `type`), and
Tech Against Terrorism (JSON list with `hash_value` and `hash_type`). The format is told from what the file holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safelight.schema.errors import DamagedFile, UnknownFormat
from safelight.schema.items import Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    One = Callable[[dict[str, object], str], "Listed | Unread"]

# Kinds of hashes that we can compute or compare, by the hexadecimal digits that they have.
DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128, "pdq": 64}
_NAMES = {
    "pdq": "pdq", "imagepdq": "pdq", "hash_pdq": "pdq", "md5": "md5", "videomd5": "md5", "hash_md5": "md5",
    "hash_video_md5": "md5", "video_md5": "md5", "sha1": "sha1", "hash_sha1": "sha1", "sha256": "sha256",
    "hash_sha256": "sha256", "sha512": "sha512",
}  # fmt: skip
_GONE = {"withdrawn", "deleted"}
_HASH = re.compile(r"[0-9a-fA-F]{32,128}")
_SPACE = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """One hash of a list. kind: "pdq", "md5", ...; id, member: whose entry it is; labels: what the list says of it.

    gone: it was withdrawn or deleted and must not be matched any more.
    """

    kind: str
    value: str = field(repr=False)
    id: str = ""
    member: str = ""
    labels: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class HashList:
    """What a file holds. format: its name; unread: entries that could not be read, and kinds that are not compared."""

    format: str
    entries: tuple[Listed, ...]
    unread: tuple[Unread, ...] = ()

    def live(self, kind: str) -> tuple[Listed, ...]:
        """Return the entries of a kind that are to be matched: of an id that is gone, none."""
        gone = {(each.member, each.id) for each in self.entries if each.gone and each.id}
        return tuple(
            each
            for each in self.entries
            if each.kind == kind and not each.gone and not (each.id and (each.member, each.id) in gone)
        )


def read(data: bytes, name: str = "") -> HashList:
    """Return the hashes of a list file. Raises UnknownFormat, DamagedFile (with the file's `name`)."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        return _gathered("ncmec", _of_xml(data, name))
    if start in (b"{", b"["):
        return _of_json(data, name)
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UnknownFormat("This is no list of hashes", where=name, fix="Lists are text, XML or JSON.") from None
    found = _gathered("lines", _of_lines(lines))
    if not found.entries:
        raise UnknownFormat("There is no hash in this file", where=name, fix="Give one hash a line.")
    return found


def _gathered(format: str, parts: Iterable[Listed | Unread]) -> HashList:
    both = tuple(parts)
    return HashList(
        format,
        tuple(each for each in both if isinstance(each, Listed)),
        tuple(each for each in both if isinstance(each, Unread)),
    )


def _entry(kind: object, value: object, where: str, **more: object) -> Listed | Unread:
    """Return the entry when its kind is known and its value fits it; else what could not be read."""
    known = _NAMES.get(str(kind).strip().lower().replace("-", "_"))
    if known is None:
        return Unread(where, "a kind of hash that is not compared here")
    text = str(value).strip().lower()
    if len(text) != DIGITS[known] or not _HASH.fullmatch(text):
        return Unread(where, f"not a {known} hash")
    return Listed(known, text, **more)  # type: ignore[arg-type]


# ---------------------------------------------------------------- lines


def _of_lines(lines: Iterable[str]) -> Iterator[Listed | Unread]:
    for number, line in enumerate(lines, 1):
        words = [word for word in _SPACE.split(line.partition("#")[0].strip()) if word]
        if not words:
            continue
        if words[0].lower() in _NAMES and len(words) > 1:
            yield _entry(words[0], words[1], f"line {number}")
        elif number > 1 or _HASH.fullmatch(words[0]):
            yield _alone(words[0], f"line {number}")


def _alone(word: str, where: str) -> Listed | Unread:
    """Return an entry whose kind is told from its length; 64 digits are a PDQ hash, as in the PDQ tools' files."""
    kind = next((each for each in ("pdq", "md5", "sha1", "sha512") if len(word) == DIGITS[each]), "")
    return _entry(kind, word, where)


# ---------------------------------------------------------------- NCMEC


def _of_xml(data: bytes, name: str) -> Iterator[Listed | Unread]:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(data.strip())
    except (ParseError, DefusedXmlException, ValueError):
        raise DamagedFile("The XML cannot be read", where=name, fix="Download the list again.") from None
    if _tag(root) != "queryResult":
        raise UnknownFormat("This XML is no list of hashes", where=name, fix="NCMEC's lists begin with queryResult.")
    number = 0
    for group in root:
        for item in group if _tag(group) in ("images", "videos") else ():
            number += 1
            yield from _of_item(item, number)


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _of_item(item: Element, number: int) -> Iterator[Listed | Unread]:
    parts = {_tag(each): each for each in item}
    text = {key: (each.text or "").strip() for key, each in parts.items()}
    id, member = text.get("id", ""), text.get("member", "")
    if _tag(item).startswith("deleted"):
        yield Listed("", "", id, member, gone=True)
        return
    labels = (text["classification"],) if text.get("classification") else ()
    for print_ in parts.get("fingerprints", ()):
        yield _entry(_tag(print_), print_.text or "", f"entry {number}", labels=labels, id=id, member=member)


# ---------------------------------------------------------------- JSON


def _of_json(data: bytes, name: str) -> HashList:
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise DamagedFile("The JSON cannot be read", where=name, fix="Download the list again.") from None
    if isinstance(whole, dict) and isinstance(whole.get("hashRecords"), list):
        return _gathered("stopncii", _each(whole["hashRecords"], _of_stopncii))
    if isinstance(whole, dict) and isinstance(whole.get("data"), list):
        return _gathered("threatexchange", _each(whole["data"], _of_threatexchange))
    rows = whole.get("results", whole.get("hashes")) if isinstance(whole, dict) else whole
    if isinstance(rows, list) and any(isinstance(row, dict) and "hash_value" in row for row in rows):
        return _gathered("techagainstterrorism", _each(rows, _of_tat))
    raise UnknownFormat("This JSON is no list of hashes that is known", where=name, fix="See docs/matching.md.")


def _each(rows: Iterable[object], one: One) -> Iterator[Listed | Unread]:
    for number, row in enumerate(rows):
        where = f"entry {number + 1}"
        yield one(row, where) if isinstance(row, dict) else Unread(where, "not an entry")


def _of_stopncii(row: dict[str, object], where: str) -> Listed | Unread:
    gone = str(row.get("hashStatus", "")).lower() in _GONE
    regions = row.get("hashRegions")
    labels = tuple(str(each) for each in regions) if isinstance(regions, list) else ()
    return _entry(row.get("signalType"), row.get("hashValue"), where, labels=labels, gone=gone, member="StopNCII")


def _of_threatexchange(row: dict[str, object], where: str) -> Listed | Unread:
    tags = row.get("tags")
    labels = tuple(str(each) for each in tags) if isinstance(tags, list) else ()
    gone = bool(row.get("should_delete"))
    return _entry(row.get("type"), row.get("indicator"), where, id=str(row.get("id", "")), labels=labels, gone=gone)


def _of_tat(row: dict[str, object], where: str) -> Listed | Unread:
    return _entry(row.get("hash_type"), row.get("hash_value"), where, id=str(row.get("id", "")))
