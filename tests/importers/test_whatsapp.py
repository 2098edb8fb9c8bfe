"""WhatsApp: every locale shape, day and month, half-days, system entries, markers, names, and what is told about it."""

import random
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

import pytest

from safelight.importers import whatsapp
from safelight.importers.load import read
from safelight.importers.whatsapp_markers import markers
from safelight.schema.errors import UnknownFormat
from safelight.schema.items import Conversation

NAMES = ("Asha", "Ben Okoro", "+91 98765 43210", "María José", "أحمد", "🤓", "John-John Doe", "Дима")
BODIES = (
    "lol ok",
    "can you bring the book - the blue one",
    "did you do question 4: the long one?",
    "Meet at 10/11/2023, 9:30 maybe?",
    "https://example.org/a?b=1: look",
    "10/11/2023 is the day",
    "[not a head] just brackets",
    "9:30 - sharp: be there",
    "नमस्ते कैसे हो",
    "first line\nsecond: line\n\n- item one",
    "one\n2016-04-29 10:30:00",
    "ok 👍🏽",
    "<3 this",
)
DIGITS = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "pers": "۰۱۲۳۴۵۶۷۸۹",
    "deva": "०१२३४५६७८९",
    "beng": "০১২৩৪৫৬৭৮৯",
}


@dataclass(frozen=True)
class Locale:
    """form: {d} {dd} {m} {mm} {yy} {y} {by} (Buddhist) {H} {HH} {h} {hh} {M} {S} {ap} {zh}."""

    form: str
    am: str = ""
    pm: str = ""
    digits: str = ""

    def head(self, when: datetime) -> str:
        zh = ("凌晨", "早上", "上午", "中午", "下午", "晚上")
        text = self.form.format(
            d=when.day, dd=f"{when.day:02}", m=when.month, mm=f"{when.month:02}", yy=f"{when.year % 100:02}",
            y=when.year, by=when.year + 543, byy=(when.year + 543) % 100, H=when.hour, HH=f"{when.hour:02}",
            h=when.hour % 12 or 12, hh=f"{when.hour % 12 or 12:02}", M=f"{when.minute:02}", S=f"{when.second:02}",
            ap=self.am if when.hour < 12 else self.pm,
            zh=zh[(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5)[when.hour]],
        )  # fmt: skip
        return (
            text.translate(dict(zip(map(ord, "0123456789"), DIGITS[self.digits], strict=True))) if self.digits else text
        )

    @property
    def seconds(self) -> bool:
        return "{S}" in self.form


