"""What words on signs give away, and ordinary words that give nothing away."""

import pytest
from tests.tone.lint import Text, banned, too_hard, too_long

from safelight.media.see_signs import kinds, signs

FIRES = {
    "school": ["ST MARY'S SCHOOL", "Greenfield Primary School", "Delhi Public School", "Kendriya Vidyalaya No. 2",
               "Goethe-Gymnasium", "Colegio San Martin", "Lincoln High School", "Oakwood Academy"],
    "class": ["Class 8B", "GRADE 7", "Klasse 6a", "Class of 2028", "Std VII", "Timetable"],
    "street": ["MAPLE ROAD", "14 Hill Street", "Lindenstraße 12", "M.G. Marg", "Rue de la Paix", "Calle Mayor 4",
               "Flat 12", "Park Ave", "Church Lane N"],
    "postcode": ["SW1A 1AA", "Springfield, IL 62704", "10115 Berlin", "Pune 411038", "Pincode 411 038",
                 "Welcome to Milltown"],
    "plate": ["DL 3C AB 1234", "MH12AB1234", "AB12 CDE", "B-MW 1234", "GA-123-BC"],
    "team": ["Riverside FC", "TSV Neustadt", "Hill Valley Cricket Club", "Lions U14", "Under 12 girls squad"],
    "ticket": ["BOARDING PASS", "PNR 8X3KQ", "Gate 4 Seat 12A", "E-Ticket", "Booking ref. 77120"],
    "document": ["PASSPORT", "Date of birth", "Student ID", "1234 5678 9012", "Blood group O+", "Roll no 23"],
    "screen": ["WiFi password: tiger", "Logged in as mia", "mia@example.org", "OTP is 482913"],
    "place": ["Central Station", "City Hospital", "Bus stop Park Lane", "Haltestelle Rathaus", "Blue Moon Café"],
}  # fmt: skip
QUIET = [
    "JUST DO IT", "happy birthday", "I love pizza", "old school", "Back to school", "road trip", "No entry", "SALE 50%",
    "first class", "street food", "PlayStation", "Manchester United", "Hollywood Road movie night", "we are so close",
    "Best dad ever", "open 9 to 5", "size M", "2026", "10:42", "made in Italy", "hello", "Abbey Road", "hard drive",
    "keep calm", "to be continued", "AT 12 PM 1234", "Level 8", "Player 1", "coffee", "no parking", "exit",
    "school bus", "world class", "year 2026", "page 57", "driving school", "beauty school", "United States",
    "FC Barcelona", "Call 07700 900123", "Order 123456", "score 482913", "482913",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in FIRES.items() for line in lines])
def test_it_fires(kind, line):
    assert kind in {each.kind for each in signs([line])}


@pytest.mark.parametrize("line", QUIET)
def test_it_is_quiet(line):
    assert signs([line]) == ()


def test_every_kind_has_its_cases():
    assert {kind.id for kind in kinds()} == set(FIRES)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
def test_what_is_shown_is_said_kindly(kind):
    text = Text(kind.id, kind.says)
    assert [*banned(text), *too_long(text), *too_hard(text)] == []


def test_the_line_is_pointed_at():
    assert [(each.kind, each.line) for each in signs(["hello", "MAPLE ROAD", "x"])] == [("street", 1)]


@pytest.mark.parametrize("line", ["", " ", "x", "a " * 5000, "ß" * 59, "1" * 60, "\0\n", "-" * 60, "a’" * 30])
def test_no_line_takes_long_or_breaks_it(line):
    signs([line])
