"""A video is hashed picture by picture, from memory, by what comes with the extra `pictures`."""

import sys

import pytest
from tests.media.drawn import clip, png, waves

from safelight.media import codes, hashes, hashes_video
from safelight.media.hashes_video import of_video
from safelight.schema.errors import DamagedFile, MissingExtra

pytest.importorskip("cv2", reason="the extra `pictures` is not installed")
SCENES = [waves(seed, 320, 240) for seed in (1, 2, 3)]


@pytest.mark.parametrize("name", ["clip.mp4", "clip.webm"])
def test_one_hash_a_second_like_those_of_the_pictures(name):
    told = []
    made = of_video(clip(SCENES, name=name), progress=lambda done, total: told.append((done, total)))
    assert [each.of for each in made.codes] == ["second 0.0", "second 1.0", "second 2.0"]
    assert made.whole
    assert told == [(0, 3), (1, 3), (2, 3)]
    for scene, each in zip(SCENES, made.codes, strict=True):
        assert hashes.distance(each.hex, hashes.of_picture(png(scene)).pdq[0].hex) <= hashes.SAME_PICTURE
    apart = hashes.distance(made.codes[0].hex, made.codes[1].hex)
    assert apart > hashes.SAME_PICTURE


@pytest.mark.parametrize("data", [b"", b"no video at all", png(SCENES[0]), b"\0\0\0\x18ftypmp42" + b"\0" * 500])
def test_what_is_no_video_is_refused(data):
    with pytest.raises(DamagedFile):
        of_video(data)


def test_a_list_of_addresses_is_never_given_to_the_unpacker(monkeypatch):
    monkeypatch.setattr(hashes_video, "load", lambda *_: pytest.fail("it was opened"))
    for data in (b"#EXTM3U\nhttp://127.0.0.1:9/a.ts\n", b"ffconcat version 1.0\nfile /etc/hostname\n"):
        with pytest.raises(DamagedFile):
            of_video(data)


def test_a_video_that_is_cut_off_is_not_called_whole():
    data = clip(SCENES, name="clip.webm")
    made = of_video(data[: len(data) // 3])
    assert 1 <= len(made.codes) < 3
    assert not made.whole


def test_there_is_a_bound(monkeypatch):
    monkeypatch.setattr(hashes_video, "_MOST", 2)
    made = of_video(clip(SCENES))
    assert len(made.codes) == 2
    assert not made.whole
    monkeypatch.setattr(hashes_video, "_LARGEST", 100)
    with pytest.raises(DamagedFile, match="too large"):
        of_video(clip(SCENES))


def test_without_the_package_its_command_is_named(monkeypatch):
    data = clip(SCENES)
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(MissingExtra, match=r"safelight\[pictures\]"):
        of_video(data)
    made = codes.of_file(data)
    assert (made.kind, made.hashes) == ("video", hashes.of_bytes(data))
    assert "part for pictures" in made.said


def test_codes_by_what_a_file_is():
    picture = codes.of_file(png(waves(2, 640, 480)), turned=True)
    assert (picture.kind, len(picture.hashes.pdq), picture.said, picture.few_details) == ("picture", 9, "", False)
    video = codes.of_file(clip(SCENES))
    assert (video.kind, len(video.hashes.pdq), video.said) == ("video", 3, "")
    other = codes.of_file(b"words")
    assert (other.kind, other.hashes.pdq) == ("", ())
    assert "no picture" in other.said
    assert not [each.hex for each in picture.hashes.pdq if each.hex in repr(picture)]


def test_a_plain_wall_has_few_details():
    assert codes.of_file(png(waves(2, 64, 64) // 64 * 0 + 90)).few_details
