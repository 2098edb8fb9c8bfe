from datetime import UTC, datetime
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import snapchat
from safelight.schema.errors import DamagedFile


def said(content: str | None, who: str = "pip", **more: object) -> dict[str, Any]:
    return {"From": who, "Media Type": "TEXT", "Created": "2024-04-20 01:29:22 UTC", "Content": content,
            "Conversation Title": None, "IsSender": who == "me", "Created(microseconds)": 1713576562686,
            "IsSaved": True, "Media IDs": "", **more}  # fmt: skip


def test_microseconds_are_milliseconds() -> None:
    time = datetime(2024, 4, 20, 1, 29, 22, 686000, tzinfo=UTC)
    assert only(snapchat, {"pip": [said("hi")]}).messages[0].time == time


def test_real_microseconds_would_be_read_as_such() -> None:
    found = only(snapchat, {"pip": [said("hi", **{"Created(microseconds)": 1713576562686000})]})
    assert found.messages[0].time == datetime(2024, 4, 20, 1, 29, 22, 686000, tzinfo=UTC)


@pytest.mark.parametrize("fine", [None, "x", 0])
def test_the_written_time_stands_in(fine: object) -> None:
    found = only(snapchat, {"pip": [said("hi", **{"Created(microseconds)": fine})]})
    assert found.messages[0].time == datetime(2024, 4, 20, 1, 29, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("message", "text", "kind"),
    [
        (said("hi"), "hi", "text"),
        (said("a & b &amp; c"), "a & b &amp; c", "text"),
        (said("", **{"Media Type": "MEDIA", "Media IDs": "b~1 | b~2"}), "", "media"),
        (said("https://a.example", **{"Media Type": "SHARE"}), "https://a.example", "media"),
        (said("", **{"Media Type": "STATUSERASEDMESSAGE"}), "STATUSERASEDMESSAGE", "system"),
        (said(None, **{"Media Type": "STATUSSAVETOCAMERAROLL"}), "STATUSSAVETOCAMERAROLL", "system"),
        (said(None, IsSaved=False), "", "deleted"),
    ],
)
def test_kinds(message: dict[str, object], text: str, kind: str) -> None:
    assert rows(only(snapchat, {"pip": [message]})) == [("pip", text, kind)]


def test_newest_first_is_turned_and_the_sender_is_the_owner() -> None:
    newest_first = [said("b", "me", **{"Created(microseconds)": 1713576562999}), said("a")]
    found = only(snapchat, {"pip": newest_first})
    assert [m.text for m in found.messages] == ["a", "b"]
    assert found.owner == "me"
    assert "saved" in found.source.notes[0]


def test_groups_have_their_title_and_friends_their_name() -> None:
    found = read_all(
        snapchat, {"uuid-1": [said("a", **{"Conversation Title": "Camping"})], "pip": [said("b")], "x": []}
    )
    assert [(one.id, one.title) for one in found] == [("uuid-1", "Camping"), ("pip", "pip")]


def test_snap_history_without_content_is_media() -> None:
    snap = {"From": "pip", "Media Type": "IMAGE", "Created": "2024-06-13 16:42:26 UTC", "Conversation Title": None,
            "IsSender": False, "Created(microseconds)": 1718296946482}  # fmt: skip
    assert rows(only(snapchat, {"pip": [snap]}, "snap_history.json")) == [("pip", "", "media")]


def test_the_old_form_is_joined_by_partner_and_unescaped() -> None:
    old = {
        "Received Saved Chat History": [
            {"From": "pip", "Media Type": "TEXT", "Created": "2021-07-22 19:28:21 UTC", "Text": "it&#39;s on &amp; ok"},
            "lost",
        ],
        "Sent Saved Chat History": [
            {"To": "pip", "Media Type": "TEXT", "Created": "2021-07-22 19:27:00 UTC", "Text": "is it on?"},
            {"To": "may", "Media Type": "MEDIA", "Created": "2021-07-22 19:27:00 UTC", "Text": ""},
        ],
    }
    pip, may = read_all(snapchat, old)
    assert rows(pip) == [("You", "is it on?", "text"), ("pip", "it's on & ok", "text")]
    assert rows(may) == [("You", "", "media")]
    assert [part.where for part in pip.source.unread] == ["Received Saved Chat History[1]"]
    assert may.source.unread == ()
    assert pip.owner == "You"


def test_entries_of_another_shape_are_unread_with_their_place() -> None:
    found = only(snapchat, {"pip": [said("kept"), 5, {"Created": "x"}]})
    assert [part.where for part in found.source.unread] == ["pip[1]", "pip[2]"]


@pytest.mark.parametrize("document", [{"pip": [said("a")], "x": 5}, {"Received Saved Chat History": {"a": 1}}])
def test_a_part_of_another_shape_is_damage(document: object) -> None:
    with pytest.raises(DamagedFile):
        read_all(snapchat, document)
