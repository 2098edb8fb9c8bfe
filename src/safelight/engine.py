"""The flow in one place: prepare -> signals -> assess, whole or message by message.

A check of a conversation is a fold over its messages: `check(conversation)` and `watch.add` per message end in the same
state, so a batch and a stream cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from safelight.assessment import fuse, summary
from safelight.lexicons.load import Hit, languages, lexicon
from safelight.normalize import language
from safelight.normalize.text import Words, words
from safelight.normalize.unfold import unfold_message
from safelight.schema import stored
from safelight.schema.assessments import Assessment, Coverage, Level, Skipped
from safelight.schema.errors import BadInput, BadState
from safelight.schema.items import Conversation, Item, Message
from safelight.schema.memory import Kept, Memory, Person
from safelight.signals import facts
from safelight.signals.look import Look, Sighting
from safelight.signals.registry import Signal, listeners
from safelight.taxonomy.load import techniques

_DEFAULT_LANGUAGE = "en"
_VOTES_ALWAYS = 200
_VOTES_EVERY = 8
_TELL_EVERY = 500
# Characters. Longer messages are read, but not searched for links and numbers, which takes long on walls of digits.
_UNFOLD_UP_TO = 5_000


class Watch:
    """A conversation as it happens. Add messages one by one; the state stays small and holds no message text."""

    def __init__(self, locale: str = "en") -> None:
        """Begin with nothing seen. `locale`: the language of the sentences in the assessments."""
        self.locale = locale
        self._memory = Memory()

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
        for code in self._languages():
            phrases = lexicon(code)
            folded = words(message.text, phrases.matcher.vocabulary)
            found = phrases.find(folded.words)
            if found or facts.expects_answer(memory, index):
                _look(memory, index, author, folded, found)
        _unfold(memory, message, index)
        if message.kind == "text" and (memory.read <= _VOTES_ALWAYS or memory.read % _VOTES_EVERY == 0):
            language.add(memory.votes, language.votes(folded.words, message.text))

    def _languages(self) -> tuple[str, ...]:
        """Return the languages to read in: English, and the one that the talk is mostly in when we have its phrases."""
        return (_DEFAULT_LANGUAGE,)

    def assessment(self) -> Assessment:
        """Return the assessment of everything added so far."""
        return summary.assess(self._memory, self.locale, languages())

    def dump(self) -> bytes:
        """Return the state, under 4 KB, without any message text."""
        return stored.dump(self._memory, self.locale)

    @classmethod
    def load(cls, blob: bytes) -> Watch:
        """Return a watch that goes on where `dump` was called. Raises BadState."""
        memory, locale = stored.load(blob)
        if any(kept.technique not in techniques() for kept in memory.kept):
            raise BadState("A stored watch names an unknown technique.", fix="Begin anew with safelight.watch().")
        loaded = cls(locale)
        loaded._memory = memory
        return loaded


def watch(locale: str = "en") -> Watch:
    """Return a new watch for one conversation."""
    return Watch(locale)


def check(item: Item, locale: str = "en", *, progress: Callable[[int, int], None] | None = None) -> Assessment:
    """Return the assessment of any item. Kinds that no signal reads yet give CANNOT_SAY, with the reason.

    progress(done, total) is called now and then with numbers of messages; what it raises stops the check.
    """
    if isinstance(item, Conversation):
        return _check_conversation(item, locale, progress)
    kind = type(item).__name__
    if not hasattr(item, "found_in"):
        raise BadInput(f"A {kind} cannot be checked.", fix="Give one of the items of safelight.schema.items.")
    why = f"No signal reads this kind of item yet ({kind})."
    return Assessment(
        Level.CANNOT_SAY, coverage=Coverage(skipped=(Skipped(f"kind:{kind}", why),)), kind=kind, locale=locale
    )


def _check_conversation(
    conversation: Conversation, locale: str, progress: Callable[[int, int], None] | None
) -> Assessment:
    reader = Watch(locale)
    for done, message in enumerate(conversation.messages):
        if progress and done % _TELL_EVERY == 0:
            progress(done, len(conversation.messages))
        reader.step(message)
    assessment = reader.assessment()
    source = conversation.source
    if not (source.notes or source.unread or source.one_sided):
        return assessment
    skipped = assessment.coverage.skipped
    if source.one_sided:
        skipped += (Skipped("other side", "This file holds only one side of the talk.", "Paste the chat instead."),)
    if source.unread:
        skipped += (Skipped("unread", f"{len(source.unread)} parts of the file could not be read."),)
    coverage = replace(assessment.coverage, notes=source.notes, unread=len(source.unread), skipped=skipped)
    unsure = assessment.level == Level.NOTHING_NOTICED and source.one_sided
    return replace(assessment, coverage=coverage, level=Level.CANNOT_SAY if unsure else assessment.level)


def _unfold(memory: Memory, message: Message, index: int) -> None:
    """Count what is found inside a message: links and demands deserve a look of their own."""
    if len(message.text) > _UNFOLD_UP_TO:
        memory.unfolded[summary.LONG] = memory.unfolded.get(summary.LONG, 0) + 1
        return
    for item in unfold_message(message, index):
        kind = type(item).__name__
        memory.unfolded[kind] = memory.unfolded.get(kind, 0) + 1


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
    for signal, sighting in sightings:
        subject = look.other if sighting.of_other else author
        if subject is not None:
            fuse.note(memory, subject, sighting.row or sighting.technique, sighting.strength, index)
            memory.keep(_kept(signal, sighting, look, subject))
            changed[subject.name] = subject
    ages = [person.age for person in memory.people.values()]
    facts.note(memory, author, index, folded, hits, look.other)
    told_age = ages != [person.age for person in memory.people.values()]
    for person in memory.people.values() if told_age else changed.values():
        fuse.update(memory, person, index)


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
