"""Reads a profile from a saved web page (HTML), by the summary that pages give to previews.

Looks at the page's own title and description ("1,234 Followers, 56 Following, 7 Posts - ... (@name)") and at nothing
else: no script is run, nothing is loaded. What the summary does not say stays "not stated".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from typing import BinaryIO

from safelight.importers.json_files import decoded
from safelight.schema.errors import EmptyFile
from safelight.schema.items import Profile, Source

TITLE = "Profile, as a saved page"
LEAVES_OUT = (
    "Only the summary of the page is read: posts, comments and pictures are not looked at.",
    "What the summary does not say about the profile stays unknown.",
)

_META = re.compile(rb"<meta[^>]{1,200}(?:og:description|name=[\"']description)", re.IGNORECASE)
_HANDLE = re.compile(r"\(\s*@(?P<name>[\w.]{2,40})\s*\)|(?:^|\s)@(?P<other>[\w.]{2,40})")
_PATH = re.compile(r"https?://[^/\s]+/@?(?P<name>[\w.]{2,40})/?(?:\?.*)?$")
_NUMBER = r"(?P<number>\d[\d.,\u00a0\u202f ]{0,14})\s?(?P<unit>[kKmM]|tys\.|mil|тыс\.|млн)?"
_UNITS = {"k": 1_000, "m": 1_000_000, "tys.": 1_000, "mil": 1_000, "тыс.": 1_000, "млн": 1_000_000}
_BIO = re.compile(r"[\"“«](?P<bio>[^\"”»]{3,300})[\"”»]?\s*$")
_COUNTS = ("followers", "following", "posts")


def identify(name: str, head: bytes) -> bool:
    """Tell a page by its summary, which has to name followers."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start != b"<" or _META.search(head) is None:
        return False
    text = head.decode("utf-8", "ignore").lower()
    return any(word in text for word in _words()["followers"]) and any(word in text for word in _words()["following"])


def read(stream: BinaryIO, name: str) -> Iterator[Profile]:
    """Yield the profile of the page. Raises EmptyFile, WrongEncoding, DamagedFile."""
    page = _Summary()
    page.feed(decoded(stream.read(), name))
    text = page.meta.get("og:description") or page.meta.get("description") or ""
    title = page.meta.get("og:title") or page.title
    handle = _handle(title, text, page.meta.get("og:url", ""))
    counts = {each: _count(text, each) for each in _COUNTS}
    if not handle and not any(each is not None for each in counts.values()):
        raise EmptyFile("The page holds no profile", where=name, fix="Type the facts in by hand.")
    shown = re.split(r"\s*\(@|\s+[•|·-]\s|\s+on\s", title, maxsplit=1)[0].strip()
    bio = _BIO.search(text)
    source = Source(format="profile_page", name=name, notes=LEAVES_OUT)
    yield Profile(
        handle=handle,
        display_name=shown,
        bio=bio["bio"].strip() if bio else "",
        followers=counts["followers"],
        following=counts["following"],
        posts=counts["posts"],
        source=source,
    )


class _Summary(HTMLParser):
    """Collects the title and the meta entries of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        if tag == "meta":
            named = dict(attrs)
            key, content = named.get("property") or named.get("name"), named.get("content")
            if key and content:
                self.meta.setdefault(key.lower(), content)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((files("safelight.importers") / "profile_page_words.toml").read_text("utf-8"))
    return {name: tuple(words) for name, words in table.items()}


def _handle(title: str, text: str, url: str) -> str:
    for place in (title, text):
        found = _HANDLE.search(place)
        if found is not None:
            return found["name"] or found["other"]
    path = _PATH.search(url)
    return path["name"] if path else ""


def _count(text: str, name: str) -> int | None:
    words = "|".join(re.escape(word) for word in sorted(_words()[name], key=len, reverse=True))
    found = re.search(rf"{_NUMBER}\s*(?:{words})(?!\w)", text, re.IGNORECASE)
    if found is None:
        return None
    number, unit = found["number"].strip(), (found["unit"] or "").lower()
    if unit:
        return int(float(number.replace(",", ".").replace("\u00a0", "")) * _UNITS[unit])
    return int(re.sub(r"\D", "", number))
