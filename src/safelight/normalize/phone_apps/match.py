"""Finds an app on the lists, by its id, or by its full name when only a name is known."""

from __future__ import annotations

from functools import cache

from safelight.normalize.phone_apps.load import sharing, stalkerware, watchware
from safelight.schema.items import App

# Letters. A shorter name ("Dash", "ISpy") is too often somebody else's.
_LEAST = 6
# Family apps that the list of watchware does not have, or has only for Android. Ids from general knowledge, 2026-11-24.
_MORE = {
    "com.google.android.apps.kids.familylink": "Google Family Link",
    "com.google.android.apps.kids.familylinkhelper": "Google Family Link",
    "com.life360.safetymap": "Life360",
}


def watches_openly(app: App) -> str:
    """Return the name of an app made to watch over somebody openly, "" for any other."""
    return watchware().get(app.package) or _MORE.get(app.package) or _by_name(app, _open_names())


def watches_secretly(app: App) -> str:
    """Return the name of an app made to watch somebody secretly, "" for any other. An openly watching one is none."""
    return "" if watches_openly(app) else stalkerware().get(app.package) or _by_name(app, _secret_names())


def is_common(app: App) -> bool:
    """Tell whether an app is one of the common ones of the drill."""
    return bool(app.package) and any(app.package in each.packages for each in sharing())


def _by_name(app: App, names: dict[str, str]) -> str:
    return names.get(_plain(app.name), "") if app.name and not app.package else ""


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


@cache
def _open_names() -> dict[str, str]:
    return {_plain(name): name for name in (*watchware().values(), *_MORE.values())}


@cache
def _secret_names() -> dict[str, str]:
    return {plain: name for name in stalkerware().values() if len(plain := _plain(name)) >= _LEAST}
