"""XMP packets: RDF in XML, in every format. Properties are told apart by their local name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError

from safelight.media.read.notes import SpentError, words

if TYPE_CHECKING:
    from safelight.media.read.notes import Data, Notes
    from safelight.schema.pictures import TraceKind

LARGEST = 1024**2
_DEEPEST = 40
_KINDS: dict[str, TraceKind] = {}


def _names(kind: TraceKind, names: str) -> None:
    _KINDS.update(dict.fromkeys(names.lower().split(), kind))


_names("owner", """
    creator author artist rights copyright ownername owner cameraownername byline credit source captionwriter
    authorsposition usageterms webstatement publisher contributor manager company licensor licensorname
    licensoremail licensorurl licensortelephone1 licensortelephone2 copyrightownername copyrightownerid
    imagecreatorname imagecreatorid imagesuppliername personinimage personname persondisplayname ciadrextadr
    ciemailwork citelwork ciurlwork ciadrcity ciadrregion ciadrctry ciadrpcode certificate marker copyrightnotice
    lastmodifiedby directorphotography director audiotechnician engineer composer photographer imageeditor
    modelreleaseid propertyreleaseid profilesowner attributionname attributionurl
""")  # fmt: skip
_names("place", """
    city state provincestate country countryname countrycode location sublocation worldregion locationshown
    locationcreated locationname gpsareainformation address streetaddress captureaddress
""")  # fmt: skip
_names("time", """
    createdate modifydate metadatadate datecreated datetimeoriginal datetimedigitized datetime gpstimestamp
    gpsdatestamp when datetimecreated digitalcreationdate shotdate
""")  # fmt: skip
_names(
    "device", "make model lens lensmodel lensmake devicename cameramodel cameramodelname uniquecameramodel hostcomputer"
)
_names("serial", """
    serialnumber bodyserialnumber lensserialnumber cameraserialnumber documentid instanceid originaldocumentid
    imageuniqueid versionid digitalimageguid rawfilename preservedfilename imagenumber internalserialnumber
    droneserialnumber sensorid contentidentifier derivedfrom
""")  # fmt: skip
_names("comment", """
    title description caption headline label keywords subject hierarchicalsubject usercomment comment instructions
    supplementalcategories category tagslist lastkeywordxmp event nickname catalogsets alttextaccessibility
    extdescraccessibility imagedescription objectname projectname scene
