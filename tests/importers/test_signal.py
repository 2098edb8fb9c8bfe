from datetime import datetime
from io import BytesIO

import pytest

from safelight.importers import signal, whatsapp
from safelight.schema.items import Conversation


def one(text: str, name: str = "Jane/chat.md") -> Conversation:
    assert signal.identify(name, text.encode())
    (found,) = signal.read(BytesIO(text.encode()), name)
    return found


@pytest.mark.parametrize(
    ("name", "text", "whose"),
    [
        ("chat.txt", "[2019-12-24, 12:23] Jane: Hi\n[2019-12-24, 12:24] Jo: Hi\n", "signal"),
        ("chat.md", "[2019-12-24 12:23:01] Jane: Hi\n", "signal"),
        ("signal jane.txt", "[2019-12-24 12:23:01] Jane: Hi\n", "signal"),
        ("chat.txt", "[2019-12-24 12:23:01] Jane: Hi\n[2019-12-24 12:23:02] Me: Hi\n", "signal"),
        ("chat.txt", "[2019-12-24 12:23:01] Jane: Hi  \n\n[2019-12-24 12:23:02] Jo: Hi  \n", "signal"),
        ("chat.txt", "[2019-12-24 12:23:01] Jane: Hi\n[2019-12-24 12:23:02] Jo: Hi\n", "whatsapp"),
        ("chat.txt", "\u200e[2019-12-24 12:23:01] Jane: \u200eimage omitted\n", "whatsapp"),
        ("_chat.txt", "[2019-12-24 12:23:01] Jane: Hi\n[2019-12-24 12:23:02] Me: Hi\n", "whatsapp"),
        ("WhatsApp Chat - Me.txt", "[2019-12-24, 12:23] Jane: Hi\n", "whatsapp"),
        ("chat.txt", "[24/12/19 12:23] Jane: Hi\n", "whatsapp"),
        ("chat.txt", "[2023-01-28, 9:00:31 a.m.] Jane: Hi\n", "whatsapp"),
    ],
)
def test_signal_and_whatsapp_never_claim_the_same_file(name: str, text: str, whose: str) -> None:
    head = text.encode()
    claims = {key for key, module in (("signal", signal), ("whatsapp", whatsapp)) if module.identify(name, head)}
    assert claims == {whose}


def test_a_quotation_is_not_the_words_of_who_quotes() -> None:
    found = one("[2023-01-28 21:15:30] Me: \n\n> you first\n> really\n\nno\n\n[2023-01-28 21:16:00] Jane: ok  \n\n")
    assert [(m.author, m.text, m.kind) for m in found.messages] == [
        ("", "> you first\n> really", "system"),
        ("Me", "no", "text"),
        ("Jane", "ok", "text"),
    ]


def test_lines_that_begin_like_a_quotation_are_kept_where_nothing_is_quoted() -> None:
    assert one("[2023-01-28 21:15:30] Jane: look\n> here\n").messages[0].text == "look\n> here"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(This message was deleted)", "deleted"),
        ("Incoming voice call (accepted, 2m 3s)", "call"),
        ("Missed video call", "call"),
        ("Outgoing call", "call"),
        ("Outgoing call me maybe", "text"),
        ("![a photo.jpg](./media/a%20photo.jpg)", "media"),
        ("look ![a photo.jpg](./media/a%20photo.jpg)", "text"),
        ("(( sticker ))", "media"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert one(f"[2023-01-28 21:15:30] Jane: {text}  \n\n").messages[0].kind == kind


def test_the_owner_is_me_and_the_folder_is_the_title() -> None:
    found = one("[2023-01-28 21:15:30] Jane: hi\n[2023-01-28 21:15:31] Me: a: b - c\n", "export/Jane Doe/chat.md")
    assert (found.owner, found.title, found.messages[1].text) == ("Me", "Jane Doe", "a: b - c")
    assert found.messages[1].time == datetime(2023, 1, 28, 21, 15, 31)
