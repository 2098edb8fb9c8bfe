"""Reads the lists: apps made to watch secretly, apps made to watch openly, and common apps that can share a place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sharing:
    """A common app that can show a place, or more, to others.

    sees: what it can show, in plain words. look: where in the app to look. checked: the date of the facts; verified:
    whether a person tried it (else it is from general knowledge and may be out of date).
    """

    name: str
    packages: tuple[str, ...]
    sees: str
    look: str
    checked: str
    verified: bool


@cache
def stalkerware() -> Mapping[str, str]:
    """Return package id -> names of the apps made to watch somebody secretly."""
    return _ids("stalkerware.tsv")


@cache
def watchware() -> Mapping[str, str]:
    """Return package id -> name of the apps made to watch over somebody openly."""
    return _ids("watchware.tsv")


@cache
def sharing() -> tuple[Sharing, ...]:
    """Return the common apps and services that can share a place, in the order of the drill."""
    table = tomllib.loads((files("safelight.normalize.phone_apps") / "sharing.toml").read_text(encoding="utf-8"))
    checked, verified = str(table["checked"]), bool(table["verified"])
    return tuple(
        Sharing(row["name"], tuple(row.get("packages", ())), row["sees"], row["look"], checked, verified)
        for row in table["app"]
    )


def _ids(name: str) -> dict[str, str]:
    text = (files("safelight.normalize.phone_apps") / name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1].split(",")[0] for row in rows}
