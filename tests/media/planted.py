# ruff: noqa: E501
"""Tiny files of every format, built by code, each with a planted place, owner, serial number and comment.

Everything is made here byte by byte: nothing is somebody's picture. The pictures are 8 x 6 pixels of plain colours.
"""

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

OWNER, SERIAL, COMMENT, SCHOOL = "PLANTowner Okafor", "PLANTserial77", "PLANTcomment by the pond", "PLANTschool"
LATITUDE, LONGITUDE = 28.6315, 77.2167
WORD = b"PLANT"

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5mo"
    "q6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEB"
    "AxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAZEAEAAgMAAAAAAAAAAAAAAAAAAgQFITH/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/EABoRAAICAwAA"
    "AAAAAAAAAAAAAAACAzEEERL/2gAMAwEAAhEDEQA/AJ1sdDXAEzu27HjyPxZ//9k="
)
WEBP = base64.b64decode("UklGRioAAABXRUJQVlA4TB4AAAAvB0ABALmM6H/sIqL/ASEBYY7/GyULxmO0YgKQWjY=")
GIF = base64.b64decode("R0lGODdhCAAGAIEAAJagWh6gWmlQWmkUWiwAAAAACAAGAAAIHQAHCBxIsOCAAAISKgQQoGFCABAbBoBIUSJFiAEBADs=")
AV1 = base64.b64decode(
    "EgAKCRgVf/2iAhoNCDI5HseHhVnVnf//4suuAM/JXJiqfiQkhbTQ40VtL/2DBqm9qL5rusoEu/8g4lFdXHIzMLL2XmRhGazkOA=="
)


# ---------------------------------------------------------------- blocks


def exif(turned: int = 6, *, thumbnail: bytes = JPEG, order: str = "<") -> bytes:
    """A TIFF structure: owner, serial number, place, comment, orientation, and a small copy."""
    first = {
        0x010E: (2, COMMENT.encode() + b"\0"), 0x010F: (2, b"PLANTmake\0"), 0x0112: (3, struct.pack(order + "H", turned)),
        0x013B: (2, OWNER.encode() + b"\0"), 0x8298: (2, f"(c) {OWNER}".encode() + b"\0"), 0x8769: (4, b"EXIF"),
        0x8825: (4, b"GPS!"),
    }  # fmt: skip
    second = {
        0x9003: (2, b"2024:05:01 10:00:00\0"), 0x9286: (7, b"ASCII\0\0\0" + COMMENT.encode()),
        0xA430: (2, OWNER.encode() + b"\0"), 0xA431: (2, SERIAL.encode() + b"\0"),
    }  # fmt: skip
    place = {
        1: (2, b"N\0"), 2: (5, _degrees(LATITUDE, order)), 3: (2, b"E\0"), 4: (5, _degrees(LONGITUDE, order)),
        0x1D: (2, b"2024:05:01\0"),
    }  # fmt: skip
    small = {
        0x0103: (3, struct.pack(order + "H", 6)),
        0x0201: (4, b"JPEG"),
        0x0202: (4, struct.pack(order + "I", len(thumbnail))),
    }
    places: dict[bytes, int] = {}
    for _ in range(2):
        out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
        for name, rows in ((b"IFD0", first), (b"EXIF", second), (b"GPS!", place), (b"IFD1", small)):
            places[name] = len(out)
            out += directory(rows, len(out), order, places, places.get(b"IFD1", 0) if name == b"IFD0" else 0)
        places[b"JPEG"] = len(out)
    return out + thumbnail


