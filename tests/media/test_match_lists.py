"""Lists of hashes are read in the formats in which they are exchanged; what cannot be read is told, not lost."""

import json

import pytest

from safelight.media.match_lists import read
from safelight.schema.errors import DamagedFile, UnknownFormat

PDQ, OTHER, MD5, SHA1 = "0f" * 32, "1e" * 32, "a1" * 16, "b2" * 20
NCMEC = f"""<?xml version="1.0" encoding="UTF-8"?>
<queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2">
  <images count="3" maxTimestamp="2025-10-24T15:10:00Z">
    <image><member id="42">Example</member><timestamp>2025-10-24T15:00:00Z</timestamp><id>one</id>
      <classification>A1</classification>
      <fingerprints><md5>{MD5}</md5><sha1>{SHA1}</sha1><pdq>{PDQ}</pdq><pdna>0011</pdna></fingerprints></image>
    <image><member id="42">Example</member><id>two</id><fingerprints><pdq>{OTHER}</pdq></fingerprints></image>
    <deletedImage><member id="42">Example</member><id>two</id></deletedImage>
  </images>
  <videos count="1"><video><member id="7">Other</member><id>two</id>
      <fingerprints><md5>{MD5}</md5><tmk-pdqf rel="self" href="/x"/></fingerprints></video></videos>
  <paging><next>/v2/entries</next></paging>
</queryResult>"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.value) for each in read(text.encode()).entries]


def test_plain_lines():
    text = f"# a note\n{PDQ}\n{PDQ.upper()}  # again\n\npdq {OTHER}\nmd5,{MD5}\n"
    assert kinds(text) == [("pdq", PDQ), ("pdq", PDQ), ("pdq", OTHER), ("md5", MD5)]


def test_the_files_of_the_pdq_tools_and_tables_with_a_heading():
    assert kinds(f"hash,quality,filename\n{PDQ},100,a.jpg\n{OTHER},87,b.jpg") == [("pdq", PDQ), ("pdq", OTHER)]


def test_a_line_that_is_no_hash_is_told_by_its_number():
    found = read(f"{PDQ}\nnonsense\nsha256 {MD5}".encode())
    assert [each.where for each in found.unread] == ["line 2", "line 3"]
    assert not any("nonsense" in each.reason for each in found.unread)


def test_ncmec_with_what_was_deleted_and_what_is_not_compared():
    found = read(NCMEC.encode())
    assert found.format == "ncmec"
    assert [each.value for each in found.live("pdq")] == [PDQ]
    assert [each.member for each in found.live("md5")] == ["Example", "Other"]
    assert found.entries[0].labels == ("A1",)
    assert len(found.unread) == 2


def test_stopncii_with_what_was_withdrawn():
    rows = [
        {"hashValue": PDQ, "hashStatus": "Active", "signalType": "ImagePDQ", "hashRegions": ["UK"]},
        {"hashValue": OTHER, "hashStatus": "Withdrawn", "signalType": "ImagePDQ"},
        {"hashValue": MD5, "hashStatus": "Received", "signalType": "VideoMD5"},
        {"hashValue": "x", "hashStatus": "Active", "signalType": "VideoTMK"},
        "not an entry",
    ]
    found = read(json.dumps({"count": 4, "hashRecords": rows}).encode())
    assert found.format == "stopncii"
    assert [each.value for each in found.live("pdq")] == [PDQ]
    assert [each.value for each in found.live("md5")] == [MD5]
    assert len(found.unread) == 2


def test_threatexchange():
    rows = [
        {"id": "1", "indicator": PDQ, "type": "HASH_PDQ", "tags": ["media_type_photo"]},
        {"id": "2", "indicator": OTHER, "type": "HASH_PDQ", "should_delete": True},
        {"id": "3", "indicator": MD5, "type": "HASH_MD5"},
        {"id": "4", "indicator": "x", "type": "URI"},
    ]
    found = read(json.dumps({"data": rows, "paging": {}}).encode())
    assert found.format == "threatexchange"
    assert [(each.id, each.labels) for each in found.live("pdq")] == [("1", ("media_type_photo",))]
    assert len(found.unread) == 1


def test_tech_against_terrorism():
    rows = [{"hash_value": PDQ, "hash_type": "PDQ"}, {"hash_value": "c3" * 32, "hash_type": "SHA256"}]
    assert [each.kind for each in read(json.dumps(rows).encode()).entries] == ["pdq", "sha256"]


@pytest.mark.parametrize("data", [b"", b"hello\nworld", b"\xff\xfe\x00", b"{}", b"[]", b"<html></html>"])
def test_what_is_no_list_is_refused(data):
    with pytest.raises(UnknownFormat):
        read(data, "list.txt")


@pytest.mark.parametrize(
    "data", [b"{", b"<queryResult>", b'<!DOCTYPE x [<!ENTITY a "b">]><queryResult>&a;</queryResult>', b"[" * 100_000]
)
def test_what_is_damaged_or_unsafe_is_refused(data):
    with pytest.raises(DamagedFile):
        read(data, "list")


def test_no_hash_is_shown():
    assert PDQ not in repr(read(PDQ.encode()))
