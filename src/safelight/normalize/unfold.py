"""Takes out of a text what deserves a look of its own: links become `Link`, payment-like passages `PaymentDemand`.

An item found this way says in `found_in` where it stands: `text[found_in.start:found_in.end]` is its own text. Whether
it is bad is not decided here; nothing is opened, and no signal is called. Phones, e-mails and handles are contacts
(`safelight.normalize.contacts`), not items.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from safelight.normalize.contacts import contacts, may_hold, may_hold_contacts
from safelight.normalize.found import words_in
from safelight.normalize.links import find_urls, may_hold_urls
from safelight.normalize.platforms import platforms
from safelight.normalize.text import Words
from safelight.schema.items import Contact, Conversation, Draft, FoundIn, Link, Message, Offer, PaymentDemand

_READ = ("text", "media")
_NEAR = 60
# The kinds of contacts that one can pay to.
_PAYABLE = frozenset({"handle", "iban", "upi", "wallet"})
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"[^\W_]+")
_CURRENCIES = (
    r"[$€£₹¥₽₺₩₱]|rs\.?|inr|usd|eur|gbp|cad|aud|mxn|aed|pkr|bdt|php|ngn|rupees?|rupaye|dollars?|dolares|dólares|bucks|euros?|"
    r"pounds?|quid|pesos?|taka|naira|lakhs?|crores?|रुपये|रुपए|रुपया"
)
_NUMBER = r"\d{1,3}(?:[ ,.]\d{2,3})*(?:[.,]\d{1,8})?k?|\d+(?:[.,]\d{1,8})?k?"
_AMOUNT = re.compile(
    rf"(?<![\w.])(?:(?:{_CURRENCIES})\s?(?:{_NUMBER})|(?:{_NUMBER})\s?(?:{_CURRENCIES})?)(?![\w])", re.IGNORECASE
)


def unfold(item: Conversation | Draft | Offer) -> Iterator[Link | PaymentDemand]:
    """Yield the links and payment-like passages of `item`, message by message, in order of their place."""
    if isinstance(item, Conversation):
        for number, message in enumerate(item.messages):
            yield from unfold_message(message, number)
    else:
        yield from _unfold_text(item.text, None, "text")


def unfold_message(message: Message, number: int, folded: Words | None = None) -> Iterable[Link | PaymentDemand]:
    """Return the items of one message; `number` is its place in the conversation (0-based).

    folded: its words, when they are known already.
    """
    runs = folded.words if folded is not None and folded.as_written else None
    if message.kind not in _READ or not may_hold_contacts(message.text, runs):
        return ()
    return _found(message.text, number, None)


def _unfold_text(text: str, number: int | None, field: str | None) -> Iterable[Link | PaymentDemand]:
    return _found(text, number, field) if may_hold_contacts(text) else ()


def _found(text: str, number: int | None, field: str | None) -> Iterator[Link | PaymentDemand]:
    found: list[Link | PaymentDemand] = []
    if may_hold_urls(text, text.lower()):
        found += [Link(url.written, found_in=FoundIn(url.start, url.end, number, field)) for url in find_urls(text)]
    passage = _payment_passage(text)
    if passage is not None:
        start, end = passage
        found.append(PaymentDemand(text[start:end], found_in=FoundIn(start, end, number, field)))
    yield from sorted(found, key=_place)


def _place(item: Link | PaymentDemand) -> tuple[int, int]:
    assert item.found_in is not None, "every item made here has a place"
    return item.found_in.start, -item.found_in.end


def _payment_passage(text: str) -> tuple[int, int] | None:
    """Return the lines from the first to the last payment-like place, None when there is none."""
    found = contacts(text) if may_hold(text, _PAYABLE) else ()
    places = [(contact.start, contact.end) for contact in found if _is_payable(contact)]
    places += _named_with_amount(text)
    if not places:
        return None
    start = text.rfind("\n", 0, min(place[0] for place in places)) + 1
    end = text.find("\n", max(place[1] for place in places))
    return start, len(text) if end < 0 else end


def _is_payable(contact: Contact) -> bool:
    if contact.kind == "handle":
        platform = platforms().get(contact.detail)
        return platform is not None and platform.pays
    return contact.kind in ("wallet", "upi", "iban")


def _named_with_amount(text: str) -> list[tuple[int, int]]:
    """Return the ways to pay that stand near an amount: "a $50 steam card"."""
    if not _DIGIT.search(text) or (text.isascii() and _first_runs().isdisjoint(words_in(text.lower()))):
        return []
    ways = [match.span() for match in _ways_to_pay().finditer(text)]
    return [way for way in ways if _AMOUNT.search(text, max(0, way[0] - _NEAR), way[1] + _NEAR)]


@cache
def _entries() -> tuple[str, ...]:
    table = tomllib.loads((files("safelight.normalize") / "payment_words.toml").read_text("utf-8"))
    return tuple(sorted({entry for group in table.values() for entry in group}, key=len, reverse=True))


@cache
def _first_runs() -> frozenset[str]:
    """Return the first run of letters and digits of each way to pay: an ASCII text that names one holds that run."""
    return frozenset(run.group().lower() for entry in _entries() if (run := _RUN.search(entry)))


@cache
def _ways_to_pay() -> re.Pattern[str]:
    either = "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in _entries())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
