"""What a person chose to keep, as one record: lines, what was noticed in them, accounts, links, dates, the source.

A record holds words and pointers, never a picture, and no time of making: the same choice gives the same bytes.
`keep_files.py` writes it as text, page and JSON.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from string import ascii_uppercase

from safelight.locales.load import Translator
from safelight.normalize.contacts import contacts
from safelight.report import when
from safelight.report.clean import clean
from safelight.report.people import technique_words
from safelight.schema.evidence import Span
from safelight.schema.findings import FAINT, Finding
from safelight.schema.items import Conversation, Item
from safelight.schema.judgements import Judgement, Reconsidered

_FIELDS = ("title", "text", "handle", "display_name", "bio", "url")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line's text, in characters, that a technique was noticed in."""

    technique: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One message, or one field of an item that is no chat. number: counted from 1; author and part: "" for none."""

    number: int
    author: str
    time: datetime | str | None
    text: str = field(repr=False)
    kind: str = "text"
    part: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Trick:
    """One technique of somebody in the lines that are kept. numbers: those lines'."""

    technique: str
    name: str
    says: str
    who: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """An account, a link or a number found in a line that is kept."""

    kind: str
    value: str = field(repr=False)
    who: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What the lines were read from. name: the file's, "" for a paste or when names are left out; sha256: in hex."""

    name: str
    size: int
    sha256: str
    is_file: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What to keep. lines: numbers from 1; tricks: (subject, technique); letters: letters in place of names."""

    lines: frozenset[int]
    tricks: frozenset[tuple[str | None, str]]
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept. people: as they are named here; total: lines there were; pictures: kept lines that had one."""

    kind: str
    lines: tuple[Line, ...]
    tricks: tuple[Trick, ...]
    contacts: tuple[Contact, ...]
    people: tuple[str, ...]
    judgements: tuple[tuple[Judgement, str, bool], ...]
    source: Source
    total: int
    tricks_left_out: int
    pictures: int
    letters: bool
    model: str
    version: str


def lines(item: Item) -> tuple[Line, ...]:
    """Return everything that an item says, in order, without marks."""
    if isinstance(item, Conversation):
        return tuple(
            Line(number, each.author, each.time, each.text, each.kind) for number, each in enumerate(item.messages, 1)
        )
    pairs = ((name, getattr(item, name, None)) for name in _FIELDS)
    filled = [(name, value) for name, value in pairs if isinstance(value, str) and value]
    return tuple(Line(number, "", None, value, part=name) for number, (name, value) in enumerate(filled, 1))


def noticed(item: Item, said: Reconsidered) -> dict[tuple[str | None, str], tuple[int, ...]]:
    """Return the techniques noticed, by (subject, technique), with the numbers of the lines they stand in."""
    at = _numbers(item)
    found: dict[tuple[str | None, str], set[int]] = {}
    for finding in _shown(said.before.findings):
        numbers = {at[place] for span in _spans(finding) if (place := _place(item, span)) in at}
        found.setdefault((finding.subject, finding.technique), set()).update(numbers)
    return {key: tuple(sorted(numbers)) for key, numbers in found.items()}


def usual(item: Item, said: Reconsidered, around: int = 1) -> frozenset[int]:
    """Return the lines to keep when nobody chose: those with something noticed, and `around` before and after."""
    every = len(lines(item))
    if not isinstance(item, Conversation):
        return frozenset(range(1, every + 1))
    marked = {number for numbers in noticed(item, said).values() for number in numbers}
    near = (number + step for number in marked for step in range(-around, around + 1))
    return frozenset(number for number in near if 1 <= number <= every)


def record(item: Item, said: Reconsidered, choice: Choice, source: Source, _: Translator, *, version: str) -> Record:
    """Return what is kept of an item. Names and file name give way to letters when that was chosen.

    version: Safelight's, so that somebody else can see by what this was made.
    """
    every = lines(item)
    names = _letters(item) if choice.letters else {}
    marks = _marks(item, said, choice)
    kept = tuple(_kept(each, marks.get(each.number, ()), names) for each in every if each.number in choice.lines)
    found = noticed(item, said)
    tricks = tuple(_tricks(found, choice, names, _))
    return Record(
        kind=said.assessment.kind,
        lines=kept,
        tricks=tricks,
        contacts=tuple(_contacts(kept)),
        people=tuple(names.get(name, clean(name)) for name in _people(item)),
        judgements=tuple(_judged(said, names)),
        source=Source("", source.size, source.sha256, source.is_file) if choice.letters else source,
        total=len(every),
        tricks_left_out=len(found) - len(tricks),
        pictures=sum(each.kind == "media" for each in kept),
        letters=choice.letters,
        model=said.assessment.model,
        version=version,
    )


