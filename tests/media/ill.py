"""Files built so that who cleans them would go on for hours, or write without an end. Each is a few megabytes."""

import io
import struct
import zipfile

from tests.media import planted
from tests.media.planted import box


def tiff_of_overlapping_strips() -> bytes:
    """Two hundred pages, each of a hundred thousand strips, each strip the whole file."""
    count, pages = 100_000, 200
    at = 8 + pages * (2 + 6 * 12 + 4)
    starts, sizes = struct.pack("<I", 8) * count, struct.pack("<I", at) * count
    head = b"II*\0\x08\0\0\0"
    for page in range(pages):
        following = 8 + (page + 1) * (2 + 6 * 12 + 4) if page + 1 < pages else 0
        rows = [(256, 3, 1, 100), (257, 3, 1, 100), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, count, at)]
        rows.append((279, 4, count, at + len(starts)))
        head += struct.pack("<H", 6) + b"".join(struct.pack("<HHII", *row) for row in rows)
        head += struct.pack("<I", following)
    return head + starts + sizes


def movie_of_many_tracks() -> bytes:
    """Sixty thousand tracks, each of them shown."""
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(13))
    track = box(b"trak", box(b"mdia", handler))
    return box(b"ftyp", b"mp42\0\0\0\0mp42") + box(b"moov", track * 60_000) + box(b"mdat", bytes(100))


def movie_of_many_boxes() -> bytes:
    """Eighty thousand boxes of data, and as many pieces of sound in a track."""
    count = 80_000
    chunks = box(
        b"stco", bytes(4) + struct.pack(">I", count) + b"".join(struct.pack(">I", 8 * n) for n in range(count))
    )
    runs = box(b"stsc", bytes(4) + struct.pack(">IIII", 1, 1, 1, 1))
    sizes = box(b"stsz", bytes(4) + struct.pack(">II", 4, count))
    table = box(b"stbl", chunks + runs + sizes)
    media = box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(13)) + box(b"minf", table))
    return box(b"ftyp", b"mp42\0\0\0\0mp42") + box(b"moov", box(b"trak", media)) + box(b"mdat", b"") * count


def picture_of_many_parts() -> bytes:
    """A HEIC of fifteen thousand items that lie beside another, each with all properties, each the whole file."""
    count = 15_000
    infos = b"".join(box(b"infe", bytes((2, 0, 0, 0)) + struct.pack(">HH", n, 0) + b"hvc1\0") for n in range(1, count))
    beside = b"".join(box(b"auxl", struct.pack(">HHH", n, 1, 1)) for n in range(2, count))
    places = b"".join(struct.pack(">HHHII", n, 0, 1, 0, 0) for n in range(1, count))
    pairs = b"".join(struct.pack(">HBB", n, 1, 1) for n in range(1, count))
    properties = box(b"ipco", box(b"auxC", bytes(4) + b"urn:mpeg:hevc:2015:auxid:1\0") * 5_000)
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(
        b"meta",
        bytes(4) + box(b"hdlr", bytes(8) + b"pict" + bytes(13)) + box(b"pitm", bytes(4) + struct.pack(">H", 1))
        + box(b"iinf", bytes(4) + struct.pack(">H", count - 1) + infos)
        + box(b"iloc", bytes(4) + b"\x44\x00" + struct.pack(">H", count - 1) + places)
        + box(b"iref", bytes(4) + beside)
        + box(b"iprp", properties + box(b"ipma", bytes(4) + struct.pack(">I", count - 1) + pairs)),
    ) + bytes(1000)  # fmt: skip


def document(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
        made.writestr(name, content)
        # So that it is not refused for how little it takes.
        made.writestr("word/noise.xml", bytes(range(256)) * 100)
    return out.getvalue()


def comments_without_an_end() -> bytes:
    return document("word/media/a.svg", b"<svg>" + b"<!--" * 250_000)


def relations_without_an_end() -> bytes:
    return document("word/_rels/document.xml.rels", b"<Relationship " * 70_000)


def alternatives_without_an_end() -> bytes:
    return document("xl/workbook.xml", b"<mc:AlternateContent " * 45_000)


def pdf_of_deep_arrays() -> bytes:
    deep = b"[" * 200_000 + b"]" * 200_000
    return planted.pdf().replace(b"/Catalog", b"/Catalog /X " + deep, 1)


def pdf_of_pages_in_circles() -> bytes:
    kids = b" ".join(b"2 0 R" for _ in range(20_000))
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Count 9 /Kids ["
        + kids + b"]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def elements_of_nothing() -> bytes:
    """A Matroska of a million empty elements."""
    return (
        b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff\x1f\x43\xb6\x75\x80"
        + b"\xec\x80" * 1_000_000
    )


def chunks_of_nothing() -> bytes:
    return planted.png()[:33] + planted.chunk(b"tEXt", b"") * 400_000 + planted.chunk(b"IEND", b"")


def segments_of_nothing() -> bytes:
    return planted.JPEG[:2] + b"\xff\xe1\0\x02" * 1_000_000 + planted.JPEG[2:]


def tags_of_nothing() -> bytes:
    return b"ID3\x04\0\0\0\0\0\0" * 300_000 + b"\xff\xfb\x90\0" + bytes(413)


FILES = {
    name.replace("_", " "): make
    for name, make in list(globals().items())
    if callable(make) and getattr(make, "__module__", "") == __name__ and name != "document"
}
