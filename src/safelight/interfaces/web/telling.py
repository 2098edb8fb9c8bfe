"""What a page for a trusted adult says, and what the sheets to report with are filled with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from safelight.advice.reports import Channel, Question, fitting
from safelight.interfaces.web.keeping import Kept
from safelight.interfaces.web.settings import Settings, country_names
from safelight.locales.load import Translator
from safelight.report import keep_files
from safelight.report.clean import clean
from safelight.report.keep import Record, span_of_days
from safelight.report.markup import Safe, joined, tag
from safelight.schema.items import Conversation

OWN = "own"
_LONGEST = 400


def first_sentences(settings: Settings) -> list[str]:
    """Return sentences to begin with; whoever is no young person shows it to somebody who helps."""
    _ = settings.say
    if settings.audience != "young_person":
        return [
            _("I would like your advice about messages that a young person got."),
            _("I need to show you something. Please read it first, then we talk."),
            _("I am worried about these messages. What would you do?"),
        ]
    return [
        _("I need to show you something. Please listen first."),
        _("Something happened online, and I do not know what to do."),
        _("Someone writes to me, and it does not feel right."),
        _("I am afraid that you will be angry. Please read this first."),
        _("Please do not take my phone away. I need help with this."),
    ]


def adult_words(_: Translator) -> list[str]:
    """Return what helps most in the first minute, for the adult who is shown the page."""
    return [
        _("Breathe. Say: thank you for telling me. I believe you. It is not your fault."),
        _("Listen first. Do not ask why they wrote back, and do not tell them what they did wrong."),
        _("Leave them their phone. Fear of losing it keeps young people silent."),
        _("Do not write to the other person, and do not delete anything."),
        _("If there are private pictures: do not look at, copy or send them. You may report without them."),
        _("Decide the next step together. Do not say that nobody will know: say who needs to know, and why."),
        _("If someone is in danger now, call the police. A helpline can advise you, too."),
    ]


def tell(found: Kept, fields: Mapping[str, str], settings: Settings) -> dict[str, Any]:
    """Return what the page needs: the sentences, the chosen one, and the part to show."""
    _ = settings.say
    sentences = first_sentences(settings)
    chosen = fields.get("hello", "0")
    own = clean(fields.get("own", "")).strip()[:_LONGEST]
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 3 else 0
    first = own if chosen == OWN and own else sentences[number if number < len(sentences) else 0]
    return {
        "sentences": list(enumerate(sentences)),
        "hello": chosen if chosen == OWN else str(number),
        "own": own,
        "shown": Markup(_to_show(found.record, first, _)),
    }


def _to_show(record: Record, first: str, _: Translator) -> Safe:
    return tag(
        "div",
        tag("p", first, class_="first-sentence", dir="auto"),
        tag("h2", _("For you who are being shown this")),
        tag("ul", *(tag("li", each) for each in adult_words(_))),
        tag("h2", _("What was noticed")),
        keep_files.noticed(record, _),
        tag("h2", _("The words")),
        keep_files.timeline(record, _) if record.lines else tag("p", _("No words were chosen to be shown.")),
        *(tag("p", sentence, class_="quiet") for sentence in keep_files.limits(record, _)),
        class_="report kept",
    )


def sheets(found: Kept | None, settings: Settings) -> dict[str, Any]:
    """Return what the page with the sheets needs."""
    _ = settings.say
    return {
        "sheets": [_sheet(channel, found, _) for channel in fitting(settings.country)],
        "countries": country_names(_),
    }


def _sheet(channel: Channel, found: Kept | None, _: Translator) -> dict[str, Any]:
    questions = [(_(each.text), _answer(each, found, _) if found else "") for each in channel.questions]
    return {"channel": channel, "name": _(channel.name), "happens": _(channel.what_happens), "questions": questions}


def _answer(question: Question, found: Kept, _: Translator) -> Markup:
    """Return what we know about a question, "" when the reader alone can say."""
    lines = list(_ANSWERS[question.fill](found, _)) if question.fill else []
    return Markup(joined(*(tag("span", tag("bdi", each), class_="known") for each in dict.fromkeys(lines) if each)))


def _noticed(found: Kept, _: Translator) -> Iterator[str]:
    yield from (each.name for each in found.record.tricks)


def _days(found: Kept, _: Translator) -> Iterator[str]:
    yield span_of_days(found.record, _)


def _platform(found: Kept, _: Translator) -> Iterator[str]:
    from safelight.importers.load import importers

    module = importers().get(found.handed.item.source.format)
    # A pasted text may come from anywhere.
    if module is not None and found.is_file:
        yield _(module.TITLE)


def _accounts(found: Kept, _: Translator) -> Iterator[str]:
    """Names and accounts of the others, never the reader's own."""
    item = found.handed.item
    if isinstance(item, Conversation):
        yield from (clean(each.name) for each in item.participants if each.name and each.name != item.owner)
    owner = getattr(item, "owner", None)
    contacts = (each for each in found.everything.contacts if each.kind != "link" and each.who != (owner or None))
    yield from (f"{each.kind}: {each.value}" for each in contacts if each.number in _numbers(found))


def _links(found: Kept, _: Translator) -> Iterator[str]:
    links = (each for each in found.everything.contacts if each.kind == "link" and each.number in _numbers(found))
    yield from (each.value for each in links)


def _words(_found: Kept, _: Translator) -> Iterator[str]:
    yield _("Add the file with the words that you kept (notes.txt).")


def _numbers(found: Kept) -> set[int]:
    return {each.number for each in found.record.lines}


_ANSWERS = {
    "noticed": _noticed,
    "days": _days,
    "platform": _platform,
    "accounts": _accounts,
    "links": _links,
    "words": _words,
}
