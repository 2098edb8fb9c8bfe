from typing import Any

import pytest
from tests.importers.exports import only, rows

from safelight.importers import messenger_encrypted, meta


def said(text: str, ms: int = 1700000000000, **more: object) -> dict[str, Any]:
    return {"senderName": "Mia", "text": text, "timestamp": ms, "type": "text", "isUnsent": False, "media": [],
            "reactions": [], **more}  # fmt: skip


def thread(*messages: object) -> dict[str, Any]:
    return {"participants": ["Mia", "Tom"], "threadName": "Mia_3", "messages": list(messages)}


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (said("hi"), "text"),
        (said("", media=[{"uri": "1.jpg"}], type="media"), "media"),
        (said("", isUnsent=True, type="placeholder"), "deleted"),
        (said("", type="call"), "call"),
    ],
)
def test_kinds(message: dict[str, object], kind: str) -> None:
    assert rows(only(messenger_encrypted, thread(message))) == [("Mia", message["text"], kind)]


def test_order_title_owner_and_unread() -> None:
    found = only(messenger_encrypted, thread(said("b", 2000), said("a", 1000), {"x": 1}))
    assert [m.text for m in found.messages] == ["a", "b"]
    assert (found.id, found.title, found.owner) == ("Mia_3", "Mia", "Tom")
    assert [part.where for part in found.source.unread] == ["messages[2]"]


def test_literal_pairs_are_never_repaired_here() -> None:
    assert only(messenger_encrypted, thread(said("cafÃ©"))).messages[0].text == "cafÃ©"


def test_the_plain_form_is_not_claimed() -> None:
    assert not messenger_encrypted.identify("x", b'{"messages": [{"sender_name": "a", "timestamp_ms": 1}]}')
    assert not meta.identify("x", b'{"participants": ["a"], "threadName": "b", "messages": [{"senderName": "a"}]}')
