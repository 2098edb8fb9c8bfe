"""No line is lost: in the formats made of lines each one is in exactly one message or entry, or is listed as unread."""

import re
from io import BytesIO
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safelight.importers import imessage, line, signal, whatsapp
from safelight.schema.errors import DamagedFile
from safelight.schema.items import Conversation

ODD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=12)
"""Anything that somebody could write in one line."""

# `{}` is a token that no other line has; lines without it say only when, and are part of no text.
WHATSAPP = (
    "28/01/2023, 21:15 - Ann: {}",
    "29/01/2023, 21:16 - Ben: {}",
    "29/01/2023, 21:16 - {} was added",
    "\u200e30/01/2023, 08:00 - Ann: \u200e{}",
    "[1/28/23, 9:15:00 PM] Eve: {}",
    "45/45/2023, 21:15 - Eve: {}",
    "28/01/2023, 99:99 - Eve: {}",
    "28/01/2023, 21:15 {}",
    "<{}>",
    "",
)
SIGNAL = (
    "[2023-01-28 21:15:00] Ann: {}",
    "[2023-01-28, 21:15] Me: {}",
    "[2023-01-28 21:15:00] Me: ",
    "[2023-99-28 21:15:00] Eve: {}",
    "> {}",
    "(- Ann: {} -)",
    "",
)
LINE = (
    "2024/01/15(Mon)",
    "2024.01.16 Tuesday",
    "2024/99/99(Mon) {}",
    "21:15\tAnn\t{}",
    "午後9:15\tBen\t{}",
    '21:16\tBen\t"{}',
    '{}"',
    "21:17\t\t{}",
    "21:18\t{}",
    "21:19 Ann {}",
    "99:99\tAnn\t{}",
    "",
)
IMESSAGE = (
    "May 17, 2022  5:29:42 PM",
    "    May 17, 2022  5:30:00 PM",
    "May 99, 2022  5:29:42 PM {}",
    "May 17, 2022  5:29:42 PM You renamed the conversation to {}",
    "    {}",
    "Tapbacks:",
    "Loved by {}",
    "Sent with {}",
    "",
    "",
)


def held(found: Conversation, token: str) -> int:
    return sum(message.text.count(token) for message in found.messages)


def is_unread(found: Conversation, number: int) -> bool:
    for part in found.source.unread:
        ends = [int(digits) for digits in re.findall(r"\d+", part.where)]
        if ends[0] <= number <= ends[-1]:
            return True
    return False


@pytest.mark.parametrize(
    ("importer", "shapes"), [(whatsapp, WHATSAPP), (signal, SIGNAL), (line, LINE), (imessage, IMESSAGE)]
)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_every_line_is_in_exactly_one_place(importer: ModuleType, shapes: tuple[str, ...], data: st.DataObject) -> None:
    written = data.draw(st.lists(st.tuples(st.sampled_from([*shapes, "{}", "{}"]), ODD), min_size=1, max_size=40))
    lines = [shape.replace("{}", f"«{n}» {odd}") for n, (shape, odd) in enumerate(written, 1)]
    try:
        (found,) = importer.read(BytesIO("\n".join(lines).encode()), "chat.txt")
    except DamagedFile:
        assert importer is whatsapp, "only WhatsApp's reader refuses a file in which no line begins a message"
        return
    assert found.source.lines == len(lines) - (not lines[-1])
    senders = {message.author for message in found.messages}
    for number, (shape, _) in enumerate(written, 1):
        if "{}" in shape:
            token = f"«{number}»"
            places = held(found, token) + is_unread(found, number)
            # What stands where a sender belongs is the author of a message.
            assert places == 1 or (places == 0 and any(token in who for who in senders)), f"line {number}: {places}"


@pytest.mark.parametrize("importer", [whatsapp, signal, line, imessage])
@given(data=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_identify_says_yes_or_no_to_any_bytes(importer: ModuleType, data: bytes) -> None:
    assert importer.identify("chat.txt", data) in (True, False)
