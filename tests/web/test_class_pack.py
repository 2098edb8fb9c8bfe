"""The teacher's pack: an hour of 45 minutes each, slides, a quiz, and totals that are drawn and forgotten."""

import html
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from safelight.interfaces.web import class_totals
from safelight.lessons.class_pack import HOUR, pack, plan
from safelight.lessons.load import lessons

YOUNG = [each for each in lessons().values() if "young_person" in each.readers]
ADULTS = [each for each in lessons().values() if each not in YOUNG]
TOTALS = {"size": "24"} | {f"{when}-{at}": str(5 + at) for when in "ba" for at in range(len(pack().questions))}


@pytest.fixture
def shown(client):
    def send(path, fields=None):
        answer = client.get(path) if fields is None else client.post(path, data=fields)
        assert answer.status_code == 200
        return html.unescape(answer.text)

    return send


@pytest.mark.parametrize("lesson", YOUNG, ids=lambda lesson: lesson.slug)
def test_the_hour_is_filled(lesson):
    parts = list(plan(lesson))
    assert parts[0][0] == 0 and parts[-1][1] == HOUR
    assert all(end - start >= 3 for start, end, _ in parts)
    assert all(first[1] == second[0] for first, second in pairwise(parts))


@pytest.mark.parametrize("lesson", YOUNG, ids=lambda lesson: lesson.slug)
def test_each_lesson_has_its_pages(shown, lesson):
    one = shown(f"/y/{lesson.number}?w=teacher")
    assert "If a pupil tells you something" in one and "40–45" not in one and "–45" in one
    slides = shown(f"/y/{lesson.number}/s?c=IN")
    assert "You can step out at any time" in slides and "It is not your fault" in slides and "1098" in slides
    assert all(each in slides for each in lesson.practise)
    quiz = shown(f"/y/{lesson.number}/q")
    for card in lesson.cards:
        assert card.ask in quiz.partition("Answers to talk about")[0]
        assert card.answer in quiz.partition("Answers to talk about")[2]


def test_lessons_for_adults_have_none(client):
    assert ADULTS
    for each in ADULTS:
        assert client.get(f"/y/{each.number}").status_code == 400
        assert f'href="/y/{each.number}"' not in client.get("/y").text


def test_what_a_pupil_tells_is_not_promised_to_be_kept(shown):
    told = " ".join(pack().told)
    for words in ("not your fault", "Do not promise", "Do not look at pictures", "The phone stays", "same day"):
        assert words in told


def test_totals_are_drawn_with_a_table(shown):
    text = shown("/y/2/n", TOTALS | {"a-0": "24"})
    drawing = ET.fromstring(re.search(r'<svg class="bars".*?</svg>', text, re.DOTALL)[0])
    widths = [int(each.get("width")) for each in drawing.iter("rect")]
    assert len(widths) == 2 * len(pack().questions)
    assert widths[1] == max(widths) and widths[0] == round(widths[1] * 5 / 24)
    assert text.count("<tr>") == 1 + len(pack().questions) and "<td>24</td>" in text
    assert "<svg" not in re.sub(r"<header.*?</header>", "", shown("/y/2/n"), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"size": "4"}, "With fewer than five"),
        ({"size": "6"}, "A number is missing"),
        ({"b-0": ""}, "A number is missing"),
        ({"a-1": "many"}, "A number is missing"),
        ({"a-1": "-3"}, "A number is missing"),
        ({"size": "9999"}, "A number is missing"),
    ],
)
def test_what_cannot_be_drawn_is_said(shown, change, says):
    text = shown("/y/2/n", TOTALS | change)
    assert says in text and 'class="bars"' not in text


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "401", "٣٠٠٠", "²"])
def test_no_number(text):
    assert class_totals.number(text) is None


def test_names_have_no_field(shown):
    fields = set(re.findall(r'<input[^>]* name="([^"]+)"', shown("/y/2/n")))
    assert fields == set(TOTALS)


def test_the_learn_page_leads_to_all_four(shown):
    text = shown("/l?w=teacher")
    assert "To do and to print" in text
    assert all(f'href="/{letter}?w=teacher"' in text for letter in "dgvy")
