"""What the signals of phones share: the apps with their numbers, and the mark about one."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.schema.items import App, Phone
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "coercion.surveillance"


def apps(reading: Reading) -> Iterator[tuple[int, App]]:
    """Yield the apps of a phone with their numbers (0-based)."""
    if isinstance(reading.item, Phone):
        yield from enumerate(reading.item.apps)


def leave(number: int, row: str, strength: float, says: str, **facts: str | bool) -> Mark:
    """Return the mark about the app of a number."""
    return Mark(strength, (), {"row": row, "app": number, **facts}, "", says)
