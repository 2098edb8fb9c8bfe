"""The names that young people meet and trust (brands/*.toml), each with its own hosts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from safelight.normalize import data
from safelight.normalize.hosts import Host
from safelight.normalize.hosts import host as split_host


@dataclass(frozen=True, slots=True)
class Brand:
    """A company, app, bank, office or school.

    name: as it calls itself. kind: the sort of company. hosts: its own, the first one is shown to people. names: what
    to look for in other hosts, lower case without hyphens. endings: those of its own hosts. word: the name means other
    things, too. common: it is so everyday that little may be concluded from it. countries: "", "main" or "all", where
    it owns its name under the endings of countries.
    """

    name: str
    kind: str
    hosts: tuple[str, ...]
    names: tuple[str, ...]
    endings: frozenset[str]
    word: bool
    common: bool
    countries: str


@cache
def brands() -> tuple[Brand, ...]:
    """Return all known names, by file and then in the order of the file."""
    return tuple(_read())


def _read() -> Iterator[Brand]:
    for file in sorted(files("safelight.normalize.brands").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            for name, row in table["brand"].items():
                yield _brand(name, table["kind"], row)


def _brand(name: str, kind: str, row: Mapping[str, object]) -> Brand:
    hosts = tuple(str(row["hosts"]).split())
    split = [found for each in hosts if (found := split_host(each)) is not None]
    # A host such as "gov.uk" is an ending itself and has no name; `also` says what to look for then.
    names = str(row.get("also", "")).split() or [split[0].name]
    endings = frozenset(each.suffix for each in split if each.name.replace("-", "") in names)
    flat = tuple(dict.fromkeys(each.replace("-", "") for each in names))
    countries = {True: "main", "all": "all"}.get(row.get("countries", False), "")
    common = bool(row.get("common"))
    if countries:
        endings |= data.words("main_countries.txt")
    return Brand(name, kind, hosts, flat, endings, common or bool(row.get("word")), common, countries)


@cache
def own_hosts() -> frozenset[str]:
    """Return every host that a known name owns."""
    return frozenset(host for brand in brands() for host in brand.hosts)


def is_own(host: Host) -> bool:
    """Tell whether a host, or one that it stands below, belongs to a known name."""
    own = own_hosts()
    return any(parent in own for parent in _parents(host.ascii)) or _is_own_abroad(host)


def owner(host: Host) -> Brand | None:
    """Return the known name that a host belongs to."""
    table = _by_host()
    found = next((table[parent] for parent in _parents(host.ascii) if parent in table), None)
    return found or (by_name().get(host.name) if _is_own_abroad(host) else None)


@cache
def _by_host() -> Mapping[str, Brand]:
    return {host: brand for brand in reversed(brands()) for host in brand.hosts}


@cache
def by_name() -> Mapping[str, Brand]:
    """Return each name to look for -> whose it is; of two the first."""
    return {name: brand for brand in reversed(brands()) for name in brand.names}


def _parents(host: str) -> Iterable[str]:
    while host:
        yield host
        host = host.partition(".")[2]


def _is_own_abroad(host: Host) -> bool:
    """Tell whether this is a name under the ending of a country, of a company that has them all."""
    brand = by_name().get(host.name)
    if brand is None or not brand.countries or host.hosted:
        return False
    if brand.countries == "main":
        return host.suffix in data.words("main_countries.txt")
    last = host.suffix.rpartition(".")[2]
    return len(last) == 2 and host.suffix in (last, f"co.{last}", f"com.{last}", f"net.{last}")
