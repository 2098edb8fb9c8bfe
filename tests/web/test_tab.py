"""Without a server the app answers as it does with one, and tells how far it is while it works."""

import asyncio
import json
from urllib.parse import quote, urlencode

import pytest
from tests.web.chats import CANARY, ONE, PASTE, TWO, whatsapp

from safelight.interfaces.web import stream, tab


class Answer:
    def __init__(self):
        self.status, self.headers, self.parts = None, {}, []

    def begin(self, status, headers):
        assert self.status is None
        self.status, self.headers = status, headers

    def part(self, content):
        assert self.status is not None, "a part before the answer began"
        self.parts.append(content)

    @property
    def text(self):
        return b"".join(self.parts).decode()


@pytest.fixture
def ask(monkeypatch):
    import anyio.to_thread

    # Whatever is in the way of threads is put back after the test.
    monkeypatch.setattr(anyio.to_thread, "run_sync", anyio.to_thread.run_sync)
    tab.prepare()

    def asked(address, method="GET", body=b"", **headers):
        answer = Answer()
        asyncio.run(tab.answer(method, address, headers, body, answer.begin, answer.part))
        return answer

    return asked


def form(ask, address, **fields):
    kind = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}
    return ask(address, "POST", urlencode(fields).encode(), **kind)


@pytest.mark.parametrize("address", ["/", "/n", "/?l=en&w=carer", "/nothing"])
def test_a_page_is_the_one_that_the_server_gives(ask, client, address):
    here, there = ask(address), client.get(address)
    assert (here.status, here.text) == (there.status_code, there.text)


@pytest.mark.parametrize("address", ["/who", "/look", "/page"])
@pytest.mark.parametrize("text", [PASTE, "Earn 3000 a week abroad, no experience", "https://example.org/", " "])
def test_a_form_is_answered_as_by_the_server(ask, client, address, text):
    here, there = form(ask, address, text=text), client.post(address, data={"text": text})
    assert (here.status, here.text) == (there.status_code, there.text)


def test_a_file_is_answered_with_progress_while_the_work_goes_on(ask, send, monkeypatch):
    monkeypatch.setattr(stream, "_SECONDS", 0)
    data = whatsapp(60_000)
    answer = ask("/file", "POST", data, **{"X-Name": quote("chat.txt"), "X-Choices": ""})
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert len(answer.parts) == len(lines) > 3
    assert {line["stage"] for line in lines[:-1]} == {"read", "check"}
    assert [line["done"] for line in lines[:-1] if line["stage"] == "check"] == sorted(
        line["done"] for line in lines[:-1] if line["stage"] == "check"
    )
    assert lines[-1]["page"] == send(data, name="chat.txt")


def test_several_chats_and_a_file_that_cannot_be_read(ask, send):
    for data in (ONE, TWO, b""):
        answer = ask("/file", "POST", data, **{"X-Name": "chat.jsonl"})
        assert json.loads(answer.text.splitlines()[-1])["page"] == send(data)


def test_what_comes_from_the_tab_needs_no_host_and_no_origin(ask):
    assert ask("/n", "POST", b"", **{"Origin": "null"}).status == 400
    assert form(ask, "/look", text=PASTE).status == 200


def test_a_fault_of_our_own_shows_no_text(ask, monkeypatch, capsys):
    from safelight.interfaces.web import look

    def broken(*_args, **_named):
        raise KeyError(CANARY)

    monkeypatch.setattr(look.report, "fragment", broken)
    with pytest.raises(KeyError):
        form(ask, "/look", text=PASTE)
    said = capsys.readouterr()
    assert CANARY not in said.out + said.err


def test_plain_functions_that_would_go_to_a_thread_are_done_in_place(ask):
    import threading

    from starlette.concurrency import run_in_threadpool

    assert asyncio.run(run_in_threadpool(threading.get_ident)) == threading.get_ident()


def test_warming_leaves_nothing_to_import_for_a_check(ask):
    import sys

    tab.warm()
    before = set(sys.modules)
    form(ask, "/look", text=PASTE)
    assert not {name for name in set(sys.modules) - before if name.startswith("safelight")}
