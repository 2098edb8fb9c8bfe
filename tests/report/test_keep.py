"""What is kept: the chosen parts and no more, names or letters, the source's fingerprint, the same bytes each time."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest
from tests.report.examples import CANARY, LINES, assessment, chat, draft

from safelight.locales.load import translator
from safelight.report import keep, keep_files, seal
from safelight.schema.errors import BadInput, MissingExtra
from safelight.schema.judgements import Judgement, Reconsidered

EN = translator("en")
SECRET, PICTURE = ("Kai", "isolation.secrecy_request"), ("Kai", "sexualization.image_request")


def said(conversation, *aside):
    whole = len(conversation.messages) == len(LINES)
    found = assessment(chat()) if whole else replace(assessment(chat()), findings=(), timeline=())
    return Reconsidered(found, found, aside)


def record(conversation=None, lines=(5, 6, 7), tricks=(SECRET,), letters=False, aside=(), data=b"x", name="chat.txt"):
    conversation = conversation or chat()
    choice = keep.Choice(frozenset(lines), frozenset(tricks), letters)
    source = keep.source(data, name)
    return keep.record(conversation, said(conversation, *aside), choice, source, EN, version="9.9")


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {info.filename: file.read(info) for info in file.infolist()}


def test_usually_what_was_noticed_is_kept_with_one_line_around():
    conversation = chat()
    assert keep.usual(conversation, said(conversation)) == frozenset(range(2, 11))
    assert keep.usual(conversation, said(conversation), around=0) == {3, 5, 7, 9}


def test_only_the_chosen_lines_and_tricks_are_in_it():
    text = keep_files.text(record(), EN)
    assert "[our secret]" in text
    assert "send me a pic" not in text
    assert "Asks for a secret" in text and "another app" not in text
    assert "… 4 left out …" in text
    data = keep_files.to_dict(record())
    assert [line["line"] for line in data["lines"]] == [5, 6, 7]
    assert data["left_out"] == {"lines": 7, "noticed": 2, "pictures": "all", "names": "none"}
    assert data["noticed"][0]["lines"] == [5, 7]


def test_marks_point_at_the_words():
    for letters in (False, True):
        lines = {line["line"]: line for line in keep_files.to_dict(record(letters=letters))["lines"]}
        shown = [lines[7]["text"][mark["start"] : mark["end"]] for mark in lines[7]["marks"]]
        assert shown == ["dont tell your mum", "our secret"]


def test_letters_stand_for_names_also_inside_messages_and_the_file_loses_its_name():
    lines = (("Kai Berg", "hey Mia, its kai"), ("Mia", "hi Kai! this is our secret ok"))
    conversation = chat(lines)
    made = record(conversation, lines=(1, 2), tricks=(), letters=True, name="Chat with Kai Berg.txt")
    everything = b"".join(opened(keep_files.archive(made, EN)).values()).decode()
    assert "kai" not in everything.lower() and "Mia" not in everything and "Berg" not in everything
    assert "hey B, its A" in everything
    assert made.people == ("A", "B")


def test_the_source_is_told_by_its_fingerprint():
    data = b"Kai: hi\n"
    kept = keep_files.to_dict(record(data=data))["source"]
    assert kept == {"is": "file", "name": "chat.txt", "bytes": 8, "sha256": hashlib.sha256(data).hexdigest()}
    pasted = keep_files.text(record(data=data, name=""), EN)
    assert f"SHA-256 of the text that was pasted: {hashlib.sha256(data).hexdigest()}" in pasted
    assert "9.9" in pasted


def test_the_same_choice_gives_the_same_bytes_with_true_sums():
    first, second = keep_files.archive(record(), EN), keep_files.archive(record(), EN)
    assert first == second
    files = opened(first)
    assert sorted(files) == ["notes.html", "notes.json", "notes.txt", "sha256sums.txt"]
    for line in files["sha256sums.txt"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest
    assert json.loads(files["notes.json"])["format"] == "safelight-keep"
    page = files["notes.html"].decode()
    assert page.startswith("<!doctype html>") and "default-src &#x27;none&#x27;" in page and "<img" not in page


def test_accounts_links_and_days_are_told():
    conversation = chat((("Kai", "add me: kai@mail.example or https://kai.example/x"), ("Mia", "no")))
    made = record(conversation, lines=(1, 2), tricks=())
    assert {(each.kind, each.value) for each in made.contacts} >= {("email", "kai@mail.example")}
    assert any(each.kind == "link" for each in made.contacts)
    assert "Days: 3 Nov 2026" in keep_files.text(made, EN)


def test_what_the_reader_said_is_told_apart():
    made = record(aside=(Judgement("isolation.secrecy_request", "Kai", "joke"),))
    assert keep_files.to_dict(made)["said_by_the_reader"] == [
        {"technique": "isolation.secrecy_request", "who": "Kai", "says": "joke", "set_aside": True}
    ]
    assert "The reader says that “Asks for a secret” from Kai was a joke." in keep_files.text(made, EN)


def test_an_item_that_is_no_chat_is_kept_by_its_parts():
    item, found = draft()
    both = Reconsidered(found, found)
    choice = keep.Choice(keep.usual(item, both), frozenset(keep.noticed(item, both)))
    made = keep.record(item, both, choice, keep.source(b"x", ""), EN, version="9.9")
    assert [line.part for line in made.lines] == ["text"]
    assert item.text in keep_files.to_dict(made)["lines"][0]["text"]


def test_markup_in_a_message_stays_text():
    conversation = chat((("Kai", "<script>alert(1)</script>"), ("<b>Mia</b>", "no")))
    page = keep_files.html(record(conversation, lines=(1, 2), tricks=()), EN)
    assert "<script>" not in page and "&lt;script&gt;" in page and "<b>Mia" not in page


@pytest.mark.slow
def test_a_locked_file_opens_with_its_passphrase_alone():
    import pyrage

    data = keep_files.archive(record(), EN)
    locked = seal.seal(data, "four words are good")
    assert locked.startswith(b"age-encryption.org/v1")
    assert b"secret" not in locked
    assert pyrage.passphrase.decrypt(locked, "four words are good") == data
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(locked, "other words")


def test_a_short_passphrase_is_refused():
    with pytest.raises(BadInput):
        seal.seal(b"x", "short")


def test_without_the_extra_one_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(seal, "can_seal", lambda: False)
    with pytest.raises(MissingExtra, match="safelight\\[keep\\]"):
        seal.seal(b"x", "four words are good")


def test_nothing_kept_shows_in_a_repr():
    assert CANARY not in repr(record())
