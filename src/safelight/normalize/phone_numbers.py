"""Decides whether a run of digits is a phone number, and normalizes it.

The number plans come from `phonenumbers` (a pure-Python port of Google's libphonenumber), imported on first use: most
texts hold no run of seven digits.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from safelight.normalize import data

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LEAST, MOST = 7, 15
_LONG = 10


def international(digits: str) -> str:
    """Return digits that begin with a country code as E.164."""
    return "+" + digits.lstrip("0")


def normalize(digits: str, *, plus: bool, country: str | None, sure: bool) -> str:
    """Return the number as E.164, as bare digits when its country cannot be told, "" when it is no phone number.

    plus: written with "+" or "00". country: ISO 3166 code for national numbers. sure: a word nearby says that this is a
    phone number, so seven digits are enough.
    """
    if not LEAST <= len(digits) <= MOST + 2:
        return ""
    if plus:
        return _e164("+" + digits, None, strict=False)
    if country:
        return _e164(digits, country, strict=not sure) or _with_code(digits)
    return _with_code(digits) or _undecided(digits, sure)


def _with_code(digits: str) -> str:
    """Read a long number as one that lost its "+": 91 98765 43210."""
    return _e164("+" + digits, None, strict=True) if len(digits) > _LONG and digits[0] != "0" else ""


def _undecided(digits: str, sure: bool) -> str:
    if len(digits) > _LONG + 1 or len(set(digits)) < 3:
        return ""
    if len(digits) >= _LONG and any(
        _e164(digits, region, strict=True) for region in data.words("phone_regions.txt") if _may_fit(digits, region)
    ):
        return digits
    return digits if sure else ""


def _may_fit(digits: str, region: str) -> bool:
    """Tell, at little cost, whether a number can be of a region's plan; a full check follows."""
    plan, prefix = _plan(region)
    if plan is None or plan.fullmatch(digits):
        return True
    begin = prefix.match(digits) if prefix is not None else None
    return begin is not None and (plan.fullmatch(digits, begin.end()) is not None or begin.end() > 1)


@cache
def _plan(region: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return the pattern of all national numbers, and of what may stand before; none where it is rewritten."""
    from phonenumbers import PhoneMetadata

    plan = PhoneMetadata.metadata_for_region(region)
    if plan is None or plan.general_desc is None or plan.general_desc.national_number_pattern is None:
        return None, None
    if plan.national_prefix_transform_rule:
        return None, None
    before = (plan.international_prefix, plan.national_prefix_for_parsing, plan.national_prefix, str(plan.country_code))
    prefixes = "|".join(f"(?:{prefix})" for prefix in before if prefix)
    return re.compile(plan.general_desc.national_number_pattern), re.compile(prefixes)


@cache
def _is_region(country: str) -> bool:
    from phonenumbers import SUPPORTED_REGIONS

    return country in SUPPORTED_REGIONS


def known_country(country: str | None) -> str | None:
    """Return the code in upper case, None when there is no number plan for it."""
    code = (country or "").upper()
    code = "GB" if code == "UK" else code
    return code if code and _is_region(code) else None


def _e164(number: str, region: str | None, *, strict: bool) -> str:
    parsed = _parsed(number, region)
    if parsed is None:
        return ""
    from phonenumbers import PhoneNumberFormat, format_number, is_possible_number, is_valid_number

    accepted = is_valid_number(parsed) if strict else is_possible_number(parsed)
    return format_number(parsed, PhoneNumberFormat.E164) if accepted else ""


def _parsed(number: str, region: str | None) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, parse

    try:
        return parse(number, region)
    except NumberParseException:
        return None
