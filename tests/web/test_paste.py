import re
from html import unescape

import pytest
from tests.web.chats import CANARY, NO_NAMES, PASTE

from safelight.interfaces.web.who import LINES_SHOWN, again, talk
from safelight.locales.load import translator

EN = translator("en")


def authors(said):
    return [message.author for message in said.conversation(EN).messages]


def test_a_paste_is_guessed_and_shown_as_a_list_to_correct(client):
    page = client.post("/who", data={"text": PASTE}).text
    assert page.count('<li class="line ') == 9
    assert 'value="Robin"' in page
    assert CANARY in page


def test_without_names_the_page_says_that_it_guesses(client):
    page = client.post("/who", data={"text": NO_NAMES}).text
    assert "This is only a guess: please correct it." in page
    assert "Read it again" in page


def test_the_result_says_what_was_noticed(client):
    answer = client.post("/look", data={"text": PASTE, "me": "1"})
    assert answer.status_code == 200
    assert "From <bdi>Robin</bdi>" in answer.text
    assert "Asks for a secret" in answer.text
    assert "Sam (you)" in answer.text


def test_a_line_can_be_given_to_another_person():
    said = talk({"text": PASTE, "line-3": "1", "line-5": "-"})
    assert authors(said) == ["Robin", "Sam", "Sam", "Sam", "", "Sam", "Robin", "Sam", "Robin"]


def test_a_person_can_be_renamed_and_two_can_be_one():
    assert set(authors(talk({"text": PASTE, "name-0": "Alex"}))) == {"Alex", "Sam"}
    assert set(authors(talk({"text": PASTE, "name-0": "Sam"}))) == {"Sam"}


def test_a_person_who_was_not_found_can_be_added():
    assert authors(talk({"text": PASTE, "line-1": "2", "name-2": "Leo"}))[0] == "Leo"
    assert authors(talk({"text": PASTE, "line-1": "2"}))[0] == "Someone else"


def test_nonsense_in_the_fields_counts_as_not_sent():
    said = talk(
        {"text": PASTE, "line-1": "99", "line-2": "x", "line-4": "²", "line-999": "1", "name-0": "  ", "me": "77"}
    )
    assert authors(said) == authors(talk({"text": PASTE}))
    assert said.owner() == ""


def test_only_what_was_changed_travels_on():
    fields = {"text": PASTE, "me": "1", **{f"line-{number}": str((number + 1) % 2) for number in range(1, 10)}}
    assert talk(fields).carried() == {"text": PASTE}
    changed = talk(fields | {"line-3": "-", "name-1": "Kim"})
    assert changed.carried() == {"text": PASTE, "line-3": "-", "name-1": "Kim"}
    assert authors(talk(changed.carried())) == authors(changed)


def test_a_name_that_is_none_is_read_again():
    text = "Fortnite: remember this\nRobin: hey\nSam: hi\nRobin: ok\nFortnite: and this\nSam: yes\n"
    first = talk({"text": text})
    assert "Fortnite" in first.names
    anew = again({"text": text, f"wrong-{first.names.index('Fortnite')}": "1"})
    assert "Fortnite" not in anew.names
    assert "Fortnite" not in talk(anew.carried()).names


def test_a_missing_name_leads_back_to_the_question(client):
    page = client.post("/look", data={"text": PASTE, "missing": "Kai"}).text
    assert "Who said what?" in page


def test_a_long_chat_is_listed_in_part_and_looked_at_whole(client):
    text = PASTE * 60
    page = client.post("/who", data={"text": text}).text
    assert page.count('<li class="line ') == LINES_SHOWN
    assert f"… and {9 * 60 - LINES_SHOWN} more messages" in page
    assert f"{9 * 60} messages" in client.post("/look", data={"text": text}).text


def test_the_text_comes_back_unchanged_for_each_next_step(client):
    text = "Robin: <b>\"hi\"</b> &amp;\n\n\nSam: a\u00a0b  c\nRobin: ok\nSam: 'x'\n"
    page = client.post("/who", data={"text": text}).text
    [carried] = set(re.findall(r'<input type="hidden" name="text" value="(.*?)">', page, flags=re.DOTALL))
    assert unescape(carried) == text
    home = client.post("/n", data={"text": text}).text
    assert unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", home, flags=re.DOTALL).group(1)) == text


@pytest.mark.parametrize("address", ["/who", "/look"])
def test_an_empty_paste_is_an_error_with_a_code_and_a_next_step(client, address):
    answer = client.post(address, data={"text": " \n "})
    assert answer.status_code == 400
    assert "SL104" in answer.text
    assert "What you can do:" in answer.text
    assert 'id="paste-form"' in answer.text


def test_an_error_keeps_what_was_typed(client, monkeypatch):
    from safelight.interfaces.web import who
    from safelight.schema.errors import DamagedFile

    def damaged(*_args, **_options):
        raise DamagedFile("It cannot be read", where="line 3", fix="Copy it again.")

    monkeypatch.setattr(who, "guess", damaged)
    answer = client.post("/look", data={"text": PASTE, "w": "carer"})
    assert answer.status_code == 400
    assert "SL103" in answer.text
    assert "line 3" in answer.text
    assert CANARY in answer.text
    assert '<option value="carer" selected>' in answer.text


def test_the_audience_and_the_country_change_the_advice(client):
    young = client.post("/look", data={"text": PASTE}).text
    carer = client.post("/look", data={"text": PASTE, "w": "carer", "c": "IN"}).text
    assert "1098" in carer
    assert "1098" not in young
    assert "the young person’s fault" in carer


def test_unknown_choices_are_not_an_error(client):
    answer = client.post("/look", data={"text": PASTE, "w": "moderator", "c": "../x", "chat": "1e9"})
    assert answer.status_code == 200


def test_a_page_can_be_kept_with_or_without_the_words(client):
    answer = client.post("/page", data={"text": PASTE})
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.html"'
    assert answer.text.startswith("<!doctype html>")
    assert "dont tell" in answer.text
    assert "dont tell" not in client.post("/page", data={"text": PASTE, "without_words": "1"}).text


def test_the_example_shows_a_result(client):
    page = client.post("/example").text
    assert 'class="report"' in page
    assert "From <bdi>Robin</bdi>" in page


def test_markup_in_a_chat_stays_text(client):
    evil = "<script>alert(1)</script>"
    text = f"{evil}: hi there\nSam: {evil}\n{evil}: dont tell your mum {evil}\nSam: ok\n"
    for address in ("/who", "/look"):
        assert evil not in client.post(address, data={"text": text}).text
