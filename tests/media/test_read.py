# ruff: noqa: E501
"""Every planted fact is found in every format, in plain words where it is a place, within bounds, and told silently."""

import io
import struct
import time
import zipfile
import zlib
from functools import cache

import pytest
from tests.media import planted
from tests.media.planted import FILES, LATITUDE, LONGITUDE, WITHOUT

from safelight.media import load, wash
from safelight.media.read.notes import MOST_TRACES, Notes, SpentError
from safelight.schema.pictures import TRACE_KINDS

KINDS = ("gps", "owner", "serial", "comment")
each_file = pytest.mark.parametrize("name", FILES)


@each_file
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_planted_is_found(name, kind):
    found = load.facts(FILES[name]()).of(kind)
    assert bool(found) == (kind not in WITHOUT.get(name, set()))


@each_file
def test_the_place_is_the_planted_one(name):
    points = [trace.point for trace in load.facts(FILES[name]()).of("gps") if trace.point]
    assert points
    for latitude, longitude in points:
        assert abs(latitude - LATITUDE) < 0.002 and abs(longitude - LONGITUDE) < 0.002


@each_file
def test_the_place_is_told_in_plain_words(name):
    assert {trace.near for trace in load.facts(FILES[name]()).of("gps")} == {"near New Delhi, India"}


@each_file
def test_a_whole_file_leaves_nothing_unread(name):
    facts = load.facts(FILES[name]())
    assert facts.skipped == ()
    assert {trace.kind for trace in facts.traces} <= set(TRACE_KINDS)


@each_file
def test_facts_tell_no_value_by_themselves(name):
    facts = load.facts(FILES[name]())
    assert "PLANT" not in repr(facts) and str(LATITUDE) not in repr(facts)
    assert not any(trace.value or trace.point for trace in facts.silent().traces)
    assert [trace.kind for trace in facts.silent().traces] == [trace.kind for trace in facts.traces]


@each_file
def test_reading_is_quick(name):
    data = FILES[name]()
    load.facts(data)
    times = []
    for _ in range(3):
        start = time.process_time()
        load.facts(data)
        times.append(time.process_time() - start)
    assert min(times) < 0.1


def test_every_reader_has_a_sample():
    assert {load.kind_of_file(make()) for make in FILES.values()} == set(load.readers())


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders(order):
    facts = load.facts(
        planted.JPEG[:20] + planted.segment(0xE1, b"Exif\0\0" + planted.exif(5, order=order)) + planted.JPEG[20:]
    )
    assert facts.turned == 5
    assert facts.of("gps") and facts.of("serial")


def test_what_was_cropped_away_may_be_in_the_small_copy():
    """The small copy is 8 x 6, so a picture that is 8 x 3 was cropped after it was made."""
    small = planted.JPEG.replace(b"\xff\xc0\0\x11\x08\0\x06\0\x08", b"\xff\xc0\0\x11\x08\0\x03\0\x08")
    cropped = small[:20] + planted.segment(0xE1, b"Exif\0\0" + planted.exif()) + small[20:]
    assert [trace.warns for trace in load.facts(cropped).of("thumbnail")] == [True]
    assert not any(trace.warns for trace in load.facts(planted.jpeg()).of("thumbnail"))


CAMM = (
    struct.pack("<HHfff", 0, 2, 0, 0, 0)
    + struct.pack("<HHdid", 0, 6, 0.0, 0, 0.0)[:16]
    + struct.pack("<dd", LATITUDE, LONGITUDE)
)
TRACKS = {
    "phone": (b"camm", CAMM + bytes(40)),
    "dashcam": (b"text", b"$GPRMC,120000,A,2837.8900,N,07713.0020,E,0,0,010524,,*00"),
    "drone": (b"text", b"HOME(77.2167,28.6315) GPS(77.2167,28.6315,15) D=3m"),
    "subtitle": (b"tx3g", b"[iso: 100] [latitude: 28.6315] [longitude: 77.2167]"),
    "iPhone": (b"mebx", b"\0\0\0\x1e\0\0\0\1+28.6315+077.2167+216.0/"),
}


@pytest.mark.parametrize("name", TRACKS)
def test_places_in_tracks_of_data(name):
    coded, sample = TRACKS[name]
    data = planted.movie(b"mp42", places=sample, coded=coded).replace(b"exif:GPSLatitude", b"exif:nothing____")
    (point,) = {trace.point for trace in load.facts(data).of("gps")}
    assert abs(point[0] - LATITUDE) < 0.001 and abs(point[1] - LONGITUDE) < 0.001
    assert sample not in wash.clean(data)[0]


