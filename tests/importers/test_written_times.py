"""Times as people and tables write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safelight.importers.written_times import Vote, parse, vote, words

NOON = datetime(2024, 3, 12, 10, 32)


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2024 10:32", "12.03.24, 10:32", "12-3-2024 10:32:00", "2024/03/12 10:32", "2024-03-12T10:32:00",
        "10:32, 12/3/2024", "12 March 2024 at 10:32", "March 12th, 2024 10:32 AM", "Tue, 12 Mar 2024 10:32",
        "12 de marzo de 2024 10:32", "12. März 2024 um 10:32", "2024年3月12日 上午10:32", "१२/०३/२०२४ १०:३२",
        "12/03/2567 10:32", "12/03/2024 10:32 a. m.",
    ],
)  # fmt: skip
def test_forms_of_one_moment(text: str) -> None:
    assert parse(text) == NOON


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2024-03-12 10:32:00 UTC", UTC), ("12 Mar 2024 10:32:00 GMT", UTC), ("2024-03-12T10:32:00Z", UTC),
        ("Tue, 12 Mar 2024 10:32:00 +0530", timezone(timedelta(hours=5, minutes=30))),
        ("12/03/2024 10:32 -08:00", timezone(-timedelta(hours=8))),
    ],
)  # fmt: skip
def test_a_named_zone_makes_the_time_aware(text: str, zone: timezone) -> None:
    assert parse(text) == NOON.replace(tzinfo=zone)


@pytest.mark.parametrize(("text", "hour"), [
    ("12/3/24 12:05 AM", 0), ("12/3/24 12:05 PM", 12), ("12/3/24 1:05 p. m.", 13), ("12/3/24 下午1:05", 13),
    ("12/3/24 13:05", 13),
])  # fmt: skip
def test_half_days(text: str, hour: int) -> None:
    found = parse(text)
    assert found is not None
    assert (found.hour, found.minute) == (hour, 5)


@pytest.mark.parametrize(
    "text", ["", "10:32", "Today at 10:32", "soon", "12 March 10:32", "31/31/2024", "99:99 12/3/2024", "x" * 200]
)
def test_what_tells_no_full_date_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(("texts", "order", "why"), [
    (["12/03/2024", "13/03/2024"], "dmy", "1 of 2"),
    (["03/12/2024", "03/13/2024"], "mdy", "1 of 2"),
    (["24/03/12", "45/03/13"], "ymd", "1 of 2"),
    (["01/11/2024", "02/01/2024", "01/01/2025"], "mdy", "follow one another"),
    (["05/05/2024", "05/05/2024"], "dmy", "guess"),
])  # fmt: skip
def test_all_dates_vote_on_the_order(texts: list[str], order: str, why: str) -> None:
    found = vote(texts)
    assert found.order == order
    assert why in found.note


@pytest.mark.parametrize("texts", [[], ["2024-03-12"], ["10:32", "soon"]])
def test_dates_that_need_no_vote_need_no_note(texts: list[str]) -> None:
    assert vote(texts) == Vote()


@given(st.datetimes(datetime(1990, 1, 1), datetime(2068, 1, 1)), st.sampled_from(["dmy", "mdy"]))
def test_numbers_are_read_in_the_order_asked(moment: datetime, order: str) -> None:
    moment = moment.replace(microsecond=0)
    text = moment.strftime("%d/%m/%Y %H:%M:%S" if order == "dmy" else "%m/%d/%y %I:%M:%S %p")
    assert parse(text, order) == moment  # type: ignore[arg-type]


@given(st.text(max_size=90))
def test_no_text_crashes_it(text: str) -> None:
    parse(text)
    vote([text])


def test_the_words_hold_twelve_months_in_every_language() -> None:
    assert set(words().months.values()) == set(range(1, 13))
