"""Nothing of a chat stays: not on the disk, not in what is printed, not in the answers' headers, not in the server."""

import re
import sys

import pytest
from tests.locales.catalogue import write
from tests.web.chats import CANARY, ONE, PASTE, whatsapp

from safelight.locales import load

# The same page in another language; what was sent as a form leads to the first page.
LANGUAGES = {f"/?l={locale}" for locale in load.known()}
watched = []
WRITING = re.compile("[wax+]")


def hook(event, arguments):
    if not watched:
        return
    if event == "open" and (WRITING.search(str(arguments[1] or "")) or (arguments[2] or 0) & 3):
        watched.append(f"open {arguments[0]}")
    elif event in ("tempfile.mkstemp", "tempfile.mkdtemp", "os.mkdir", "socket.connect", "socket.sendto"):
        watched.append(event)


@pytest.fixture
def events():
    """What was written or connected to while the test ran."""
    if not getattr(sys, "safelight_web_hook", False):
        sys.addaudithook(hook)
        sys.safelight_web_hook = True
    watched.append("start")
    yield watched
    watched.clear()


def test_the_watch_sees_a_write(tmp_path, events):
    (tmp_path / "x").write_text("x")
    assert events == ["start", f"open {tmp_path / 'x'}"]


def test_a_file_of_two_megabytes_writes_nothing(send, events):
    page = send(whatsapp(2_000_000, more=30), name="chat.txt")
    assert "From <bdi>Robin</bdi>" in page
    assert events == ["start"]


def test_a_paste_writes_nothing(client, events):
    for address in ("/who", "/look", "/page"):
        assert client.post(address, data={"text": PASTE * 200}).status_code == 200
    assert events == ["start"]


def test_no_answer_leaves_a_cookie_or_names_the_topic(client):
    for answer in (client.get("/"), client.get("/n"), client.post("/look", data={"text": PASTE})):
        assert "set-cookie" not in answer.headers
        assert "<title>Notes</title>" in answer.text
        assert "localStorage" not in answer.text


def test_no_address_holds_anything_of_a_chat(client):
    page = client.post("/look", data={"text": PASTE}).text
    addresses = re.findall(r'(?:action|href|src|data-again|formaction)="(/[^"]*)"', page)
    assert set(addresses) - LANGUAGES <= {
        "/",
        "/a",
        "/h",
        "/n",
        "/k",
        "/look",
        "/page",
        "/who",
        "/style.css",
        "/static/first.js",
        "/static/app.js",
        "/static/icon.svg",
    }


def test_one_persons_chat_is_not_in_anothers_answer(client):
    client.post("/look", data={"text": PASTE})
    assert CANARY not in client.get("/n").text
    assert CANARY not in client.post("/who", data={"text": "Kim: hi\nLee: hi\nKim: ok\n"}).text


def test_a_fault_of_our_own_shows_no_text(client, monkeypatch, capsys):
    from safelight.interfaces.web import look

    def broken(*_args, **_named):
        raise KeyError(PASTE)

    monkeypatch.setattr(look.report, "fragment", broken)
    answer = client.post("/look", data={"text": PASTE})
    said = capsys.readouterr()
    assert answer.status_code == 500
    assert "SL000" in answer.text
    assert CANARY not in answer.text
    assert "SL000: KeyError in" in said.err
    assert CANARY not in said.err + said.out


def test_a_fault_while_reading_a_file_shows_no_text(client, monkeypatch, capsys, caplog):
    from safelight.interfaces.web import look

    def broken(*_args, **_named):
        raise KeyError(CANARY)

    monkeypatch.setattr(look.report, "fragment", broken)
    client.post("/file", content=ONE, headers={"X-Name": "a.jsonl"})
    said = capsys.readouterr()
    assert CANARY not in said.err + said.out + caplog.text


def test_the_browsers_language_is_used_when_there_are_sentences(client, tmp_path, monkeypatch):
    monkeypatch.setattr(load, "FOLDER", tmp_path)
    write(tmp_path, "ar", {"Paste it here": "الصق محادثة"})
    page = client.get("/n", headers={"Accept-Language": "xx, ar-EG;q=0.9, en;q=0.8"}).text
    assert '<html lang="ar" dir="rtl">' in page
    assert "الصق محادثة" in page
    assert 'lang="en"' in client.get("/", headers={"Accept-Language": "en-GB, ar;q=0.9"}).text


KEPT = ("/k", "/k/z", "/k/p", "/k/t", "/k/r")


def test_keeping_and_telling_writes_nothing(client, events):
    for address in KEPT:
        assert client.post(address, data={"text": PASTE, "pass": "four words are good"}).status_code == 200
        assert client.post(address, content=ONE, headers={"X-Name": "a.jsonl"}).status_code == 200
    assert events == ["start"]


def test_no_address_of_keeping_and_telling_holds_anything_of_a_chat(client):
    for address in KEPT:
        page = client.post(address, data={"text": PASTE, "own": CANARY, "hello": "own"})
        addresses = re.findall(r'(?:action|href|src|data-again|formaction)="(/[^"]*)"', page.text)
        known = {
            "/",
            "/a",
            "/h",
            "/n",
            *LANGUAGES,
            *KEPT,
            "/style.css",
            "/static/first.js",
            "/static/app.js",
            "/static/icon.svg",
        }
        assert set(addresses) <= known
        assert CANARY not in str(page.headers)
        assert "<title>Notes</title>" in page.text or address == "/k/z"


def test_a_fault_while_keeping_shows_no_text(client, monkeypatch, capsys, caplog):
    from safelight.interfaces.web import keeping

    def broken(*_args, **_named):
        raise KeyError(CANARY)

    monkeypatch.setattr(keeping.keep, "record", broken)
    for address in KEPT:
        answer = client.post(address, data={"text": PASTE})
        assert answer.status_code == 500
        assert CANARY not in answer.text
    said = capsys.readouterr()
    assert CANARY not in said.err + said.out + caplog.text