LOCALES = {
    "en-US": Locale("{m}/{d}/{yy}, {h}:{M}\u202f{ap} - ", "AM", "PM"),
    "en-US ios": Locale("[{m}/{d}/{yy}, {h}:{M}:{S}\u202f{ap}] ", "AM", "PM"),
    "en-GB": Locale("{dd}/{mm}/{y}, {HH}:{M} - "),
    "en-GB ios": Locale("[{dd}/{mm}/{y}, {HH}:{M}:{S}] "),
    "en-AU": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "am", "pm"),
    "en-CA": Locale("{y}-{mm}-{dd}, {h}:{M} {ap} - ", "a.m.", "p.m."),
    "en-CA ios": Locale("[{y}-{mm}-{dd}, {h}:{M}:{S}\u202f{ap}] ", "a.m.", "p.m."),
    "en-ZA": Locale("{y}/{mm}/{dd}, {HH}:{M} - "),
    "es-ES": Locale("{d}/{m}/{yy} {H}:{M} - "),
    "es-MX": Locale("{d}/{m}/{y} {h}:{M} {ap} - ", "a.\u00a0m.", "p.\u00a0m."),
    "es-MX comma": Locale("{dd}/{mm}/{y}, {hh}:{M} {ap} - ", "a. m.", "p. m."),
    "es-CO ios": Locale("[{d}/{m}/{yy}, {h}:{M}:{S}\u202f{ap}] ", "a.\u00a0m.", "p.\u00a0m."),
    "ar digits": Locale("{d}\u200f/{m}\u200f/{y}، {h}:{M} {ap} - ", "ص", "م", "arab"),
    "ar latin": Locale("\u200f{d}/{m}/{y}, {h}:{M} {ap} - ", "ص", "م"),
    "ar ios": Locale("\u200f[{d}\u200f/{m}\u200f/{y}، {h}:{M}:{S}\u202f{ap}] ", "ص", "م", "arab"),
    "ar words": Locale("{dd}/{mm}/{y} {hh}:{M} {ap} - ", "صباحًا", "مساءً"),
    "fa": Locale("{y}/{m}/{d}،\u200f {H}:{M} - ", digits="pers"),
    "fa half-days": Locale("{y}/{m}/{d}, {h}:{M} {ap} - ", "ق.ظ.", "ب.ظ.", "pers"),
    "he": Locale("\u200f{d}.{m}.{y}, {H}:{M} - "),
    "mr": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "AM", "PM", "deva"),
    "mr words": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "म.पू.", "म.उ.", "deva"),
    "hi": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "am", "pm", "deva"),
    "hi words": Locale("{dd}/{mm}/{y}, {h}:{M} {ap} - ", "पूर्वाह्न", "अपराह्न"),
    "bn": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "AM", "PM", "beng"),
    "fr": Locale("{dd}/{mm}/{y} à {HH}:{M} - "),
    "fr comma": Locale("{dd}/{mm}/{y}, {HH}:{M} - "),
    "fr-CA": Locale("{yy}-{mm}-{dd} {HH}\u00a0h\u00a0{M} - "),
    "fr-CA ios": Locale("[{y}-{mm}-{dd} {HH}\u00a0h\u00a0{M}\u00a0min\u00a0{S}\u00a0s] "),
    "fi": Locale("{d}.{m}.{y} klo {H}.{M} - "),
    "fi ios": Locale("[{d}.{m}.{y} klo {H}.{M}.{S}] "),
    "ko": Locale("{y}. {m}. {d}. {ap} {h}:{M} - ", "오전", "오후"),
    "ko short ios": Locale("[{yy}. {m}. {d}. {ap} {h}:{M}:{S}] ", "오전", "오후"),
    "ko words": Locale("{y}년 {m}월 {d}일 {ap} {h}:{M} - ", "오전", "오후"),
    "zh": Locale("{y}/{m}/{d} {ap}{h}:{M} - ", "上午", "下午"),
    "zh periods": Locale("{y}/{m}/{d} {zh}{h}:{M} - "),
    "zh ios": Locale("[{y}/{m}/{d} {zh}{h}:{M}:{S}] "),
    "zh 24": Locale("{y}/{m}/{d} {HH}:{M} - "),
    "ja": Locale("{y}/{mm}/{dd}, {HH}:{M} - "),
    "ja half-days": Locale("{y}/{m}/{d} {ap}{h}:{M} - ", "午前", "午後"),
    "ja kanji": Locale("{y}年{m}月{d}日 {H}:{M} - "),
    "th": Locale("{d}/{m}/{by} {HH}:{M} - "),
    "th short": Locale("{d}/{m}/{byy} {HH}:{M} - "),
    "th ios": Locale("[{d}/{m}/{by} {HH}:{M}:{S}] "),
    "hu": Locale("{y}. {mm}. {dd}. {H}:{M} - "),
    "hu half-days": Locale("{y}. {mm}. {dd}., {ap} {h}:{M} - ", "de.", "du."),
    "lt": Locale("{y}-{mm}-{dd} {HH}:{M} - "),
    "sv": Locale("{y}-{mm}-{dd} {HH}:{M} - "),
    "sv ios": Locale("[{y}-{mm}-{dd}, {HH}:{M}:{S}] "),
    "sr": Locale("{d}.{m}.{yy}. {HH}:{M} - "),
    "bs": Locale("{d}. {m}. {y}. u {HH}:{M} - "),
    "de": Locale("{dd}.{mm}.{yy}, {HH}:{M} - "),
    "de word": Locale("{dd}.{mm}.{y}, {HH}:{M} Uhr - "),
    "de old ios": Locale("{dd}.{mm}.{yy}, {HH}:{M}:{S}: "),
    "pt": Locale("{dd}/{mm}/{y} {HH}:{M} - "),
    "pt word": Locale("{dd}/{mm}/{y} às {HH}:{M} - "),
    "it": Locale("{dd}/{mm}/{yy}, {HH}:{M} - "),
    "it ios": Locale("[{dd}/{mm}/{yy}, {HH}:{M}:{S}] "),
    "tr": Locale("{d}.{mm}.{y} {HH}:{M} - "),
    "tr half-days": Locale("{d}.{mm}.{y} {ap} {h}:{M} - ", "ÖÖ", "ÖS"),
    "pl": Locale("{d}.{mm}.{y}, {HH}:{M} - "),
    "bg": Locale("{d}.{mm}.{yy} г., {H}:{M} ч. - "),
    "el": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "π.μ.", "μ.μ."),
    "vi": Locale("{d}/{m}/{yy}, {h}:{M} {ap} - ", "SA", "CH"),
    "vi 24": Locale("{HH}:{M}, {dd}/{mm}/{y} - "),
    "vi turned": Locale("{h}:{M} {ap}, {d}/{m}/{y} - ", "SA", "CH"),
    "pt em": Locale("{dd}/{mm}/{y} em {HH}:{M} - "),
    "old ios": Locale("{d}. {m}. {y}. {HH}:{M}:{S} "),
    "old ios dots": Locale("{dd}.{mm}.{yy} {HH}.{M}.{S}: "),
    "mdy in brackets": Locale("[{mm}/{dd}/{yy} {HH}:{M}] "),
    "mdy 24": Locale("{mm}/{dd}/{yy}, {HH}:{M} - "),
    "ios dots mdy": Locale("[{mm}.{dd}.{yy} {HH}:{M}:{S}] "),
    "id": Locale("{dd}/{mm}/{yy} {HH}.{M} - "),
    "nl": Locale("{dd}-{mm}-{yy} {HH}:{M} - "),
    "nl ios": Locale("[{dd}-{mm}-{yy} {HH}:{M}:{S}] "),
    "da": Locale("{dd}.{mm}.{y} kl. {HH}.{M} - "),
    "y2/m/d": Locale("{yy}/{mm}/{dd}, {HH}:{M} - "),
    "seconds on android": Locale("{dd}/{mm}/{y}, {HH}:{M}:{S} - "),
    "no space after bracket": Locale("[{dd}/{mm}/{yy} {HH}:{M}:{S}]"),
    "en dash": Locale("{dd}/{mm}/{y}, {HH}:{M} – "),
    "embedding marks": Locale("\u202a{dd}/{mm}/{y}\u202c, {HH}:{M} - "),
    "marks around": Locale("\u200e\u200e[{dd}/{mm}/{yy},\u00a0{h}:{M}:{S}\u202f{ap}]\u200e ", "AM", "PM"),
    "am first": Locale("{d}/{m}/{y} {ap} {h}:{M} - ", "am", "pm"),
    "cs": Locale("{dd}.{mm}.{yy} {H}:{M} - "),
    "sq": Locale("{d}.{m}.{yy}, {h}:{M} {ap} - ", "e paradites", "e pasdites"),
    "ms": Locale("{d}/{mm}/{y}, {h}:{M} {ap} - ", "PG", "PTG"),
    "unknown words": Locale("{dd}/{mm}/{y}, {h}:{M} {ap} - ", "xäx", "yüy"),
}  # fmt: skip