def directory(rows: dict, at: int, order: str, places: dict[bytes, int], following: int = 0) -> bytes:
    head, behind = struct.pack(order + "H", len(rows)), b""
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
    for tag in sorted(rows):
        kind, raw = rows[tag]
        if kind == 4 and raw in (b"EXIF", b"GPS!", b"JPEG"):
            raw = struct.pack(order + "I", places.get(raw, 0))
        head += struct.pack(order + "HHI", tag, kind, len(raw) // sizes[kind])
        if len(raw) <= 4:
            head += raw.ljust(4, b"\0")
        else:
            head += struct.pack(order + "I", at + 2 + 12 * len(rows) + 4 + len(behind))
            behind += raw + bytes(len(raw) % 2)
    return head + struct.pack(order + "I", following) + behind


def _degrees(value: float, order: str) -> bytes:
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = round(((value - whole) * 60 - minutes) * 60 * 100)
    return struct.pack(order + "IIIIII", whole, 1, minutes, 1, seconds, 100)


def xmp(namespace: str = "exif") -> bytes:
    """A packet with place, owner, a person in a face region, and ids. namespace "drone": a maker's own names."""
    place = 'exif:GPSLatitude="28,37.89N" exif:GPSLongitude="77,13.002E"'
    if namespace == "drone":
        place = 'drone-dji:GpsLatitude="+28.6315" drone-dji:GpsLongtitude="+77.2167" drone-dji:DroneSerialNumber="PLANTserial77"'
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
 {place} aux:SerialNumber="{SERIAL}" photoshop:City="PLANTcity">
<dc:creator><rdf:Seq><rdf:li>{OWNER}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{COMMENT}</rdf:li></rdf:Alt></dc:description>
<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource">
<mwg-rs:Name>PLANTperson</mwg-rs:Name></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def iptc() -> bytes:
    rows = ((80, OWNER), (90, "PLANTcity"), (120, COMMENT), (116, f"(c) {OWNER}"))
    return b"".join(
        b"\x1c\x02" + bytes((number,)) + struct.pack(">H", len(text)) + text.encode() for number, text in rows
    )


def photoshop() -> bytes:
    block = iptc()
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block + bytes(len(block) % 2)
    small = bytes(28) + JPEG
    return resource + b"8BIM\x04\x0c\0\0" + struct.pack(">I", len(small)) + small + bytes(len(small) % 2)


def flir() -> bytes:
    """Thermal segment: a record of the camera's place alone."""
    gps = struct.pack("<I4s2s2s4xdd", 1, b"\2\2\0\0", b"N\0", b"E\0", LATITUDE, LONGITUDE) + bytes(0x60)
    head = b"FFF\0" + b"PLANTtool".ljust(16, b"\0") + struct.pack(">III", 101, 0x40, 1)
    record = struct.pack(">HHIIII", 0x2B, 0, 0, 0, 0x60, len(gps)).ljust(0x20, b"\0")
    return (head.ljust(0x40, b"\0") + record).ljust(0x60, b"\0") + gps


def profile() -> bytes:
    """A small colour profile that names its maker."""
    tags = {b"rXYZ": b"XYZ \0\0\0\0" + bytes(12), b"wtpt": b"XYZ \0\0\0\0" + bytes(12),
            b"cprt": b"text\0\0\0\0" + OWNER.encode() + b"\0", b"mmod": b"mmod\0\0\0\0" + SERIAL.encode().ljust(32, b"\0")}  # fmt: skip
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for name, raw in tags.items():
        raw += bytes(-len(raw) % 4)
        table += name + struct.pack(">II", at + len(body), len(raw))
        body += raw
    head = struct.pack(">I4sI", at + len(body), b"PLNT", 0x02100000) + b"mntrRGB XYZ " + bytes(12) + b"acspAPPL"
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


# ---------------------------------------------------------------- pictures


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(turned: int = 6) -> bytes:
    parts = (
        segment(0xE1, b"Exif\0\0" + exif(turned)), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp()),
        segment(0xED, b"Photoshop 3.0\0" + photoshop()), segment(0xE2, b"ICC_PROFILE\0\1\1" + profile()),
        segment(0xFE, COMMENT.encode()),
    )  # fmt: skip
    return JPEG[:20] + b"".join(parts) + JPEG[20:]