def test_a_motion_photo_is_read_to_its_end():
    facts = load.facts(planted.jpeg_motion())
    assert facts.of("trailer")
    assert any("video behind the picture" in trace.where for trace in facts.of("gps"))


def test_pictures_inside_documents_are_read():
    for name in ("pdf.pdf", "docx.docx", "odt.odt"):
        assert any("EXIF" in trace.where and "(" in trace.where for trace in load.facts(FILES[name]()).of("gps")), name


def test_an_earlier_version_of_a_pdf_is_read():
    assert any(trace.value == "PLANTold" for trace in load.facts(planted.pdf()).of("owner"))


@pytest.mark.parametrize(
    ("latitude", "longitude", "side", "other"), [(-33.8568, 151.2153, "S", "E"), (40.6892, -74.0445, "N", "W")]
)
def test_south_and_west_are_negative(latitude, longitude, side, other, monkeypatch):
    monkeypatch.setattr(planted, "LATITUDE", abs(latitude))
    monkeypatch.setattr(planted, "LONGITUDE", abs(longitude))
    block = planted.exif().replace(b"\2\0\2\0\0\0N\0", b"\2\0\2\0\0\0" + side.encode() + b"\0")
    block = block.replace(b"\2\0\2\0\0\0E\0", b"\2\0\2\0\0\0" + other.encode() + b"\0")
    data = planted.JPEG[:20] + planted.segment(0xE1, b"Exif\0\0" + block) + planted.JPEG[20:]
    (point,) = {trace.point for trace in load.facts(data).of("gps")}
    assert abs(point[0] - latitude) < 0.001 and abs(point[1] - longitude) < 0.001


# ---------------------------------------------------------------- files that mean ill


@cache
def bomb() -> bytes:
    return zlib.compress(bytes(50_000_000), 9)


BAD = {
    "a text chunk that unpacks large": lambda: planted.png()[:33]
    + b"".join(planted.chunk(b"zTXt", b"x\0\0" + bomb()) for _ in range(30)) + planted.chunk(b"IEND", b""),
    "a document that unpacks large": lambda: planted.zipped(
        ("[Content_Types].xml", b"<Types/>"), *((f"word/media/{n}.png", bytes(12_000_000)) for n in range(7))),
    "directories that point at themselves": lambda: b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + b"\x08\0\0\0",
    "a directory of endless entries": lambda: b"II*\0\x08\0\0\0\xff\xff" + struct.pack("<HHII", 0x8825, 4, 0xFFFFFFFF, 8) * 70_000,
    "boxes in boxes": lambda: planted.box(b"ftyp", b"mp42") + struct.pack(">I4s", 0, b"moov") * 50_000,
    "boxes of no size": lambda: planted.box(b"ftyp", b"mp42") + b"\0\0\0\x08free" * 300_000,
    "XML that grows": lambda: planted.JPEG[:20] + planted.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<!DOCTYPE a [<!ENTITY b 'x'>"
        b"<!ENTITY c '&b;&b;&b;'>]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&c;</x:xmpmeta>") + planted.JPEG[20:],
    "XML a thousand levels deep": lambda: planted.JPEG[:20] + planted.segment(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<a>" * 5000 + b"</a>" * 5000) + planted.JPEG[20:],
    "elements in elements": lambda: planted.matroska()[:20] + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" * 20_000,
    "a segment after the other": lambda: planted.JPEG[:20] + planted.segment(0xE1, b"Exif\0\0" + planted.exif()) * 800,
    "strings that never end": lambda: b"%PDF-1.4\n1 0 obj\n" + b"/Author(" * 100_000,
    "a document in a document": lambda: nested(),
}  # fmt: skip


def nested() -> bytes:
    inner = planted.jpeg()
    for _ in range(20):
        inner = planted.zipped(("[Content_Types].xml", b"<Types/>"), ("word/media/x.docx", inner))
    return inner


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_a_file_that_means_ill_comes_to_an_end(make):
    data = make()
    start = time.process_time()
    facts = load.facts(data)
    assert time.process_time() - start < 6
    assert len(facts.traces) <= 2 * MOST_TRACES


def test_what_is_cut_short_is_said():
    notes = Notes(steps=10)
    load.look("jpeg", planted.jpeg(), notes)
    assert notes.skipped
    with pytest.raises(SpentError):
        notes.spend(100)


@pytest.mark.parametrize("data", [b"", b"x", b"BM" + bytes(100), b"\x89PNG\r\n\x1a\n" + bytes(99)], ids=range(4))
def test_what_could_not_be_read_is_not_called_clean(data):
    assert load.facts(data).skipped


def test_a_zip_that_is_no_document_is_none():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("chat.txt", "a: hi")
    assert load.kind_of_file(out.getvalue()) == ""
