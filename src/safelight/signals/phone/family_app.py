"""An app that watches over somebody openly: for families, for lost phones.

What it sees. The apps that Echap lists as watchware, and family apps of the drill (Family Link, Life360).

What looks like it but is not. Maps, messengers and games; an app that everybody in the family has chosen.

Why it matters. It is no attack. But whoever carries the phone should know what it shows, and to whom.

Sources. AssoEchap/stalkerware-indicators, watchware (CC BY 4.0), read 2026-11-24; PoPETs 2025 on parental apps.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.signals.phone_apps import TECHNIQUE, apps, leave, watches_openly
from safelight.signals.reading import Mark, Reading

__all__ = ["TECHNIQUE", "find"]
_SAYS = mark("An app for families can show things from this phone to others. That is fine when all know it.")
_MORE = {
    "com.google.android.apps.kids.familylink": "Google Family Link",
    "com.google.android.apps.kids.familylinkhelper": "Google Family Link",
    "com.life360.safetymap": "Life360",
}
# A hint, no finding: it is named, and never called a trick.
_HINT = 0.1


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each such app."""
    for number, app in apps(reading):
        name = watches_openly(app) or _MORE.get(app.package, "")
        if name:
            yield leave(number, "family_app", _HINT, _SAYS, listed_as=name)