def jpeg_motion() -> bytes:
    """A motion photo: the video lies behind the end of the picture."""
    return jpeg() + mp4()


def jpeg_thermal() -> bytes:
    """The place is in a thermal camera's segment only."""
    return JPEG[:20] + segment(0xE1, b"FLIR\0\1\0\0" + flir()) + JPEG[20:]


def jpeg_drone() -> bytes:
    """The place is in a drone maker's XMP only."""
    return JPEG[:20] + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp("drone")) + JPEG[20:]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(turned: int = 3) -> bytes:
    rows = b"".join(b"\0" + bytes(range(24)) for _ in range(6))
    return b"\x89PNG\r\n\x1a\n" + b"".join((
        chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 6, 8, 2, 0, 0, 0)), chunk(b"iCCP", b"x\0\0" + zlib.compress(profile())),
        chunk(b"tEXt", b"Author\0" + OWNER.encode()), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(COMMENT.encode())),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp()), chunk(b"eXIf", exif(turned)),
        chunk(b"tIME", struct.pack(">HBBBBB", 2024, 5, 1, 10, 0, 0)), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""),
    )) + b"PLANT data behind the end of the picture"  # fmt: skip


def png_raw_profile() -> bytes:
    """EXIF as ImageMagick wrote it for years: hexadecimal digits in a text."""
    raw = (b"Exif\0\0" + exif(1)).hex().encode()
    lines = b"\n".join(raw[at : at + 72] for at in range(0, len(raw), 72))
    text = b"\nexif\n" + str(len(raw) // 2).rjust(8).encode() + b"\n" + lines + b"\n"
    body = chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(text))
    return (
        png(1)[:33]
        + body
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + bytes(24) for _ in range(6))))
        + chunk(b"IEND", b"")
    )


def riff(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def webp(turned: int = 8) -> bytes:
    extended = riff(b"VP8X", bytes((0x2C, 0, 0, 0)) + (7).to_bytes(3, "little") + (5).to_bytes(3, "little"))
    body = extended + riff(b"ICCP", profile()) + WEBP[12:] + riff(b"EXIF", exif(turned)) + riff(b"XMP ", xmp())
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def gif() -> bytes:
    comment = b"!\xfe" + bytes((len(COMMENT),)) + COMMENT.encode() + b"\0"
    packet = b"!\xff\x0bXMP DataXMP" + xmp() + b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return b"GIF89a" + GIF[6:25] + comment + packet + GIF[25:]


def tiff(order: str = "<") -> bytes:
    rows = {
        256: (3, struct.pack(order + "H", 8)), 257: (3, struct.pack(order + "H", 6)), 258: (3, struct.pack(order + "H", 8)),
        259: (3, struct.pack(order + "H", 1)), 262: (3, struct.pack(order + "H", 1)), 273: (4, b"EXIF"),
        274: (3, struct.pack(order + "H", 6)), 277: (3, struct.pack(order + "H", 1)), 278: (3, struct.pack(order + "H", 6)),
        279: (4, struct.pack(order + "I", 48)), 315: (2, OWNER.encode() + b"\0"), 270: (2, COMMENT.encode() + b"\0"),
        700: (1, xmp()), 33723: (7, iptc()), 34675: (7, profile()), 34853: (4, b"GPS!"), 50735: (2, SERIAL.encode() + b"\0"),
    }  # fmt: skip
    place = {1: (2, b"N\0"), 2: (5, _degrees(LATITUDE, order)), 3: (2, b"E\0"), 4: (5, _degrees(LONGITUDE, order))}
    places: dict[bytes, int] = {}
    for _ in range(2):
        out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
        out += directory(rows, 8, order, places)
        places[b"GPS!"] = len(out)
        out += directory(place, len(out), order, {})
        places[b"EXIF"] = len(out)
    return out + bytes(range(48))


# ---------------------------------------------------------------- boxes


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + kind + body


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, bytes((version,)) + flags.to_bytes(3, "big"), *parts)


