"""Keep and tell: what is chosen comes back, what is not stays out; a file sent again gives the same as a paste."""

import io
import json
import re
import zipfile
from urllib.parse import quote, urlencode

import pytest
from tests.web.chats import CANARY, ONE, PASTE, TWO

from safelight.report import seal

FIELDS = {"text": PASTE}
RED = "isolation.secrecy_request"


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {info.filename: file.read(info).decode() for info in file.infolist()}


def as_file(client, address, data=ONE, **choices):
    headers = {"X-Name": quote("chat.jsonl"), "X-Choices": urlencode(choices)}
    return client.post(address, content=data, headers=headers)


def test_what_was_noticed_is_ticked_with_the_words_around_it(client):
    page = client.post("/k", data=FIELDS).text
    assert re.search(rf'name="t-0-{RED}" value="1" checked', page)
    ticked = re.findall(r'name="m-(\d+)" value="1" checked', page)
    assert "5" in ticked and "4" in ticked and "6" in ticked
    assert "<mark>dont tell your mum</mark>" in page or "dont tell your mum" in page


def test_a_stretch_that_is_added_is_ticked_next_time(client):
    talk = "".join(f"Kim: hello number {n}\nLee: ok {n}\n" for n in range(12)) + PASTE
    page = client.post("/k", data={"text": talk}).text
    gap = re.search(r'name="(g-1-\d+)"', page)[1]
    again = client.post("/k", data={"text": talk, "chosen": "1", gap: "1"}).text
    assert re.search(r'name="m-1" value="1" checked', again)
    assert "hello number 0" in again


def test_a_long_chat_kept_whole_stays_small_to_send(client):
    talk = "".join(f"Kim: hello number {n}\nLee: ok {n}\n" for n in range(500)) + PASTE
    gap = re.search(r'name="(g-1-\d+)"', client.post("/k", data={"text": talk}).text)[1]
    page = client.post("/k", data={"text": talk, "chosen": "1", gap: "1", "m-1005": "1"}).text
    assert re.search(rf'name="{gap}" value="1" checked', page)
    assert page.count('type="checkbox"') < 60
    told = client.post("/k/t", data={"text": talk, "chosen": "1", gap: "1", "m-1005": "1"}).text
    assert len(re.findall(r'name="[mg]-', told)) < 10
    files = opened(client.post("/k/z", data={"text": talk, "chosen": "1", gap: "1"}).content)
    assert "hello number 498" in files["notes.txt"]


def test_only_what_is_ticked_is_in_the_file(client):
    answer = client.post("/k/z", data={**FIELDS, "chosen": "1", "m-5": "1", f"t-0-{RED}": "1"})
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.zip"'
    files = opened(answer.content)
    assert CANARY in files["notes.txt"]
    assert "send me a pic" not in "".join(files.values())
    data = json.loads(files["notes.json"])
    assert [line["line"] for line in data["lines"]] == [5]
    assert [each["technique"] for each in data["noticed"]] == [RED]
    assert data["people"] == ["Robin", "Sam"]


def test_letters_stand_for_names(client):
    files = opened(client.post("/k/z", data={**FIELDS, "names": "letters"}).content)
    assert "Robin" not in "".join(files.values())


def test_a_file_sent_again_holds_the_same_words(client):
    sent = json.loads(opened(as_file(client, "/k/z").content)["notes.json"])
    pasted = json.loads(opened(client.post("/k/z", data=FIELDS).content)["notes.json"])
    assert [line["text"] for line in sent["lines"]] == [line["text"] for line in pasted["lines"]]
    assert sent["source"]["is"] == "file" and sent["source"]["name"] == "chat.jsonl"
    assert pasted["source"]["is"] == "text"
    assert sent["source"]["sha256"] != pasted["source"]["sha256"]
    second = json.loads(opened(as_file(client, "/k/z", TWO, chat="0").content)["notes.json"])
    assert len(second["lines"]) < len(sent["lines"])


def test_a_passphrase_locks_the_file(client):
    import pyrage

    answer = client.post("/k/z", data={**FIELDS, "pass": "four words are good"})
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.zip.age"'
    assert CANARY not in str(opened(pyrage.passphrase.decrypt(answer.content, "four words are good")).keys())
    short = client.post("/k/z", data={**FIELDS, "pass": "abc"})
    assert short.status_code == 400
    assert "This passphrase is short" in short.text


def test_without_the_extra_the_page_says_what_to_install(client, monkeypatch):
    monkeypatch.setattr(seal, "can_seal", lambda: False)
    page = client.post("/k", data=FIELDS).text
    assert 'name="pass"' not in page
    assert "pip install" in page
    assert client.post("/k/z", data=FIELDS).status_code == 200


