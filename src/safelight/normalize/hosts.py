"""Takes a web address apart: the registered name, what stands before it, where it points. Nothing is opened.

Which ending belongs to everybody ("co.uk", "github.io") comes from the Public Suffix List as `publicsuffixlist` bundles
it, imported on first use; its command for fetching a newer list is never called.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_DOT = r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|[.。．｡]"
_PARTS = re.compile(
    r"\s*(?:(?P<scheme>[A-Za-z][A-Za-z0-9+*.-]{1,20})(?:\[:\]|:)[/\\]{1,4})?(?:(?P<login>[^/?#\\\s]*)@)?"
    rf"(?P<host>\[[0-9A-Fa-f:.]{{2,60}}\]|(?:{_DOT}|[^/?#:\\\s\[\](){{}}@]){{1,400}})"
    r"(?::(?P<port>\d{1,5}))?(?P<rest>[/?#\\].*)?\s*",
    re.DOTALL | re.IGNORECASE,
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_LONGEST_LABEL = 63
# An IPv4 address in one number, as browsers accept it.
_NUMBER_HOST = re.compile(r"\d{8,10}|0x[0-9a-f]{6,8}")
# Endings that only offices and schools get; their registries ask who applies.
_OFFICIAL = re.compile(
    r"(?:gov|gob|gouv|govt|go|gub|edu|ac|mil|nic|nhs|police|sch|k12|europa|int)(?:\.[a-z]{2})?$|(?:gov|edu|mil|int)$"
)


@dataclass(frozen=True, slots=True)
class Host:
    """The name of a computer on the network, in the parts that matter.

    ascii: lower case, "xn--" form. shown: as a browser may draw it. suffix: the ending that many share ("co.uk"), ""
    for an address in numbers. name: the registered label before it ("example"), "" when there is none. below: the
    labels in front, left to right. hosted: the suffix belongs to a company that gives names away ("github.io").
    """

    ascii: str = field(repr=False)
    shown: str = field(repr=False)
    suffix: str = field(repr=False)
    name: str = field(repr=False)
    below: tuple[str, ...] = field(repr=False)
    hosted: bool = False
    numeric: bool = False

    @property
    def registered(self) -> str:
        """Return the part that somebody registered, "example.co.uk"; the whole host when there is none."""
        return f"{self.name}.{self.suffix}" if self.name else self.shown

    @property
    def official(self) -> bool:
        """Tell whether only offices, schools or universities get this ending."""
        return bool(self.suffix) and _OFFICIAL.fullmatch(self.suffix) is not None

    @property
    def private(self) -> bool:
        """Tell whether an address in numbers lies inside a home or office, or on the computer itself."""
        if not self.numeric or _NUMBER_HOST.fullmatch(self.ascii):
            return False
        return not ip_address(self.ascii.strip("[]")).is_global


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, taken apart. start, end: offsets of the host in the text that was given."""

    scheme: str
    login: str = field(repr=False)
    host: Host = field(repr=False)
    port: int | None
    rest: str = field(repr=False)
    start: int
    end: int

    @property
    def path(self) -> str:
        """Return the path without what follows "?" or "#"."""
        return re.split(r"[?#]", self.rest, maxsplit=1)[0]


# Every signal asks for the same link; a handful is kept, so that it is taken apart once.
@lru_cache(maxsize=4)
def address(url: str) -> Address | None:
    """Return the parts of a link as written ("hxxp", "[.]" and missing schemes are read); None when it has no host."""
    parts = _PARTS.fullmatch(url)
    if parts is None:
        return None
    scheme = re.sub(r"^h(?:xx|\*\*)p", "http", (parts["scheme"] or "").lower())
    found = host(parts["host"])
    if found is None:
        return None
    port = int(parts["port"]) if parts["port"] else None
    login, rest = parts["login"] or "", (parts["rest"] or "").replace("\\", "/")
    return Address(scheme, login, found, port, rest, parts.start("host"), parts.end("host"))


def host(written: str) -> Host | None:
    """Return the parts of a host, None when it is none (no dot, empty labels, too long)."""
    plain = _DOTS.sub(".", written).strip(".").lower()
    numeric = _numeric(plain)
    if numeric:
        return Host(plain, plain, "", "", (), numeric=True)
    labels = plain.split(".")
    if len(labels) < 2 or not all(labels) or any(len(label) > 4 * _LONGEST_LABEL for label in labels):
        return None
    if plain.isascii() and "xn--" not in plain:
        shown = coded = plain
    else:
        shown = ".".join(_decoded(label) for label in labels)
        coded = ".".join(_encoded(label) for label in shown.split("."))
    return _split(coded, shown)


def _numeric(plain: str) -> bool:
    if not plain or plain[-1] not in "0123456789]abcdef":
        return False
    if _NUMBER_HOST.fullmatch(plain):
        return True
    try:
        found = ip_address(plain.strip("[]"))
    except ValueError:
        return False
    return plain.startswith("[") or not isinstance(found, IPv6Address)


def _split(coded: str, shown: str) -> Host:
    everywhere, public = _lists()
    suffix = everywhere.publicsuffix(coded) or ""
    hosted = suffix.count(".") > 0 and public.publicsuffix(coded) != suffix
    labels = shown.split(".")
    count = suffix.count(".") + 1
    if len(labels) <= count:
        return Host(coded, shown, suffix, "", tuple(labels[:-1]), hosted)
    return Host(coded, shown, suffix, labels[-count - 1], tuple(labels[: -count - 1]), hosted)


@cache
def _lists() -> tuple[PublicSuffixList, PublicSuffixList]:
    """Return the list with the endings that companies give away, and the one without."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(), PublicSuffixList(only_icann=True)


def _decoded(label: str) -> str:
    """Return a label as it is drawn; one that cannot be decoded stays."""
    if not label.startswith("xn--"):
        return unicodedata.normalize("NFKC", label).lower()
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _encoded(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