def heif(brand: bytes = b"avif", coded: bytes = b"av01") -> bytes:
    """One coded picture, a thumbnail of it, EXIF and XMP."""
    pieces = (AV1, AV1, b"\0\0\0\6Exif\0\0" + exif(6), xmp())
    kinds = (
        (1, coded, b"PLANTname\0"),
        (2, coded, b"\0"),
        (3, b"Exif", b"\0"),
        (4, b"mime", b"\0application/rdf+xml\0"),
    )
    infos = b"".join(
        full(b"infe", struct.pack(">HH", number, 0), kind, name, version=2) for number, kind, name in kinds
    )
    properties = box(b"ipco", full(b"ispe", struct.pack(">II", 64, 64)), box(b"av1C", b"\x81\0\x0c\0"),
                     full(b"udes", b"en\0PLANTtitle\0" + COMMENT.encode() + b"\0\0"),
                     box(b"colr", b"prof", profile()))  # fmt: skip
    links = full(
        b"ipma", struct.pack(">I", 2), struct.pack(">HB", 1, 4) + b"\1\x82\3\4", struct.pack(">HB", 2, 2) + b"\1\x82"
    )
    refs = full(b"iref", box(b"thmb", struct.pack(">HHH", 2, 1, 1)), box(b"cdsc", struct.pack(">HHH", 3, 1, 1)),
                box(b"cdsc", struct.pack(">HHH", 4, 1, 1)))  # fmt: skip
    head = box(b"ftyp", brand + b"\0\0\0\0" + brand + b"mif1")
    start = 0
    for _ in range(2):
        places, at = b"", start
        for number, piece in enumerate(pieces, 1):
            places += struct.pack(">HHHII", number, 0, 1, at, len(piece))
            at += len(piece)
        meta = full(
            b"meta", full(b"hdlr", b"\0\0\0\0pict" + bytes(12) + b"PLANThandler\0"), full(b"pitm", b"\0\1"),
            full(b"iloc", b"\x44\0", struct.pack(">H", 4), places), full(b"iinf", struct.pack(">H", 4), infos),
            box(b"iprp", properties, links), refs,
        )  # fmt: skip
        start = len(head) + len(meta) + 8
    return head + meta + box(b"mdat", *pieces)


def track(kind: bytes, entry: bytes, at: int, size: int, name: bytes = b"PLANThandler\0") -> bytes:
    table = box(
        b"stbl", full(b"stsd", b"\0\0\0\1", entry), full(b"stts", struct.pack(">III", 1, 1, 10)),
        full(b"stsc", struct.pack(">IIII", 1, 1, 1, 1)), full(b"stsz", struct.pack(">II", size, 1)),
        full(b"stco", struct.pack(">II", 1, at)),
    )  # fmt: skip
    head = full(
        b"tkhd", struct.pack(">II", 3_700_000_000, 3_700_000_000) + bytes(64) + struct.pack(">II", 8 << 16, 6 << 16)
    )
    media = box(b"mdia", full(b"mdhd", struct.pack(">IIII", 3_700_000_000, 3_700_000_000, 1000, 10) + bytes(4)),
                full(b"hdlr", b"\0\0\0\0" + kind + bytes(12) + name),
                box(b"minf", box(b"dinf", full(b"dref", b"\0\0\0\1", full(b"url ", flags=1))), table))  # fmt: skip
    return box(b"trak", head, media, box(b"udta", box(b"name", SCHOOL.encode())))