SYSTEM = "Asha created group “Maths: club”", 'Ben Okoro changed the subject to "Maths: homework"', "You were added"


def chat(locale: Locale, seed: str, days: int = 75) -> tuple[str, list[tuple[datetime, str, str, str]]]:
    """A chat in a locale, and what must come out: (time, author, text, kind)."""
    chance = random.Random(seed)
    when = datetime(2023, 1, 28, 9, 0, 31 if locale.seconds else 0)
    text, expected = "", []
    end = when + timedelta(days=days)
    while when < end:
        if chance.random() < 0.06:
            body = chance.choice(SYSTEM)
            text += f"{locale.head(when)}{body}\n"
            expected.append((when, "", body, "system"))
        else:
            name, body = chance.choice(NAMES), chance.choice(BODIES)
            text += f"{locale.head(when)}{name}: {body}\n"
            expected.append((when, name, body, "text"))
        step = timedelta(minutes=chance.choice((0, 1, 7, 61, 295, 733)), seconds=chance.choice((0, 7)))
        when += step if locale.seconds else timedelta(minutes=step // timedelta(minutes=1))
    return text, expected


def one(text: str, name: str = "WhatsApp Chat with Maths.txt") -> Conversation:
    (found,) = read(text.encode(), name)
    assert isinstance(found, Conversation)
    assert found.source.format == "whatsapp"
    return found


@pytest.mark.parametrize("key", LOCALES)
def test_every_message_of_every_locale_comes_out_exactly(key: str) -> None:
    text, expected = chat(LOCALES[key], key)
    found = one(text)
    assert [(m.time, m.author, m.text, m.kind) for m in found.messages] == expected
    assert found.source.unread == ()
    assert found.source.lines == text.count("\n")


@pytest.mark.parametrize("key", LOCALES)
def test_a_locale_is_told_without_the_name_of_the_file(key: str) -> None:
    text, expected = chat(LOCALES[key], key, days=9)
    assert len(one(text, "chat.txt").messages) == len(expected)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(ends: str) -> None:
    text, expected = chat(LOCALES["de"], "ends")
    assert [m.text for m in one(text.replace("\n", ends)).messages] == [body for _, _, body, _ in expected]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_and_utf_16_are_read(encoding: str) -> None:
    text, expected = chat(LOCALES["ar digits"], "encoded")
    (found,) = read(text.encode(encoding), "chat.txt")
    assert isinstance(found, Conversation)
    assert [(m.time, m.author, m.text, m.kind) for m in found.messages] == expected


# ---------------------------------------------------------------- day or month


@pytest.mark.parametrize(
    ("dates", "order", "says"),
    [
        (("1/2/23", "3/2/23", "14/2/23"), "day/month/year", "1 date has a first number above 12"),
        (("2/1/23", "2/13/23", "2/14/23"), "month/day/year", "2 dates have a second number above 12"),
        (("2023/02/01", "2023/02/13"), "year/month/day", "1 date has a third number above 12"),
        (
            ("9/1/23", "10/1/23", "2/2/23"),
            "day/month/year",
            "only in this order the messages follow one another in time",
        ),
        (
            ("1/9/23", "1/10/23", "2/2/23"),
            "month/day/year",
            "only in this order the messages follow one another in time",
        ),
        (("1/2/23", "2/2/23", "3/2/23", "4/2/23", "5/2/23"), "day/month/year", "close together"),
        (("23/01/28", "23/01/29", "23/02/01"), "year/month/day", "above 12"),
    ],
)
def test_the_order_is_decided_from_all_dates_and_told_with_its_evidence(
    dates: tuple[str, ...], order: str, says: str
) -> None:
    found = one("".join(f"{date}, 21:15 - Ann: hi\n" for date in dates))
    assert found.source.notes[0].startswith(f"Dates were read as {order}: ")
    assert says in found.source.notes[0]


@pytest.mark.parametrize(
    ("line", "order", "month"),
    [
        ("1/2/23, 9:15\u202fPM - Ann: hi", "month/day/year", 1),
        ("01/02/23, 9:15 pm - Ann: hi", "day/month/year", 2),
        ("1.2.23, 21:15 - Ann: hi", "day/month/year", 2),
        ("[2023/1/2 下午9:15:00] Ann: hi", "year/month/day", 1),
    ],
)
def test_an_order_that_nothing_tells_is_assumed_and_said_to_be(line: str, order: str, month: int) -> None:
    found = one(line + "\n")
    assert found.source.notes[0].startswith(f"Dates were read as {order}: no date tells")
    assert "assumed, because" in found.source.notes[0]
    time = found.messages[0].time
    assert isinstance(time, datetime)
    assert time.month == month


def test_a_foreign_date_inside_a_message_stays_in_it() -> None:
    found = one(
        "28/01/2023, 21:15 - Ann: he wrote this:\n"
        "[1/27/23, 9:00:01 PM] Eve: are you there\n"
        "[1/27/23, 9:00:02 PM] Eve: ?\n"
        "[1/27/23, 9:00:09 PM] Eve: hello\n"
        "28/01/2023, 21:16 - Ben: ok\n"
        "28/01/2023, 21:17 - Ben: who is that\n"
        "28/01/2023, 21:18 - Ann: no idea\n"
    )
    assert [m.author for m in found.messages] == ["Ann", "Ben", "Ben", "Ann"]
    assert "Eve: hello" in found.messages[0].text
    assert any(note.startswith("3 lines look like") and "line 2" in note for note in found.source.notes)


def test_a_line_whose_date_does_not_exist_begins_no_message() -> None:
    found = one("28/01/2023, 21:15 - Ann: look\n45/99/2023, 21:16 - Eve: not a date\n29/01/2023, 21:15 - Ben: ok\n")
    assert [m.author for m in found.messages] == ["Ann", "Ben"]
    assert found.messages[0].text == "look\n45/99/2023, 21:16 - Eve: not a date"


def test_years_of_an_unknown_calendar_lose_no_message() -> None:
    found = one("۱۴۰۱/۱۱/۸،\u200f ۲۱:۱۵ - Ann: salam\n۱۴۰۱/۱۱/۹،\u200f ۲۱:۱۵ - Ben: hi\n")
    assert [(m.author, m.time) for m in found.messages] == [("Ann", None), ("Ben", None)]
    assert any("calendar" in note for note in found.source.notes)


# ---------------------------------------------------------------- half-days


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        ("12:05 AM", 0), ("12:05 PM", 12), ("1:05 am", 1), ("11:59 p. m.", 23), ("00:08 a. m.", 0), ("0:30 PM", 12),
        ("13:05 PM", 13), ("24:10", 0),
    ],
)  # fmt: skip
def test_hours(clock: str, hour: int) -> None:
    time = one(f"28/01/2023, {clock} - Ann: hi\n").messages[0].time
    assert isinstance(time, datetime)
    assert time.hour == hour


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        ("凌晨12:30", 0), ("凌晨3:30", 3), ("早上7:30", 7), ("中午12:30", 12), ("中午1:30", 13), ("晚上9:30", 21),
        ("रात 9:30", 21), ("रात 2:30", 2),
    ],
)  # fmt: skip
def test_parts_of_the_day(clock: str, hour: int) -> None:
    time = one(f"2023/1/28 {clock} - Ann: hi\n").messages[0].time
    assert isinstance(time, datetime)
    assert time.hour == hour


