"""The family agreement and the card with three adults: what was chosen stands on the sheet, and nowhere else."""

import html
import re

import pytest

from safelight.lessons.promises import SIDES, agreement, card

FIRST = agreement()


@pytest.fixture
def shown(client):
    def send(path, fields=None):
        answer = client.get(path) if fields is None else client.post(path, data=fields)
        assert answer.status_code == 200
        return html.unescape(answer.text)

    return send


def sheet(text):
    return text.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize("who", ["", "y9", "y15", "carer", "teacher"])
def test_the_first_promise_is_that_the_device_stays(shown, who):
    text = sheet(shown(f"/g?w={who}", {"made": "1"}))
    lists = re.findall(r'<ol class="promises">\s*<li class="first">([^<]*)</li>', text)
    assert lists == [FIRST.first_carer, FIRST.first_young]
    assert "do not take your device away" in FIRST.first_carer


def test_no_field_takes_the_first_promise_off(shown):
    names = set(re.findall(r'name="(p-[^"]+)"', shown("/g")))
    assert names == {f"p-{each.side}-{each.id}" for each in FIRST.promises}
    assert "first" not in {each.id for each in FIRST.promises}


def test_what_was_chosen_stands_on_the_sheet(shown):
    chosen = {
        "made": "1",
        "p-carer-listen": "on",
        "own-young": "I feed the cat.\r\n\r\nI <b>sing</b>.",
        "name-young": "K",
    }
    raw = shown("/g", chosen)
    text = sheet(raw)
    assert "I listen first, and I stay calm." in text and "I feed the cat." in text and "K promises" in text
    assert "I ask you before I post a picture of you." not in text
    assert text.count("<li>") == 3
    back = shown("/g", chosen | {"made": "0"})
    assert "I feed the cat." in back and 'name="p-carer-listen" checked' in back
    assert 'name="p-carer-thank" checked' not in back
    assert "I feed the cat." not in shown("/g")


def test_own_lines_are_escaped_and_bounded(client):
    text = client.post("/g", data={"made": "1", "own-carer": "<script>x</script>\n" + "y" * 900 + "\nz" * 50}).text
    assert "<script>x" not in sheet(text) and "&lt;script&gt;" in sheet(text)
    assert "y" * 300 in sheet(text) and "y" * 301 not in sheet(text)
    assert sheet(text).count("<bdi>") == 10


def test_the_wording_follows_who_looks(shown):
    assert "My grown-up promises" in shown("/g?w=y12")
    assert "The grown-up promises" in sheet(shown("/g?w=y12", {"made": "1"}))
    assert "The young person promises" in shown("/g?w=carer")


def test_both_sides_have_enough_to_choose():
    for side in SIDES:
        assert len(FIRST.of(side)) >= 6 and sum(each.usual for each in FIRST.of(side)) >= 3


def test_the_card_holds_the_three_and_a_number_of_the_country(shown):
    fields = {"made": "1", "who-1": "Aunt R", "kind-1": "family", "reach-1": "next door", "say": "scared", "c": "IN"}
    text = sheet(shown("/v", fields | {"b-later": "on"}))
    assert "Aunt R · A grandparent, aunt, uncle or grown-up cousin" in text and "next door" in text
    assert "Someone online scares me." in text and "1098" in text
    assert "when can we talk?" in text and "I try the next one" not in text
    assert text.count('class="blank"') == 2


def test_own_words_come_before_the_chosen_ones(shown):
    text = sheet(shown("/v", {"made": "1", "say": "scared", "own": "Have you got a minute?"}))
    assert "Have you got a minute?" in text and "scares me" not in text


@pytest.mark.parametrize("country", ["", "US", "GB", "DE", "BR", "SE"])
def test_every_country_has_somebody_on_the_card(shown, country):
    text = sheet(shown("/v", {"made": "1", "c": country}))
    assert re.search(r'<bdi dir="ltr">[^<]+</bdi>', text)


def test_the_form_keeps_what_was_chosen_when_changed(shown):
    back = shown("/v", {"made": "0", "who-2": "T", "kind-2": "school", "say": "show", "c": "IN"})
    assert 'value="T"' in back and 'value="school" selected' in back and 'value="show" checked' in back
    assert len(card().sentences) >= 4 and 'value="IN" selected' in back


@pytest.mark.parametrize("fields", [{"kind-1": "nobody"}, {"say": "x"}, {"who-1": "\x1b[31m"}, {"c": "zz"}])
def test_what_is_unknown_counts_as_not_said(shown, fields):
    assert "I can tell" in shown("/v", {"made": "1"} | fields)
