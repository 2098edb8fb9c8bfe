"""The table of platforms (platforms.toml): how people write their names, and what their links say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from safelight.normalize import data


@dataclass(frozen=True, slots=True)
class Platform:
    """One place where people have accounts; see platforms.toml for the fields."""

    name: str
    words: tuple[str, ...]
    hosts: tuple[str, ...]
    profile: re.Pattern[str] | None
    phone: re.Pattern[str] | None
    unsure: bool
    pays: bool


@cache
def platforms() -> Mapping[str, Platform]:
    """Return all platforms by name."""
    table = tomllib.loads((files("safelight.normalize") / "platforms.toml").read_text("utf-8"))
    return {name: _platform(name, row) for name, row in table.items()}


def _platform(name: str, row: dict[str, object]) -> Platform:
    def strings(key: str) -> tuple[str, ...]:
        values = row.get(key, [])
        assert isinstance(values, list)
        return tuple(values)

    def pattern(key: str) -> re.Pattern[str] | None:
        return re.compile(str(row[key]), re.ASCII) if key in row else None

    unsure, pays = bool(row.get("unsure")), bool(row.get("pays"))
    return Platform(name, strings("words"), strings("hosts"), pattern("profile"), pattern("phone"), unsure, pays)


@cache
def by_word() -> Mapping[str, Platform]:
    """Return the platforms by each way of writing their name."""
    return {word: platform for platform in platforms().values() for word in platform.words}


@cache
def _by_host() -> Mapping[str, Platform]:
    return {host: platform for platform in platforms().values() for host in platform.hosts}


def platform_of_host(host: str) -> str:
    """Return the platform that `host` (lower case) belongs to, "" when none."""
    platform = _by_host().get(_plain(host))
    return platform.name if platform else ""


def account_in_link(host: str, rest: str) -> tuple[str, str, str]:
    """Return (kind, value, platform) of what a link names: kind "handle", "phone", or "" for no single account."""
    platform = _by_host().get(_plain(host))
    if platform is None:
        return "", "", ""
    phone = platform.phone.fullmatch(rest) if platform.phone else None
    if phone is not None:
        return "phone", phone["phone"], platform.name
    path = rest.partition("?")[0].partition("#")[0].rstrip("/")
    profile = platform.profile.fullmatch(path) if platform.profile else None
    if profile is not None and profile["name"].lower() not in data.words("not_accounts.txt"):
        return "handle", profile["name"].lower(), platform.name
    return "", "", platform.name


def _plain(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.") if host.count(".") > 1 else host
