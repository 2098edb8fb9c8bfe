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
from collections.abc import Iterator, Mapping

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
    for name in (*_hidden(stated), *_low(stated, reading)):
        yield Mark(_FAINT, (), {"indicator": name})


def _hidden(stated: Mapping[str, str]) -> Iterator[str]:
    """Yield what is not told about the employer and the work."""
    known = any(_filled(stated, key) for key in EMPLOYER)
    if not known:
        yield "no_employer"
    for name, keys in (("no_logo", _LOGO), ("no_questions", _QUESTIONS), ("no_requirements", _ASKED)):
        if _empty(stated, keys):
            yield name
    if not known and _empty(stated, _LOGO):
        yield "nobody_shown"
    if len(left := [key for key in _DETAILS if key in stated]) > _FEW and not any(_filled(stated, key) for key in left):
        yield "few_details"


def _low(stated: Mapping[str, str], reading: Reading) -> Iterator[str]:
    """Yield what shows that little is asked, or much is promised."""
    if any(_filled(stated, key) for key in _HOME):
        yield "at_home"
    if any(_OFFICE.search(stated.get(key, "")) for key in _KIND):
        yield "simple_office_work"
    if any(_LITTLE_SCHOOL.search(stated.get(key, "")) for key in _SCHOOLING):
        yield "little_schooling"
    if all(_SKILLED.isdisjoint(text.words.words) for text in reading.texts if text.name in _WORK):
        yield "little_asked"
    if any(_wide(stated.get(key, "")) for key in _PAY):
        yield "wide_pay"


def _empty(stated: Mapping[str, str], keys: tuple[str, ...]) -> bool:
    """Tell whether there is a place for it in the advert, and nothing in that place."""
    return any(key in stated for key in keys) and not any(_filled(stated, key) for key in keys)


def _filled(stated: Mapping[str, str], key: str) -> bool:
    return stated.get(key, "").lower() not in _NO


def _wide(pay: str) -> bool:
    numbers = [int(number) for number in re.findall(r"\d+", pay.replace(",", ""))]
    return len(numbers) > 1 and 0 < numbers[0] * _WIDE <= numbers[1]
