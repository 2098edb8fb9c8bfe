"""What a lesson says about itself (`meta.toml`): for whom, what it teaches, who is in it, and its recall cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from safelight.lessons.play import Line
from safelight.schema.advice import AUDIENCES, Audience
from safelight.taxonomy.load import SOURCE_MARKS, Technique, techniques
from safelight.taxonomy.tables import Table

AGES = ("y9", "y12", "y15", "y17")
READERS = AUDIENCES[:3]
KEYS = (
    "number", "title", "summary", "for", "ages", "minutes", "note", "topics", "teaches", "sources", "checked",
    "practise", "people", "cards",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story. control: one who asks for something much alike, and means well."""

    id: str
    name: str
    about: str
    control: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A short question to recall a lesson by, days later."""

    id: str
    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson, in one language.

    slug:    its folder, named by techniques in the taxonomy. number: names it in addresses, which say no topic.
    readers: for whom it is. ages: bands it was written for, y9 (under 10), y12, y15, y17 (16 and 17); () for adults.
    note:    said before it begins: what it is about, so that the reader can choose. minutes: how long it takes.
    teaches: ids of techniques. practise: what the reader tries out. locale: the language its words are in.
    reviewed: whether a native speaker has read this translation (English: its author's own language).
    """

    slug: str
    number: int
    title: str
    summary: str
    readers: tuple[Audience, ...]
    ages: tuple[str, ...]
    minutes: int
    note: str
    topics: tuple[str, ...]
    teaches: tuple[str, ...]
    sources: tuple[str, ...]
    checked: str
    practise: tuple[str, ...]
    people: Mapping[str, Person]
    cards: tuple[Card, ...]
    words: Mapping[str, str]
    locale: str
    reviewed: bool

    def say(self, line_id: str, english: str) -> str:
        """Return a line in this lesson's language; the English one where it is not translated."""
        return self.words.get(line_id, english)


def texts(table: Table) -> Iterator[tuple[str, str]]:
    """Yield what is shown of a meta.toml, as (id, English): the ids are those of the translations."""
    for key in ("title", "summary", "note"):
        yield key, table.text(key)
    for group, keys in (("people", ("name", "about")), ("cards", ("ask", "answer"))):
        for name in _names(table, group):
            for key in keys:
                yield f"{group}.{name}.{key}", table.table(group).table(name).text(key)
    for name in _names(table, "practise"):
        yield f"practise.{name}", table.table("practise").text(name)


def built(slug: str, table: Table, words: Mapping[str, str], locale: str, reviewed: bool) -> Lesson:
    """Return the lesson that a meta.toml describes, in the language of `words`; BadData names the key that is wrong."""
    table.keys_only(*KEYS)
    said = {name: words.get(name, english) for name, english in texts(table)}
    return Lesson(
        slug=slug,
        number=table.whole("number", 1, 999),
        title=said["title"],
        summary=said["summary"],
        readers=cast(tuple[Audience, ...], table.texts("for", at_least=1, allowed=READERS)),
        ages=table.texts("ages", allowed=AGES),
        minutes=table.whole("minutes", 1, 15),
        note=said["note"],
        topics=table.texts("topics", at_least=1),
        teaches=table.texts("teaches", at_least=1, allowed=tuple(techniques())),
        sources=_sources(table),
        checked=table.date("checked"),
        practise=tuple(each for name, each in said.items() if name.startswith("practise.")),
        people=MappingProxyType({name: _person(name, table, said) for name in _names(table, "people")}),
        cards=tuple(_card(name, said) for name in _names(table, "cards")),
        words=MappingProxyType(dict(words)),
        locale=locale,
        reviewed=reviewed,
    )


def tricks(lines: Iterable[Line]) -> tuple[Technique, ...]:
    """Return the techniques that lines of a story show, each once, in their order."""
    return tuple(techniques()[name] for name in dict.fromkeys(line.tag("trick") for line in lines) if name)


def _names(table: Table, group: str) -> tuple[str, ...]:
    """Return the names in a group of a meta.toml, in the order they stand there."""
    return tuple(table.table(group).values)


def _person(name: str, table: Table, said: Mapping[str, str]) -> Person:
    own = table.table("people").table(name)
    own.keys_only("name", "about", "control")
    control = bool(own.flag_or_none("control"))
    return Person(name, said[f"people.{name}.name"], said[f"people.{name}.about"], control)


def _card(name: str, said: Mapping[str, str]) -> Card:
    return Card(name, said[f"cards.{name}.ask"], said[f"cards.{name}.answer"])


def _sources(table: Table) -> tuple[str, ...]:
    """Return the sources; each says at its end, in brackets, how it was read."""
    sources = table.texts("sources", at_least=1)
    for source in sources:
        if not source.endswith(")") or not any(sign in source for sign in SOURCE_MARKS):
            raise table.bad("sources", "must each end with how it was read: (seen), (secondary), (from memory)")
    return sources
