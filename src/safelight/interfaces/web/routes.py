"""Finds the rooms of the app by walking their folder: each module there has `ROUTES`, each route a name of its own."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from starlette.routing import Router

from safelight.interfaces.web import rooms


@cache
def router() -> Router:
    """Return the routes of all rooms, by the rooms' names."""
    names = sorted(info.name for info in pkgutil.iter_modules(rooms.__path__))
    return Router([route for name in names for route in import_module(f"{rooms.__name__}.{name}").ROUTES])


def path(name: str, **parts: str | int) -> str:
    """Return the path of a route by its name."""
    return str(router().url_path_for(name, **parts))


@cache
def there(name: str) -> bool:
    """Say whether there is a route of this name: a room may be left out."""
    return any(getattr(route, "name", "") == name for route in router().routes)
