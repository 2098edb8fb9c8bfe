"""Pictures that do harm to what decodes them, on the page; and what happens when the browser goes away meanwhile."""

import asyncio
import subprocess
import time

import pytest
from tests.media import hostile
from tests.media.drawn import png, waves

from safelight.interfaces.web import decoding, screen, stream
from safelight.interfaces.web.rooms import removal, seeing
from safelight.media.capped import Caps
from safelight.media.decoder import Decoder
from safelight.schema.errors import SafelightError

pytestmark = pytest.mark.slow

PICTURE = png(waves(4, 64, 48))
CAPS = Caps(1024, 60)


def start(command):
    pipe = subprocess.PIPE
    return subprocess.Popen(list(command), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)


@pytest.fixture
def bad(monkeypatch):
    """A decoder that crashes, sleeps, swells or loops, whatever it is asked for."""
    made = Decoder(start, hostile.__name__)
    for module in (decoding, screen, seeing, removal):
        monkeypatch.setattr(module, "decoder", made)
    monkeypatch.setattr("safelight.media.decoder._CAPS", dict.fromkeys(hostile.__dict__, Caps(1024, 1)))
    yield made
    made.capped.end()


class Request:
    """One whose browser goes away after so many seconds."""

    def __init__(self, seconds):
        self.until = time.monotonic() + seconds

    async def is_disconnected(self):
        return time.monotonic() > self.until


def test_a_room_says_what_happened_and_lives_on(client, bad, capfd):
    blur = {"X-Choices": "o0=0%25,0%25,50%25,50%25"}
    for path, headers in (("/s/v", {}), ("/s/b", blur), ("/s/w", blur), ("/s/v", {})):
        answer = client.post(path, content=PICTURE, headers=headers)
        assert answer.status_code == 400
        assert 'class="trouble"' in answer.text
    made = client.post("/r/n", content=PICTURE, headers={"X-Name": "a.png"}).text
    assert "Only the codes of the exact file were made." in made
    assert client.get("/s").status_code == 200
    assert capfd.readouterr() == ("", "")


def test_when_the_browser_goes_away_the_child_is_killed(bad):
    async def asked():
        return await decoding.while_there(Request(0.5), bad.capped.run, "sleep", b"", {}, CAPS)

    begun = time.monotonic()
    with pytest.raises(SafelightError, match="stopped"):
        asyncio.run(asked())
    assert time.monotonic() - begun < 30
    assert not bad.capped.alive


def test_it_is_killed_as_well_when_the_answer_is_a_stream(bad):
    def work(progress):
        bad.capped.run("sleep", b"", {}, CAPS)
        return ""

    async def asked():
        lines = stream.lines(work, {})
        await anext(lines)
        await asyncio.sleep(1)
        assert bad.capped.alive
        await lines.aclose()

    begun = time.monotonic()
    asyncio.run(asked())
    assert time.monotonic() - begun < 30
    assert not bad.capped.alive


def test_whoever_stays_gets_the_answer(bad):
    async def asked():
        return await decoding.while_there(Request(60), bad.capped.run, "echo", b"abc", {}, CAPS)

    assert asyncio.run(asked())[1] == b"cba"
    assert bad.capped.alive


def test_where_there_are_no_processes_it_is_done_in_place(monkeypatch):
    monkeypatch.setattr(decoding, "decoder", Decoder(None))

    async def asked():
        return await decoding.while_there(Request(0), lambda: 3)

    assert asyncio.run(asked()) == 3
