"""PDQ as the reference program makes it.

`pdq_vectors.json` holds what the reference implementation (pdqhash 0.2.8, a binding of the original C++ program) says
about pictures drawn by code; the same can be asked of it here when it is installed. The published picture of a bridge
(f8f8f0cee0f4a84f…) is not ours to ship; it was hashed by hand when this was written: 0 bits apart.
"""

import hashlib
import json
import logging
from functools import cache
from pathlib import Path

import numpy
import pytest
from PIL import Image
from tests.media.drawn import jpeg, png, waves

from safelight.media import hashes
from safelight.schema.errors import BadInput, DamagedFile, MissingExtra

VECTORS = json.loads((Path(__file__).parent / "pdq_vectors.json").read_text(encoding="utf-8"))
# Bits; the reference program's own tests allow as much, since decoders differ.
TOLERANCE = 16


@pytest.mark.parametrize("one", VECTORS, ids=lambda one: f"{one['width']}x{one['height']}")
def test_a_hash_is_that_of_the_reference_program(one):
    found = hashes.of_picture(png(waves(one["seed"], one["width"], one["height"]))).pdq[0]
    assert hashes.distance(found.hex, one["pdq"]) <= 2
    assert abs(found.quality - one["quality"]) <= 1


def test_the_reference_program_agrees_today():
    pdqhash = pytest.importorskip("pdqhash", reason="the reference binding has no wheels; it is compared when there")
    for seed in range(20, 30):
        pixels = waves(seed, 300 + 17 * seed, 420)
        bits, quality = pdqhash.compute(pixels)
        found = hashes.of_picture(png(pixels)).pdq[0]
        assert hashes.distance(found.hex, f"{int(''.join(map(str, bits)), 2):064x}") <= 2
        assert abs(found.quality - quality) <= 1


def test_the_whole_picture_comes_first_and_a_small_copy_second():
    found = hashes.of_picture(png(waves(1, 900, 700)))
    assert [each.of for each in found.pdq] == ["whole picture", "512-pixel copy"]
    assert hashes.distance(found.pdq[0].hex, found.pdq[1].hex) <= TOLERANCE
    assert len(hashes.of_picture(png(waves(1, 300, 200))).pdq) == 1


@cache
def turned_hashes():
    """A picture, and its hashes by how it is turned."""
    pixels = waves(3, 640, 480)
    return pixels, {each.of: each.hex for each in hashes.of_picture(png(pixels), turned=True).pdq}


@pytest.mark.parametrize(
    ("name", "turn"),
    [
        ("turned left", lambda p: numpy.rot90(p, 1)),
        ("upside down", lambda p: numpy.rot90(p, 2)),
        ("turned right", lambda p: numpy.rot90(p, 3)),
        ("mirrored", lambda p: p[:, ::-1]),
        ("upside down mirrored", lambda p: p[::-1]),
        ("mirrored along the diagonal", lambda p: p.transpose(1, 0, 2)),
        ("mirrored along the other diagonal", lambda p: numpy.rot90(p, 2).transpose(1, 0, 2)),
    ],
)
def test_the_turned_hashes_are_those_of_the_turned_picture(name, turn):
    pixels, made = turned_hashes()
    turned = hashes.of_picture(png(numpy.ascontiguousarray(turn(pixels)))).pdq[0].hex
    assert hashes.distance(made[name], turned) <= TOLERANCE
    assert len(set(made.values())) == len(made)


def test_a_smaller_or_rougher_copy_is_the_same_picture_and_another_one_is_not():
    pixels = waves(4, 800, 600)
    whole = hashes.of_picture(png(pixels)).pdq[0].hex
    half = numpy.asarray(Image.fromarray(pixels).resize((400, 300)))
    for copy in (jpeg(pixels, 30), png(half)):
        assert hashes.distance(whole, hashes.of_picture(copy).pdq[0].hex) <= hashes.SAME_PICTURE
    other = hashes.of_picture(png(waves(5, 800, 600))).pdq[0].hex
    assert hashes.distance(whole, other) > hashes.SAME_PICTURE


def test_a_photo_that_lies_on_its_side_is_turned_upright_first():
    pixels = waves(6, 640, 480)
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = jpeg(numpy.ascontiguousarray(numpy.rot90(pixels, 1)), 95, exif=exif)
    upright = hashes.of_picture(png(pixels)).pdq[0].hex
    assert hashes.distance(upright, hashes.of_picture(lying).pdq[0].hex) <= TOLERANCE


def test_md5_and_sha256_are_those_of_the_file():
    data = png(waves(7, 80, 80))
    found = hashes.of_picture(data)
    assert found.md5 == hashlib.md5(data).hexdigest()
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert hashes.of_bytes(data) == hashes.Hashes(found.md5, found.sha256)


def test_a_plain_wall_has_no_quality():
    found = hashes.of_picture(png(numpy.full((200, 300, 3), 128, numpy.uint8))).pdq[0]
    assert found.quality == 0 < hashes.FEW_DETAILS


@pytest.mark.parametrize("data", [b"", b"no picture", png(waves(8, 90, 90))[:200], b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(DamagedFile):
        hashes.of_picture(data)


def test_a_picture_of_a_few_pixels_has_the_empty_hash():
    assert set(hashes.of_picture(png(waves(9, 300, 3))).pdq[0].hex) == {"0"}


@pytest.mark.parametrize("text", ["", "ff", "g" * 64, "0" * 63, "0x" + "0" * 62 + "zz"])
def test_what_is_no_hash_is_refused(text):
    with pytest.raises(BadInput):
        hashes.distance(text, "0" * 64)


def test_no_hash_is_shown_or_logged(caplog):
    caplog.set_level(logging.DEBUG)
    found = hashes.of_picture(png(waves(1, 640, 480)), turned=True)
    shown = repr(found) + repr(found.pdq[0]) + caplog.text
    assert not [each for each in (found.md5, found.sha256, *(p.hex for p in found.pdq)) if each in shown]


def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    with pytest.raises(MissingExtra, match=r"pip install 'safelight\[pictures\]'"):
        hashes.of_picture(b"x")