def test_unknown_half_days_are_told_from_the_order_and_said_to_be() -> None:
    found = one(chat(LOCALES["unknown words"], "unknown words")[0])
    assert any("order of the messages" in note for note in found.source.notes)


# ---------------------------------------------------------------- who wrote, and what kind it is


@pytest.mark.parametrize(
    ("rest", "author", "text", "kind"),
    [
        ("You were added", "", "You were added", "system"),
        ('Asha changed the subject to "Maths: club"', "", 'Asha changed the subject to "Maths: club"', "system"),
        ("Asha changed the subject to “Maths: club”", "", "Asha changed the subject to “Maths: club”", "system"),
        ("Asha changed the subject to «Maths: club»", "", "Asha changed the subject to «Maths: club»", "system"),
        ("Missed voice call", "", "Missed voice call", "call"),
        ("John Doe:.", "", "John Doe:.", "system"),
        ('Ben "Boz" Okoro: hi', 'Ben "Boz" Okoro', "hi", "text"),
        ("\u202a+91 98765 43210\u202c: hi", "+91 98765 43210", "hi", "text"),
        ("~\u202fAsha: hi", "~\u202fAsha", "hi", "text"),
        ("Ann: ", "Ann", "", "text"),
        ("Ann:", "Ann", "", "text"),
        ("Ann: <Media omitted>", "Ann", "<Media omitted>", "media"),
        ("Ann: \u200eimage omitted", "Ann", "image omitted", "media"),
        ("Ann: <Multimedia omitido>", "Ann", "<Multimedia omitido>", "media"),
        ("Ann: <Medien ausgeschlossen>", "Ann", "<Medien ausgeschlossen>", "media"),
        ("Ann: <मीडिया के बिना>", "Ann", "<मीडिया के बिना>", "media"),
        ("Ann: IMG-20230128-WA0001.jpg (file attached)", "Ann", "IMG-20230128-WA0001.jpg (file attached)", "media"),
        ("Ann: \u200e<attached: 00000042-PHOTO-2023-01-28-21-13-20.jpg>", "Ann",
         "<attached: 00000042-PHOTO-2023-01-28-21-13-20.jpg>", "media"),
        ("Ann: This message was deleted", "Ann", "This message was deleted", "deleted"),
        ("Ann: \u200eThis message was deleted.", "Ann", "This message was deleted.", "deleted"),
        ("Ann: Diese Nachricht wurde gelöscht.", "Ann", "Diese Nachricht wurde gelöscht.", "deleted"),
        ("Ann: haha <This message was edited>", "Ann", "haha <This message was edited>", "text"),
        ("Ann: \u200eMissed voice call, \u200eTap to call back", "Ann",
         "Missed voice call, \u200eTap to call back", "call"),
        ("Ann: voice call me when you are alone", "Ann", "voice call me when you are alone", "text"),
        ("Maths: \u200eMessages and calls are end-to-end encrypted. No one else can read them.", "",
         "Messages and calls are end-to-end encrypted. No one else can read them.", "system"),
        ("Ann: messages and calls are end-to-end encrypted, trust me", "Ann",
         "messages and calls are end-to-end encrypted, trust me", "text"),
    ],
)  # fmt: skip
def test_author_text_and_kind(rest: str, author: str, text: str, kind: str) -> None:
    found = one(f"28/01/2023, 21:15 - {rest}\n").messages[0]
    assert (found.author, found.text, found.kind) == (author, text, kind)