def movie(brand: bytes, *more: bytes, places: bytes = b"", coded: bytes = b"gpmd") -> bytes:
    """A video with a track of picture, one of sound, one of data, and orphaned bytes in the middle."""
    picture = box(b"avc1", bytes(6) + b"\0\1" + bytes(4) + b"PLNT" + bytes(8) + struct.pack(">HHIII", 8, 6, 0x480000, 0x480000, 0)
                  + b"\0\1" + b"\x0dPLANTencoder!".ljust(32, b"\0") + b"\0\x18\xff\xff")  # fmt: skip
    sound = box(b"mp4a", bytes(6) + b"\0\1" + bytes(8) + struct.pack(">HHII", 2, 16, 0, 44_100 << 16))
    data = box(coded, bytes(6) + b"\0\1")
    samples = (b"picture bytes" * 3, b"sound bytes" * 3, places or gpmf(), b"PLANT orphan")
    head = box(b"ftyp", brand, b"\0\0\2\0", brand, b"isom")
    start = 0
    for _ in range(2):
        spots = [start + sum(map(len, samples[:n])) for n in range(3)]
        moov = box(
            b"moov", full(b"mvhd", struct.pack(">IIII", 3_700_000_000, 3_700_000_000, 1000, 10) + bytes(80)),
            track(b"vide", picture, spots[0], len(samples[0])), track(b"soun", sound, spots[1], len(samples[1])),
            track(b"meta", data, spots[2], len(samples[2])), *more,
        )  # fmt: skip
        start = len(head) + len(moov) + 8
    return head + moov + box(b"mdat", *samples) + box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), xmp())


def gpmf() -> bytes:
    scale = b"SCALl" + struct.pack(">BHi", 4, 1, 10_000_000)
    rows = b"GPS5l" + struct.pack(">BHiiiii", 20, 1, round(LATITUDE * 1e7), round(LONGITUDE * 1e7), 0, 0, 0)
    return b"STRM\0" + struct.pack(">BH", 1, len(scale + rows)) + scale + rows


def listed(name: bytes, value: str) -> bytes:
    return box(name, box(b"data", struct.pack(">II", 1, 0), value.encode()))


def mp4() -> bytes:
    xyz = f"+{LATITUDE:07.4f}+{LONGITUDE:08.4f}/".encode()
    tags = full(
        b"meta", full(b"hdlr", b"\0\0\0\0mdirappl" + bytes(9)),
        box(b"ilst", listed(b"\xa9ART", OWNER), listed(b"\xa9cmt", COMMENT), listed(b"\xa9nam", SCHOOL)),
    )  # fmt: skip
    serial = box(b"SNum", b"\0\0\0\0\x15\xc7" + SERIAL.encode())
    return movie(b"mp42", box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(xyz), 0x15C7), xyz), tags, serial))


def mov() -> bytes:
    names = ("location.ISO6709", "author", "comment", "make")
    keys = b"".join(box(b"mdta", f"com.apple.quicktime.{name}".encode()) for name in names)
    values = (f"+{LATITUDE}+0{LONGITUDE}+216.0/", OWNER, COMMENT, "PLANTmake")
    rows = b"".join(listed(struct.pack(">I", number), value) for number, value in enumerate(values, 1))
    meta = box(
        b"meta",
        full(b"hdlr", b"\0\0\0\0mdta" + bytes(13)),
        full(b"keys", struct.pack(">I", 4), keys),
        box(b"ilst", rows),
    )
    return movie(b"qt  ", meta)


def three_gp() -> bytes:
    place = struct.pack(">ii", round(LONGITUDE * 65536), round(LATITUDE * 65536))
    loci = full(b"loci", b"\x15\xc7" + b"PLANTcity\0\0" + place + bytes(4) + b"earth\0\0")
    owner = full(b"auth", b"\x15\xc7" + OWNER.encode() + b"\0")
    return movie(b"3gp5", box(b"udta", loci, owner), places=b"[latitude: 28.6315] [longitude: 77.2167]", coded=b"text")


def m4a() -> bytes:
    return movie(b"M4A ", box(b"udta", full(b"meta", full(b"hdlr", b"\0\0\0\0mdirappl" + bytes(9)),
                 box(b"ilst", listed(b"\xa9ART", OWNER), listed(b"\xa9cmt", COMMENT), listed(b"apID", "PLANT@example.org")))))  # fmt: skip