""")  # fmt: skip
_names("history", "history creatortool software producer softwareagent ingredients pantry creatorversion action")
_names("thumbnail", "image thumbnails")
_POINTS = (
    ("gpslatitude", "gpslongitude"),
    ("latitude", "longitude"),
    ("gpslatitude", "gpslongtitude"),
    ("gpsdestlatitude", "gpsdestlongitude"),
    ("geolat", "geolong"),
    ("poselatitude", "poselongitude"),
    ("lat", "long"),
)
_LOOSE = re.compile(
    rb"(?:[\w-]+:)?(GPS)?(Lat|Long?t?)(?:itude)?\s*(?:=\s*[\"']|>)\s*([0-9.,+\-NSEW ]{1,40})[\"'<]", re.IGNORECASE
)
# Further names of people in the many vocabularies: AOCreator, recordedBy, ImageSupplierName, ...
_PEOPLE = re.compile(
    r"(?:creator|author|artist|owner|copyright|copyrightnotice|photographer|people|rightsholder|recordedby)$|^personalit"
)
_REGION = ("name", "persondisplayname", "personname")
_DEGREES = re.compile(
    r"\s*([+-]?\d+(?:\.\d+)?)(?:\s*,\s*(\d+(?:\.\d+)?))?(?:\s*,\s*(\d+(?:\.\d+)?))?\s*([NSEWnsew]?)\s*"
)


def read(packet: bytes, notes: Notes, where: str = "XMP") -> None:
    """Note what one packet holds. One that is no XML is searched for coordinates only, and said to be unread."""
    packet = packet[:LARGEST].strip(b"\0 \r\n\t")
    if not packet:
        return
    root = _parsed(packet)
    if root is None:
        _loose(packet, notes, where)
        notes.add("unread", where, "XMP that is no XML")
        return
    found: dict[str, str] = {}
    _walk(root, "", notes, where, found, 0)
    _points(found, notes, where)


def find(data: Data, notes: Notes, start: int = 0, end: int | None = None) -> None:
    """Look for packets in bytes of any format, at most four."""
    end = len(data) if end is None else end
    for _ in range(4):
        at = data.find(b"<x:xmpmeta", start, end)
        if at < 0:
            return
        stop = data.find(b"</x:xmpmeta>", at, min(end, at + LARGEST))
        if stop < 0:
            return
        read(data[at : stop + 12], notes)
        start = stop + 12


def _parsed(packet: bytes) -> Element | None:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    start = packet.find(b"<")
    begin, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"</x:xmpmeta>")
    tries = [packet[begin : end + 12]] if 0 <= begin < end else []
    begin, end = packet.find(b"<rdf:RDF"), packet.rfind(b"</rdf:RDF>")
    tries += [packet[max(start, 0) :]] if not tries else []
    tries += [packet[begin : end + 10]] if 0 <= begin < end else []
    for each in tries:
        try:
            root: Element = fromstring(each)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            continue
        return root
    return None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _walk(node: Element, prop: str, notes: Notes, where: str, found: dict[str, str], depth: int) -> None:
    """Go through properties and structures. prop: the property that the node belongs to, as written."""
    notes.spend()
    if depth > _DEEPEST:
        raise SpentError
    name = _local(node.tag) if isinstance(node.tag, str) else ""
    own = prop if name in ("Seq", "Bag", "Alt", "li", "Description", "RDF", "xmpmeta", "value") else name
    for key, value in node.attrib.items():
        local = _local(key)
        if local not in ("about", "lang", "parseType", "xmptk", "nodeID"):
            _take(prop if local == "resource" else local, own, value, notes, where, found)
    if node.text and node.text.strip():
        _take(own, prop, node.text, notes, where, found)
    for child in node:
        _walk(child, own, notes, where, found, depth + 1)


def _take(name: str, parent: str, value: str, notes: Notes, where: str, found: dict[str, str]) -> None:
    low = name.lower()
    found.setdefault(low, value)
    if low in _REGION and parent.lower() in ("regionlist", "regions", "personinimagewdetails", "name", "description"):
        notes.add("owner", f"{where} face region", value)
    elif low == "name" or low.endswith("displayname"):
        notes.add("owner" if "person" in low else "comment", f"{where} {name}", value)
    elif kind := _KINDS.get(low) or ("owner" if _PEOPLE.search(low) else None):
        if kind == "thumbnail" and len(value) < 200:
            return
        notes.add(kind, f"{where} {name}", f"{len(value)} characters" if kind == "thumbnail" else value)


def _points(found: dict[str, str], notes: Notes, where: str) -> None:
    for first, second in _POINTS:
        if first in found and second in found:
            latitude, longitude = degrees(found[first]), degrees(found[second])
            if latitude is not None and longitude is not None:
                notes.gps(f"{where} {first}", latitude, longitude)
                return


def degrees(text: str) -> float | None:
    """Return degrees out of "28,37.89N", "28,37,53N", "28.6315" or "+28.6315"; None when it is none of these."""
    match = _DEGREES.fullmatch(text)
    if match is None:
        return None
    whole = float(match[1])
    value = abs(whole) + float(match[2] or 0) / 60 + float(match[3] or 0) / 3600
    return -value if whole < 0 or match[4].upper() in ("S", "W") else value


def _loose(packet: bytes, notes: Notes, where: str) -> None:
    """Find coordinates in a packet that is no XML."""
    found: dict[str, float] = {}
    for match in _LOOSE.finditer(packet):
        value = degrees(words(match[3]))
        if value is not None:
            found.setdefault(match[2][:3].lower().decode(), value)
    if "lat" in found and "lon" in found:
        notes.gps(where, found["lat"], found["lon"])
