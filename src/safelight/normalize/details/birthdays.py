"""Days of birth: a date, or a day with a month, in English, Hindi (both scripts) and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|"
    "dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|"
    "दिसम्बर|janvari|farvari|agast|sitambar"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
DATE = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}(?:st|nd|rd|th)?\s*(?:of\s+|de\s+)?(?:{_MONTH})(?![a-z])(?:,?\s*(?:de\s+|"
    rf"del\s+)?{_YEAR})?"
    rf"|(?:{_MONTH})(?![a-z])\.?\s+{_DAY}(?:st|nd|rd|th)?(?!\d)(?:,?\s*{_YEAR})?"
    rf"|{_DAY}[./-](?:0?[1-9]|1[0-2])(?:[./-](?:(?:19|20)\d\d|\d\d))?(?![\d/])"
    rf"|(?:0?[1-9]|1[0-2])[./-]{_DAY}[./-](?:(?:19|20)\d\d|\d\d)(?![\d/])"
    r"|(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?:{_MONTH})(?![a-z])\s*(?:de\s+|del\s+)?{_YEAR}|(?:19|20)\d\d(?!\d)|['’]\d\d(?!\d))",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?<!\w)(?:my (?:\w+ )?(?:birthday|bday|b-day|birth ?day|dob|birth ?date|date of birth)|i was born|"
    r"born(?: on| in)?|dob|d\.o\.b\.?|date of birth|"
    r"bday|mi (?:cumple(?:a[nñ]os)?)|cumplo(?: los)? \d{1,2}(?: a[nñ]os)?|nac[ií](?:da|do)?|"
    r"fecha de nacimiento|turning \d\d|i turn \d\d|i'?m turning \d\d|"
    r"mera (?:birthday|bday|janam ?din|janmdin|b'?day)|meri (?:birthday|bday|dob)|janam(?: din)?|"
    r"मेरा (?:जन्मदिन|बर्थडे|जन्म)|जन्मतिथि|मेरी जन्मतिथि|🎂|(?:birthday|cumplea[nñ]os|cumple|birth ?date|"
    r"nacimiento)(?=\s*[:=]))(?!\w)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"(?<!i )(?:was|were|is|he|she|who)\s+$", re.IGNORECASE)
_REACH = 35
_BREAK = re.compile(r"[.!?\n](?:\s|$)")


def birthdays(text: str) -> Iterator[Shape]:
    """Yield own birthdays with the words that say so, of kind "age_dob"."""
    for own in _OWN.finditer(text):
        behind = _BREAK.split(text[own.end() : own.end() + _REACH])[0]
        date = DATE.search(behind)
        if date and not _OF_ANOTHER.search(text[: own.start()]):
            yield Shape(own.start(), own.end() + date.end(), "age_dob")
