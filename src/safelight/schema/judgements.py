"""Judgements: what a person says about something that was noticed. A third number beside strength and severity.

They stand apart from findings: a judgement changes neither what was noticed nor how bad it is, only what counts in the
level that is shown, and it can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from safelight.schema.assessments import Assessment

Says = Literal["joke", "normal"]
SAYS: tuple[Says, ...] = ("joke", "normal")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's word on one technique of one participant. says: "joke", or "normal" between the two."""

    technique: str
    subject: str | None
    says: Says


@dataclass(frozen=True, slots=True)
class Reconsidered:
    """An assessment after a person's judgements.

    assessment: without what was set aside; before: as it was. set_aside: the judgements that took something out;
    kept: those on something so severe that it stays in all the same.
    """

    assessment: Assessment
    before: Assessment
    set_aside: tuple[Judgement, ...] = ()
    kept: tuple[Judgement, ...] = ()
