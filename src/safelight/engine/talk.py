"""A conversation, whole or message by message.

A check is a fold over the messages: `check(conversation)` and `watch.add` per message end in the same state, so a batch
and a stream cannot disagree. What is found inside a message (a link, a demand for money) is looked at by the signals of
its own kind, and counts for whoever sent it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from safelight.assessment import fuse, summary
from safelight.engine import halves, meant, single
from safelight.lexicons.load import Hit, forms, languages, lexicon, vocabulary
from safelight.locales.load import SOURCE_LANGUAGE, translator
from safelight.models import manner_of_talk
from safelight.models.manner_of_talk import Weigher
from safelight.normalize import language
from safelight.normalize.text import Words, plainly, words
from safelight.normalize.unfold import unfold_message
from safelight.schema import stored
from safelight.schema.assessments import Assessment, Level, Skipped
from safelight.schema.errors import BadState
from safelight.schema.findings import Finding
from safelight.schema.items import Conversation, Link, Message, PaymentDemand, kind_of
from safelight.schema.memory import Kept, Memory, Person
from safelight.signals import facts
from safelight.signals.look import Look, Sighting
from safelight.signals.registry import Signal, listeners, signals
from safelight.taxonomy.load import techniques

_DEFAULT_LANGUAGE = "en"
_VOTES_ALWAYS = 200
_VOTES_EVERY = 8
_TELL_EVERY = 500
# How far ordinary talk can carry the manner down: who talks of nothing for long has no credit without end.
_LOWEST_MANNER = -4.0
# Letters with the vowel signs that Indic and Thai scripts write on them.
_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963\u0981-\u0e4e]+[^\W\d_]*)*")
_DIGIT = re.compile("[0-9]")
# What is left of the strength of a sighting on words that a stronger one already stands on.
_AGAIN_FOR_THE_SAME_WORDS = 0.35
# A second language is read beside English from this share of its votes on.
_SECOND_SHARE = 0.4
# A language with nearly as many votes as the best is read, too: neighbours share most of their small words.
_NEAR = 0.8
# Characters. Longer messages are read, but not searched for links and numbers, which takes long on walls of digits.
_UNFOLD_UP_TO = 5_000


class Watch:
    """A conversation as it happens. Add messages one by one; the state stays small and holds no message text."""

    def __init__(self, locale: str = "en", language: str = "", *, meaning: bool = False) -> None:
        """Begin with nothing seen.

        locale: the language of the sentences in the assessments. language: the code of the language that the talk is
        in, when a person said so. meaning: whether to look at the meaning of sentences, too (the extra `meaning`, some
        milliseconds per message); where that is not installed, the assessment says so. `dump` holds neither.
        """
        self.locale = locale
        self._memory = Memory(said=language)
        self._summary = summary.Summary()
        self._not_meant = meant.missing() if meaning else None
        self._meaning = meaning and self._not_meant is None
        self._asked = meaning

    def add(self, message: Message) -> Assessment:
        """Take one more message and return the assessment so far."""
        self.step(message)
        return self.assessment()

    def step(self, message: Message) -> None:
        """Take one more message without summing up."""
        memory = self._memory
        index = memory.seen
        memory.seen = index + 1
        if message.kind not in ("text", "media") or not message.text or message.text.isspace():
            return
        author = memory.person(message.author)
        author.said += 1
        author.last = index
        memory.read += 1
        plain = plainly(message.text)
        codes = _languages(memory, message, plain)
        folded = plain or words(message.text, vocabulary(codes))
        weighing = _weighing(memory, codes)
        if self._meaning and weighing == _DEFAULT_LANGUAGE:
            meant.take(memory, index, author, message.text)
        # English last: a phrase of the language that the talk is in goes before an English one on the same words.
        found = halves.found(memory, index, author.name, folded, codes[::-1])
        if found or facts.expects_answer(memory, index):
            _look(memory, index, author, folded, found)
        if weighing:
            _weigh(memory, index, author, folded, weighing)
            meant.weigh(memory, index, author)
        _unfold(memory, message, folded, author, index)

    def assessment(self) -> Assessment:
        """Return the assessment of everything added so far."""
        found = self._summary.assess(self._memory, self.locale, languages())
        skipped = (self._not_meant or meant.unread(self._memory)) if self._asked else None
        if skipped is None:
            return found
        return replace(found, coverage=replace(found.coverage, skipped=(*found.coverage.skipped, skipped)))

    def dump(self) -> bytes:
        """Return the state, under 4 KB, without any message text."""
        return stored.dump(self._memory, self.locale)

    @classmethod
    def load(cls, blob: bytes, *, meaning: bool = False) -> Watch:
        """Return a watch that goes on where `dump` was called, `meaning` as for a new one. Raises BadState."""
        memory, locale = stored.load(blob)
        if any(kept.technique not in techniques() for kept in memory.kept):
            raise BadState("A stored watch names an unknown technique.", fix="Begin anew with safelight.watch().")
        loaded = cls(locale, meaning=meaning)
        loaded._memory = memory
        return loaded


def watch(locale: str = "en", *, meaning: bool = False) -> Watch:
    """Return a new watch for one conversation. meaning: whether to look at the meaning of sentences, too."""
    return Watch(locale, meaning=meaning)


def check(
    conversation: Conversation,
    locale: str,
    progress: Callable[[int, int], None] | None,
    language: str = "",
    *,
    meaning: bool = False,
) -> Assessment:
    """Return the assessment of a whole conversation; progress(done, total) is told numbers of messages."""
    reader = Watch(locale, language, meaning=meaning)
    for done, message in enumerate(conversation.messages):
        if progress and done % _TELL_EVERY == 0:
            progress(done, len(conversation.messages))
        reader.step(message)
    assessment = reader.assessment()
    source = conversation.source
    if not (source.notes or source.unread or source.one_sided):
        return assessment
    say, skipped = translator(locale), assessment.coverage.skipped
    if source.one_sided:
        skipped += (Skipped("other side", "This file holds only one side of the talk.", "Paste the chat instead."),)
    if source.unread:
        skipped += (Skipped("unread", say("{n} parts of the file could not be read.").format(n=len(source.unread))),)
    coverage = replace(assessment.coverage, notes=source.notes, unread=len(source.unread), skipped=skipped)
    unsure = assessment.level == Level.NOTHING_NOTICED and source.one_sided
    return replace(assessment, coverage=coverage, level=Level.CANNOT_SAY if unsure else assessment.level)


def _languages(memory: Memory, message: Message, plain: Words | None) -> tuple[str, ...]:
    """Vote for the message's language; return those to read it in.

    English always (people mix it in everywhere), and the other language with phrases that the talk so far, or this
    message alone, is rather in.
    """
    if memory.said:
        memory.reading = memory.reading or _said(memory.said)
        return memory.reading
    if message.kind == "text" and (memory.read <= _VOTES_ALWAYS or memory.read % _VOTES_EVERY == 0):
        # Words that are letters alone need not be looked for again.
        letters = plain is not None and plain.as_written and _DIGIT.search(plain.text) is None
        runs = plain.words if plain and letters else _LETTERS.findall(message.text.lower())
        here = language.votes(runs, message.text)
        language.add(memory.votes, here)
        memory.reading = _readable(memory.votes)
        if len(memory.reading) == 1 and here and max(here.values()) > here.get(_DEFAULT_LANGUAGE, 0):
            return _readable(here, alone=True)
    # A loaded watch has the votes, and not yet what follows from them.
    memory.reading = memory.reading or _readable(memory.votes)
    return memory.reading


def _said(code: str) -> tuple[str, ...]:
    """Return the languages to read in when a person said which it is: English, and that one if there are phrases."""
    return (_DEFAULT_LANGUAGE, code) if code in languages() and code != _DEFAULT_LANGUAGE else (_DEFAULT_LANGUAGE,)


def _readable(votes: Mapping[str, int], *, alone: bool = False) -> tuple[str, ...]:
    """Return English and the best other language, or those that share the first place or nearly so.

    One message `alone` must be in it clearly. No other one when the talk is rather in a language without phrases:
    Italian is not read as if it were Spanish. Without one English word, half of the usual votes are enough.
    """
    most = 0
    for code, count in votes.items():
        if count > most and code != _DEFAULT_LANGUAGE:
            most = count
    english = votes.get(_DEFAULT_LANGUAGE, 0)
    least = english * (1 if alone else _SECOND_SHARE)
    if most <= least or most < (language.FULL if english else language.FULL / 2):
        return (_DEFAULT_LANGUAGE,)
    best = (code for code in votes if code != _DEFAULT_LANGUAGE and votes[code] >= _NEAR * most and code in languages())
    return (_DEFAULT_LANGUAGE, *sorted(best))


def _weighing(memory: Memory, codes: tuple[str, ...]) -> str:
    """Return the language whose manner of talk the message is weighed by; "" when there is no model for it.

    English where nothing else is read; another language where the talk so far is in it rather than in English.
    """
    best = memory.said
    if not best and len(codes) == 1:
        best = _DEFAULT_LANGUAGE
    elif not best and codes == memory.reading:
        votes = memory.votes
        best = max(codes[1:], key=lambda code: votes.get(code, 0))
        if votes.get(best, 0) <= votes.get(_DEFAULT_LANGUAGE, 0):
            return ""
    return best if best in codes and best in manner_of_talk.languages() else ""


def _weigh(memory: Memory, index: int, author: Person, folded: Words, code: str) -> None:
    """Add what the manner of the message says about its author, and about whom it most likely answers."""
    own, other = _weigher(code).weigh(folded.words)
    half_life = manner_of_talk.model(code).half_life
    memory.weighed += 1
    _shift(author, own, index, half_life)
    listener = memory.answered_by(author)
    if listener is not None:
        _shift(listener, other, index, half_life)
    if author.manner > 0 and author.traces:
        fuse.update(memory, author, index)


@cache
def _weigher(code: str) -> Weigher:
    return Weigher(manner_of_talk.model(code), forms(code), lexicon(code).mend)


def _shift(person: Person, amount: float, index: int, half_life: float) -> None:
    """Fade what the manner adds up to, and add to it. Small talk first buys little: it is bounded below."""
    fade = 0.5 ** ((index - person.manner_at) / half_life)
    person.manner = max(_LOWEST_MANNER, person.manner * fade + amount)
    person.manner_at = index


def _unfold(memory: Memory, message: Message, folded: Words, author: Person, index: int) -> None:
    """Let what is found inside a message be looked at by the signals of its kind; count what no signal reads."""
    if len(message.text) > _UNFOLD_UP_TO:
        memory.unfolded[summary.LONG] = memory.unfolded.get(summary.LONG, 0) + 1
        return
    for item in unfold_message(message, index, folded):
        if signals(kind_of(item)):
            _look_inside(memory, item, author, index)
        else:
            kind = type(item).__name__
            memory.unfolded[kind] = memory.unfolded.get(kind, 0) + 1


def _look_inside(memory: Memory, item: Link | PaymentDemand, author: Person, index: int) -> None:
    """Add what the signals of an unfolded item see to what its sender has shown."""
    for finding in single.findings(single.read(item), translator(SOURCE_LANGUAGE)):
        fuse.note(memory, author, finding.technique, finding.strength, index)
        memory.keep(_kept_inside(memory, item, finding, author, index))
    fuse.update(memory, author, index)


def _kept_inside(memory: Memory, item: Link | PaymentDemand, finding: Finding, author: Person, index: int) -> Kept:
    place = item.found_in
    assert place is not None, "an unfolded item says where it stands"
    spans = [span for each in finding.evidence for span in each.spans]
    start = place.start + min((span.start for span in spans), default=0)
    end = place.start + max((span.end for span in spans), default=place.end - place.start)
    others = memory.others(author.name)
    toward = others[0].name if memory.is_pair and others else None
    group = str(finding.because.get("row", finding.signal))
    return Kept(
        finding.signal, finding.technique, group, author.name, toward, index, start, end, finding.strength, ()
    )  # fmt: skip


def _look(memory: Memory, index: int, author: Person, folded: Words, found: list[Hit]) -> None:
    """Let the signals that listen to the phrases found look at the message, and add up what they see."""
    hits: dict[str, list[Hit]] = {}
    for hit in found:
        hits.setdefault(hit.group.lexicon, []).append(hit)
    look = Look(index, author, _addressed(memory, author, folded), memory, folded, hits)
    table = listeners("conversation")
    woken = {signal.id: signal for name in hits for signal in table.get(name, ())}
    sightings = [(signal, sighting) for signal in woken.values() for sighting in signal.find(look)]
    changed = {}
    said_twice = _said_twice([sighting for _, sighting in sightings])
    for number, (signal, sighting) in enumerate(sightings):
        subject = look.other if sighting.of_other else author
        if subject is not None:
            amount = sighting.strength * (_AGAIN_FOR_THE_SAME_WORDS if number in said_twice else 1.0)
            fuse.note(memory, subject, sighting.row or sighting.technique, amount, index)
            memory.keep(_kept(signal, sighting, look, subject))
            changed[subject.name] = subject
    ages = [person.age for person in memory.people.values()]
    facts.note(memory, author, index, folded, hits, look.other)
    told_age = ages != [person.age for person in memory.people.values()]
    for person in memory.people.values() if told_age else changed.values():
        fuse.update(memory, person, index)


def _said_twice(sightings: Sequence[Sighting]) -> set[int]:
    """Return the numbers of sightings whose words a stronger one of another technique also stands on.

    One phrase that fits three techniques is still one thing said: it must not count three times.
    """
    order = sorted(range(len(sightings)), key=lambda n: (-sightings[n].strength, sightings[n].technique))
    found: set[int] = set()
    for place, number in enumerate(order):
        one = sightings[number]
        stronger = (sightings[other] for other in order[:place] if other not in found)
        if any(a.technique != one.technique and a.first <= one.last and one.first <= a.last for a in stronger):
            found.add(number)
    return found


def _kept(signal: Signal, sighting: Sighting, look: Look, subject: Person) -> Kept:
    start, end = look.words.span(sighting.first, sighting.last)
    target = look.author if sighting.of_other else look.other
    toward = target.name if target else None
    return Kept(
        signal.id, sighting.technique, sighting.group, subject.name, toward, look.index, start, end,
        sighting.strength, sighting.flags,
    )  # fmt: skip


def _addressed(memory: Memory, author: Person, folded: Words) -> Person | None:
    """Return whom the message speaks to: the other one of two, or whoever is named at its beginning."""
    others = memory.others(author.name)
    if memory.is_pair:
        return others[0] if others else None
    opening = folded.words[:2]
    return next((p for p in others if p.name and p.name.lower().split()[0] in opening), None)
