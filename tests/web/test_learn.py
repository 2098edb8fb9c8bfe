"""The rooms of the lessons, asked without a browser."""

import re

import pytest
from tests.lessons.walking import SLUGS, paths

from safelight.interfaces.web.recall import due
from safelight.lessons.load import lessons
from safelight.schema.errors import BadInput

FIRST = lessons()["move-to-another-app"]


def test_the_list_is_for_whoever_is_looking(client):
    for who, reader in (("", "young_person"), ("y15", "young_person"), ("carer", "carer"), ("teacher", "teacher")):
        text = client.get("/l", params={"w": who}).text
        # A grown-up for whom there is no lesson yet sees those of the young.
        reads = any(reader in one.readers for one in lessons().values())
        for one in lessons().values():
            fits = not reads or (reader in one.readers and (who != "y15" or "y15" in one.ages))
            assert bool(re.search(rf'href="/l/{one.number}\b', text)) == fits, (who, one.slug)


def test_everything_is_listed_when_asked(client):
    text = client.get("/l?w=carer&a=1").text
    assert all(f'href="/l/{one.number}?w=carer"' in text for one in lessons().values())


@pytest.mark.parametrize("slug", SLUGS)
def test_each_way_through_a_lesson_is_a_page(client, slug):
    one = lessons()[slug]
    for path in paths(slug)[:: max(1, len(paths(slug)) // 12)]:
        fields = {"p": "".join(map(str, path.choices)), **({"e": "1"} if path.skipped else {})}
        answer = client.get(f"/l/{one.number}", params=fields)
        assert answer.status_code == 200
        shown = re.findall(r'data-id="(\w+)"', answer.text)
        assert shown == [line.id for line in path.played.lines]
        assert 'id="after"' in answer.text


@pytest.mark.parametrize("asked", ["p=7", "p=00009", "p=012345678901234567890"])
def test_a_choice_that_is_not_there_is_told_kindly(client, asked):
    answer = client.get(f"/l/{FIRST.number}?{asked}")
    assert answer.status_code == 400
    assert "no such choice" in answer.text


def test_a_lesson_that_is_not_there(client):
    assert client.get("/l/998").status_code == 400


def test_letters_in_the_choices_are_no_choices(client):
    answer = client.get(f"/l/{FIRST.number}?p=<b>")
    assert answer.status_code == 200
    assert f'href="/l/{FIRST.number}?p=0#turn"' in answer.text


def test_before_it_begins_there_is_the_note_and_no_line(client):
    text = client.get(f"/l/{FIRST.number}").text
    assert FIRST.note in text
    assert "data-id" not in text


@pytest.mark.parametrize("language", ["es", "hi"])
def test_a_lesson_is_read_in_another_language(client, language):
    one = lessons(language)[FIRST.slug]
    text = client.get(f"/l/{FIRST.number}", params={"l": language, "e": "1"}).text
    assert one.title in text and one.title != FIRST.title
    assert f'lang="{language}"' in text
    assert one.words["end_fault"] in text.replace("&#34;", '"')


def test_what_the_browsers_player_gets(client):
    said = client.get(f"/l/{FIRST.number}/s", params={"l": "es"}).json()
    assert said["scene"]["inkVersion"] == 21
    assert said["people"]["kai"] == "Kai"
    assert said["words"]["end_fault"].startswith("Si te pasa")


def test_when_cards_come_again(client):
    seen = f"{FIRST.number}.0 20261124-3\n{FIRST.number}.1 20261124-1\n998.0 20261124-3\n"
    answer = client.post("/l/r", data={"seen": seen, "today": "20261124"}).json()
    assert [(each["id"], each["days"]) for each in answer] == [(f"{FIRST.number}.1", 1), (f"{FIRST.number}.0", 2)]
    assert answer[0]["says"] == "Again in 1 day"
    assert answer[1]["ask"] == FIRST.cards[0].ask
    later = client.post("/l/r", data={"seen": seen, "today": "20261201"}).json()
    assert {each["says"] for each in later} == {"Again today"}


def test_knowing_it_makes_the_pauses_longer():
    id_ = f"{FIRST.number}.0"
    first, second = due(f"{id_} 20261124-3", "en")[0], due(f"{id_} 20261124-3 20261126-3", "en")[0]
    forgot = due(f"{id_} 20261124-3 20261126-1", "en")[0]
    assert (first.day.day, first.day.month) == (26, 11)
    assert (second.day - first.day).days > 7
    assert (forgot.day - first.day).days == 1


@pytest.mark.parametrize(
    "seen", ["x", "2.0", "2.0 20261124-9", "2.0 20269999-3", "2.0 hello-3", "2.0 20261124-3\n" * 501]
)
def test_what_cannot_be_read_is_refused(seen):
    with pytest.raises(BadInput):
        due(seen, "en")


def test_a_bad_day_is_refused(client):
    assert client.post("/l/r", data={"seen": "", "today": "soon"}).status_code == 400


def test_the_pages_set_no_cookie_and_their_head_says_no_topic(client):
    for address in ("/l", f"/l/{FIRST.number}", f"/l/{FIRST.number}?p=0"):
        answer = client.get(address)
        assert "set-cookie" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"
        assert "<title>Notes</title>" in answer.text


def test_the_debrief_is_set_apart(client):
    text = client.get(f"/l/{FIRST.number}?e=1").text
    apart = re.findall(r'class="said teller out[^"]*" data-id="(\w+)"', text)
    assert apart[0] == "end_out" and "end_fault" in apart
