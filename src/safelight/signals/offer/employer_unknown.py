"""Leaves out who the employer is: no profile, no logo, no questions, no details.

What it sees. Stated fields of an advert that are empty: the employer, its logo, questions to applicants,
requirements; a range of pay that says nothing; no schooling asked. Fields that are not there at all are "not
stated", and not counted.

What looks like it but is not. Very many honest adverts of small firms. So these facts only put adverts in an order;
none of them, and not all of them together, raise a level.

Why it matters. A real employer can be looked up. Fake adverts leave out what could be checked.

Sources. Vidros et al. 2017, Employment Scam Aegean Dataset: fake adverts more often lack profile, logo and questions
(seen in part: abstract and introduction); credibility flags alone reach an average precision of .176 (PatrickRay88
audit, seen).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from safelight.normalize.offer_fields import EMPLOYER
from safelight.schema.items import Offer
from safelight.signals.reading import Mark, Reading

TECHNIQUE = "deception.fake_job_offer"
_FAINT = 0.1
_LOGO = ("has_company_logo", "has_logo", "company_logo", "logo")
_QUESTIONS = ("has_questions", "screening_questions", "questions")
_HOME = ("telecommuting", "remote", "joblocationtype")
_ASKED = ("requirements", "qualifications", "skills", "experiencerequirements")
_WORK = ("text", "description", *_ASKED)
_SCHOOLING = ("required_education", "education", "educationrequirements")
_DETAILS = ("employment_type", "required_experience", "required_education", "industry", "function")
_KIND = ("function", "department", "title", "occupationalcategory")
_OFFICE = re.compile(
    r"clerical|clerk|data entry|typist|typing|payroll|administrative|\badmin\b|office assistant|customer service",
    re.IGNORECASE,
)
_PAY = ("salary_range", "salary", "basesalary", "pay")
_NO = frozenset({"", "0", "0.0", "f", "false", "no", "none", "nan", "null"})
_LONGEST_NO = max(map(len, _NO))
_LITTLE_SCHOOL = re.compile(r"high school|some school|secondary|certificat|unspecified", re.IGNORECASE)
_SKILLED = frozenset(
    ("years", "yrs", "degree", "bachelor", "bachelors", "master", "masters", "diploma", "graduate")
) | {"license", "licence", "certified"}
# So many details must have a place in the advert before leaving all of them empty says something.
_FEW = 3
# A range whose upper end is so many times its lower end says nothing.
_WIDE = 4


def find(reading: Reading) -> Iterator[Mark]:
    """Yield what is left out. Marks without places: there are no words to point at."""
    item = reading.item
    if not isinstance(item, Offer) or not item.fields:
        return
    stated = {str(key).lower(): str(value).strip() for key, value in item.fields.items()}
    stated["title"] = item.title or ""
    filled = {key for key, value in stated.items() if len(value) > _LONGEST_NO or value.lower() not in _NO}
    for name in (*_hidden(stated, filled), *_low(stated, filled, reading)):
        yield Mark(_FAINT, (), {"indicator": name})


def _hidden(stated: Mapping[str, str], filled: Set[str]) -> Iterator[str]:
    """Yield what is not told about the employer and the work."""
    known = not filled.isdisjoint(EMPLOYER)
    if not known:
        yield "no_employer"
    for name, keys in (("no_logo", _LOGO), ("no_questions", _QUESTIONS), ("no_requirements", _ASKED)):
        if _empty(stated, filled, keys):
            yield name
    if not known and _empty(stated, filled, _LOGO):
        yield "nobody_shown"
    if len([key for key in _DETAILS if key in stated]) > _FEW and filled.isdisjoint(_DETAILS):
        yield "few_details"


def _low(stated: Mapping[str, str], filled: Set[str], reading: Reading) -> Iterator[str]:
    """Yield what shows that little is asked, or much is promised."""
    if not filled.isdisjoint(_HOME):
        yield "at_home"
    if any(_OFFICE.search(stated[key]) for key in _KIND if key in filled):
        yield "simple_office_work"
    if any(_LITTLE_SCHOOL.search(stated[key]) for key in _SCHOOLING if key in filled):
        yield "little_schooling"
    if all(_SKILLED.isdisjoint(text.words.words) for text in reading.texts if text.name in _WORK):
        yield "little_asked"
    if any(_wide(stated[key]) for key in _PAY if key in filled):
        yield "wide_pay"


def _empty(stated: Mapping[str, str], filled: Set[str], keys: tuple[str, ...]) -> bool:
    """Tell whether there is a place for it in the advert, and nothing in that place."""
    return filled.isdisjoint(keys) and any(key in stated for key in keys)


def _wide(pay: str) -> bool:
    numbers = [int(number) for number in re.findall(r"\d+", pay.replace(",", ""))]
    return len(numbers) > 1 and 0 < numbers[0] * _WIDE <= numbers[1]
