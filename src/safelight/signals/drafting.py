"""What the signals of drafts share: phrases stretched to the whole detail, whose voice it is, the mark that is left.

The groups of a lexicon file of a draft say by their name how far a detail goes beyond the phrase: "follows" and
"precedes" take the words behind or before it, "name follows" only those that look like a name, any other name nothing
but the hours behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from safelight.locales.load import mark as translatable
from safelight.normalize.details import stretch
from safelight.normalize.details.shapes import Shape
from safelight.schema.evidence import Span
from safelight.signals.reading import Mark, Reading, Text

PERSONAL = "targeting.exposed_personal_details"
LOCATION = "targeting.exposed_location"

SAYS = {
    "full_name": translatable("Shows a full name."),
    "school": translatable("Names the school."),
    "class_grade": translatable("Says which class or year."),
    "age_dob": translatable("Tells an age or a birthday."),
    "home_address": translatable("Tells where home is."),
    "postcode": translatable("Gives the postcode."),
    "live_location": translatable("Shows where you are right now."),
    "routine_alone": translatable("Shows when you are alone, or where you are at the same time each day."),
    "meet_plan": translatable("Shows where and when you meet someone."),
    "handle": translatable("Gives an account name."),
    "phone": translatable("Gives a phone number."),
    "email": translatable("Gives an email address."),
    "uniform": translatable("Shows the clothes of a school or a club."),
    "team_club": translatable("Names a team or a club."),
    "plate": translatable("Gives the number plate of a car or bike."),
    "family_work": translatable("Tells where the family works."),
    "other_person": translatable("Shares facts about someone else."),
    "medical": translatable("Tells about health."),
    "id_number": translatable("Gives the number of a paper or card."),
    "password": translatable("Gives away a password or a code."),
    "upi": translatable("Gives a payment address."),
}
_PLACES = frozenset(
    (
        "school",
        "home_address",
        "postcode",
        "live_location",
        "routine_alone",
        "meet_plan",
        "uniform",
        "team_club",
        "family_work",
    )
)

_SELF = re.compile(
    r"(?<![\w'’])(?:i|i['’]?m|im|i['’]?ve|ive|i['’]?ll|my|me|mine|we|we['’]?re|our|us|ours|myself|"
    r"yo|soy|estoy|tengo|mi|mis|me|voy|vivo|estudio|nosotr[oa]s|nuestr[oa]s?|vamos|mía|m[ií]o|curso|"
    r"main|mai|mein|mera|meri|mere|mujhe|mujhko|muje|hum|hamara|hamari|hamare|apna|apni|hoon|hu|hun|"
    r"मैं|मेरा|मेरी|मेरे|मुझे|हम|हमारा|हमारी|हमारे|अपना|अपनी|हूँ|हूं)(?![\w'’])",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:shops?|store|baker(?:y|ies)|caf[eé]s?|pubs?|salon|cinema|theatre|stadium|best buns|"
    r"cafe reviews?|restaurants?|museum|gallery|office hours|customer care|"
    r"customer service|help ?line|toll[- ]?free|hotline|"
    r"call cent(?:re|er)|support team|tickets?|booking|bookings|open(?:s|ing)? (?:from|at|daily|today)|"
    r"for sale|sale|discount|% off|offer ends|order (?:no|number|id|#)|"
    r"tracking|invoice|visit us|venue|clinic|dentist|pharmacy|reception|box office|charity|donate|"
    r"headquarters|hq|police station|council|embassy|"
    r"town hall|municipal|press release|ministry|childline|samaritans|emergency|ambulance|fire brigade|"
    r"museo|tienda|ayuntamiento|restaurante|oficina|"
    r"atenci[oó]n al cliente|entradas|venta|pedido|dukan|dukaan|दुकान|हेल्पलाइन|कार्यालय|टिकट|helpdesk|"
    r"admissions|enquir(?:y|ies)|inquiries|delivery app)(?!\w)",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[|•·\n/,;~✨💫⚡🎀🌸]|\s-\s|[\U0001f300-\U0001faff]")
_SEGMENTS, _SEGMENT_WORDS = 3, 4
# Words; in a text this short, whose voice it is shows in any sentence.
_SHORT = 30


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail in a text: all that shows it (`start` to `end`) and the part that gives it away (`first` to `last`)."""

    text: Text
    start: int
    end: int
    first: int
    last: int
    strength: float
    group: str
    language: str = ""

    @property
    def words(self) -> str:
        """Return the part that gives it away."""
        return self.text.text[self.first : self.last]

    def up_to(self, end: int) -> Detail:
        """Return the detail with what stands behind it taken in, up to `end`."""
        return replace(self, end=end, last=max(end, self.last))


