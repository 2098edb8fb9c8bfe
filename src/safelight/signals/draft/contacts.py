"""Gives a way to reach or pay somebody: phone, email, account name, UPI.

What it sees. Numbers (also written in words), email addresses, "my insta is ...", "add me on snap: ...", UPI ids.

What looks like it but is not. A helpline, a shop, a ticket office, a mention of a star's account, order numbers,
prices.

Why it matters. A public number or name lets anyone write, and leads from one account to the next.

Sources. Thorn 2022: two in three were asked to move to a private chat; ChatCoder2, code 200;
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.contacts import contacts
from safelight.normalize.details import stretch
from safelight.normalize.details.shapes import Shape
from safelight.normalize.details.spoken_numbers import spoken_numbers
from safelight.schema.items import Contact
from safelight.signals.drafting import PERSONAL, Detail, apart, is_bio, leave, phrases, public, shapes
from safelight.signals.reading import Mark, Reading, Text

TECHNIQUE = PERSONAL
_NUMBER = re.compile(
    r"(?<!\w)(?:number|no|num|call|ring|text|whatsapp|phone|n[uú]mero|m[oó]vil|नंबर|फोन)(?!\w)[^.!?]{0,25}$",
    re.IGNORECASE,
)
_SAID_NUMBER = re.compile(
    r"(?<!\w)(?:my|mi|mera|meri|mere|मेरा|मेरी)\s+(?:\w+\s+)?(?:number|num|no|phone|cell|mobile|digits|"
    r"whats?app?|wasap|wsp|n[uú]mero|tel[eé]fono|m[oó]vil|cel|celular|tel|नंबर|फ़?ोन|मोबाइल)"
    r"[^\d\n+]{0,12}(?P<number>\+?\d[\d ().-]{6,17}\d)",
    re.IGNORECASE,
)
_PHONE_DIGITS = range(8, 14)
_LABELLED = re.compile(
    r"(?<!\w)(?:yt|youtube|twitch|tt|vsco|pinterest|bereal|locket|ngl|threads|wattpad|spotify|musically|"
    r"sc|ig|fb)\s*[:\-–>→]+\s*@?(?P<name>[A-Za-z][\w.]{3,30})(?!\w)",
    re.IGNORECASE,
)
_KINDS = ("phone", "email", "handle", "upi")
_OFFICE = re.compile(
    r"^(?:info|support|contact|help|admin|admissions?|office|noreply|no-reply|press|sales|hello|enquir\w+|"
    r"hr|jobs|care|service|feedback|team|privacy|booking\w*|reception|principal|complaints?)@",
    re.IGNORECASE,
)
_FREE = re.compile(r"^(?:0800|1[- ]?800|1860|0808|90[012][ -]?\d{3}[ -]?\d{3}$|112$|116|1098$|999$|911$)")
# Words with which an account name is handed over.
_GIVES = re.compile(
    r"(?<!\w)(?:add|tag|follow|dm|pm|message|msg|text|snap|find|hit|hmu|reach|catch|call|whatsapp|join|invite|"
    r"friend)\s+(?:me|us|mine)(?!\w)|(?<!\w)(?:my|mine|mi|mera|meri|mere|apna|apni|मेरा|मेरी)(?!\w)|"
    r"(?<!\w)(?:i'?m|i am|im|it'?s|its)\s+@|(?<!\w)(?:hmu|dms? open|s[ií]gueme|seguidme|agr[eé]game|"
    r"a[nñ][aá]de(?:me|dme)|agregadme|b[uú]scame|escr[ií]beme|h[aá]blame|mujhe|muje|mujhko|मुझे)(?!\w)|"
    r"(?<!\w)(?:insta(?:gram)?|ig|snap(?:chat)?|sc|tiktok|tt|discord|telegram|tg|kik|roblox|psn|xbox|"
    r"gamertag|gt|username|user|epic|steam|fortnite)\s*(?:id\s*)?[:=\-–—>→]|(?:follow|add) (?:me )?(?:on|"
    r"at|back)|"
    r"(?<!\w)(?:(?:new|private|priv|spam|main|backup|second|art|other) (?:acc|acct|account|page|profile)|"
    r"finsta)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield ways to reach or pay the writer."""
    for text in reading.texts:
        for contact in contacts(text.text):
            if contact.kind in _KINDS and _is_own(contact, text):
                detail = Detail(text, contact.start, contact.end, contact.start, contact.end, 0.85, contact.kind)
                yield leave(contact.kind, detail)
    for shape, detail in shapes(reading, spoken_numbers, 0.7):
        if (shape.sure or _NUMBER.search(detail.text.text[: detail.start])) and not public(detail):
            yield leave("phone", detail)
    yield from _named_accounts(reading)
    for _, detail in shapes(reading, _labelled_accounts, 0.7):
        own = [each for each in contacts(detail.text.text) if _is_own(each, detail.text)]
        if not any(each.start < detail.end and each.end > detail.start for each in own):
            yield leave("handle", detail)
    for _, detail in shapes(reading, _said_numbers):
        known = contacts(detail.text.text)
        if not any(each.start < detail.end and each.end > detail.start for each in known) and not public(detail):
            yield leave("phone", detail)


def _labelled_accounts(text: str) -> Iterator[Shape]:
    """Yield account names behind the short name of a platform: "yt: glitter_zo"."""
    for found in _LABELLED.finditer(text):
        yield Shape(found.start("name"), found.end("name"), "handle")


def _said_numbers(text: str) -> Iterator[Shape]:
    """Yield numbers that only the words before them show to be phones ("mi wasap 600 11 22 33")."""
    for found in _SAID_NUMBER.finditer(text):
        if len(re.sub(r"\D", "", found["number"])) in _PHONE_DIGITS:
            yield Shape(found.start("number"), found.end("number"), "phone")


def _is_own(contact: Contact, text: Text) -> bool:
    """Tell whether a contact is a person's own: no office, no free number, and account names only when handed over."""
    value = text.text[contact.start : contact.end]
    detail = Detail(text, contact.start, contact.end, contact.start, contact.end, 0.0, "")
    if contact.kind == "email":
        return not _OFFICE.match(value)
    if contact.kind == "phone":
        return not (_FREE.match(value) or public(detail))
    if contact.kind == "upi":
        return not public(detail)
    start, end = stretch.sentence(text.text, contact.start, contact.end)
    return (
        _GIVES.search(text.text, max(0, start - 20), end) is not None or is_bio(text.text) or text.text.strip() == value
    )


def _named_accounts(reading: Reading) -> Iterator[Mark]:
    """Yield account names that only the words around show ("my roblox is cooldude")."""
    known = {(text.name, contact.start) for text in reading.texts for contact in contacts(text.text)}
    for detail in apart(phrases(reading, "handle")):
        name = detail.words.split()[0]
        here = any(field == detail.text.name and detail.first - 2 <= start < detail.end for field, start in known)
        if not here and re.search(r"[\d_.]|[a-z][A-Z]|^x", name) and len(name) > 2:
            yield leave(
                "handle",
                Detail(
                    detail.text,
                    detail.start,
                    detail.first + len(name),
                    detail.first,
                    detail.first + len(name),
                    0.7,
                    detail.group,
                    detail.language,
                ),
            )
