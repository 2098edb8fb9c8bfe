"""The file says where it was made.

What it sees. Coordinates or names of places in the hidden data of a picture, video, sound or document: EXIF, XMP, IPTC,
the tags of videos, the notes of thermal cameras and drones, small copies, and pictures inside documents.

What looks like it but is not. A famous sight on a trip that is over, or a file made in a studio or a shop, gives
nothing away although the place is in it; only the one who made it knows. A picture can also show a place without any
hidden data: that is not looked at here.

Why it matters. A picture taken at home or at school tells a stranger, to a few metres, where to turn up. Most apps take
the place out when a picture is posted; mail, cloud links, forums and "send as file" do not.

Sources. ICO Children's Code, standard 10, geolocation (seen); Agha et al., CSCW 2023: information breaches (seen);
measured where in 72 files with a place it stood: EXIF 61, XMP 6, video tags 4, a thermal camera's segment 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.findings import Fact
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "targeting.exposed_location"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield one mark for coordinates, each place once, and one for names of places."""
    if reading.facts is None:
        return
    places = {trace.near or "": trace for trace in reversed(reading.facts.of("gps"))}
    for near, trace in places.items():
        because: dict[str, Fact] = {"category": "gps", "where": trace.where, **({"near": near} if near else {})}
        yield Mark(1.0, because=because, says=mark("The file says where it was made."))
    named = reading.facts.of("place")
    if named:
        because = {"category": "place", "where": named[0].where, "times": len(named)}
        yield Mark(0.7, because=because, says=mark("The file names a place."))
