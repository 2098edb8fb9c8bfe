"""What a report shows of an offer: every known sign as present, absent or not stated, and what to ask.

One sign alone has no value, and what is not stated is not absent: so all of them are shown side by side.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from safelight.lexicons.load import languages, lexicon, vocabulary
from safelight.locales.load import Translator
from safelight.normalize.offer_fields import EMPLOYER
from safelight.normalize.text import words
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment
from safelight.schema.errors import BadData
from safelight.schema.items import Item, Offer

_QUESTIONS = 6
# The file of phrases that say that a sign is not there ("no fees", "bring a parent").
_STATED = "stated"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: its name, the question that would settle it, and the indicators that show it."""

    name: str
    ask: str
    indicators: frozenset[str]


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield the table of signs, and the questions to ask."""
    assert isinstance(item, Offer), "found by the kind"
    present = {str(finding.because.get("indicator", "")) for finding in assessment.findings}
    absent = _stated(item)
    states = {key: _state(sign, key, present, absent) for key, sign in signs().items()}
    told = {"present": _("present"), "absent": _("absent"), "unstated": _("not stated")}
    yield Block(
        "signs",
        _("Known signs in this offer"),
        (
            _("One sign alone says little: most ordinary adverts have one. What counts is how many come together."),
            _("“Not stated” does not mean “not there”. It is a question to ask."),
        ),
        (_("Sign"), _("In this offer")),
        tuple((_(signs()[key].name), told[states[key]]) for key in sorted(states, key=lambda key: _ORDER[states[key]])),
    )
    asked = [sign.ask for key, sign in signs().items() if states[key] == "present"]
    asked += [sign.ask for key, sign in signs().items() if states[key] == "unstated" and key in _ALWAYS_ASK]
    yield Block(
        "questions",
        _("Questions that would settle it"),
        (
            _("Ask them by a way that you found yourself, together with an adult."),
            *(_(ask) for ask in dict.fromkeys(asked[:_QUESTIONS])),
        ),
    )


_ORDER = {"present": 0, "absent": 1, "unstated": 2}
_ALWAYS_ASK = ("fee_first", "private_channel", "no_contract", "travel_arranged")


def _state(sign: Sign, key: str, present: set[str], absent: frozenset[str]) -> str:
    if sign.indicators & present:
        return "present"
    return "absent" if key in absent else "unstated"


def _stated(item: Offer) -> frozenset[str]:
    """Return the signs of which the offer says that they are not there."""
    texts = [item.title or "", item.text, *(value for value in item.fields.values() if isinstance(value, str))]
    found = {
        hit.group.name
        for code in languages()
        for text in texts
        for hit in lexicon(code, "offer").find(words(text, vocabulary((code,), "offer")).words)
        if hit.group.lexicon == _STATED
    }
    if any(str(value).strip() for key, value in item.fields.items() if key.lower() in EMPLOYER):
        found.add("no_employer")
    return frozenset(found)


@cache
def signs() -> Mapping[str, Sign]:
    """Return the signs by their id, in the order of the table. Raises BadData when a row is wrong."""
    try:
        text = files("safelight.report.kinds").joinpath("offer.toml").read_text(encoding="utf-8")
        rows = tomllib.loads(text)["sign"]
        return {key: Sign(row["name"], row["ask"], frozenset((key, *row.get("with", ())))) for key, row in rows.items()}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BadData("The table of signs has a wrong row.", where="kinds/offer.toml", fix=repr(error)) from error
