from datetime import datetime
from io import BytesIO

import pytest

from safelight.importers import imessage
from safelight.schema.items import Conversation

AT = "May 17, 2022  5:29:42 PM"


def one(text: str) -> Conversation:
    assert imessage.identify("Ann.txt", text.encode())
    (found,) = imessage.read(BytesIO(text.encode()), "Ann.txt")
    return found


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (AT, datetime(2022, 5, 17, 17, 29, 42)),
        ("Dec 01, 2022 12:00:01 AM", datetime(2022, 12, 1, 0, 0, 1)),
        ("Dec 01, 2022 12:00:01 PM", datetime(2022, 12, 1, 12, 0, 1)),
        (AT + " (Read by them after 1 hour, 49 seconds)", datetime(2022, 5, 17, 17, 29, 42)),
    ],
)
def test_times(stamp: str, expected: datetime) -> None:
    assert one(f"{stamp}\nAnn\nhi\n\n").messages[0].time == expected


def test_a_text_keeps_its_empty_lines_and_colons() -> None:
    assert one(f"{AT}\nAnn\none: two\n\nthree\n\n").messages[0].text == "one: two\n\nthree"


def test_a_time_inside_a_text_begins_no_message() -> None:
    found = one(f"{AT}\nAnn\nlook:\n{AT}\nEve\nx\n\n")
    assert [(m.author, m.text) for m in found.messages] == [("Ann", f"look:\n{AT}\nEve\nx")]


def test_a_reply_that_stands_twice_is_read_once_and_said() -> None:
    found = one(
        f"{AT}\nAnn\nfirst\n    May 17, 2022  5:40:00 PM\n    Me\n    reply\n\n\n"
        "May 17, 2022  5:35:00 PM\nAnn\nmiddle\n\n"
        "May 17, 2022  5:40:00 PM\nMe\nreply\nThis message responded to an earlier message.\n\n"
    )
    assert [(m.author, m.text) for m in found.messages if m.author] == [
        ("Ann", "first"), ("Ann", "middle"), ("Me", "reply"),
    ]  # fmt: skip
    assert found.source.notes == ("Replies that stand twice in this file, and were read once: 1.",)


def test_a_reply_that_stands_only_below_what_it_answers_is_kept_in_order_of_time() -> None:
    found = one(
        f"{AT}\nAnn\nfirst\n    May 17, 2022  5:40:00 PM\n    Me\n    reply\n\n\n"
        "May 17, 2022  5:35:00 PM\nAnn\nmiddle\n\n"
    )
    assert [(m.author, m.text) for m in found.messages] == [("Ann", "first"), ("Ann", "middle"), ("Me", "reply")]


def test_what_the_tool_adds_is_nobodys_words() -> None:
    found = one(f"{AT}\nMe\nyes\nTapbacks:\nLoved by Ann\n\n\n{AT}\nMe\nLoved by everybody\n\n")
    assert [(m.author, m.text, m.kind) for m in found.messages] == [
        ("Me", "yes", "text"),
        ("", "Tapbacks:\nLoved by Ann", "system"),
        ("Me", "Loved by everybody", "text"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/Users/ann/Library/Messages/Attachments/a/IMG_1.jpeg", "media"),
        ("attachments/12/IMG_1.jpeg", "media"),
        ("Attachment missing!", "media"),
        ("Ann unsent this message part 5 seconds after sending!", "deleted"),
        ("You deleted a message.", "deleted"),
        ("see example.org/a.html ok", "text"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert one(f"{AT}\nAnn\n{text}\n\n").messages[0].kind == kind


def test_announcements_have_no_author_and_me_is_the_owner() -> None:
    found = one(f"{AT} You renamed the conversation to Maths\n\n{AT}\nMe\nhi\n\n")
    assert [(m.author, m.kind) for m in found.messages] == [("", "system"), ("Me", "text")]
    assert found.owner == "Me"


def test_a_time_with_nothing_after_it_is_listed() -> None:
    found = one(f"{AT}\nAnn\nhi\n\n{AT}\n")
    assert [(part.where, part.reason) for part in found.source.unread] == [("line 5", "a time without a message")]