def test_the_page_for_an_adult_begins_with_the_chosen_sentence(client):
    page = client.post("/k/t", data={**FIELDS, "hello": "3"}).text
    assert '<p class="first-sentence" dir="auto">I am afraid that you will be angry.' in page
    assert "thank you for telling me" in page
    assert "Leave them their phone." in page
    own = client.post("/k/t", data={**FIELDS, "hello": "own", "own": "Mum, <b>please</b> read this."}).text
    assert "Mum, &lt;b&gt;please&lt;/b&gt; read this.</p>" in own


def test_only_chosen_words_are_on_the_page_for_an_adult(client):
    page = client.post("/k/t", data={**FIELDS, "chosen": "1", "m-5": "1"}).text
    shown = page.split('class="card to-show"')[1].split("<form")[0]
    assert CANARY in shown
    assert "send me a pic" not in shown
    kept = client.post("/k/t", data={**FIELDS, "save": "1"})
    assert kept.headers["content-disposition"] == 'attachment; filename="notes.html"'
    assert kept.text.startswith("<!doctype html>")


def test_a_carer_is_given_other_first_sentences(client):
    page = client.post("/k/t?w=carer", data=FIELDS).text
    assert "I would like your advice about messages that a young person got." in page


def test_sheets_are_filled_with_what_is_known(client):
    text = PASTE + "Robin: or write to robin@mail.example or https://robin.example/x\n"
    page = client.post("/k/r?c=US", data={"text": text, "me": "1", "chosen": "1", "m-10": "1", f"t-0-{RED}": "1"}).text
    sheet = page.split('id="cybertipline-us-heading"')[1].split("</section>")[0]
    assert "Asks for a secret" in sheet
    assert ">Robin</bdi>" in sheet and ">Sam</bdi>" not in sheet
    assert "email: robin@mail.example" in sheet
    assert "https://robin.example/x" in sheet
    assert "For you to fill in" in sheet
    assert "Not yet checked by a person." in sheet
    assert "Do not add pictures" in page


def test_blank_sheets_need_no_chat(client):
    page = client.get("/k/r?c=IN").text
    assert "National Cyber Crime Reporting Portal" in page
    assert 'class="known"' not in page
    assert "CyberTipline" not in page


def test_a_word_of_the_reader_is_carried_and_taken_back(client):
    said = client.post("/look", data={**FIELDS, "say": f"joke-0-{RED}"}).text
    assert "What you said about it" in said
    assert hidden(said)[f"j-0-{RED}"] == "joke"
    kept = client.post("/k", data={**FIELDS, f"j-0-{RED}": "joke"}).text
    assert hidden(kept)[f"j-0-{RED}"] == "joke"
    files = opened(client.post("/k/z", data={**FIELDS, f"j-0-{RED}": "joke"}).content)
    assert json.loads(files["notes.json"])["said_by_the_reader"][0]["set_aside"] is True
    back = client.post("/look", data={**FIELDS, f"j-0-{RED}": "joke", "unsay": f"0-{RED}"}).text
    assert "What you said about it" not in back


def test_a_word_about_a_file_is_said_with_the_file(send):
    page = send(ONE, say=f"normal-0-{RED}")
    assert "normal between you, you say" in page


@pytest.mark.parametrize("value", ["joke", "joke-", "joke-99-x", "joke--1-x", "x-0-y", "joke-0-" + RED + "x"])
def test_a_word_that_fits_nothing_changes_nothing(client, value):
    page = client.post("/look", data={**FIELDS, "say": value})
    assert page.status_code == 200
    assert "What you said about it" not in page.text


def test_the_language_and_the_acquaintance_are_taken_into_account(client):
    page = client.post("/look", data={**FIELDS, "in": "mis", "known": "1"}).text
    assert "There are no phrases for this language yet" in page
    assert re.search(r'<option value="mis" selected>', page)
    assert re.search(r'name="known" value="1" checked', page)
    known = client.post("/look", data={**FIELDS, "known": "1"}).text
    assert "You know this person" in known
    assert "From <bdi>Robin</bdi>" in known


def test_an_offer_can_be_kept_too(client):
    text = "Hostess in Dubai. We pay your flight and visa. No interview. WhatsApp only."
    fields = {"text": text, "kind": "offer"}
    assert "And now?" in client.post("/k", data=fields).text
    files = opened(client.post("/k/z", data=fields).content)
    assert json.loads(files["notes.json"])["lines"][0]["text"] == text


def test_what_cannot_be_read_is_told(client):
    assert client.post("/k", data={"text": " "}).status_code == 400
    assert as_file(client, "/k", b"").status_code == 400
    assert client.get("/k").status_code == 405


def test_a_list_of_files_names_the_file(send):
    page = send(ONE, name="mine.jsonl", listed="1")
    assert "mine.jsonl" in page
    assert re.search(r'<li data-level="\d">', page)
    assert CANARY not in page
