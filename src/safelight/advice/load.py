"""Reads what to do: `steps/general.toml` (each level) and one file per group of techniques, for each audience.

`steps/general.<kind>.toml` says for one kind of item (`kind_of`) what is said there instead, at some levels.

A group file: `applies_to` (techniques), `helpline_kinds` (which help comes first), and one list per audience. A step:
text, order (0-9 now, 10-49 soon, 50+ later), why; `about`: topics joined by ", ", each of which is spoken to once;
`only`: some of the group's techniques; `countries`: shown only when one of these is chosen; `always`: never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from safelight.schema.advice import AUDIENCES, Step
from safelight.schema.assessments import Level
from safelight.taxonomy.load import techniques
from safelight.taxonomy.tables import Table, read_folder

GENERAL = "general.toml"
_KIND = re.compile(r"/general\.(\w+)\.toml$")
STEP_KEYS = ("text", "order", "why", "about", "only", "countries", "always")
HELPLINE_KINDS = (
    "child_helpline", "emergency", "police_cyber", "csam_hotline", "image_removal", "trafficking", "missing", "chat",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A step as the data holds it. about: its topics; only, countries: empty means all; always: never cut."""

    step: Step
    about: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    always: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The steps for some techniques, by audience."""

    applies_to: tuple[str, ...]
    helpline_kinds: tuple[str, ...]
    entries: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class General:
    """What is said to one audience at one level, whatever was noticed."""

    opening: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """All advice: general by (audience, level), groups by technique, the usual order of helplines.

    for_kind: what is said instead for a class of item, by (class in lower case, audience, level).
    """

    general: Mapping[tuple[str, Level], General]
    groups: Mapping[str, Group]
    helpline_kinds: tuple[str, ...]
    for_kind: Mapping[tuple[str, str, Level], General]


@cache
def everything() -> Everything:
    """Return all advice; the folder is read once."""
    return build(read_folder("safelight.advice", "steps"))


def general(kind: str, audience: str, level: Level) -> General:
    """Return what is said about a class of item ("Draft") to an audience at a level, whatever was noticed."""
    known = everything()
    return known.for_kind.get((kind.lower(), audience, level)) or known.general[audience, level]


def entries(technique: str, audience: str) -> tuple[Entry, ...]:
    """Return the steps for one technique and audience, each naming the technique."""
    group = everything().groups.get(technique)
    if group is None:
        return ()
    fitting = (each for each in group.entries.get(audience, ()) if not each.only or technique in each.only)
    return tuple(replace(each, step=replace(each.step, for_technique=technique)) for each in fitting)


def build(files: Iterable[Table]) -> Everything:
    """Return all advice made of whole-file tables; BadData names file and key, also of what is missing."""
    general: dict[tuple[str, Level], General] = {}
    for_kind: dict[tuple[str, str, Level], General] = {}
    groups: dict[str, Group] = {}
    usual: tuple[str, ...] = ()
    for file in files:
        if file.file.endswith(f"/{GENERAL}"):
            general, usual = _general(file), _kinds(file)
        elif kind := _KIND.search(file.file):
            for_kind |= {(kind[1], who, level): said for (who, level), said in _general(file, some=True).items()}
        else:
            _add(groups, _group(file), file)
    return Everything(general, groups, usual, for_kind)


def _add(groups: dict[str, Group], group: Group, file: Table) -> None:
    """Enter the group under each of its techniques; each technique has one group."""
    for technique in group.applies_to:
        if technique in groups:
            raise file.bad("applies_to", f"names {technique}, which another file has too")
        groups[technique] = group


def _group(file: Table) -> Group:
    """Return one group of techniques."""
    file.keys_only("applies_to", "helpline_kinds", *AUDIENCES)
    applies_to = file.texts("applies_to", at_least=1, allowed=tuple(techniques()))
    found: dict[str, tuple[Entry, ...]] = {}
    for who in AUDIENCES:
        found[who] = tuple(_entry(each, applies_to) for each in file.tables(who))
    return Group(applies_to, _kinds(file), found)


def _kinds(file: Table) -> tuple[str, ...]:
    """Return which kinds of helplines come first."""
    return file.texts("helpline_kinds", at_least=1, allowed=HELPLINE_KINDS)


def _entry(table: Table, applies_to: tuple[str, ...] = ()) -> Entry:
    """Return one step, its fields checked."""
    table.keys_only(*STEP_KEYS)
    step = Step(text=table.text("text"), order=table.whole("order", 0, 99), why=table.text("why", ""))
    only = table.texts("only", allowed=applies_to)
    return Entry(
        step,
        about=frozenset(table.text("about", "").split(", ")) - {""},
        only=only,
        countries=table.texts("countries"),
        always=bool(table.flag_or_none("always")),
    )


def _general(file: Table, *, some: bool = False) -> dict[tuple[str, Level], General]:
    """Return what is said at each level; all audiences and all levels must be there, but for a file for `some`."""
    file.keys_only("helpline_kinds", *AUDIENCES)
    places = ((who, level) for who in AUDIENCES for level in Level)
    wanted = [each for each in places if not some or (each[0] in file.values and _has(file.table(each[0]), each[1]))]
    return {(who, level): _at_level(file.table(who), level) for who, level in wanted}


def _has(audience: Table, level: Level) -> bool:
    return level.name.lower() in audience.values


def _at_level(audience: Table, level: Level) -> General:
    """Return what is said to one audience at one level."""
    audience.keys_only(*(each.name.lower() for each in Level))
    table = audience.table(level.name.lower())
    table.keys_only("opening", "steps")
    return General(table.text("opening"), tuple(_entry(each) for each in table.tables("steps", at_least=1)))
