"""What the signals of phones share: apps on the lists, by id and by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from safelight.normalize.phone_apps.load import sharing, stalkerware, watchware
from safelight.schema.items import App, Phone
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.surveillance"


def apps(reading: Reading) -> Iterator[tuple[int, App]]:
    """Yield the apps of a phone with their numbers (0-based)."""
    if isinstance(reading.item, Phone):
        yield from enumerate(reading.item.apps)


def watches_openly(app: App) -> str:
    """Return the name of an app made to watch over somebody openly, "" for any other."""
    return watchware().get(app.package) or _by_name(app, _open_names())


def watches_secretly(app: App) -> str:
    """Return the name of an app made to watch somebody secretly, "" for any other. An openly watching one is none."""
    return "" if watches_openly(app) else stalkerware().get(app.package) or _by_name(app, _secret_names())


def is_common(app: App) -> bool:
    """Tell whether an app is one of the common ones of the drill."""
    return any(app.package in each.packages for each in sharing()) if app.package else False


def leave(number: int, row: str, strength: float, says: str, **facts: str | bool) -> Mark:
    """Return the mark about the app of a number."""
    return Mark(strength, (), {"row": row, "app": number, **facts}, "", says)


def _by_name(app: App, names: dict[str, str]) -> str:
    return names.get(_plain(app.name), "") if app.name and not app.package else ""


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


@cache
def _open_names() -> dict[str, str]:
    return {_plain(name): name for name in watchware().values()}


@cache
def _secret_names() -> dict[str, str]:
    # A short name ("Dash", "ISpy") is too often somebody else's.
    return {plain: name for name in stalkerware().values() if len(plain := _plain(name)) >= _LEAST}


_LEAST = 6
