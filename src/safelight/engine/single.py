"""Looks at one item that is no conversation: every signal of its kind in one pass, then the kind's own rule.

What a signal reads of an item is prepared once. A `Picture`'s bytes are read by `safelight.media.load.facts`; a part
that was not looked at makes the item `Skipped`, never "nothing noticed".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from safelight.assessment.judge import judge
from safelight.lexicons.load import Hit, languages, lexicon, vocabulary
from safelight.locales.load import Translator, translator
from safelight.normalize import language
from safelight.normalize.text import Words, words
from safelight.schema.assessments import Assessment, Coverage, Level, Skipped
from safelight.schema.evidence import Evidence
from safelight.schema.findings import Finding
from safelight.schema.items import Item, Picture, kind_of
from safelight.schema.pictures import Facts
from safelight.signals.reading import Mark, Reading, Text
from safelight.signals.registry import Signal, signals
from safelight.taxonomy.load import techniques

_DEFAULT_LANGUAGE = "en"
# The fields of an item that hold words, in the order in which they are read.
_FIELDS = ("title", "text", "display_name", "bio")
# Characters; what follows is said to be left out.
_READ_UP_TO = 200_000
# Words of all fields together up to which looser phrases are read, too: those of the kind's folder "<kind>_short".
_SHORT = 140
# Words of each field by which the language is told, and letters that a word has about.
_TOLD_BY, _LETTERS = 120, 6
# Words of a field from which on it may be letters written apart, which have no vote (normalize/language.py).
_FEW = 4
# What is about to be shared is often too short, or too mixed, to tell its language.
_READ_IN_ALL = ("draft",)
# Share of the votes from which on a language is sure enough to leave the others out, and may be meant at all.
_SURE, _PERHAPS = 0.5, 0.15
# What somebody is about to share is short; its signals look at sentences more closely than others.
_READ_LESS = {"draft": 10_000}


def check(item: Item, locale: str, language: str = "") -> Assessment:
    """Return the assessment of an item that is no conversation. language: as a person said, "" to find out."""
    kind = type(item).__name__
    if not signals(kind_of(item)):
        why = translator(locale)("No signal reads this kind of item yet ({kind}).").format(kind=kind)
        coverage = Coverage(skipped=(Skipped(f"kind:{kind}", why),))
        return Assessment(Level.CANNOT_SAY, coverage=coverage, kind=kind, locale=locale)
    reading = read(item, language)
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


def read(item: Item, said: str = "") -> Reading:
    """Return what the signals of the item's kind read of it. said: the language that a person says it is in."""
    kind = kind_of(item)
    fields = {name: value for name in _FIELDS if isinstance(value := getattr(item, name, None), str) and value}
    fields |= {
        name: value
        for name, value in (getattr(item, "fields", None) or {}).items()
        if isinstance(value, str) and len(value) > 1
    }
    most = _READ_LESS.get(kind, _READ_UP_TO)
    skipped = [
        Skipped("text", f"Only the first {most} characters were read.")
        for value in fields.values()
        if len(value) > most
    ]
    known = vocabulary((_DEFAULT_LANGUAGE,), kind)
    folded = {name: words(value[:most], known) for name, value in fields.items()}
    codes = _said(said) if said else _languages(folded.values(), kind)
    if codes != (_DEFAULT_LANGUAGE,):
        known = vocabulary(codes, kind)
        folded = {name: words(value[:most], known) for name, value in fields.items()}
    short = sum(len(each.words) for each in folded.values()) <= _SHORT
    kinds = (kind, f"{kind}_short") if short else (kind,)
    texts = _texts(folded, kinds, codes)
    facts = _facts(item) if isinstance(item, Picture) else None
    if facts:
        skipped += [Skipped("item", sentence) for sentence in facts.skipped]
    return Reading(item, texts, codes, tuple(skipped), facts)


def _facts(item: Picture) -> Facts:
    """Return what the file holds beside what it shows; read once, then kept with the item by whoever shows it."""
    if item.shows is not None:
        return item.shows
    # Readers of files take a while to import, and few items are files.
    from safelight.media import load

    return load.facts(item.data)


def findings(reading: Reading, say: Translator) -> Iterator[Finding]:
    """Yield what the signals of the item's kind see."""
    for signal in signals(kind_of(reading.item)).values():
        for mark in signal.find(reading):
            yield _finding(signal, mark, say)


def _finding(signal: Signal, mark: Mark, say: Translator) -> Finding:
    technique = mark.technique or signal.technique
    return Finding(
        signal=signal.id,
        technique=technique,
        strength=mark.strength,
        evidence=(Evidence(mark.spans),) if mark.spans else (),
        because=dict(mark.because),
        says=say(mark.says or techniques()[technique].says),
    )


def _said(code: str) -> tuple[str, ...]:
    """Return the languages to read in when a person said which it is: that one, and English."""
    return (code, _DEFAULT_LANGUAGE) if code in languages() and code != _DEFAULT_LANGUAGE else (_DEFAULT_LANGUAGE,)


def _languages(folded: Iterable[Words], kind: str) -> tuple[str, ...]:
    """Return the languages to read in: the one the texts are in, when there are phrases for it, and English.

    Of a text too short to tell its language, all that may be meant are read.
    """
    if kind in _READ_IN_ALL:
        return (_DEFAULT_LANGUAGE, *(c for c in languages() if c != _DEFAULT_LANGUAGE and lexicon(c, kind).groups))
    counts: dict[str, int] = {}
    few: list[str] = []
    for each in folded:
        if len(each.words) < _FEW and each.plain.isascii():
            # What a form is filled with: letters apart are no matter, so all such fields vote at once.
            few += each.words
        else:
            language.add(counts, language.votes(each.words[:_TOLD_BY], each.plain[: _TOLD_BY * _LETTERS]))
    language.add(counts, language.votes(few, " " * _LETTERS * len(few)))
    code, share = language.decide(counts)
    if share < _SURE:
        least = _PERHAPS * sum(counts.values())
        perhaps = (each for each in languages() if each != _DEFAULT_LANGUAGE and counts.get(each, 0) > least)
        return (*(each for each in perhaps if lexicon(each, kind).groups), _DEFAULT_LANGUAGE)
    return (code, _DEFAULT_LANGUAGE) if code in languages() and code != _DEFAULT_LANGUAGE else (_DEFAULT_LANGUAGE,)


def _texts(folded: Mapping[str, Words], kinds: tuple[str, ...], codes: tuple[str, ...]) -> tuple[Text, ...]:
    """Return the fields with their phrases. Each lexicon goes over all fields at once: most are a word or two."""
    fields = [each.words for each in folded.values()]
    hits: list[dict[str, list[Hit]]] = [{} for _ in fields]
    for code in codes:
        for kind in kinds:
            for number, hit in lexicon(code, kind).find_in(fields):
                hits[number].setdefault(hit.group.lexicon, []).append(hit)
    return tuple(Text(name, each.text, each, own) for (name, each), own in zip(folded.items(), hits, strict=True))
