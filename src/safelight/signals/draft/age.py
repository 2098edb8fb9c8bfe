"""Tells an age or a day of birth.

What it sees. "I'm 13", "14 f", "turning 15 on Sunday", "my birthday is 12 March", "tengo 13 años", "main 14 saal ki
hoon", "मेरी उम्र 13 साल है", and an age among the short facts of a bio.

What looks like it but is not. Minutes, levels, scores, prices; the birthday of a star; somebody else's age.

Why it matters. Some people choose by age whom they write to, and a birthday opens accounts.

Sources. ChatCoder2 coding legend, code 200; NSPCC, on sharing personal details;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safelight.normalize.details.birthdays import DATE, birthdays
from safelight.signals.drafting import (
    PERSONAL,
    Detail,
    apart,
    is_bio,
    leave,
    own_voice,
    phrases,
    segments,
    shapes,
    speaks_of_self,
)
from safelight.signals.reading import Mark, Reading

TECHNIQUE = PERSONAL
# What counts something else: "13 minutes", "15 points", "12 km", "16%".
_UNIT = re.compile(
    r"\s*(?:%|\d[A-Z]{2}\b|[-–:/.]\s?\d|st\b|nd\b|rd\b|th\b|minutes?|mins?|hours?|hrs?|h\b|secs?|seconds?|"
    r"days?|weeks?|"
    r"months?|points?|pts|goals?|runs|wickets|km|kms|miles?|feet|ft|"
    r"inch(?:es)?|cm|kg|kgs|lbs|pounds|dollars|rs|rupees|euros?|€|people|times|pages|chapters?|episodes?|"
    r"books?|cats?|dogs?|of us|out of|and a half hours|o'?clock|am\b|pm\b|"
    r"minutos?|horas?|puntos?|goles|d[ií]as?|semanas|meses|veces|p[aá]ginas|ej|kilos|hermanos|primos|"
    r"gatos|perros|ghante|minute|baje|din|hafte|mahine|min\b|"
    r"marks|subscribers|followers|likes|levels?|steps|blocks|exams?|tests?|classes|assignments|metros|"
    r"grados|degrees|°|stops|messages|ex[aá]menes|euros|fps|lvl)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?<!\w)(?:level|lvl|rank|nivel|page|chapter|episode|season|number|no|room|gate|platform|#|group|day|week)\s*$",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\s+(?:me|self|boy|girl|kid|brother|sister|son|daughter|cousin)\b", re.IGNORECASE)
_TURNS = re.compile(r"turn|be\s", re.IGNORECASE)
# Who turns an age: one who says "I", or nobody named at the start of a sentence.
_OWN_TURN = re.compile(
    r"(?:^|[.!?,\n]\s*|(?<!\w)(?:i|im|i['’]?m|we|just|finally|gonna|going to|i['’]?ll|ill|will|and|only)\s+)$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:\b(?:was|were|is|be)\s+(?:about|only|just|like|around)|\ba|\ban|\bwas|\bwere|\bsince|when|cuando|"
    r"jab|he'?s|she'?s|they'?re|is|are|he|she|who|hes|shes|son|ella|"
    r"él|él tiene|brother|sister|cousin|friend|daughter|kid|dog|cat|grandma|grandpa|mom|mum|dad)\s+$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?<!\w)(?:today|tomorrow|tmrw|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|mañana|hoy|kal|"
    r"aaj|कल|आज)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:age|umar|umr|umra|edad|उम्र)\s*[:=-]?\s*)?(?:[89]|1[0-9])(?:\s*(?:yo|y/o|yrs?|years? old|"
    r"years?|f|m|años|saal|साल))?|"
    r"[mf]\s?/?\s?1\d|1\d\s?/?\s?[mf]|(?:nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield ages and birthdays."""
    said = [each for each in phrases(reading, "age_dob") if _is_age(each)]
    dates = [each for _, each in shapes(reading, birthdays)]
    for detail in apart(iter([*dates, *(_with_date(each) for each in said), *_in_bios(reading)])):
        yield leave("age_dob", detail)


def _is_age(detail: Detail) -> bool:
    text = detail.text.text
    said = text[detail.start : detail.end]
    tells = bool(
        re.search(
            r"\d|teen|eleven|twelve|trece|catorce|quince|diec|doce|once|terah|chaudah|pandrah|solah|satrah|barah|"
            r"तेरह|चौदह|पंद्रह|सोलह|बारह|सत्रह|quince",
            said,
            re.IGNORECASE,
        )
    )
    if _PAST.search(text[: detail.start]) or _ONCE.match(text[detail.end :]):
        return False
    if _TURNS.match(said) and not _OWN_TURN.search(text[: detail.start]):
        return False
    if not tells:
        # "My birthday is": a day has to follow.
        return (
            DATE.match(text[detail.end : detail.end + 25].lstrip(" :-=is")) is not None
            or _WHEN.search(said) is not None
        )
    if (
        _UNIT.match(text[detail.end :])
        or _LEVEL.search(text[: detail.start])
        or re.search(r"\d[.,:]\d|[£$€₹]\d|\d\s*%", said)
    ):
        return False
    return own_voice(detail) or speaks_of_self(text) or len(text.split()) <= 6


def _with_date(detail: Detail) -> Detail:
    text = detail.text.text
    more = re.match(r"\s*(?:is|on|:|=|-|el|es|ko|hai|को)?\s*(?:the\s+)?", text[detail.end :])
    at = detail.end + (more.end() if more else 0)
    date = DATE.match(text, at)
    if not date:
        return detail
    return replace(detail, end=date.end(), last=date.end())


def _in_bios(reading: Reading) -> Iterator[Detail]:
    for text in reading.texts:
        if is_bio(text.text):
            for start, end in segments(text.text):
                if _BARE.fullmatch(text.text[start:end]):
                    yield Detail(text, start, end, start, end, 0.7, "bio")
