"""Looks at one item that is no conversation: every signal of its kind in one pass, then the kind's own rule.

What a signal reads of an item is prepared once. Kinds that need more than their own text (a picture's bytes) have a
reader: `safelight.media.load.facts` for `Picture`, an extra; without it the item is `Skipped`, never "nothing noticed".
"""

from __future__ import annotations

from collections.abc import Iterator

from safelight.assessment.judge import judge
from safelight.lexicons.load import Hit, languages, lexicon, vocabulary
from safelight.locales.load import Translator, translator
from safelight.normalize import language
from safelight.normalize.text import words
from safelight.schema.assessments import Assessment, Coverage, Level, Skipped
from safelight.schema.evidence import Evidence
from safelight.schema.findings import Finding
from safelight.schema.items import Item, kind_of
from safelight.signals.reading import Reading, Text
from safelight.signals.registry import Signal, signals
from safelight.taxonomy.load import techniques

_DEFAULT_LANGUAGE = "en"
# The fields of an item that hold words, in the order in which they are read.
_FIELDS = ("title", "text", "display_name", "bio")
# Characters; what follows is said to be left out.
_READ_UP_TO = 200_000
_READ_IN_ALL = ("draft",)
# What somebody is about to share is short; its signals look at sentences more closely than others.
_READ_LESS = {"draft": 10_000}


def check(item: Item, locale: str) -> Assessment:
    """Return the assessment of an item that is no conversation."""
    kind = type(item).__name__
    if not signals(kind_of(item)):
        why = f"No signal reads this kind of item yet ({kind})."
        coverage = Coverage(skipped=(Skipped(f"kind:{kind}", why),))
        return Assessment(Level.CANNOT_SAY, coverage=coverage, kind=kind, locale=locale)
    reading = read(item)
    found = tuple(findings(reading, translator(locale)))
    verdict = judge(item, found)
    skipped = (*reading.skipped, *verdict.skipped)
    blind = verdict.level <= Level.NOTHING_NOTICED and any(each.what in ("item", "language") for each in skipped)
    return Assessment(
        level=Level.CANNOT_SAY if blind else verdict.level,
        findings=found,
        reasons=verdict.reasons,
        coverage=Coverage(skipped=skipped, notes=item.source.notes, unread=len(item.source.unread)),
        kind=kind,
        locale=locale,
        model=verdict.model,
    )


def read(item: Item) -> Reading:
    """Return what the signals of the item's kind read of it."""
    kind = kind_of(item)
    fields = {name: value for name in _FIELDS if isinstance(value := getattr(item, name, None), str) and value}
    fields |= {name: value for name, value in (getattr(item, "fields", None) or {}).items() if isinstance(value, str)}
    most = _READ_LESS.get(kind, _READ_UP_TO)
    skipped = [
        Skipped("text", f"Only the first {most} characters were read.")
        for value in fields.values()
        if len(value) > most
    ]
    codes = _languages("\n".join(fields.values())[:most], kind)
    texts = tuple(_text(name, value[:most], kind, codes) for name, value in fields.items())
    return Reading(item, texts, codes, tuple(skipped))


def findings(reading: Reading, say: Translator) -> Iterator[Finding]:
    """Yield what the signals of the item's kind see."""
    for signal in signals(kind_of(reading.item)).values():
        yield from _findings(signal, reading, say)


def _findings(signal: Signal, reading: Reading, say: Translator) -> Iterator[Finding]:
    for mark in signal.find(reading):
        technique = mark.technique or signal.technique
        yield Finding(
            signal=signal.id,
            technique=technique,
            strength=mark.strength,
            evidence=(Evidence(mark.spans),) if mark.spans else (),
            because=dict(mark.because),
            says=say(mark.says or techniques()[technique].says),
        )


def _languages(text: str, kind: str) -> tuple[str, ...]:
    """Return the languages to read in: the one the text is in, when there are phrases for it, and English.

    What is about to be shared is often too short, or too mixed, to tell its language: all are read.
    """
    if kind in _READ_IN_ALL:
        return tuple(sorted((code for code in languages() if lexicon(code, kind).groups), key=_english_first))
    counts = language.votes(words(text).words, text)
    code, _ = language.decide(counts)
    return (code, _DEFAULT_LANGUAGE) if code in languages() and code != _DEFAULT_LANGUAGE else (_DEFAULT_LANGUAGE,)


def _english_first(code: str) -> tuple[bool, str]:
    return (code != _DEFAULT_LANGUAGE, code)


def _text(name: str, value: str, kind: str, codes: tuple[str, ...]) -> Text:
    hits: dict[str, list[Hit]] = {}
    folded = words(value, vocabulary(codes, kind))
    for code in codes:
        for hit in lexicon(code, kind).find(folded.words):
            hits.setdefault(hit.group.lexicon, []).append(hit)
    return Text(name, value, folded, hits)
