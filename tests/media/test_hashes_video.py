"""A video is hashed picture by picture; PyAV does the unpacking and is tested where it is installed."""

import io

import pytest
from tests.media.drawn import png, waves

from safelight.media import hashes
from safelight.media.hashes_video import of_frames
from safelight.schema.errors import DamagedFile, MissingExtra


def test_without_the_package_its_command_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(MissingExtra, match="pip install av"):
        next(of_frames(b"x"))


def test_one_hash_a_second_like_those_of_the_pictures():
    av = pytest.importorskip("av", reason="PyAV is in no extra of Safelight; it is tested when it is installed")
    scenes = [waves(seed, 320, 240) for seed in (1, 2, 3)]
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as video:
        stream = video.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 320, 240, "yuv420p", 4_000_000
        for scene in scenes:
            for _ in range(10):
                for packet in stream.encode(av.VideoFrame.from_ndarray(scene, format="rgb24")):
                    video.mux(packet)
        for packet in stream.encode():
            video.mux(packet)
    made = list(of_frames(out.getvalue()))
    assert [each.of for each in made] == ["second 0.0", "second 1.0", "second 2.0"]
    for scene, each in zip(scenes, made, strict=True):
        assert hashes.distance(each.hex, hashes.of_picture(png(scene)).pdq[0].hex) <= hashes.SAME_PICTURE
    with pytest.raises(DamagedFile):
        list(of_frames(b"no video at all"))
