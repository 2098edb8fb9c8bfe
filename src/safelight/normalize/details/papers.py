"""Numbers of papers: Aadhaar, PAN, passport, SSN, DNI and NIE, CURP, NHS, school and exam numbers.

With the paper's name close by, its shape is enough; without, the checksum must be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from safelight.normalize.details import checksums
from safelight.normalize.details.shapes import Shape, any_of, around


class _Paper(NamedTuple):
    shape: re.Pattern[str]
    named: re.Pattern[str]
    # What tells a real one without its name; None when the name is needed.
    check: Callable[[str], bool] | None = None


def _ssn(number: str) -> bool:
    return number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


def _curp(code: str) -> bool:
    return checksums.curp(code.upper())


_PAPERS = (
    _Paper(
        re.compile(r"(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}(?![\d-]|[ ]\d)"),
        any_of("aa?dh?aa?r", "adhaar", "uid(?:ai)?", "आधार"),
        lambda number: number[0] not in "01" and checksums.verhoeff(number),
    ),
    _Paper(re.compile(r"(?<!\w)[A-Z]{5}\d{4}[A-Z](?!\w)", re.I), any_of("pan(?: card| no| number)?")),
    _Paper(
        re.compile(r"(?<!\w)(?:[A-Z]{1,3} ?\d{6,8}|\d{9})(?!\w)", re.I),
        any_of("passport", "passaport", "pasaporte", "पासपोर्ट"),
    ),
    _Paper(
        re.compile(r"(?<![\d-])\d{3}[- ]?\d{2}[- ]?\d{4}(?![\d-])"),
        any_of("ssn", "social security(?: number| no)?", "social"),
    ),
    _Paper(re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"), any_of("ssn"), _ssn),
    _Paper(
        re.compile(r"(?<!\w)(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-Z](?!\w)", re.I),
        any_of("dni", "nie", "documento"),
        lambda number: checksums.dni(number.upper()),
    ),
    _Paper(re.compile(r"(?<!\w)[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?!\w)", re.I), any_of("curp"), _curp),
    _Paper(re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"), any_of("nhs(?: number| no)?")),
    _Paper(re.compile(r"(?<!\w)[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)", re.I), any_of("ni number", "nino")),
    _Paper(
        re.compile(r"(?<!\w)[A-Z]{0,5}[-/]?\d[\dA-Z/-]{2,14}(?!\w)", re.I),
        any_of(
            r"(?:roll|student|admission|enrol?lment|registration|candidate|reg|admit card|hall ticket|exam|school id|"
            r"library card|id card|bus pass|candidate|voter id|licen[cs]e|license|id)\s*(?:no|num|number|id|nmbr|"
            r"card)",
            "roll no",
            "student id",
            "school id",
            "matricula escolar",
            "n[uú]mero de (?:alumn[oa]|estudiante|expediente)",
            "रोल नंबर",
            "रोल नं",
            "voter id",
            "apaar(?: id)?",
            "driving licen[cs]e",
            "licencia",
        ),
    ),
)
_REACH = 45


def papers(text: str) -> Iterator[Shape]:
    """Yield the numbers of papers, of kind "id_number"."""
    taken: list[tuple[int, int]] = []
    for paper in _PAPERS:
        for found in paper.shape.finditer(text):
            start, end = found.span()
            if any(start < other and end > one for one, other in taken):
                continue
            sure = paper.check is not None and paper.check(re.sub(r"[ -]", "", found.group()))
            if sure or paper.named.search(around(text, start, end, _REACH)):
                taken.append((start, end))
                yield Shape(start, end, "id_number", sure)
