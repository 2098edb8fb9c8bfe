"""LINE: "Export chat history" from a phone or a computer, as text, in English, Japanese, Chinese and Thai.

A header names the chat and the day of saving; a line with a date opens each day; a message is
`21:15<tab>name<tab>text`, an entry of the app has no name (`21:15<tab><tab>text`). Texts on several lines stand in
quotes, which are taken off. Computers may write spaces for the tabs: then the name is the chat's own or the first word,
and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO

from safelight.importers.text_lines import TextLines, head_lines
from safelight.schema.items import Conversation, Message, MessageKind, Participant, Source, Unread

TITLE = "LINE"
LEAVES_OUT: tuple[str, ...] = (
    "Pictures, stickers, sound and videos are not in the text.",
    "Messages that somebody took back are missing.",
)
PASSES = 2

_HEADER = re.compile(
    r"(?:\[LINE\]\s*)?(?:Chat history (?:with|in) (?P<en>.+)|(?P<ja>.+?)\s?とのトーク履歴|(?P<ja2>.+?)のトーク履歴"
    r"|[與与]\s?(?P<zh>.+?)\s?的聊天[記记][錄录]|(?P<zh2>.+?)\s?的聊天[記记][錄录]|ประวัติการ(?:สนทนา|แชท)กับ\s?(?P<th>.+))"
)
_SAVED = re.compile(
    r"(?:Saved on|保存日時|儲存日期|保存日期|บันทึกวันที่|บันทึกเมื่อ)\s?[:：]\s?\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}.*"
)
# 2018/04/16(Mon), 2024/01/15（一）, 2017.09.02 Saturday, 2025.02.15 星期六
_DAY = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s?[(（][^()（）\d]{1,8}[)）]|\s[^\d\s]{1,12})\s*")
# Mon, 04/16/2018 (or 16/04/2018: the weekday decides)
_DAY_WORD_FIRST = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? (\d{1,2})/(\d{1,2})/(\d{4})\s*")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CLOCK = r"(上午|下午|午前|午後|오전|오후)?\s?(\d{1,2}):(\d{2})\s?([AaPp][Mm])?"
_TABBED = re.compile(rf"{_CLOCK}\t(?:([^\t]*)\t)?(.*)", re.DOTALL)
_SPACED = re.compile(rf"{_CLOCK} (\S.*)", re.DOTALL)
_MEDIA = frozenset(
    {"[Photo]", "[Video]", "[Sticker]", "[Voice message]", "[File]", "[Album]", "[Contact]", "[Location]"}
    | {"[写真]", "[動画]", "[スタンプ]", "[ボイスメッセージ]", "[ファイル]", "[アルバム]", "[連絡先]", "[位置情報]"}
    | {"[照片]", "[影片]", "[貼圖]", "[語音訊息]", "[檔案]", "[相簿]", "[聯絡資訊]", "[位置訊息]"}
    | {"[图片]", "[视频]", "[贴图]", "[表情贴图]", "[语音信息]", "[文件]", "[相册]"}
    | {"[รูป]", "[ภาพ]", "[วิดีโอ]", "[สติกเกอร์]", "[ข้อความเสียง]", "[ไฟล์]", "[อัลบั้ม]"}
    | {"Photos", "Stickers", "Videos", "写真", "スタンプ", "動画", "照片", "貼圖", "影片"}
)
_SPACES_NOTE = "This file has spaces where names end; names were told by the chat's title and by their first word."


def identify(name: str, head: bytes) -> bool:
    """Tell whether the beginning of a file is a LINE chat: a header or a day, then a line that begins with a time."""
    lines = [line for line in head_lines(head) if line.strip()]
    if not lines:
        return False
    headed = lines[0].startswith("[LINE]") and _HEADER.fullmatch(lines[0]) is not None
    dated = [number for number, line in enumerate(lines) if _day(line) is not None]
    if not dated or (dated[0] > 3 and not headed):
        return headed
    after = lines[dated[0] + 1 : dated[0] + 2]
    return headed or any(_TABBED.fullmatch(line) or _SPACED.fullmatch(line) for line in after)


def read(stream: BinaryIO, name: str) -> Iterator[Conversation]:
    """Yield the one conversation of the file. Raises WrongEncoding."""
    lines = TextLines(stream, name)
    reader = _Reader(name)
    for number, line in enumerate(lines, 1):
        reader.take(number, line)
    reader.close()
    notes = (_SPACES_NOTE, *lines.notes()) if reader.spaced else lines.notes()
    yield Conversation(
        messages=tuple(reader.messages),
        participants=tuple(Participant(who) for who in dict.fromkeys(m.author for m in reader.messages) if who),
        id=name,
        title=reader.title,
        source=Source("line", name.rpartition("/")[2], notes, tuple(reader.unread), reader.lines),
    )


def _day(line: str) -> date | None:
    """Return the day that a line opens, or None."""
    if found := _DAY.fullmatch(line):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_WORD_FIRST.fullmatch(line):
        first, second, year = int(found[2]), int(found[3]), int(found[4])
        ways = (_date(year, first, second), _date(year, second, first))
        right = [way for way in ways if way is not None and _WEEKDAYS[way.weekday()] == found[1]]
        return right[0] if right else ways[0] or ways[1]
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(day: date, found: re.Match[str]) -> datetime | None:
    half, hour, minute = (found[1] or found[4] or "").lower(), int(found[2]), int(found[3])
    if hour > 24 or minute > 59:
        return None
    if half in ("上午", "午前", "오전", "am"):
        hour %= 12
    elif half and hour <= 12:
        hour = hour % 12 + 12
    # 24:10 is ten past midnight of the day above it.
    return datetime(day.year, day.month, day.day, hour % 24, minute)


class _Reader:
    """Collects messages line by line; a line that begins nothing goes on with the message before it."""

    def __init__(self, name: str) -> None:
        base = name.rpartition("/")[2]
        self.title = base.rpartition(".")[0].removeprefix("[LINE]").strip() or base
        self.messages: list[Message] = []
        self.unread: list[Unread] = []
        self.lines = 0
        self.spaced = False
        self._day: date | None = None
        self._names: dict[str, str] = {}
        self._open: tuple[str, datetime | None] | None = None
        self._text: list[str] = []

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        self.lines = number
        if self._day is None and number <= 3 and self._is_header(line):
            return
        if (day := _day(line)) is not None:
            self.close()
            self._day = day
        elif (found := _TABBED.match(line)) and (when := self._when(found)):
            self._begin(found[5] or "", found[6], when)
        elif (self.spaced or self._is_first()) and (found := _SPACED.match(line)) and (when := self._when(found)):
            self.spaced = True
            self._begin(*self._cut(found[5]), when)
        elif self._open is not None:
            self._text.append(line)
        elif line.strip() or self._day is None:
            self.unread.append(Unread(f"line {number}", "belongs to no message"))

    def close(self) -> None:
        """Close the open message."""
        if self._open is None:
            return
        author, when = self._open
        text = "\n".join(self._text)
        # The empty line before the next day is the file's, not the writer's.
        text = text.rstrip("\n")
        if "\n" in text and text[0] == text[-1] == '"':
            text = text[1:-1]
        author = self._names.setdefault(author, author)
        self.messages.append(Message(author, text, when, _kind(author, text)))
        self._open = None

    def _begin(self, author: str, text: str, when: datetime) -> None:
        self.close()
        self._open, self._text = (author, when), [text]

    def _when(self, found: re.Match[str]) -> datetime | None:
        return _moment(self._day, found) if self._day is not None else None

    def _is_first(self) -> bool:
        return not self.messages and self._open is None

    def _is_header(self, line: str) -> bool:
        if found := _HEADER.fullmatch(line.strip()):
            self.title = next(part for part in found.groups() if part)
            return True
        return bool(_SAVED.fullmatch(line.strip())) or not line.strip()

    def _cut(self, rest: str) -> tuple[str, str]:
        """Return author and text of a line without tabs."""
        if rest.startswith(self.title + " "):
            return self.title, rest[len(self.title) + 1 :]
        author, _, text = rest.partition(" ")
        return (author, text) if text else ("", rest)


def _kind(author: str, text: str) -> MessageKind:
    if text.startswith("☎"):
        return "call"
    if not author:
        return "system"
    return "media" if text in _MEDIA else "text"
