"""The names under which adverts say who offers."""

from __future__ import annotations

EMPLOYER = (
    "company_profile",
    "company",
    "employer",
    "hiringorganization",
    "organization",
    "company_name",
    "agency",
    "firm",
)
