"""An app that is on a list of apps made to watch somebody secretly.

What it sees. The ids of 613 Android apps that Echap has collected; a typed name only when it is the app's own full
name.

What looks like it but is not. Apps for families that everybody knows of, a phone's own services, remote help; an app
that only has "track" in its name.

Why it matters. Such an app can show messages, calls, pictures and places to somebody else, and hides itself.

Sources. AssoEchap/stalkerware-indicators (CC BY 4.0), how it came here stands in the list; Coalition Against
Stalkerware, definition (at second hand).
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.phone_apps.match import watches_secretly
from safelight.signals.phone_apps import TECHNIQUE, apps, leave
from safelight.signals.reading import Mark, Reading

__all__ = ["TECHNIQUE", "find"]
_SAYS = mark("An app on this phone is on a list of apps that can watch someone without telling.")


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each such app."""
    for number, app in apps(reading):
        name = watches_secretly(app)
        if name:
            yield leave(
                number, "known_watcher", 0.9 if app.package else 0.5, _SAYS, listed_as=name, by_id=bool(app.package)
            )
