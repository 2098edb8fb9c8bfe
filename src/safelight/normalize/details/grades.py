"""School years and classes: "class 9B", "year 8", "8th grade", "2º de la ESO", "kaksha 9", "कक्षा 9"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
_ROMAN = "VIII|VII|VI|IV|V|XII|XI|IX|X|III|II"
_HINDI = "पहली|दूसरी|तीसरी|चौथी|पाँचवीं|पांचवीं|छठी|छठवीं|सातवीं|आठवीं|नौवीं|नवीं|दसवीं|ग्यारहवीं|बारहवीं"
_LATIN_HINDI = (
    "chhathi|chathi|saatvi|satvi|saatvin|aathvi|athvi|aathvin|nauvi|navi|nauvin|dasvi|dasvin|gyarahvi|"
    "gyarvi|barahvi|barvi|paanchvi|panchvi"
)
_SPANISH = "primero|segundo|tercero|cuarto|quinto|sexto|primer|tercer"
_SECTION = r"(?:\s*-?\s*(?:[\"“(]?[A-H][\"”)]?(?![\w'’])|section\s+\w+|sec\s+\w+))?"
_PATTERNS = (
    re.compile(
        rf"(?<!\w)(?:class|grade|std|standard|form|kaksha|klass|cls|yr|clase)\s*[:-]?\s*(?:\d{{1,2}}(?:th)?|"
        rf"(?-i:{_ROMAN})(?!\w)|{_ORDINAL}){_SECTION}(?:\s*(?:section|sec)\s+\w+)?(?!\w)",
        re.I,
    ),
    re.compile(r"(?<!\w)class of (?:20[2-3]\d|['’]\d\d)(?!\w)", re.I),
    re.compile(
        r"(?<!\w)(?:(?<=in )y|(?-i:Y))(?:[7-9]|1[0-3])(?!\w)|(?<!\w)(?:1[0-2]|[6-9])th (?:science|commerce|arts|"
        r"humanities|boards?)(?!\w)",
        re.I,
    ),
    re.compile(
        r"(?<!\w)(?:XII|XI|IX|X|VIII|VII|VI|1[0-2]|"
        r"[6-9])(?:th)?[ -]?[\"“]?[A-H][\"”]?(?!\w)(?=.{0,20}(?:school|student|class|DPS|KV|gang|boys|girls))"
    ),
    re.compile(rf"(?<!\w)year\s+(?:[1-9]|1[0-3]|{_NUMBER})(?!\d){_SECTION}(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th)|(?!first class|second class){_ORDINAL})\s*[- ]?(?:grade|grader|"
        rf"class|std|standard|"
        rf"form)(?:\s*(?:mein|me|m))?{_SECTION}(?!\w)",
        re.I,
    ),
    re.compile(
        r"(?<!\w)(?:in|of|from|for|with|im|i'm|i’m|class|me|mein)\s+(?P<only>(?:[6-9]|"
        r"1[0-2])(?:th)?\s*-?\s*[A-H])(?!\w)(?!\s*(?:team|block|wing))"
    ),
    re.compile(
        r"(?<!\w)(?P<only>(?:[6-9]|1[0-2])(?:th)?\s*-?\s*[A-H])(?=\s+(?:at|of|in|student|class|section|mein|"
        r"me|se|ka|ki|del|de)\b)"
    ),
    re.compile(r"(?<!\w)(?:section|sec)\s+[\"“]?[A-H][\"”]?(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?:{_LATIN_HINDI}|\d{{1,2}}(?:th|vi|vin))\s+(?:class|kaksha|mein|me|m|ka student|"
        rf"ki student)\b{_SECTION}",
        re.I,
    ),
    re.compile(
        rf"(?<!\w)(?:कक्षा|क्लास)\s*[-–]?\s*(?:\d{{1,2}}|{_HINDI})(?:वीं|वी)?(?:\s*[-–]?\s*(?:[A-H](?!\w)|"
        rf"[\"“]?(?:ए|बी|सी|डी|अ|ब|स|द)[\"”]?(?![\u0900-\u097f])))?"
    ),
    re.compile(
        rf"(?<![\u0900-\u097f])(?:\d{{1,2}}(?:वीं|वी|th)|{_HINDI})\s+(?:कक्षा|क्लास|" rf"में)(?:\s*[-–]?\s*[A-H](?!\w))?"
    ),
    re.compile(
        rf"(?<!\w)(?:[1-6]\s?(?:[ºª°]|er|do|ro|to)?|{_SPANISH})\s*(?:de\s+(?:la\s+)?)?(?:eso|bachillerato|bach|"
        rf"bachiller|primaria|secundaria|prepa|preparatoria|medio|b[aá]sico|grado|"
        rf"curso)(?!\w)(?:\s+[A-H](?!\w))?",
        re.I,
    ),
    re.compile(
        r"(?<!\w)(?:clase|grupo|curso)\s+(?:de\s+)?[1-6]\s?[ºª°]?\s?[A-H](?!\w)|" r"(?<!\w)[1-6]\s?[ºª°]\s?[A-H](?!\w)",
        re.I,
    ),
)
_PLAIN = re.compile(r"(?<!\w)(?:freshman|freshie|sophomore|junior|senior|sixth former)\s+at(?!\w)", re.I)


def grades(text: str) -> Iterator[Shape]:
    """Yield school years and classes, of kind "class_grade"; whose they are must be told by the words around."""
    taken: list[tuple[int, int]] = []
    for pattern in (*_PATTERNS, _PLAIN):
        for found in pattern.finditer(text):
            start, end = found.span("only" if "only" in pattern.groupindex else 0)
            if not any(start < other and end > one for one, other in taken):
                taken.append((start, end))
                yield Shape(start, end, "class_grade")
