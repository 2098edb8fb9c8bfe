"""Looking at pictures opens no socket, writes no file, starts no process, logs no word: Python's own hooks tell."""

import json
import os
import re
import subprocess
import sys

import pytest
from tests.media.chat_pictures import draw
from tests.media.drawn import clip, jpeg, waves
from tests.media.sign_pictures import photo
from tests.privacy.test_no_network_no_write import HOOK

pytest.importorskip("rapidocr", reason="the extra `pictures` is not installed")

RUN = """
import logging
from pathlib import Path

said = []

class Ear(logging.Handler):
    def emit(self, record):
        said.append(f"{record.getMessage()} {record.args!r}")

logging.getLogger().addHandler(Ear(logging.DEBUG))
logging.getLogger().setLevel(logging.DEBUG)
from safelight.interfaces.cli.decoding import decoder
from safelight.media import decoder as decoders, hashes, takedown
from safelight.locales.load import translator

sign, chat, video = (Path(name).read_bytes() for name in sys.argv[1:4])
if sys.argv[4] == "here":
    decoder = decoders.Decoder(None)
seen = decoder.look(sign)
talk = decoder.screenshot(chat).conversation()
made = decoder.codes(sign, turned=True).hashes
assert made == hashes.of_picture(sign, turned=True)
moving = decoder.codes(video).hashes
takedown.note([("a.jpg", made), ("b.mp4", moving)], takedown.fitting(country="GB"), "2026-11-24", translator("en"))
secret = [made.md5, made.sha256, *(each.hex for each in (*made.pdq, *moving.pdq))]
words = [each.text for each in seen.words] + [each.text for each in talk.messages]
leaked = [one for one in secret + words if len(one) > 4 and any(one in line for line in said)]
print(json.dumps({"told": told, "words": len(words), "frames": len(moving.pdq), "leaked": len(leaked)}))
"""
# Programs look up the processor, and libraries load themselves, without a file or a socket being opened.
HARMLESS = {"ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle", "ctypes.cdata", "ctypes.call_function"}


# Decoded in this very process; and as the interfaces do it, in one child process, where the same hook refuses
# (tests/media/test_capped.py).
STARTED = {"here": [], "child": ["subprocess.Popen"]}


@pytest.mark.slow
@pytest.mark.parametrize("where", STARTED)
def test_nothing_leaves_and_nothing_is_written(tmp_path, where):
    sign, chat, video = tmp_path / "sign.jpg", tmp_path / "chat.png", tmp_path / "video.mp4"
    import numpy

    drawn = photo(["Maple Road", "ST MARY'S SCHOOL"], width=1200, height=900)
    sign.write_bytes(jpeg(numpy.asarray(drawn.image)))
    draw("whatsapp", dark=False, scale=2, seed=7).image.save(chat)
    video.write_bytes(clip([waves(1, 320, 240)] * 2))
    before = sorted(tmp_path.iterdir())
    done = subprocess.run(
        [sys.executable, "-B", "-c", HOOK + RUN, str(sign), str(chat), str(video), where],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    # The pipes to a child are opened by their numbers; a file would be by its name.
    pipes = re.compile(rf"open (?:\d+|{os.devnull!r}) " if STARTED[where] else "nothing")
    told = [event for event in answer["told"] if event not in HARMLESS and not pipes.match(event)]
    assert told == STARTED[where]
    assert answer["words"] > 5
    assert answer["frames"] == 2
    assert answer["leaked"] == 0
    assert not [word for word in ("Maple", "MARY") if word in done.stderr]
    assert sorted(tmp_path.iterdir()) == before
