"""What is remembered of a conversation while it is read message by message: bounded, and without any message text.

Signals read it, the assessment sums it up, the engine writes it. All indices are message numbers (0-based).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

Places = frozenset[int]

NEVER = -1_000_000
MOST_PEOPLE = 12
MOST_TRACES = 120
MOST_FINDINGS = 60
LONGEST_NAME = 40


@dataclass(slots=True)
class Trace:
    """How much one person has shown of one technique: `amount` is the sum of strengths, decayed up to message `at`."""

    amount: float = 0.0
    at: int = 0
    times: int = 0
    since: int = 0

    def decayed(self, now: int, half_life: float) -> float:
        """Return the amount as it stands at message `now`."""
        return float(self.amount * 0.5 ** ((now - self.at) / half_life))


@dataclass(slots=True)
class Meant:
    """What one person's talk means as a whole, as numbers: fading sums as of message `at`, and the score they come to.

    own, said: of what they said, and how much that was. other, heard: of what they were told.
    """

    own: float = 0.0
    said: float = 0.0
    other: float = 0.0
    heard: float = 0.0
    at: int = 0
    score: float = 0.0


@dataclass(slots=True)
class Kept:
    """One finding, as numbers: which group of phrases, by whom toward whom, where, how strong, which flags."""

    signal: str
    technique: str
    group: str
    subject: str
    toward: str | None
    message: int
    start: int
    end: int
    strength: float
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class Person:
    """What is remembered of one participant.

    age: the last age that they said of themselves, 0 if none. refused_at: when they last said no. asked_at: when they
    last asked the other for something. points, rows (name, points, times): the highest sum so far. level: the highest
    so far; level_at: level -> the message that reached it. manner: what the manner of talk adds up to, as of message
    manner_at. meant: what their talk means as a whole, None unless that was asked for.
    """

    name: str
    said: int = 0
    first: int = 0
    last: int = 0
    age: int = 0
    refused_at: int = NEVER
    asked_at: int = NEVER
    traces: dict[str, Trace] = field(default_factory=dict)
    points: float = 0.0
    rows: tuple[tuple[str, float, int], ...] = ()
    level: int = 0
    level_at: dict[int, int] = field(default_factory=dict)
    manner: float = 0.0
    manner_at: int = 0
    meant: Meant | None = None

    @property
    def shown_points(self) -> float:
        """Return the part of the points that stands on phrases: not on manner or meaning, nor on any age."""
        return sum(points for row, points, _ in self.rows if not row.startswith(("manner.", "meaning.", "who.")))

    def shown(self, technique: str) -> bool:
        """Tell whether this person has used the technique before."""
        return technique in self.traces


@dataclass(frozen=True, slots=True)
class Begun:
    """Phrases that message `at` of `by` began and did not end: by language, the points reached within the phrases.

    The points are numbers that mean something to one edition of the phrases of that language only.
    """

    at: int
    by: str
    places: tuple[tuple[str, str, tuple[Places, ...]], ...]


@dataclass(slots=True)
class Memory:
    """The state of one conversation.

    seen: messages so far; read: those whose words were looked at; forgotten: people there was no room for;
    age_asked_at, age_asked_by: the last question for an age; votes: language -> evidence;
    unfolded: kind of item found inside messages -> how many; kept: findings worth showing; weighed: messages whose
    manner was weighed (those in the model's language); begun: phrases that the last message left unfinished;
    reading: the languages that follow from the votes (not stored);
    said: the language that a person says it is, "" when nobody did (not stored).
    """

    seen: int = 0
    read: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    forgotten: int = 0
    age_asked_at: int = NEVER
    age_asked_by: str = ""
    votes: dict[str, int] = field(default_factory=dict)
    unfolded: dict[str, int] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    weighed: int = 0
    begun: Begun | None = None
    reading: tuple[str, ...] = ()
    said: str = ""

    def person(self, author: str) -> Person:
        """Return the person called `author`; makes room by forgetting who has fewest points and spoke longest ago."""
        name = short_name(author)
        known = self.people.get(name)
        if known is None:
            if len(self.people) >= MOST_PEOPLE:
                least = min(self.people.values(), key=lambda p: (p.level, p.points, len(p.traces), p.last))
                del self.people[least.name]
                self.kept = [k for k in self.kept if k.subject != least.name]
                self.forgotten += 1
            known = self.people[name] = Person(name, first=self.seen)
        return known

    def others(self, name: str) -> list[Person]:
        """Return everybody but `name`."""
        return [person for person in self.people.values() if person.name != name]

    def answered_by(self, author: Person) -> Person | None:
        """Return whom the author most likely speaks to: the other one who spoke last."""
        listener = None
        for person in self.people.values():
            if person is not author and (listener is None or person.last > listener.last):
                listener = person
        return listener

    @property
    def is_pair(self) -> bool:
        """Tell a talk between two from a group."""
        return len(self.people) <= 2 and not self.forgotten

    def keep(self, new: Kept) -> None:
        """Keep a finding: per person and technique the first, the strongest and the latest; weakest out when full."""
        same = [k for k in self.kept if k.subject == new.subject and k.technique == new.technique]
        self.kept.append(new)
        if len(same) >= 3:
            self.kept.remove(min(same[1:], key=lambda k: (k.strength, k.message)))
        if len(self.kept) > MOST_FINDINGS:
            self.kept.remove(min(self.kept, key=lambda k: (k.strength, k.message)))

    def make_room(self, now: int, half_life: float) -> None:
        """Forget the faintest traces when there are too many."""
        count = sum(len(person.traces) for person in self.people.values())
        while count > MOST_TRACES:
            _, name, technique = min(
                (trace.decayed(now, half_life), person.name, technique)
                for person in self.people.values()
                for technique, trace in person.traces.items()
            )
            del self.people[name].traces[technique]
            count -= 1


def short_name(author: str) -> str:
    """Return the name as it is remembered: cut when very long, with a mark that keeps two long names apart."""
    if len(author.encode("utf-8", "surrogatepass")) <= LONGEST_NAME:
        return author
    mark = hashlib.sha256(author.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{author[:10]}…{mark}"
