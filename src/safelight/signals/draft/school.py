"""Names the school, or says which class or year.

What it sees. "I go to Greenfield High", "main DPS mein padhti hoon", "estudio en el IES Cervantes", "class 9B", "year
8", "2º de la ESO", "कक्षा 9".

What looks like it but is not. School without a name; news about a school; a grade for a test, a music exam, board
results.

Why it matters. A school tells where a young person is on every weekday, and who else to ask for them.

Sources. NSPCC and CyberSafeIreland: school logo, name, age;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.normalize.details.grades import grades
from safelight.normalize.details.schools import has_school_word, schools
from safelight.signals.drafting import (
    LOCATION,
    Detail,
    apart,
    leave,
    own_voice,
    phrases,
    public,
    shapes,
)
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_NO_CLASS = re.compile(
    r"(?<!\w)(?:of the (?:exam|test|paper|book|form)|piano|violin|guitar|karate|grade point|exam results|"
    r"board results|results? (?:out|"
    r"declared)|syllabus|ncert|textbook|solutions|notes for|first class|"
    r"world class|business class|upper|middle class|math(?:s)? book|season|episode|"
    r"next year)(?!\w)",
    re.IGNORECASE,
)
# "8th standard section C" is somebody's own, whoever speaks.
_OWN_SCHOOL = re.compile(
    r"(?<!\w)(?:anyone|who else|IES|CEIP|el cole|excursi[oó]n|class of|alumn[oa]s?|student|batch|gang|squad)(?!\w)"
)
_SECTION = re.compile(
    r"\d\W?[A-H]$|sec(?:tion)? \w+$|class of|^[Yy]\d|ESO|primaria|bach|secundaria|कक्षा|वीं|vi\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"(?<!\w)(?:when (?:i|we) (?:was|were)|back in|started \w+ing|i (?:nearly|almost|had|broke|went|did|"
    r"learn(?:ed|t)|was too)|years? ago|until|used to|remember|years ago|"
    r"cuando (?:estaba|era)|jab main)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield names of schools, then classes and years."""
    named = [each for _, each in shapes(reading, schools) if own_voice(each) or _OWN_SCHOOL.search(each.text.text)]
    said = [each for each in phrases(reading, "school") if _names_one(each)]
    for detail in apart(iter([*named, *said])):
        if not public(detail):
            yield leave("school", detail)
    for _, detail in shapes(reading, grades):
        if (own_voice(detail) or _SECTION.search(detail.words)) and not _is_other(detail):
            yield leave("class_grade", detail)


def _names_one(detail: Detail) -> bool:
    """Tell whether the words beside the phrase are the name of a school."""
    words = detail.words
    if has_school_word(words):
        return bool(re.search(r"\s", words.strip())) or words.isupper()
    if detail.group == "name follows" or detail.language == "hi":
        return detail.language == "en" and _says_school(detail)
    return any(stretch.is_name(word) for word in words.split()) and "school" in _cue(detail)


def _says_school(detail: Detail) -> bool:
    """Tell whether "I go to Roosevelt" is about a school: the text speaks of classes or teachers elsewhere."""
    text = detail.text.text
    goes = re.search(
        r"go to|goes to|attend|transferred|start at|moved to|joined", text[detail.start : detail.first], re.IGNORECASE
    )
    rest = text[: detail.start] + text[detail.end :]
    return (
        goes is not None
        and re.search(r"(?<!\w)(?:school|class|grade|year \d|teachers?|exams?|students?|freshman)(?!\w)", rest, re.I)
        is not None
    )


def _cue(detail: Detail) -> str:
    """Return the phrase without the name; "school" in it when it speaks of one in any language."""
    text = detail.text.text
    cue = (text[detail.start : detail.first] + " " + text[detail.last : detail.end]).lower()
    return re.sub(
        r"college|cole\w*|insti\w*|escuela|secundaria|prepa|liceo|skool|padh\w*|pad[ht]\w*|stud\w+|estudi\w+|"
        r"alumn\w+|vidyalaya|junior|senior|freshman|sophomore|prefect|head (?:girl|boy)|pupil",
        "school",
        cue,
    )


def _is_other(detail: Detail) -> bool:
    text = detail.text.text
    start, end = stretch.sentence(text, detail.start, detail.end)
    return _NO_CLASS.search(text, start, end) is not None or _SINCE.search(text, start, end) is not None
