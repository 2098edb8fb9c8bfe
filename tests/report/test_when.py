from datetime import UTC, datetime, timedelta

from tests.report.examples import LINES, chat

from safelight.locales.load import translator
from safelight.report.when import Detail, detail, moment
from safelight.schema.items import Conversation, Message

EN = translator("en")


def test_a_time_is_said_in_words():
    assert moment(datetime(2026, 11, 3, 14, 2), EN) == "Tue 3 Nov 2026, 14:02"
    assert moment("2026-11-03T14:02:00+05:30", EN, Detail.DAY) == "Tue 3 Nov, 14:02"
    assert moment(datetime(2026, 11, 3, 4, 2, tzinfo=UTC), EN, Detail.WEEKDAY) == "Tue 04:02"


def test_a_time_that_cannot_be_read_is_shown_as_it_was_written():
    assert moment("yesterday\x1b[31m at noon", EN) == "yesterday at noon"
    assert moment(None, EN) == ""


def lasting(days):
    start = datetime(2026, 12, 28)
    return Conversation((Message("a", "x", start), Message("b", "y", None), Message("a", "z", start + timedelta(days))))


def test_a_date_is_as_long_as_it_must_be_to_be_clear():
    assert detail(chat(LINES)) is Detail.WEEKDAY
    assert detail(lasting(6)) is Detail.WEEKDAY
    assert detail(lasting(-7)) is Detail.DAY
    assert detail(lasting(7)) is Detail.YEAR
    assert detail(Conversation(())) is Detail.WEEKDAY
