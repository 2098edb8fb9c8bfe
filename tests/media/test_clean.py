# ruff: noqa: E501
"""A clean copy holds nothing that was planted, looks the same, and is read again; otherwise there is no copy."""

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from tests.media import planted
from tests.media.planted import FILES, WORD

from safelight.media import load, wash
from safelight.media.clean import icc
from safelight.media.clean.parts import Patches, joined
from safelight.schema.errors import CannotClean

each_file = pytest.mark.parametrize("name", FILES)


def unpacked(data: bytes) -> list[bytes]:
    """The bytes, those of all members of a zip, and those of packed streams and hexadecimal text in a PDF or PNG."""
    found = [data]
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found += [packed.comment, *(packed.read(name) for name in packed.namelist())]
    for mark in (b"x\x9c", b"x\xda", b"x\x01", b"x^"):
        at = data.find(mark)
        while at >= 0:
            with contextlib.suppress(zlib.error, ValueError):
                found.append(zlib.decompressobj().decompress(data[at:]))
                found.append(bytes.fromhex(found[-1].decode("latin-1").partition("exif")[2][10:]))
            at = data.find(mark, at + 1)
    return found


@each_file
def test_nothing_planted_is_left(name):
    new, receipt = wash.clean(FILES[name](), name)
    assert not any(WORD in part for part in unpacked(new))
    assert receipt.after.traces == ()
    assert load.facts(new).traces == ()
    assert receipt.counts() and all(was > 0 and left == 0 for _, was, left in receipt.counts())


@each_file
def test_the_planted_words_were_there(name):
    """Without this the test above would prove nothing."""
    assert any(WORD in part for part in unpacked(FILES[name]()))


@each_file
def test_it_is_the_same_kind_of_file_as_large_and_turned_as_before(name):
    data = FILES[name]()
    new, receipt = wash.clean(data)
    before, after = load.facts(data), load.facts(new)
    assert (after.format, after.size, after.turned) == (before.format, before.size, before.turned)
    assert (receipt.was, receipt.now) == (len(data), len(new))


@each_file
def test_cleaning_a_clean_copy_changes_nothing(name):
    first, _ = wash.clean(FILES[name]())
    again, receipt = wash.clean(first)
    assert receipt.counts() == ()
    # pypdf may number the objects of a document anew.
    assert again == first or name == "pdf.pdf"


