"""Number plates of India, the United Kingdom, the United States, Spain and Mexico, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape, any_of, around

_STATES = (
    "AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TG|"
    "TN|TR|TS|UK|UP|WB"
)
_INDIAN = re.compile(
    rf"(?<!\w)(?:{_STATES})[ -]?\d{{1,2}}[ -]?(?:[A-Z][ -]?)?[A-Z]{{1,3}}[ -]?\d{{3,4}}(?!\w)", re.IGNORECASE
)
_BRITISH = re.compile(r"(?<!\w)[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?[A-Z]{3}(?!\w)", re.IGNORECASE)
_SPANISH = re.compile(r"(?<!\w)\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}(?!\w)", re.IGNORECASE)
# States of America and Mexico differ; only beside a word for the plate.
_OTHER = re.compile(
    r"(?<!\w)(?=[A-Z \d-]*\d)(?=[A-Z \d-]*[A-Z])[A-Z\d]{1,4}[ -]?[A-Z\d]{2,4}(?:[ -]?[A-Z\d]{2,3})?(?!\w)"
)
_PLATE = any_of(
    "(?:number |license |licence |licen[cs]e )?plates?",
    "number ?plate",
    "reg(?:istration)?(?: no| number| plate)?",
    "matr[ií]cula",
    "placas?",
    "patente",
    "gaa?di ka? (?:number|no)",
    "bike ka? (?:number|no)",
    "car ka? (?:number|no)",
    "नंबर प्लेट",
    "गाड़ी का? नंबर",
    "गाड़ी नंबर",
)
_VEHICLE = any_of(
    "cars?",
    "bikes?",
    "scoot(?:er|y|ies)",
    "van",
    "cab",
    "taxi",
    "auto",
    "rickshaw",
    "bus",
    "uber",
    "ola",
    "jeep",
    "truck",
    "motorbike",
    "moped",
    "ride",
    "swift",
    "activa",
    "splendor",
    "coche",
    "moto",
    "furgoneta",
    "carro",
    "gaa?di",
    "gadi",
    "suv",
    "honda",
    "toyota",
    "ford",
    "bmw",
    "audi",
    "vw",
    "polo",
    "corsa",
    "fiesta",
    "enfield",
    "bullet",
    "hatchback",
    "parked",
    "i20",
    "creta",
    "baleno",
    "कार",
    "बाइक",
    "गाड़ी",
    "स्कूटी",
    "स्कूटर",
    "ऑटो",
    "बस",
    "टैक्सी",
    "कैब",
)
_OWNED = any_of(
    "my",
    "our",
    "dad(?:s|'s|’s)?",
    "mum(?:s|'s|’s)?",
    "mom(?:s|'s|’s)?",
    "mine",
    "i",
    "im",
    "i'm",
    "we",
    "mi",
    "mis",
    "nuestr[oa]",
    "mera",
    "meri",
    "mere",
    "papa",
    "hamari",
    "hamara",
    "pap[aá]",
    "mam[aá]",
    "his",
    "her",
    "me",
    "bhai",
    "मेरी",
    "मेरा",
    "मेरे",
    "पापा",
    "हमारी",
    "हमारा",
    "हम",
    "मैं",
    "main",
)
_REACH = 70


def plates(text: str) -> Iterator[Shape]:
    """Yield the plates of one's own car, bike or cab, of kind "plate"."""
    taken: list[tuple[int, int]] = []
    for pattern in (_INDIAN, _BRITISH, _SPANISH, _OTHER):
        for found in pattern.finditer(text):
            start, end = found.span()
            near = around(text, start, end, _REACH)
            named = _PLATE.search(near) is not None
            seen = named or (pattern is not _OTHER and _VEHICLE.search(near) is not None)
            if seen and _OWNED.search(near) and not any(start < other and end > one for one, other in taken):
                taken.append((start, end))
                yield Shape(start, end, "plate", pattern is not _OTHER)
