import io
import re
import zipfile

import pytest
from tests.media import planted
from tests.web.chats import CANARY, ONE, TWO, whatsapp

from safelight.interfaces.web.look import Progress, Stopped


def test_a_file_gives_its_result(send):
    page = send(ONE)
    assert "From <bdi>Robin</bdi>" in page
    assert "Asks for a secret" in page
    assert 'data-again="/file"' in page


def test_names_of_files_travel_encoded(send):
    assert "From <bdi>Robin</bdi>" in send(whatsapp(2000), name="WhatsApp चैट with Ünï & co.txt")


def test_a_zip_is_read(send):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_chat.txt", whatsapp(2000))
    assert "From <bdi>Robin</bdi>" in send(made.getvalue(), name="chat.zip")


def test_the_reader_can_say_who_they_are(send):
    page = send(ONE, me="Sam")
    assert "Sam (you)" in page
    assert re.search(r'<option value="Sam" selected>', page)
    assert "(you)" not in send(ONE, me="")


def test_several_chats_are_listed_the_gravest_first(send):
    page = send(TWO)
    assert "This file holds 2 chats." in page
    assert re.findall(r'name="chat" value="(\d)"', page) == ["1", "0"]
    assert CANARY not in page


def test_one_of_several_is_chosen(send):
    chosen = send(TWO, chat="1")
    assert "9 messages" in chosen
    assert "See the other chats of this file" in chosen
    assert 'name="chat" value="1"' in chosen
    assert "2 messages" in send(TWO, chat="0")
    assert "2 messages" in send(TWO, chat="99")


def test_a_page_can_be_kept(send):
    answer = send(ONE, address="/file/page", without_words="1", w="carer")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "dont tell" not in answer.text
    assert "dont tell" in send(ONE, address="/file/page").text


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "chat.txt", "SL104"),
        (b"BM\xf6\x01\0\0" + bytes(range(256)) * 4, "picture.bmp", "SL101"),
        (b"PK\x03\x04 broken", "chat.zip", "SL10"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_with_a_code(send, data, name, code):
    page = send(data, name=name)
    assert code in page
    assert "What you can do:" in page
    assert "Nothing was noticed" not in page


def test_what_is_too_large_is_an_error_with_a_code(send, monkeypatch):
    from safelight.interfaces.web import body

    monkeypatch.setattr(body.read, "__defaults__", (1000,))
    answer = send(b"x" * 2000, name="chat.txt")
    assert answer.status_code == 413
    assert "SL108" in answer.text


def test_a_form_by_accident_is_no_crash(client):
    assert client.post("/look", files={"text": b"Robin: hi"}).status_code == 400
    assert client.get("/file").status_code == 405
    assert client.get("/nothing").status_code == 404


def test_reading_tells_how_far_it_is():
    from safelight.interfaces.web.look import file_answer
    from safelight.interfaces.web.settings import Settings
    from safelight.locales.load import translator

    calls = []

    class Told(Progress):
        def tell(self, done, total):
            calls.append((self.stage, done, total))
            super().tell(done, total)

    file_answer(whatsapp(1_500_000, more=30), "chat.txt", {}, Told(), Settings(translator("en")))
    reading = [(done, total) for stage, done, total in calls if stage == "read"]
    assert len(reading) > 2
    assert [done for done, _ in reading] == sorted(done for done, _ in reading)
    assert reading[-1][0] == reading[-1][1]


def test_reading_stops_when_nobody_waits():
    from safelight.interfaces.web.look import file_answer
    from safelight.interfaces.web.settings import Settings
    from safelight.locales.load import translator

    progress = Progress()
    progress.stop.set()
    with pytest.raises(Stopped):
        file_answer(whatsapp(1_000_000), "chat.txt", {}, progress, Settings(translator("en")))


def test_a_picture_shows_what_it_gives_away(send):
    page = send(planted.jpeg(), name="photo.jpg")
    assert "near New Delhi, India" in page
    assert "PLANT" not in page