def test_words_below_a_deletion_marker_are_still_read() -> None:
    found = one("28/01/2023, 21:15 - Ann: This message was deleted\nbut it was not\n")
    assert (found.messages[0].kind, found.messages[0].text) == ("text", "This message was deleted\nbut it was not")


def test_a_caption_below_a_picture_stays_with_it() -> None:
    found = one("28/01/2023, 21:15 - Ann: IMG-1.jpg (file attached)\nlook at this\n")
    assert (found.messages[0].kind, found.messages[0].text) == ("media", "IMG-1.jpg (file attached)\nlook at this")


def test_the_owner_is_whoever_deleted_a_message_on_this_phone() -> None:
    found = one("28/01/2023, 21:15 - Ann: hi\n28/01/2023, 21:16 - Ben: You deleted this message\n")
    assert found.owner == "Ben"
    assert [(who.name, who.is_owner) for who in found.participants] == [("Ann", False), ("Ben", True)]


def test_the_owner_is_not_guessed_from_two() -> None:
    found = one(
        "28/01/2023, 21:15 - Ann: You deleted this message\n28/01/2023, 21:16 - Ben: You deleted this message\n"
    )
    assert found.owner is None


def test_lines_before_the_first_message_are_listed() -> None:
    found = one("exported by me\n\n28/01/2023, 21:15 - Ann: hi\n")
    assert [(part.where, part.reason) for part in found.source.unread] == [
        ("lines 1-2", "stands before the first message")
    ]


