"""The taxonomy: what the other side is after (tactics) and how (techniques), read from one TOML file per tactic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from safelight.taxonomy.tables import Table, read_folder

KINDS = ("conversation", "profile", "offer", "link", "picture", "draft", "payment", "phone")
TACTIC_KEYS = ("id", "name", "aim")
TECHNIQUE_KEYS = (
    "id", "name", "says", "why", "definition", "severity", "kinds", "looks_like", "sources", "do", "lesson",
    "no_signal",
)  # fmt: skip
# How a source was read; each entry of `sources` ends with one of these marks, so that nobody cites what nobody read.
SOURCE_MARKS = ("(seen", "(measured", "(secondary", "(from memory")


@dataclass(frozen=True, slots=True)
class Tactic:
    """What the other side is after. name: for a heading; aim: one plain sentence."""

    id: str
    name: str
    aim: str


@dataclass(frozen=True, slots=True)
class Technique:
    """How it is done.

    id:         "tactic.technique". tactic: the tactic's id. name: a few plain words.
    says, why:  one short sentence each, read by a young person: about the words, never a verdict on a person.
    definition: for professionals. severity: 1 ordinary alone, 2 odd from somebody new, 3 serious, 4 act now.
    kinds:      kinds of item in which it shows. looks_like: what looks like it but is not.
    sources:    published works, each with how it was read, "(seen)", "(secondary)", "(from memory)".
    do:         what a young person can do at once. lesson: the slug of the lesson that teaches it.
    no_signal:  "" or why no conversation signal exists.
    """

    id: str
    tactic: str
    name: str
    says: str
    why: str
    definition: str
    severity: int
    kinds: tuple[str, ...]
    looks_like: tuple[str, ...]
    sources: tuple[str, ...]
    do: tuple[str, ...]
    lesson: str
    no_signal: str


def techniques() -> Mapping[str, Technique]:
    """Return every technique by its id, sorted by id."""
    return _taxonomy()[1]


def tactics() -> Mapping[str, Tactic]:
    """Return every tactic by its id, sorted by id."""
    return _taxonomy()[0]


@cache
def _taxonomy() -> tuple[Mapping[str, Tactic], Mapping[str, Technique]]:
    """Read the folder once."""
    return build(read_folder("safelight.taxonomy"))


def build(files: Iterable[Table]) -> tuple[Mapping[str, Tactic], Mapping[str, Technique]]:
    """Return tactics and techniques made of whole-file tables; BadData names the file and the key."""
    found_tactics: dict[str, Tactic] = {}
    found: dict[str, Technique] = {}
    for file in files:
        file.keys_only("tactic", "technique")
        tactic = _tactic(file)
        found_tactics[tactic.id] = tactic
        for table in file.tables("technique", at_least=1):
            technique = _technique(table, tactic.id)
            if technique.id in found:
                raise table.bad("id", "is used twice")
            found[technique.id] = technique
    return MappingProxyType(dict(sorted(found_tactics.items()))), MappingProxyType(dict(sorted(found.items())))


def _tactic(file: Table) -> Tactic:
    """Return the file's tactic; the file is named after it."""
    table = file.table("tactic")
    table.keys_only(*TACTIC_KEYS)
    tactic = Tactic(id=_slug(table, "id", "_"), name=table.text("name"), aim=table.text("aim"))
    if file.file.rpartition("/")[2] != f"{tactic.id}.toml":
        raise table.bad("id", "must be the file's name")
    return tactic


def _technique(table: Table, tactic: str) -> Technique:
    """Return one technique, all its fields checked."""
    table.keys_only(*TECHNIQUE_KEYS)
    return Technique(
        id=f"{tactic}.{_slug(table, 'id', '_')}",
        tactic=tactic,
        name=table.text("name"),
        says=table.text("says"),
        why=table.text("why"),
        definition=table.text("definition"),
        severity=table.whole("severity", 1, 4),
        kinds=table.texts("kinds", at_least=1, allowed=KINDS),
        looks_like=table.texts("looks_like", at_least=2),
        sources=_sources(table),
        do=table.texts("do", at_least=2),
        lesson=_slug(table, "lesson", "-"),
        no_signal=_no_signal(table),
    )


def _slug(table: Table, key: str, joint: str) -> str:
    """Return an id: small letters, joined by `joint`."""
    value = table.text(key)
    if not all(part.isascii() and part.isalpha() and part.islower() for part in value.split(joint)):
        raise table.bad(key, f'must be small letters joined by "{joint}"')
    return value


def _sources(table: Table) -> tuple[str, ...]:
    """Return the sources; each says in brackets at its end how it was read."""
    sources = table.texts("sources", at_least=1)
    for source in sources:
        if not source.endswith(")") or not any(mark in source for mark in SOURCE_MARKS):
            raise table.bad("sources", "must each end with how it was read: (seen), (secondary), (from memory)")
    return sources


def _no_signal(table: Table) -> str:
    """Return why no conversation signal exists; there must be a reason when the technique does not show in talk."""
    reason = table.text("no_signal", "")
    if not reason and "conversation" not in table.texts("kinds"):
        raise table.bad("no_signal", 'must say why, as "conversation" is not among the kinds')
    return reason
