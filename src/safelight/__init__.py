"""Safelight: see the danger in what reaches a young person online, without exposing them.

    items      = safelight.read("chat.txt")
    assessment = safelight.check(items[0])
    watch      = safelight.watch()
    update     = watch.add(safelight.Message(author="a", text="hi"))

Nothing here touches the network, follows a link, or writes a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safelight.schema.advice import Advice
from safelight.schema.assessments import Assessment, Coverage, Level, Reason, Skipped
from safelight.schema.errors import SafelightError
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import Finding
from safelight.schema.items import (
    App,
    Contact,
    Conversation,
    Draft,
    Item,
    Link,
    Message,
    Offer,
    Participant,
    PaymentDemand,
    Phone,
    Picture,
    Profile,
)

if TYPE_CHECKING:
    from safelight.advice.choose import advise
    from safelight.engine import Watch, check, watch
    from safelight.importers.load import read
    from safelight.normalize.contacts import contacts
    from safelight.normalize.same_hand import compare_profiles
    from safelight.normalize.unfold import unfold

__version__ = "0.1.0"

# What is loaded on first use only, so that `import safelight` stays quick.
_LATER = {
    "read": "safelight.importers.load",
    "check": "safelight.engine",
    "watch": "safelight.engine",
    "Watch": "safelight.engine",
    "advise": "safelight.advice.choose",
    "contacts": "safelight.normalize.contacts",
    "compare_profiles": "safelight.normalize.same_hand",
    "unfold": "safelight.normalize.unfold",
}

__all__ = [
    "Advice", "App", "Assessment", "Contact", "Conversation", "Coverage", "Draft", "Evidence", "Finding", "Item",
    "Level", "Link", "Message", "Offer", "Participant", "PaymentDemand", "Phone", "Picture", "Profile", "Reason",
    "SafelightError", "Skipped", "Span", "Watch", "advise", "check", "compare_profiles", "contacts", "read", "unfold",
    "watch",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a function of the public face when it is first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module 'safelight' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    """List the public names, those not loaded yet included."""
    return sorted(__all__)