def test_broken_bytes_are_counted_and_the_rest_is_read() -> None:
    text = "".join(f"28/01/2023, 21:{n:02} - María: olé {n}\n" for n in range(30)).encode()
    (found,) = read(text.replace("olé 7".encode(), b"ol\xe9 7"), "chat.txt")
    assert isinstance(found, Conversation)
    assert found.messages[7].text == "ol\ufffd 7"
    assert any("1 line holds signs" in note and "8" in note for note in found.source.notes)


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("WhatsApp Chat with Maths club.txt", "Maths club"),
        ("WhatsApp_Chat_with_Maths_club.txt", "Maths club"),
        ("WhatsApp Chat - Ann.zip", "Ann"),
        ("Chat de WhatsApp con Ana (1).txt", "Ana"),
        ("Discussion WhatsApp avec Zoé.txt", "Zoé"),
        ("Чат WhatsApp с Дима.txt", "Дима"),
        ("Ayşe ile WhatsApp Sohbeti.txt", "Ayşe"),
        ("folder/_chat.txt", ""),
        ("my chat.txt", "my chat"),
    ],
)
def test_the_title_comes_from_the_name_of_the_file(name: str, title: str) -> None:
    assert whatsapp.title(name) == title


def test_the_zip_of_an_iphone_is_read_and_named() -> None:
    text, expected = chat(LOCALES["it ios"], "zip")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_chat.txt", text)
        packed.writestr("00000042-PHOTO-2023-01-28-21-13-20.jpg", b"\xff\xd8")
    (found,) = read(buffer.getvalue(), "WhatsApp Chat - Ann.zip")
    assert isinstance(found, Conversation)
    assert found.title == "Ann"
    assert [(m.time, m.author, m.text, m.kind) for m in found.messages] == expected
    assert not any("archive" in note for note in found.source.notes)


