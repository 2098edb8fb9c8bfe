from datetime import datetime
from io import BytesIO

import pytest

from safelight.importers import line
from safelight.schema.items import Conversation


def one(text: str, name: str = "chat.txt") -> Conversation:
    assert line.identify(name, text.encode())
    (found,) = line.read(BytesIO(text.encode()), name)
    return found


HEADER = "[LINE] Chat history with Yuki\nSaved on: 2024/01/16 08:00\n\n"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018/04/16(Mon)", datetime(2018, 4, 16)),
        ("2017.09.02 Saturday", datetime(2017, 9, 2)),
        ("2024/01/15（一）", datetime(2024, 1, 15)),
        ("2025.02.15 星期六", datetime(2025, 2, 15)),
        ("Mon, 04/16/2018", datetime(2018, 4, 16)),
        ("Mon, 16/04/2018", datetime(2018, 4, 16)),
        ("Sat, 02/03/2024", datetime(2024, 2, 3)),
        ("Sat, 02/03/2019", datetime(2019, 3, 2)),
    ],
)
def test_days(day: str, expected: datetime) -> None:
    assert one(f"{HEADER}{day}\n00:00\tYuki\thi\n").messages[0].time == expected


@pytest.mark.parametrize(
    ("clock", "hour", "minute"),
    [
        ("21:15", 21, 15), ("午前0:05", 0, 5), ("午前12:05", 0, 5), ("午後12:30", 12, 30), ("午後9:16", 21, 16),
        ("上午09:46", 9, 46), ("下午10:36", 22, 36), ("9:46AM", 9, 46), ("9:46 PM", 21, 46), ("24:10", 0, 10),
    ],
)  # fmt: skip
def test_times(clock: str, hour: int, minute: int) -> None:
    found = one(f"{HEADER}2018/04/16(Mon)\n{clock}\tYuki\thi\n")
    assert found.messages[0].time == datetime(2018, 4, 16, hour, minute)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("[LINE] Chat history with Yuki", "Yuki"),
        ("[LINE] Chat history in Maths club", "Maths club"),
        ("[LINE] ゆきとのトーク履歴", "ゆき"),
        ("[LINE] 数学のトーク履歴", "数学"),
        ("[LINE] 與小明的聊天記錄", "小明"),
        ("[LINE] 与小明的聊天记录", "小明"),
        ("[LINE] ประวัติการสนทนากับ มะลิ", "มะลิ"),
    ],
)
def test_the_title_comes_from_the_header(header: str, title: str) -> None:
    assert one(f"{header}\nSaved on: 2024/01/16 08:00\n\n2018/04/16(Mon)\n21:15\tA\thi\n").title == title


def test_quotes_around_several_lines_are_taken_off_but_others_stay() -> None:
    found = one(f'{HEADER}2018/04/16(Mon)\n21:15\tA\t"one\n\n"two""\n21:16\tB\t"just this"\n21:17\tA\t"open\n')
    assert [message.text for message in found.messages] == ['one\n\n"two"', '"just this"', '"open']


def test_entries_without_a_name_are_system() -> None:
    found = one(f"{HEADER}2018/04/16(Mon)\n21:15\t\tA joined the group\n21:16\tB left the group\n")
    assert [(m.author, m.kind) for m in found.messages] == [("", "system"), ("", "system")]


def test_a_clock_inside_a_message_with_tabs_begins_nothing() -> None:
    found = one(f"{HEADER}2018/04/16(Mon)\n21:15\tA\tplan:\n9:30 swim\n11:00 eat\n21:16\tB\tok\n")
    assert [message.text for message in found.messages] == ["plan:\n9:30 swim\n11:00 eat", "ok"]


def test_spaces_for_tabs_are_read_and_said() -> None:
    found = one(f"{HEADER}2017.09.02 Saturday\n21:15 Yuki hi there\n21:16 Ann yes\n")
    assert [(m.author, m.text) for m in found.messages] == [("Yuki", "hi there"), ("Ann", "yes")]
    assert "spaces" in found.source.notes[0]


def test_a_line_before_the_first_day_is_listed() -> None:
    found = one("[LINE] Chat history with Yuki\nSaved on: 2024/01/16 08:00\n\n\nodd\n2018/04/16(Mon)\n21:15\tA\thi\n")
    assert [part.where for part in found.source.unread] == ["line 4", "line 5"]