# ---------------------------------------------------------------- others


def element(number: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = (len(body) | 1 << 28).to_bytes(4, "big")
    return number.to_bytes((number.bit_length() + 7) // 8, "big") + size + body


def matroska(kind: bytes = b"webm") -> bytes:
    def tag(name: str, value: str) -> bytes:
        return element(0x67C8, element(0x45A3, name.encode()), element(0x4487, value.encode()))

    tags = element(0x1254C367, element(0x7373, tag("ARTIST", OWNER), tag("COMMENT", COMMENT),
                   tag("LOCATION", f"+{LATITUDE}+0{LONGITUDE}/"), tag("SERIAL", SERIAL)))  # fmt: skip
    info = element(0x1549A966, element(0x2AD7B1, b"\x0f\x42\x40"), element(0x7BA9, SCHOOL.encode()),
                   element(0x4D80, b"PLANTmuxer"), element(0x5741, b"PLANTwriter"), element(0x73A4, b"PLANTuid".ljust(16, b"\0")),
                   element(0x4461, struct.pack(">q", 700_000_000 * 10**9)))  # fmt: skip
    tracks = element(
        0x1654AE6B, element(0xAE, element(0xD7, b"\1"), element(0x536E, b"PLANTtrack"), element(0x86, b"V_VP8"))
    )
    cluster = element(0x1F43B675, element(0xE7, b"\0"), element(0xA3, b"\x81\0\0\x80picture"))
    attached = element(0x1941A469, element(0x61A7, element(0x466E, b"PLANT.jpg"), element(0x465C, JPEG)))
    return element(0x1A45DFA3, element(0x4282, kind)) + element(0x18538067, info, tracks, attached, cluster, tags)


def mp3() -> bytes:
    def frame(name: bytes, text: bytes) -> bytes:
        return name + struct.pack(">I", len(text)) + b"\0\0" + text

    body = b"".join((
        frame(b"TPE1", b"\0" + OWNER.encode()), frame(b"COMM", b"\0eng\0" + COMMENT.encode()),
        frame(b"TXXX", b"\0Location\0" + f"{LATITUDE}, {LONGITUDE}".encode()), frame(b"UFID", b"PLANT\0" + SERIAL.encode()),
        frame(b"APIC", b"\0image/jpeg\0\3\0" + JPEG),
    ))  # fmt: skip
    size = bytes((len(body) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    sound = b"\xff\xfb\x90\x00" + bytes(413)
    last = b"TAG" + SCHOOL.encode().ljust(30, b"\0") + OWNER.encode().ljust(30, b"\0") + bytes(64) + b"\0"
    return b"ID3\3\0\0" + size + body + sound * 3 + last.ljust(128, b"\0")


def pdf() -> bytes:
    """Info, XMP, a note with its author, a picture with EXIF, and an earlier version that was edited away."""
    picture = jpeg(1)
    packet = xmp()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 80 60]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R/Annots[7 0 R]"
        b"/PieceInfo<</P<</Private(PLANTpiece)>>>>>>",
        b"<</Type/XObject/Subtype/Image/Width 8/Height 6/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length "
        + str(len(picture)).encode() + b">>stream\n" + picture + b"\nendstream",
        b"<</Length 29>>stream\nq 80 0 0 60 0 0 cm /I Do Q   \nendstream",
        b"<</Type/Metadata/Subtype/XML/Length " + str(len(packet)).encode() + b">>stream\n" + packet + b"\nendstream",
        b"<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/T(" + OWNER.encode() + b")/Contents(see here)/M(D:20240501)>>",
        b"<</Author(" + OWNER.encode() + b")/Title(" + SCHOOL.encode() + b")/Keywords(" + COMMENT.encode()
        + b")/Producer(PLANTproducer)/CreationDate(D:20240501100000)>>",
        b"<</Author(PLANTold)>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    table = b"xref\n0 10\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return (
        out
        + table
        + b"trailer<</Size 10/Root 1 0 R/Info 8 0 R/ID[<504c414e54>(x)]>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
        packed.comment = b"PLANT zip comment"
    return out.getvalue()


def office(folder: str = "word", main: str = "document") -> bytes:
    core = f"<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:creator>{OWNER}</dc:creator><dc:description>{COMMENT}</dc:description>"
    core += f"<cp:lastModifiedBy>{OWNER}</cp:lastModifiedBy></cp:coreProperties>"
    people = f'<w:ins w:id="1" w:author="{OWNER}" w:date="2024-05-01T10:00:00Z" w:rsidR="00AB"><w:t>words</w:t></w:ins>'
    types = '<Types><Default Extension="xml" ContentType="a"/><Override PartName="/docProps/core.xml" ContentType="b"/></Types>'
    rels = ('<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="r2" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>')  # fmt: skip
    comments = {"word": f'<w:comments><w:comment w:author="{OWNER}" w:initials="PLANT"/></w:comments>',
                "xl": f"<comments><authors><author>{OWNER}</author></authors></comments>",
                "ppt": f'<p:cmAuthorLst><p:cmAuthor id="0" name="{OWNER}" initials="PLANT"/></p:cmAuthorLst>'}[folder]  # fmt: skip
    return zipped(
        ("[Content_Types].xml", types.encode()), ("_rels/.rels", rels.encode()), ("docProps/core.xml", core.encode()),
        ("docProps/thumbnail.jpeg", jpeg()), (f"{folder}/{main}.xml", f"<w:document>{people}</w:document>".encode()),
        (f"{folder}/media/image1.jpeg", jpeg(1)), (f"{folder}/media/image2.png", png(1)),
        (f"{folder}/comments1.xml" if folder == "xl" else f"{folder}/commentAuthors.xml", comments.encode()),
    )  # fmt: skip


def opendocument() -> bytes:
    meta = (f"<office:document-meta><office:meta><meta:initial-creator>{OWNER}</meta:initial-creator>"
            f"<dc:creator>{OWNER}</dc:creator><dc:description>{COMMENT}</dc:description></office:meta></office:document-meta>")  # fmt: skip
    content = f"<office:document-content><office:annotation><dc:creator>{OWNER}</dc:creator><text:p>hi</text:p></office:annotation></office:document-content>"
    listed = ('<manifest:manifest><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/>'
              '<manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>')  # fmt: skip
    return zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode()), ("meta.xml", meta.encode()),
        ("Pictures/1.jpg", jpeg(1)), ("Thumbnails/thumbnail.png", png(1)), ("META-INF/manifest.xml", listed.encode()),
    )  # fmt: skip


FILES: dict[str, Callable[[], bytes]] = {
    "jpeg.jpg": jpeg, "motion.jpg": jpeg_motion, "thermal.jpg": jpeg_thermal, "drone.jpg": jpeg_drone, "png.png": png,
    "raw_profile.png": png_raw_profile, "webp.webp": webp, "gif.gif": gif, "tiff.tiff": tiff,
    "motorola.tiff": lambda: tiff(">"), "avif.avif": heif, "heic.heic": lambda: heif(b"heic", b"hvc1"), "mp4.mp4": mp4,
    "mov.mov": mov, "three.3gp": three_gp, "m4a.m4a": m4a, "webm.webm": matroska,
    "mkv.mkv": lambda: matroska(b"matroska"), "mp3.mp3": mp3, "pdf.pdf": pdf, "docx.docx": office,
    "xlsx.xlsx": lambda: office("xl", "workbook"), "pptx.pptx": lambda: office("ppt", "presentation"),
    "odt.odt": opendocument,
}  # fmt: skip
# What a file does not hold.
WITHOUT: dict[str, set[str]] = {"thermal.jpg": {"owner", "serial", "comment"}}