def test_progress_reaches_its_end_and_never_goes_back() -> None:
    seen: list[tuple[int, int]] = []
    data = chat(LOCALES["de"], "progress", days=900)[0].encode()
    read(data, "chat.txt", progress=lambda done, total: seen.append((done, total)))
    assert len(seen) > 3
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {len(data)}
    assert seen[-1] == (len(data), len(data))


@pytest.mark.parametrize(
    "text",
    [
        "2023-01-28 21:15:00 INFO server: started\n2023-01-28 21:15:01 INFO server: ready\n",
        "2023-01-28 21:15:00,123 - root - INFO - started\n" * 3,
        "[2023-01-28 21:15:00] <ann> hello\n[2023-01-28 21:15:01] <ben> hi\n",
        "28/01/2023 to do: homework\n29/01/2023 to do: sleep\n",
        "time,author,text\n28/01/2023 21:15,Ann,hi\n",
    ],
)
def test_logs_and_lists_are_not_claimed(text: str) -> None:
    assert whatsapp.identify("notes.txt", text.encode()) is False


def test_no_line_can_be_made_that_takes_long() -> None:
    hard = ["1/" + "\u200e" * 50_000, " " * 100_000, "1" * 100_000, "[" * 100_000, "28/01/2023, " + "x " * 50_000]
    text = "28/01/2023, 21:15 - Ann: hi\n" + "\n".join(hard) + "\n"
    assert len(one(text).messages) == 1


def test_a_chat_of_nothing_but_text_is_unknown_to_whatsapp() -> None:
    assert whatsapp.identify("story.txt", b"Once upon a time\nthere was a chat\n") is False
    with pytest.raises(UnknownFormat):
        read(bytes(range(256)) * 9, "WhatsApp Chat with nobody.txt")


def test_the_table_of_words_has_no_word_with_two_meanings() -> None:
    known = markers()
    assert {"media", "deleted", "call"} == set(known.exact.values())
    assert len({text for text, kind in known.exact.items() if kind == "media" and text.startswith("<")}) >= 50
    assert known.half_day["오후"] == "pm"
    assert known.owners <= set(known.exact)