def source(data: bytes, name: str) -> Source:
    """Return what is told about the bytes that were read; name "" for a paste, whose bytes are its text as UTF-8."""
    return Source(clean(name), len(data), hashlib.sha256(data).hexdigest(), bool(name))


def span_of_days(kept: Record, _: Translator) -> str:
    """Return the first and the last day of the kept lines in words, "" when they hold no dates."""
    times = [time for each in kept.lines if (time := when.read(each.time))]
    if not times:
        return ""
    first, last = when.day(times[0], _), when.day(times[-1], _)
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _shown(findings: Iterable[Finding]) -> list[Finding]:
    every = list(findings)
    return [each for each in every if each.strength >= FAINT and not each.because.get("answer")]


def _spans(finding: Finding) -> Iterator[Span]:
    yield from (span for part in finding.evidence if part.role == "shows" for span in part.spans)


def _numbers(item: Item) -> dict[int | str, int]:
    """Return where each line is found by a span: message number (0-based) or field -> line number."""
    return {(each.number - 1 if isinstance(item, Conversation) else each.part): each.number for each in lines(item)}


def _place(item: Item, span: Span) -> int | str:
    if span.message is not None:
        return span.message
    return span.field or next((name for name in ("text", "bio", "url") if hasattr(item, name)), "text")


def _marks(item: Item, said: Reconsidered, choice: Choice) -> dict[int, tuple[Mark, ...]]:
    at = _numbers(item)
    found: dict[int, set[Mark]] = {}
    for finding in _shown(said.before.findings):
        if (finding.subject, finding.technique) not in choice.tricks:
            continue
        for span in _spans(finding):
            number = at.get(_place(item, span))
            if number is not None:
                found.setdefault(number, set()).add(Mark(finding.technique, span.start, span.end))
    return {
        number: tuple(sorted(marks, key=lambda m: (m.start, m.end, m.technique))) for number, marks in found.items()
    }


def _people(item: Item) -> list[str]:
    return [each.name for each in item.participants if each.name] if isinstance(item, Conversation) else []


def _letters(item: Item) -> dict[str, str]:
    """Return a letter for each participant: A, B, ... and A2, B2 after Z."""
    rounds = (f"{letter}{turn or ''}" for turn in (0, *range(2, 999)) for letter in ascii_uppercase)
    return dict(zip(_people(item), rounds, strict=False))


def _kept(line: Line, marks: tuple[Mark, ...], names: Mapping[str, str]) -> Line:
    """Return a line as it is kept: with its marks, and letters for names, also for names inside the text."""
    text, moved = (line.text, marks) if not names else _renamed(line.text, marks, names)
    return Line(line.number, names.get(line.author, line.author), line.time, text, line.kind, line.part, moved)


def _renamed(text: str, marks: tuple[Mark, ...], names: Mapping[str, str]) -> tuple[str, tuple[Mark, ...]]:
    """Replace every word of every name, and move the marks along."""
    words = {word.lower(): letter for name, letter in names.items() for word in re.findall(r"\w{2,}", name)}
    if not words:
        return text, marks
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b", re.I)
    cuts = sorted({0, len(text), *(at for mark in marks for at in (mark.start, mark.end) if at <= len(text))})
    parts, new, down = [], {0: 0}, 0
    for start, end in pairwise(cuts):
        parts.append(pattern.sub(lambda hit: words[hit[0].lower()], text[start:end]))
        down += len(parts[-1])
        new[end] = down
    moved = tuple(Mark(m.technique, new[m.start], new[m.end]) for m in marks if m.start in new and m.end in new)
    return "".join(parts), moved


def _tricks(
    found: Mapping[tuple[str | None, str], tuple[int, ...]], choice: Choice, names: Mapping[str, str], _: Translator
) -> Iterator[Trick]:
    for (subject, technique), numbers in found.items():
        if (subject, technique) in choice.tricks:
            name, says, _why, _severity = technique_words(technique, "", _)
            who = clean(names.get(subject or "", subject or ""))
            yield Trick(technique, name, says, who, tuple(each for each in numbers if each in choice.lines))


def _contacts(kept: Iterable[Line]) -> Iterator[Contact]:
    seen: set[tuple[str, str]] = set()
    for line in kept:
        for each in contacts(line.text):
            if (each.kind, each.value) not in seen:
                seen.add((each.kind, each.value))
                yield Contact(each.kind, clean(each.value), clean(line.author), line.number)


def _judged(said: Reconsidered, names: Mapping[str, str]) -> Iterator[tuple[Judgement, str, bool]]:
    for each, aside in (*((one, True) for one in said.set_aside), *((one, False) for one in said.kept)):
        yield each, clean(names.get(each.subject or "", each.subject or "")), aside
