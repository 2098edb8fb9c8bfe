"""Saved pages of job boards: HTML that says what it offers in schema.org's words, as JSON-LD or as microdata.

Read is the one `JobPosting` (or several) in the page, as schema.org describes it: title, description,
hiringOrganization, jobLocation, baseSalary, employmentType and so on. A page that does not say so in its first 64 KB is
not claimed: what is an advert on it and what is not could only be guessed. Nothing is loaded from its addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, BinaryIO

from safelight.importers.whole_text import read_text, start_of_text
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Offer, Source, Unread

TITLE = "Saved page of a job board (HTML)"
LEAVES_OUT = ("Only what the page marks as a job posting was read, not what stands around it.",)
_AGAIN = "Copy the advert's text and paste it."
_PAGE = re.compile(
    r"\A\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|div|script|meta|article|section|main)\b", re.I | re.S
)
_POSTING = re.compile(r"schema\.org/JobPosting|[\"']JobPosting[\"']")
_SPACE = re.compile(r"[ \t\r\f\v]+")
_BREAKS = frozenset({"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "ul", "ol"})
_VOID = frozenset(
    {"br", "meta", "link", "img", "input", "hr", "area", "base", "col", "embed", "source", "track", "wbr"}
)
# Levels of nesting and postings in one page; what is beyond is no advert that somebody wrote.
_DEEP, _MANY = 40, 200
# A posting's property -> the offer's field.
_PLAIN = {
    "employmentType": "employment_type",
    "industry": "industry",
    "occupationalCategory": "function",
    "qualifications": "requirements",
    "skills": "skills",
    "responsibilities": "duties",
    "jobBenefits": "benefits",
    "educationRequirements": "required_education",
    "experienceRequirements": "required_experience",
    "datePosted": "date_posted",
    "validThrough": "valid_through",
    "jobLocationType": "telecommuting",
}


def identify(name: str, head: bytes) -> bool:
    """Tell whether the file is a page that names a JobPosting."""
    start = start_of_text(head)
    return start is not None and _PAGE.match(start) is not None and _POSTING.search(start) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Offer]:
    """Yield each posting of the page. Raises WrongEncoding, DamagedFile, EmptyFile."""
    page = _Page()
    page.feed(read_text(stream, name))
    page.close()
    unread: list[Unread] = []
    postings = [*_from_scripts(page.scripts, unread), *page.postings][:_MANY]
    offers = [_offer(each) for each in postings]
    made = [each for each in offers if each[1].strip() or each[0]]
    if not made:
        raise DamagedFile("No job posting in the page could be read", where=name, fix=_AGAIN)
    for number, (title, text, fields) in enumerate(made):
        lost = tuple(unread) if number == 0 else ()
        source = Source("job_page", name.rpartition("/")[2], LEAVES_OUT, lost)
        yield Offer(text, title or None, fields, source=source)


# ---------------------------------------------------------------- JSON-LD


def _from_scripts(scripts: list[str], unread: list[Unread]) -> Iterator[Mapping[str, Any]]:
    for number, script in enumerate(scripts, 1):
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            unread.append(Unread(f"script {number}", "its data is cut off or damaged"))
            continue
        yield from _postings(data, 0)


def _postings(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEP:
        return
    if isinstance(data, list):
        for each in data:
            yield from _postings(each, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield data
        else:
            for each in data.values():
                yield from _postings(each, depth + 1)


def _offer(posting: Mapping[str, Any]) -> tuple[str, str, dict[str, str]]:
    """Return title, text and fields of a posting."""
    fields = {field: text for key, field in _PLAIN.items() if (text := _said(posting.get(key)))}
    firm = posting.get("hiringOrganization")
    fields["company"] = _said(firm)
    if isinstance(firm, Mapping):
        fields["has_company_logo"] = "1" if firm.get("logo") else "0"
    fields |= {key: text for key, text in (("location", _place(posting.get("jobLocation"))),) if text}
    if pay := _pay(posting.get("baseSalary")):
        fields["salary_range"] = pay
    return _said(posting.get("title")), _said(posting.get("description")), fields


def _said(value: object, depth: int = 0) -> str:
    """Return a value as plain text: markup is dropped, an object gives its name or value, a list its parts."""
    if isinstance(value, str):
        return _text_of(value)
    if isinstance(value, bool) or value is None or depth > _DEEP:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (_said(each, depth + 1) for each in value)))
    if isinstance(value, Mapping):
        return next(
            (text for key in ("name", "value", "description") if (text := _said(value.get(key), depth + 1))), ""
        )
    return ""


def _place(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(_place, value[:5])))
    address = value.get("address", value) if isinstance(value, Mapping) else value
    if isinstance(address, Mapping):
        parts = ("streetAddress", "addressLocality", "addressRegion", "addressCountry")
        return ", ".join(filter(None, (_said(address.get(part)) for part in parts)))
    return _said(address)


def _pay(value: object) -> str:
    """Return the pay as "USD 10-12 per HOUR", as far as it is stated."""
    if not isinstance(value, Mapping):
        return _said(value)
    inner = value.get("value")
    amounts = inner if isinstance(inner, Mapping) else value
    ends = [_said(amounts.get(key)) for key in ("minValue", "maxValue")]
    amount = "-".join(filter(None, ends)) or _said(amounts.get("value"))
    unit = _said(amounts.get("unitText")) or _said(value.get("unitText"))
    currency = _said(value.get("currency")) or _said(amounts.get("currency"))
    return " ".join(filter(None, (currency, amount, f"per {unit}" if unit else ""))) if amount else ""


def _text_of(markup: str) -> str:
    """Return the text in a piece of markup, with a line for each of its blocks."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    words = _Words()
    words.feed(markup)
    words.close()
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(words.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects the text of a piece of markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


# ---------------------------------------------------------------- the page, with its microdata


class _Page(HTMLParser):
    """Collects JSON-LD scripts and the properties of microdata postings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.postings: list[dict[str, Any]] = []
        self._script = False
        # Open elements: (tag, the item that it opens, the property that it fills and of which item).
        self._open: list[tuple[str, dict[str, Any] | None, tuple[dict[str, Any], str] | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "script":
            self._script = "ld+json" in given.get("type", "")
            if self._script:
                self.scripts.append("")
            return
        item = self._opened(given)
        prop = self._property(tag, given, item)
        if tag in _VOID or len(self._open) > _DEEP * 10:
            if tag in _BREAKS:
                self.handle_data("\n")
            return
        self._open.append((tag, item, prop))
        if tag in _BREAKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = False
            return
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        if self._script and self.scripts:
            self.scripts[-1] += data
            return
        for _, _, prop in self._open:
            if prop:
                prop[0][prop[1]] = prop[0].get(prop[1], "") + data

    def _opened(self, given: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the item that an element opens, entered in the item around it or among the postings."""
        if "itemscope" not in given:
            return None
        item: dict[str, Any] = {}
        around = self._around()
        if "JobPosting" in given.get("itemtype", ""):
            self.postings.append(item)
        elif around is not None and given.get("itemprop"):
            around[given["itemprop"]] = item
        return item

    def _property(
        self, tag: str, given: Mapping[str, str], item: dict[str, Any] | None
    ) -> tuple[dict[str, Any], str] | None:
        name, around = given.get("itemprop", ""), self._around()
        if not name or around is None or item is not None:
            return None
        fixed = (
            given.get("content")
            or given.get("datetime")
            or (given.get("src") or given.get("href") if tag in ("img", "link") else "")
        )
        if fixed:
            around[name] = fixed
            return None
        return None if isinstance(around.get(name), dict) else (around, name)

    def _around(self) -> dict[str, Any] | None:
        return next((item for _, item, _ in reversed(self._open) if item is not None), None)
