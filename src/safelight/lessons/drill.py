"""The settings drill: which settings of an app say who can write, see and find somebody, and where they are.

Each app is a file `settings/<name>.toml`, each kind of phone a file `phones/<name>.toml`; there is no list to keep.
Menus change: every setting says how it was read, and every file when. How to write one: docs/lessons.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from safelight.schema.errors import BadData
from safelight.taxonomy.tables import Table, read_folder

TOPICS = ("write", "see", "place", "online", "tag", "find", "block")
PERMISSIONS = ("camera", "microphone", "place", "photos", "contacts")
# How something was read: on the maker's own page, on somebody else's, or not at all (from memory).
READ = ("own", "other", "none")
_KEYS = ("number", "name", "checked", "sources", "age", "age_read", "phone", "setting")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. where: the menu path in the app's own English words, parts parted by " > ". read: one of READ."""

    topic: str
    title: str
    where: str
    choose: str
    why: str
    read: str


@dataclass(frozen=True, slots=True)
class App:
    """An app or a phone and its settings.

    number: names it in addresses, which say no topic. checked: ISO date. sources: addresses that were read.
    age: the least age that its maker states, as a sentence, "" for a phone. phone: what to allow it on the phone.
    """

    slug: str
    number: int
    name: str
    checked: str
    sources: tuple[str, ...]
    age: str
    age_read: str
    phone: str
    settings: tuple[Setting, ...]


@cache
def apps() -> Mapping[str, App]:
    """Return every app by its slug, in the order of their numbers."""
    return _by_number("settings", TOPICS)


@cache
def phones() -> Mapping[str, App]:
    """Return every kind of phone by its slug, in the order of their numbers."""
    return _by_number("phones", PERMISSIONS)


def numbered(number: int) -> App | None:
    """Return the app with this number, None when there is none."""
    return next((each for each in apps().values() if each.number == number), None)


def _by_number(folder: str, topics: tuple[str, ...]) -> Mapping[str, App]:
    made = sorted((_app(table, topics) for table in read_folder("safelight.lessons", folder)), key=lambda x: x.number)
    if len({each.number for each in made}) < len(made):
        raise BadData(f"Two files in lessons/{folder} have the same number", fix="Give each its own number.")
    return MappingProxyType({each.slug: each for each in made})


def _app(table: Table, topics: tuple[str, ...]) -> App:
    table.keys_only(*_KEYS)
    sources = table.texts("sources")
    settings = tuple(_setting(each, topics) for each in table.tables("setting", at_least=1))
    if not sources and any(each.read != "none" for each in settings):
        raise table.bad("sources", "must name what was read, when a setting was read")
    return App(
        slug=table.file.rpartition("/")[2].removesuffix(".toml"),
        number=table.whole("number", 1, 99),
        name=table.text("name"),
        checked=table.date("checked"),
        sources=sources,
        age=table.text("age", ""),
        age_read=table.choice("age_read", READ) if "age" in table.values else "none",
        phone=table.text("phone", ""),
        settings=settings,
    )


def _setting(table: Table, topics: tuple[str, ...]) -> Setting:
    table.keys_only("topic", "title", "where", "choose", "why", "read")
    return Setting(
        topic=table.choice("topic", topics),
        title=table.text("title"),
        where=table.text("where"),
        choose=table.text("choose"),
        why=table.text("why"),
        read=table.choice("read", READ),
    )