def leave(category: str, detail: Detail) -> Mark:
    """Return the mark that a detail leaves. `detail_start` and `detail_end` are offsets of what gives it away."""
    because: dict[str, str | int] = {
        "category": category,
        "group": detail.group,
        "row": category,
        "detail_start": detail.first,
        "detail_end": detail.last,
    }
    if detail.language:
        because["language"] = detail.language
    technique = LOCATION if category in _PLACES else PERSONAL
    return Mark(
        detail.strength,
        (detail.text.at(*(_shown(detail) if category != "other_person" else (detail.start, detail.end))),),
        because,
        technique,
        SAYS[category],
    )


def _shown(detail: Detail) -> tuple[int, int]:
    """Return what is pointed at: what gives it away, and words that say so, hardly longer than it is itself."""
    text, length = detail.text.text, detail.last - detail.first
    start, end = detail.start, detail.end
    if detail.first - start > length:
        start = max(start, text.rfind(" ", 0, detail.first - length) + 1)
    if end - detail.last > length:
        blank = text.find(" ", detail.last + length)
        end = end if blank < 0 else min(end, blank)
    return start, end


def phrases(reading: Reading, lexicon: str, *groups: str) -> Iterator[Detail]:
    """Yield the details of a lexicon, each stretched as the name of its group says; without words no detail."""
    for text, hit in reading.hits(lexicon, *groups):
        start, end = text.words.span(hit.first, hit.last)
        name = hit.group.name
        found = _stretched(name, text.text, start, end)
        if found:
            first, last = found
            yield Detail(
                text, min(start, first), max(end, last), first, last, hit.group.strength, name, hit.group.language
            )


def _stretched(name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the part of a detail that gives it away, None when there is none."""
    if name == "name follows":
        found = stretch.names(text, end)
        return found[:2] if found else None
    if name in ("follows", "value follows"):
        return stretch.following(text, end)
    if name == "precedes":
        return stretch.preceding(text, start)
    return start, stretch.with_time(text, end)


def shapes(
    reading: Reading, find: Callable[[str], Iterator[Shape]], strength: float = 0.8
) -> Iterator[tuple[Shape, Detail]]:
    """Yield what a finder of shapes finds, as details."""
    for text in reading.texts:
        for shape in find(text.text):
            detail = Detail(text, shape.start, shape.end, shape.start, shape.end, strength, "shape")
            yield shape, detail


def own_voice(detail: Detail) -> bool:
    """Tell whether the sentence around speaks of oneself (a short text anywhere), or the text is a list of facts."""
    text = detail.text.text
    start, end = (0, len(text)) if len(text.split()) <= _SHORT else stretch.sentence(text, detail.start, detail.end)
    return _SELF.search(text, start, end) is not None or is_bio(text)


def speaks_of_self(text: str) -> bool:
    """Tell whether a text speaks of oneself anywhere."""
    return _SELF.search(text) is not None


def public(detail: Detail) -> bool:
    """Tell whether the sentence around is about a shop, an office, a service: what everybody may know."""
    start, end = stretch.sentence(detail.text.text, detail.start, detail.end)
    return _PUBLIC.search(detail.text.text, start, end) is not None


def segments(text: str) -> list[tuple[int, int]]:
    """Return the short pieces of a text as people write a bio: "Asha | 14 | 9B"."""
    found: list[tuple[int, int]] = []
    at = 0
    for sign in _SEGMENT.finditer(text + "\n"):
        piece = text[at : sign.start()]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append((at + lead, at + len(piece.rstrip())))
        at = sign.end()
    return found


def is_bio(text: str) -> bool:
    """Tell whether a text is a list of short facts rather than sentences."""
    pieces = segments(text)
    return len(pieces) >= _SEGMENTS and all(len(text[start:end].split()) <= _SEGMENT_WORDS for start, end in pieces)


def overlaps(one: Detail, other: Detail) -> bool:
    """Tell whether two details share a place."""
    return one.text is other.text and one.start < other.end and one.end > other.start


def apart(details: Iterator[Detail]) -> Iterator[Detail]:
    """Yield details that do not overlap, the longest of each place."""
    kept: list[Detail] = []
    for detail in sorted(details, key=lambda each: (each.start - each.end, each.start)):
        if not any(overlaps(detail, other) for other in kept):
            kept.append(detail)
    yield from sorted(kept, key=lambda each: each.start)


def span(detail: Detail) -> Span:
    """Return the place of a detail in the original text."""
    return detail.text.at(detail.start, detail.end)
