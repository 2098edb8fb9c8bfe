"""`safelight takedown`: calm first, codes only when asked for, and a note that overwrites nothing."""

import json
import stat
import sys

import pytest
from tests.media.drawn import clip, png, waves

from safelight.media import hashes


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "beach.png"
    path.write_bytes(png(waves(2, 640, 480)))
    return path


def test_it_begins_calmly_and_names_the_fitting_service(run, picture):
    done = run("takedown", picture, "--taken", "under-18", "--country", "GB")
    assert done.code == 0
    assert done.out.startswith("You did the right thing")
    assert "takeitdown.ncmec.org" in done.out
    assert "Childline" in done.out
    assert "stopncii" not in done.out


def test_the_codes_are_not_printed_unless_as_json(run, picture):
    made = hashes.of_picture(picture.read_bytes())
    done = run("takedown", picture)
    assert not [code for code in (made.md5, made.sha256, made.pdq[0].hex) if code in done.out + done.err]
    data = json.loads(run("takedown", picture, "--json", "--turned").out)
    assert data["files"][0]["sha256"] == made.sha256
    assert len(data["files"][0]["pdq"]) == 9
    assert data["services"][0]["steps"]


def test_it_helps_without_a_file(run):
    done = run("takedown", "--without-picture", "--country", "US", "--taken", "under-18")
    assert done.code == 0
    assert "cybertip" in done.out
    assert "takeitdown" not in done.out


def test_the_note_is_private_and_never_overwrites(run, picture, tmp_path):
    note = tmp_path / "note.txt"
    assert run("takedown", picture, "--note", note).code == 0
    text = note.read_text(encoding="utf-8")
    assert hashes.of_picture(picture.read_bytes()).pdq[0].hex in text
    if sys.platform != "win32":
        assert stat.S_IMODE(note.stat().st_mode) == 0o600
    again = run("takedown", picture, "--note", note)
    assert again.code == 2
    assert note.read_text(encoding="utf-8") == text


def test_without_a_note_nothing_is_written(run, picture, tmp_path):
    before = sorted(tmp_path.iterdir())
    run("takedown", picture)
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_no_picture_still_gets_its_codes(run, tmp_path):
    path = tmp_path / "clip.bin"
    path.write_bytes(b"not a picture")
    done = run("takedown", "--json", path)
    assert done.code == 0
    assert "clip.bin: This is no picture and no video" in done.err
    assert json.loads(done.out)["files"][0]["pdq"] == []


def test_a_missing_file_is_an_error(run, tmp_path):
    done = run("takedown", tmp_path / "gone.png")
    assert done.code == 2
    assert "SL107" in done.err


def test_a_video_gets_the_codes_of_its_pictures(run, tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(clip([waves(seed, 320, 240) for seed in (1, 2)]))
    data = json.loads(run("takedown", "--json", path).out)
    assert [each["of"] for each in data["files"][0]["pdq"]] == ["second 0.0", "second 1.0"]