@each_file
def test_a_half_file_is_cleaned_whole_or_refused(name):
    data = FILES[name]()
    for part in (1, 3, 5, 7):
        try:
            new, _ = wash.clean(data[: len(data) * part // 8], "half")
        except CannotClean as error:
            assert error.what and error.fix and error.where == "half"
        else:
            assert not load.facts(new).traces


def test_the_picture_is_not_coded_anew():
    for name, coded in (("jpeg.jpg", planted.JPEG[20:]), ("webp.webp", planted.WEBP[12:]), ("avif.avif", planted.AV1)):
        assert coded in wash.clean(FILES[name]())[0], name
    for name in ("mp4.mp4", "mov.mov", "m4a.m4a"):
        assert b"picture bytes" * 3 in wash.clean(FILES[name]())[0]
    assert b"\x81\0\0\x80picture" in wash.clean(FILES["mkv.mkv"]())[0]


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_turned_picture_stays_turned(turned):
    for make in (planted.jpeg, planted.png, planted.webp):
        assert load.facts(wash.clean(make(turned))[0]).turned == turned


def test_a_video_keeps_its_places():
    """Samples must not move: tables that point at them stay as they are."""
    data = planted.mp4()
    new, _ = wash.clean(data)
    assert new.find(b"picture bytes") == data.find(b"picture bytes")
    assert b"GPS5" not in new and b"PLANT orphan" not in new


def test_text_of_documents_stays():
    with zipfile.ZipFile(io.BytesIO(wash.clean(planted.office())[0])) as packed:
        assert b"<w:t>words</w:t>" in packed.read("word/document.xml")
        assert not any(name.startswith("docProps") for name in packed.namelist())
        assert b"docProps" not in packed.read("_rels/.rels") + packed.read("[Content_Types].xml")
    assert b"(see here)" in wash.clean(planted.pdf())[0]
    with zipfile.ZipFile(io.BytesIO(wash.clean(planted.opendocument())[0])) as packed:
        assert packed.namelist()[0] == "mimetype"
        assert b"<text:p>hi</text:p>" in packed.read("content.xml")


def test_a_drawing_in_a_document_loses_its_words():
    svg = b"""<svg xmlns="s" inkscape:export-filename="PLANT.png"><!-- PLANT --><metadata>PLANT</metadata><title/><path d="M0 0"/></svg>"""
    data = planted.zipped(("[Content_Types].xml", b"<Types/>"), ("ppt/media/a.svg", svg))
    with zipfile.ZipFile(io.BytesIO(wash.clean(data)[0])) as packed:
        assert packed.read("ppt/media/a.svg") == b"""<svg xmlns="s"><path d="M0 0"/></svg>"""


def test_a_profile_keeps_its_colours_and_loses_its_names():
    bare = icc.bare(planted.profile())
    assert b"rXYZ" in bare and b"wtpt" in bare
    assert WORD not in bare and b"mmod" not in bare and b"APPL" not in bare
    assert len(bare) == int.from_bytes(bare[:4], "big")
    assert icc.bare(b"no profile") == b""


REFUSED = {
    "no known kind": lambda: b"BM" + bytes(100),
    "an empty picture": lambda: b"\xff\xd8\xff\xd9" + bytes(10),
    "a raw file": lambda: planted.tiff().replace(struct.pack("<HHI", 277, 3, 1), struct.pack("<HHI", 50706, 3, 1)),
    "a locked PDF": lambda: planted.pdf().replace(b"/Info 8 0 R", b"/Encrypt 8 0 R"),
    "a document with a program": lambda: planted.zipped(("[Content_Types].xml", b"<Types/>"), ("word/vbaProject.bin", b"x")),
    "a document with a drawing": lambda: planted.zipped(("[Content_Types].xml", b"<Types/>"), ("word/media/a.svg", b"<svg><script/></svg>")),
    "a video without a track": lambda: planted.box(b"ftyp", b"mp42") + planted.box(b"moov", planted.full(b"mvhd", bytes(96))),
    "a packed movie": lambda: planted.box(b"ftyp", b"qt  ") + planted.box(b"moov", planted.box(b"cmov", bytes(20))),
}  # fmt: skip


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_cleaned_is_refused(make):
    with pytest.raises(CannotClean, match="SL109") as caught:
        wash.clean(make(), "file")
    assert caught.value.fix and caught.value.where == "file"


def test_a_cleaner_that_leaves_something_is_found_out(monkeypatch):
    monkeypatch.setattr(wash.cleaners()["jpeg"], "parts", lambda data, facts: [(0, len(data))])
    with pytest.raises(CannotClean, match="left in the copy"):
        wash.clean(planted.jpeg())


def test_words_that_no_reader_sees_are_found_out(monkeypatch):
    hidden = planted.OWNER.encode()
    real = wash.cleaners()["gif"].parts
    monkeypatch.setattr(wash.cleaners()["gif"], "parts", lambda data, facts: [*real(data, facts), hidden[:15]])
    monkeypatch.setattr(planted, "OWNER", planted.OWNER[:15])
    with pytest.raises(CannotClean, match="left in the copy"):
        wash.clean(planted.gif())


def test_every_format_that_is_read_is_cleaned():
    assert set(wash.cleaners()) == set(load.readers())


def test_later_changes_hold():
    changes = Patches(10)
    changes.zero(0, 8)
    changes.put(2, b"ab")
    changes.zero(3, 4)
    changes.put(9, b"z")
    assert joined(b"0123456789", changes.parts()) == b"\0\0a\0\0\0\0\0" + b"8z"
    assert joined(b"0123456789", changes.parts(5)) == b"\0\0a\0\0"
