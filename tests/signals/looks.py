"""Short ways to the things that signals and facts look at."""

from __future__ import annotations

from safelight.lexicons.load import Hit, lexicon
from safelight.normalize.text import Words, words
from safelight.schema.memory import Memory, Person
from safelight.signals.look import Look


def read(text: str) -> tuple[Words, dict[str, list[Hit]]]:
    """Return the words of a message and the phrases in it, by lexicon."""
    phrases = lexicon("en")
    folded = words(text, phrases.vocabulary)
    hits: dict[str, list[Hit]] = {}
    for hit in phrases.find(folded.words):
        hits.setdefault(hit.group.lexicon, []).append(hit)
    return folded, hits


def look(text: str, memory: Memory, author: Person, other: Person | None, index: int = 10) -> Look:
    """Return what a signal sees of `text`, said by `author` to `other`."""
    return Look(index, author, other, memory, *read(text))


def pair(**ages: int) -> tuple[Memory, Person, Person]:
    """Return a memory with two people, A and B; ages by name ("A=30")."""
    memory = Memory()
    first, second = memory.person("A"), memory.person("B")
    first.age, second.age = ages.get("A", 0), ages.get("B", 0)
    return memory, first, second
