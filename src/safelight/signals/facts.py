"""Facts of a conversation that signals build on: stated ages, refusals, requests. The engine calls it per message."""

from __future__ import annotations

from safelight.lexicons.load import Hit, numbers, spoken
from safelight.normalize.text import Words
from safelight.schema.memory import NEVER, Memory, Person

AGES = range(8, 81)
_ANSWER_WITHIN = 4
_ANSWER_WORDS = 5
_BEFORE_SCHOOL = 5
_REQUESTS = (
    "sexualization.image_request",
    "sexualization.camera_or_live_request",
    "exploitation.meeting_request",
    "isolation.move_to_private_app",
    "targeting.personal_details_probe",
    "targeting.location_probe",
    "sexualization.sexual_topic",
    "coercion.surveillance",
    "context.request",
)


def expects_answer(memory: Memory, index: int) -> bool:
    """Tell whether somebody has just been asked how old they are."""
    return index - memory.age_asked_at <= _ANSWER_WITHIN


def note(
    memory: Memory,
    person: Person,
    index: int,
    words: Words,
    hits: dict[str, list[Hit]],
    other: Person | None = None,
) -> None:
    """Take up what the message says about its author, and what age it names of the `other` who is spoken to."""
    known = person.age
    _note_age(memory, person, index, words, hits)
    if person.age != known and words.words[-1] in spoken("and_you"):
        memory.age_asked_at, memory.age_asked_by = index, person.name
    if other is not None and not other.age and "context.reported" not in hits:
        # What somebody says of the other's age holds until the other says it.
        told = hits.get("context.age_told", ())
        other.age = next((age for hit in told if (age := _age(words.words[hit.first : hit.last + 1]))), 0)
    if "context.refusal" in hits and "context.reported" not in hits:
        person.refused_at = index
    elif any(name in hits for name in _REQUESTS):
        person.asked_at = index
    if "targeting.age_probe" in hits:
        memory.age_asked_at, memory.age_asked_by = index, person.name


def _note_age(memory: Memory, person: Person, index: int, words: Words, hits: dict[str, list[Hit]]) -> None:
    if "context.reported" not in hits:
        for hit in hits.get("context.age_said", ()):
            said = words.words[hit.first : hit.last + 1]
            person.age = (_age_in_grade(said) if hit.group.name == "grade" else _age(said)) or person.age
    if expects_answer(memory, index) and memory.age_asked_by != person.name:
        short = len(words.words) <= _ANSWER_WORDS
        age = _age(words.words if short else words.words[:1])
        if age:
            person.age = age
            memory.age_asked_at = NEVER


def _age_in_grade(words: list[str]) -> int:
    """Return the usual age in a school year ("8th grade", "class 9"): the year and five; 0 if none is named."""
    for word in words:
        number = int("".join(c for c in word if c in "0123456789") or numbers("grades").get(word, 0))
        if 4 <= number <= 13:
            return number + _BEFORE_SCHOOL
    return 0


def _age(words: list[str]) -> int:
    """Return the first number that can be an age, also in words or with letters on it ("14f"); 0 if there is none."""
    for word in words:
        if word in numbers("numbers"):
            return numbers("numbers")[word]
        digits = "".join(c for c in word if c in "0123456789")
        if digits and len(word) <= len(digits) + 3 and int(digits) in AGES:
            return int(digits)
    return 0
