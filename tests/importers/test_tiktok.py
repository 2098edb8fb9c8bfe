from datetime import UTC, datetime
from typing import Any

import pytest
from tests.importers.exports import only, read_all, rows

from safelight.importers import tiktok
from safelight.importers.load import read
from safelight.schema.errors import EmptyFile


def said(content: str, who: str = "lia", date: str = "2024-06-02 10:00:00") -> dict[str, str]:
    return {"Date": date, "From": who, "Content": content}


CHATS = {"Chat History with lia:": [said("hi"), said("ho", "jo", "2024-06-02 10:01:00")]}


@pytest.mark.parametrize(
    "document",
    [
        {"Direct Messages": {"Chat History": {"ChatHistory": CHATS}}},
        {"Direct Message": {"Direct Messages": {"ChatHistory": CHATS}}},
        {"Direct Message": {"Direct Messages": {"ChatHistory": CHATS}, "Group Chat": {"GroupChat": {}}}},
    ],
)
def test_each_naming_of_the_keys(document: dict[str, Any]) -> None:
    found = only(tiktok, document)
    assert rows(found) == [("lia", "hi", "text"), ("jo", "ho", "text")]
    assert (found.id, found.title, found.owner) == ("lia", "lia", "jo")


def test_a_time_without_a_zone_stays_local_and_utc_is_utc() -> None:
    plain, utc = said("a"), said("b", date="2024-06-02 10:00:00 UTC")
    found = read_all(tiktok, {"Direct Messages": {"Chat History": {"ChatHistory": {"a:": [plain], "b:": [utc]}}}})
    assert [one.messages[0].time for one in found] == [
        datetime(2024, 6, 2, 10),
        datetime(2024, 6, 2, 10, tzinfo=UTC),
    ]


def test_the_owner_comes_from_the_profile_or_from_all_chats_together() -> None:
    profile = {"Profile Information": {"ProfileMap": {"userName": "jojo"}}}
    chats = {"Chat History with lia:": [said("a")]}
    assert only(tiktok, {"Profile": profile, "Direct Messages": {"x": {"ChatHistory": chats}}}).owner == "jojo"
    assert only(tiktok, {"Direct Messages": {"x": {"ChatHistory": chats}}}).owner is None
    unclear = {"Chat History with us:": [said("a"), said("b", "jo")]}
    assert only(tiktok, {"Direct Messages": {"x": {"ChatHistory": unclear}}}).owner is None


def test_messages_far_behind_a_long_activity_are_still_found() -> None:
    watched = [{"Date": "2024-01-01 00:00:00", "Link": "https://www.tiktokv.com/share/video/1/"}] * 2000
    document = {"Activity": {"Video Browsing History": {"VideoList": watched}},
                "Direct Messages": {"Chat History": {"ChatHistory": CHATS}}}  # fmt: skip
    assert len(only(tiktok, document).messages) == 2


def test_a_file_without_messages_is_empty_not_clean() -> None:
    with pytest.raises(EmptyFile):
        read(b'{"Activity": {"Favorite Effects": {"FavoriteEffectsList": []}}}', "user_data.json")


def test_entries_of_another_shape_are_unread() -> None:
    found = only(tiktok, {"Direct Messages": {"x": {"ChatHistory": {"Chat History with lia:": [said("a"), 5, {}]}}}})
    assert len(found.source.unread) == 2
    assert rows(found) == [("lia", "a", "text")]


TXT = b""">>> Chat History with lia::\r
\r
2024-07-03 23:00:11 UTC lia: note: practise\r
and stretch\r
\r
then sleep\r
2024-07-01 03:01:15 UTC jo: first\r
\r
>>> Chat History with marc::\r
\r
2024-06-01 10:00:00 UTC jo: how was it?\r
"""


def test_the_txt_form() -> None:
    lia, marc = read_all(tiktok, TXT, "Direct Messages.txt")
    assert rows(lia) == [("jo", "first", "text"), ("lia", "note: practise\nand stretch\n\nthen sleep", "text")]
    assert lia.messages[0].time == datetime(2024, 7, 1, 3, 1, 15, tzinfo=UTC)
    assert rows(marc) == [("jo", "how was it?", "text")]
    assert {lia.owner, marc.owner} == {"jo"}


def test_every_line_of_the_txt_is_accounted_for() -> None:
    found = read_all(tiktok, b"before\n" + TXT.replace(b"::\r\n\r\n", b"::\r\nstray\r\n"), "x.txt")
    assert [part.where for part in found[0].source.unread] == ["line 1", "line 3"]
    assert [part.where for part in found[1].source.unread] == ["line 11"]


def test_other_text_is_not_claimed() -> None:
    assert not tiktok.identify("x.txt", b"Ann: >>> Chat History with me\n")
    assert not tiktok.identify("x.json", b'{"VideoList": []}')
