"""What a link says by itself, from lists: short links, installers, invitations, hidden networks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from safelight.normalize import data
from safelight.normalize.hosts import Address, Host

_FILE = re.compile(r"[^/?#&=]+\.(?P<ending>[A-Za-z0-9]{2,12})(?=$|[?#&])")


def is_short(host: Host) -> bool:
    """Tell whether the host belongs to a service that hides where a link goes."""
    return host.ascii.removeprefix("www.") in data.words("short_links.txt")


def watches(host: Host) -> bool:
    """Tell whether the host belongs to a maker of apps that watch another person's phone."""
    return _stands_below(host, data.words("watching_apps.txt"))


def installs(link: Address) -> tuple[str, str]:
    """Return ("phone" or "computer", ending) of a file that installs a program, ("", "") for every other link."""
    table = _table("install_files.toml")
    for file in _FILE.finditer(unquote(link.rest)):
        ending = file["ending"].lower()
        for device in ("phone", "computer"):
            if ending in table[device]:
                return device, ending
    return "", ""


def keeps_known_software(host: Host) -> bool:
    """Tell whether the host spreads software of known makers."""
    return _stands_below(host, _table("install_files.toml")["known"])


def hides(host: Host) -> str:
    """Return how a host hides who is there: "network" "gateway" "throwaway" "strangers", "" when it does not."""
    table = _table("hidden_services.toml")
    if host.ascii.rpartition(".")[2] in table["endings"]:
        return "network"
    for how, key in (("gateway", "gateways"), ("throwaway", "throwaway"), ("strangers", "strangers")):
        if _stands_below(host, table[key]):
            return how
    return ""


def invites_to(link: Address) -> str:
    """Return the app ("telegram") whose private chat or closed group a link opens, "" for none."""
    found = _invites().get(link.host.ascii.removeprefix("www."))
    return found[0] if found and found[1].match(link.rest) else ""


def _stands_below(host: Host, known: Collection[str]) -> bool:
    name = host.ascii
    while name:
        if name in known:
            return True
        name = name.partition(".")[2]
    return False


@cache
def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("safelight.normalize") / name).read_text("utf-8"))


@cache
def _invites() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    return {
        host: (app, re.compile(pattern, re.IGNORECASE))
        for app, hosts in _table("invites.toml").items()
        for host, pattern in hosts.items()
    }
