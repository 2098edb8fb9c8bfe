"""An app from no store that may read the screen or govern the phone, and see the place, camera or sound as well.

What it sees. In a dump with rights: accessibility or device administration together with location, camera or
microphone, in an app that was put on by hand.

What looks like it but is not. Screen readers and password keepers from a store, the phone's own services, apps on any
list.

Why it matters. This is what an app needs in order to show everything to somebody else.

Sources. Stalkerware in practice: PoPETs 2025 (Maier, Tanczer, Klausner); MVT's checks of accessibility services; not
looked up again.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.normalize.phone_apps.match import is_common, watches_openly, watches_secretly
from safelight.schema.items import App
from safelight.signals.phone_apps import TECHNIQUE, apps, leave
from safelight.signals.reading import Mark, Reading

__all__ = ["TECHNIQUE", "find"]
_SAYS = mark("An app that came from no store may read the screen or run the phone, and see where it is.")
_SENSES = frozenset(("ACCESS_FINE_LOCATION", "ACCESS_BACKGROUND_LOCATION", "CAMERA", "RECORD_AUDIO", "READ_SMS"))
_OWN = (
    "android.",
    "com.android.",
    "com.google.",
    "com.samsung.",
    "com.sec.",
    "com.miui.",
    "com.xiaomi.",
    "com.huawei.",
    "com.oppo.",
    "com.coloros.",
    "com.oneplus.",
    "com.vivo.",
    "com.motorola.",
    "com.sony.",
    "com.sonymobile.",
    "com.lge.",
    "com.qualcomm.",
)
_LEAST = 2


def find(reading: Reading) -> Iterator[Mark]:
    """Yield each such app."""
    for number, app in apps(reading):
        strong = bool(app.accessibility or app.admin)
        if strong and _by_hand(app) and len(_SENSES & set(app.permissions or ())) >= _LEAST:
            yield leave(
                number, "strong_rights", 0.6, _SAYS, accessibility=bool(app.accessibility), admin=bool(app.admin)
            )


def _by_hand(app: App) -> bool:
    """Tell whether an app was put on by hand and is on no list."""
    known = watches_openly(app) or watches_secretly(app) or is_common(app)
    return app.installer == "" and not app.package.startswith(_OWN) and not known
