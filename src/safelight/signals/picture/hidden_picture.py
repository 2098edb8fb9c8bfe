"""The file holds a second picture that nobody sees.

What it sees. Small copies inside a picture or document, further pictures behind it, the video of a motion photo, and
other data behind the end of the file. It says so when a small copy has another shape than the picture: then it may
still show what was cropped away.

What looks like it but is not. Nearly every camera makes a small copy of each picture; most show just the same.

Why it matters. Who crops a face, a street sign or a uniform out of a picture does not expect it in the small copy, or
in the video that the phone kept.

Sources. Measured: 345 of 873 files held a small copy or a preview; peers' cleaners leave the video of a motion photo,
with its place, in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.locales.load import mark
from safelight.schema.findings import Fact
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "targeting.exposed_personal_details"


def find(reading: Reading) -> Iterator[Mark]:
    """Yield one mark for small copies and one for what lies behind the end."""
    if reading.facts is None:
        return
    small = reading.facts.of("thumbnail")
    if small:
        warns = any(trace.warns for trace in small)
        because: dict[str, Fact] = {
            "category": "thumbnail",
            "where": small[0].where,
            "times": len(small),
            "row": "thumbnail",
        }
        if warns:
            yield Mark(
                0.9, because={**because, "other_shape": True},
                says=mark("A small copy in the file may still show what was cropped away."),
            )  # fmt: skip
        else:
            yield Mark(0.3, because=because, says=mark("The file holds a small copy of the picture."))
    behind = reading.facts.of("trailer")
    if behind:
        because = {"category": "trailer", "where": behind[0].where, "times": len(behind), "row": "trailer"}
        yield Mark(0.8, because=because, says=mark("Behind the picture the file holds more, such as a short video."))
