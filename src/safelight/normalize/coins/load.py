"""Finds the address families in this folder and asks each of them about a token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from safelight.normalize import coins


@dataclass(frozen=True, slots=True)
class Address:
    """A valid address. currency: lower-case name, "-testnet" added on a test network; value: its usual spelling."""

    currency: str
    value: str = field(repr=False)


def recognize(token: str) -> Address | None:
    """Return the address that `token` is, None when it is none or its checksum is wrong."""
    for family in _families():
        address = family(token)
        if address is not None:
            return address
    return None


@cache
def _families() -> tuple[Callable[[str], Address | None], ...]:
    names = sorted(module.name for module in iter_modules(coins.__path__))
    modules = [import_module(f"{coins.__name__}.{name}") for name in names if f"{coins.__name__}.{name}" != __name__]
    return tuple(module.recognize for module in modules)
