from dataclasses import replace

from tests.report.examples import assessment, chat, draft, quiet_assessment

from safelight.locales.load import translator
from safelight.report.timeline import STOPS_DRAWN, timeline
from safelight.schema.assessments import Level, Moment

EN = translator("en")


def test_one_row_per_trick_by_first_use_with_places_from_zero_to_one():
    conversation = chat()
    found = timeline(conversation, assessment(conversation), EN)
    assert [len(row.points) for row in found.rows] == [1, 2, 1]
    assert [point.at for row in found.rows for point in row.points] == [2 / 9, 4 / 9, 6 / 9, 8 / 9]
    assert (found.start, found.end) == ("message 1, Tue 14:02", "message 10, Tue 14:11")


def test_where_the_level_rose():
    conversation = chat()
    found = timeline(conversation, assessment(conversation), EN)
    assert [(rise.level, rise.label) for rise in found.rises] == [
        (Level.NOTICE, "message 5, Tue 14:06"),
        (Level.CONCERN, "message 9, Tue 14:10"),
    ]


def test_a_level_that_falls_is_no_rise():
    conversation = chat()
    levels = (Level.CONCERN, Level.NOTICE, Level.CONCERN)
    moments = tuple(Moment(number, "Kai", "trust.flattery", level) for number, level in enumerate(levels))
    found = timeline(conversation, replace(assessment(conversation), timeline=moments), EN)
    assert [rise.level for rise in found.rises] == [Level.CONCERN]


def test_a_stop_for_each_message_with_something_new_and_what_lies_between():
    conversation = chat()
    found = timeline(conversation, assessment(conversation), EN)
    assert [(stop.who, len(stop.tricks), stop.after) for stop in found.stops] == [
        ("Kai", 1, 2),
        ("Kai", 1, 1),
        ("Kai", 1, 3),
    ]
    assert [bool(stop.rises) for stop in found.stops] == [False, True, True]
    assert found.rest == 1


def test_the_table_holds_rows_that_the_drawing_has_no_room_for():
    conversation = chat()
    moments = tuple(
        Moment(number % 10, f"p{number}", "trust.flattery", Level.NOTICE) for number in range(STOPS_DRAWN + 3)
    )
    found = timeline(conversation, replace(assessment(conversation), timeline=moments), EN)
    assert (len(found.drawn), len(found.stops), len(found.rows)) == (STOPS_DRAWN, STOPS_DRAWN + 3, STOPS_DRAWN + 3)


def test_nothing_to_lay_out_gives_none():
    item, given = draft()
    assert timeline(item, given, EN) is None
    assert timeline(chat(), quiet_assessment(), EN) is None


def test_one_message_alone_is_no_division_by_zero():
    conversation = chat((("Kai", "this is our secret ok"),))
    moments = (Moment(0, "Kai", "isolation.secrecy_request", Level.NOTICE),)
    found = timeline(conversation, replace(assessment(chat()), timeline=moments), EN)
    assert found.rows[0].points[0].at == 0
