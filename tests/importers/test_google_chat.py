import locale
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import google_chat


def said(
    text: str | None, date: str = "Thursday, November 3, 2016 at 11:59:50 AM UTC", **more: object
) -> dict[str, Any]:
    return {"creator": {"name": "Noa", "email": "noa@example.com", "user_type": "Human"}, "created_date": date,
            "topic_id": "t", "message_id": "dm5x/t/t", **({} if text is None else {"text": text}), **more}  # fmt: skip


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Thursday, November 3, 2016 at 11:59:50 AM UTC", "2016-11-03T11:59:50+00:00"),
        ("Thursday, November 3, 2016 at 11:59:50\u202fPM UTC", "2016-11-03T23:59:50+00:00"),
        ("Thursday, November 3, 2016 at 12:00:00\u00a0AM UTC", "2016-11-03T00:00:00+00:00"),
        ("Thursday, November 3, 2016 at 12:00:00 PM UTC", "2016-11-03T12:00:00+00:00"),
        ("Thursday, November 3, 2016, 1:02:03 PM UTC", "2016-11-03T13:02:03+00:00"),
        ("Thursday, 3 November 2016 at 13:02:03 UTC", "2016-11-03T13:02:03+00:00"),
        ("Thursday 3 November 2016, 13:02 UTC", "2016-11-03T13:02:00+00:00"),
        ("Monday, May 6, 2024 at 9:00:00 AM PDT", "2024-05-06T09:00:00"),
    ],
)
def test_dates_in_prose(date: str, expected: str) -> None:
    time = google_chat.prose_time(date)
    assert time is not None
    assert time.isoformat() == expected


@pytest.mark.parametrize(
    "date",
    ["", "soon", "Thursday, Foo 3, 2016 at 11:59:50 AM UTC", "Friday, May 40, 2016 at 1:00:00 AM UTC", "x" * 9999],
)
def test_what_is_no_date_is_none(date: str) -> None:
    assert google_chat.prose_time(date) is None


def test_the_locale_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "nl_langinfo", lambda key: "nowhere")
    assert google_chat.prose_time("Thursday, November 3, 2016 at 11:59:50 AM UTC") is not None


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (said("hi"), "text"),
        (said(None, attached_files=[{"export_name": "File-1?account_id=3.png"}]), "media"),
        (said("look", attached_files=[{"export_name": "File-1.png"}]), "media"),
        (said(None, message_state="DELETED"), "deleted"),
        (said(None, annotations=[{"video_call_metadata": {}}]), "call"),
    ],
)
def test_kinds(message: dict[str, Any], kind: str) -> None:
    assert rows(only(google_chat, {"messages": [message]})) == [("Noa", message.get("text", ""), kind)]


def test_an_unread_date_keeps_the_message_in_its_place_and_is_told() -> None:
    early = said("a", "Thursday, November 3, 2016 at 11:00:00 AM UTC")
    found = only(google_chat, {"messages": [early, said("b", "vendredi"), said("c")]})
    assert [m.text for m in found.messages] == ["a", "b", "c"]
    assert any("no time" in note for note in found.source.notes)


def test_the_groups_own_id_or_its_folder() -> None:
    assert only(google_chat, {"messages": [said("a")]}).id == "dm5x"
    plain = said("a") | {"message_id": "t"}
    assert only(google_chat, {"messages": [plain]}, "Google Chat/Groups/DM abc/messages.json").id == "DM abc"


def test_namesakes_and_the_nameless() -> None:
    other = said("b") | {"creator": {"name": "Noa", "email": "noa2@example.com"}}
    nameless = said("c") | {"creator": {"email": "x@example.com"}}
    found = only(google_chat, {"messages": [said("a"), other, nameless]})
    assert [m.author for m in found.messages] == ["Noa", "Noa (noa2@example.com)", "x@example.com"]


def test_entries_of_another_shape_are_unread() -> None:
    found = only(google_chat, {"messages": [said("a"), None, {"topic_id": "t"}]})
    assert [part.where for part in found.source.unread] == ["messages[1]", "messages[2]"]


def test_a_group_without_messages_gives_none() -> None:
    assert read_all(google_chat, b'{"messages": [], "x": {"creator": 1, "created_date": 2}}') == []
