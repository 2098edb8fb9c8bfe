"""Shares facts about somebody else: a friend's number, full name, school, home or age.

What it sees. "Riya's number is ...", "her insta is @...", "my best friend lives at ...", "mi amiga Lucía Gómez va al
...", "uska number ...".

What looks like it but is not. A friend's first name, praise, a star's birthday, a public page.

Why it matters. They may not want it known, and were not asked.

Sources. ChatCoder2 coding legend, code 200; ICO Children's Code (data of others);
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safelight.normalize.contacts import contacts
from safelight.normalize.details import stretch
from safelight.normalize.details.grades import grades
from safelight.normalize.details.schools import has_school_word
from safelight.normalize.details.streets import streets
from safelight.signals.drafting import PERSONAL, Detail, apart, leave, phrases, public
from safelight.signals.reading import Mark, Reading, Text

TECHNIQUE = PERSONAL
# A name or a person with an "'s" and what is theirs.
_THEIRS = re.compile(
    r"(?<![\w'’])(?:(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)|(?:my |mi )?(?:best )?(?:friend|mate|bff|"
    r"bestie|sister|brother|cousin|crush|ex|teacher|classmate)(?: [A-Z][a-z]+)?)"
    r"['’]?s (?:phone |mobile |cell |whatsapp |home |new |full |private |real |email )?(?:number|no|"
    r"address|insta|instagram|snap|snapchat|tiktok|discord|email|school|birthday|bday|house|name|cell|"
    r"phone|whatsapp)(?!\w)"
    r"|(?<!\w)(?P<hindi>[A-Z][a-z]+|\w+) (?:ka|ki) (?:phone |mobile |whatsapp |ghar ka )?(?:number|no|"
    r"address|pata|insta|snap|email|ghar)(?!\w)",
)
_NAMED = re.compile(
    r"(?<![\w'’])[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:lives|live|stays) (?:at|on|opposite|next to|near|"
    r"behind) (?:the )?(?:\d+|[A-Z])[\w'’]*(?: [A-Z\d][\w'’]*){0,4}"
    r"|(?<![\w'’])[A-Z][a-z]+ [A-Z][a-z]+ (?:from|in|of) (?:class |year |"
    r"grade )?(?:\d{1,2}(?:th)?[ -]?[A-H]?(?!\w)|my (?:class|school|year|team|street))"
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield facts about others."""
    found = [
        *(each for each in phrases(reading, "other_person", "follows") if _tells(each)),
        *(each for each in phrases(reading, "other_person", "name follows") if _is_full_name(each)),
        *(each for text in reading.texts for each in _theirs(text)),
    ]
    for detail in apart(_with_contact(each) for each in found):
        if not public(detail):
            yield leave("other_person", detail)


def _with_contact(detail: Detail) -> Detail:
    """Take in the number, account or address behind it in the same sentence."""
    text = detail.text.text
    limit = min(stretch.sentence(text, detail.start, detail.end)[1], detail.end + 25)
    ends = [each.end for each in contacts(text) if detail.start <= each.start < limit and each.kind != "link"]
    ends += [each.end for each in (*streets(text), *grades(text)) if detail.start <= each.start < limit]
    end = max([detail.end, *ends])
    last = detail.last if detail.group == "name follows" else max(detail.last, end)
    return replace(detail, end=end, last=last)


def _tells(detail: Detail) -> bool:
    """Tell whether what follows is a fact: a number, an account, a place with a name, a name."""
    text = detail.text.text
    after = text[detail.start : stretch.sentence(text, detail.start, detail.end)[1]]
    words = detail.words
    if _holds_contact(detail.text, detail.start, detail.start + len(after)) or _holds_shape(after):
        return True
    cue = text[detail.start : detail.first].lower()
    if re.search(r"number|phone|insta|snap|email|mobile|whatsapp|tel[eé]fono|n[uú]mero|नंबर|फोन", cue):
        return re.search(r"\d{3}|@", after) is not None
    return any(stretch.is_name(word) for word in words.split()) or has_school_word(words)


def _is_full_name(detail: Detail) -> bool:
    text = detail.text.text
    name = stretch.names(text, detail.first)
    if not name:
        return False
    start, end = stretch.sentence(text, detail.start, detail.end)
    if name[2] > 1:
        return not re.match(r"\s+(?:fan|song|movie|concert)", text[name[1] :])
    return _holds_contact(detail.text, start, end) or _holds_shape(text[start:end])


def _theirs(text: Text) -> Iterator[Detail]:
    for found in _NAMED.finditer(text.text):
        yield Detail(text, *found.span(), *found.span(), 0.7, "named")
    for found in _THEIRS.finditer(text.text):
        end = stretch.sentence(text.text, found.start(), found.end())[1]
        for contact in contacts(text.text):
            if found.end() <= contact.start < min(end, found.end() + 25) and contact.kind != "link":
                yield Detail(text, found.start(), contact.end, contact.start, contact.end, 0.8, "theirs")
        for shape in (*streets(text.text), *grades(text.text)):
            if found.end() <= shape.start < min(end, found.end() + 25):
                yield Detail(text, found.start(), shape.end, shape.start, shape.end, 0.75, "theirs")


def _holds_contact(text: Text, start: int, end: int) -> bool:
    return any(start <= contact.start < end and contact.kind != "link" for contact in contacts(text.text))


def _holds_shape(said: str) -> bool:
    return any(True for _ in (*streets(said), *grades(said)))
