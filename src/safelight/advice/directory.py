"""Reads who can help: one TOML file per country below `helplines/`, `world.toml` for every country.

A record says where its facts come from (`source`), on which day that was looked at (`checked`) and how (`read_in`),
until when it may be used (`expires_on`: a test fails after that day), and whether a person has called the number or
opened the page (`verified`, `verified_by`). `note` is for the next person who checks it.

A way to reach a service says its hours as `open` (see hours.py) in the clock of its own or its country's `timezone`,
or, where that says too little, as a sentence (`hours`). What is not known is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from safelight.advice import hours
from safelight.advice.load import HELPLINE_KINDS
from safelight.locales.load import translator
from safelight.schema.advice import ContactWay, Helpline
from safelight.taxonomy.tables import Table, parse, read_folder

_CODE = re.compile("([A-Z]{2})?")
CONTACT_TYPES = ("call", "sms", "whatsapp", "chat", "web", "email")
WHO_FOR = ("young_person", "carer", "teacher")
RECORD_KEYS = (
    "id", "name", "kind", "who_for", "what_happens", "source", "checked", "expires_on", "verified", "verified_by",
    "read_in", "note", "contacts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """A helpline and how far its facts can be trusted. expires_on: ISO date; read_in, note: plain words."""

    helpline: Helpline
    expires_on: str
    verified_by: str
    read_in: str
    note: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country's records. code: "IN", "" for every country; also: other codes that lead here ("UK", EU members).

    also_names: names of codes of `also` that are countries themselves. timezone: the clock of most people or of the
    capital, "" when that would mislead; several_clocks: there are others, so a reader's clock may differ.
    """

    code: str
    name: str
    also: tuple[str, ...]
    records: tuple[Record, ...]
    also_names: Mapping[str, str]
    timezone: str
    several_clocks: bool


@cache
def directory() -> Mapping[str, Country]:
    """Return every country by its code; "" holds the services for all. The folder is read once."""
    return build(read_folder("safelight.advice", "helplines"))


def find(country: str) -> Country | None:
    """Return the country for a code in any case ("in", "UK", "se"), "" for the world; None without a file for it."""
    wanted = country.strip().upper()
    if _CODE.fullmatch(wanted) and (alone := _alone(wanted)):
        return alone
    return next((each for each in directory().values() if wanted in each.also), None) if wanted else None


@cache
def _alone(code: str) -> Country | None:
    """Return a country from its own file without reading the others, None when it has none."""
    name = f"{code.lower() or 'world'}.toml"
    file = resources.files("safelight.advice") / "helplines" / name
    return build([parse(f"advice/helplines/{name}", file.read_bytes())])[code] if file.is_file() else None


def build(files: Iterable[Table]) -> Mapping[str, Country]:
    """Return the countries made of whole-file tables; BadData names the file and the key."""
    found: dict[str, Country] = {}
    ids: set[str] = set()
    for file in files:
        country = _country(file)
        found[country.code] = country
        for record in country.records:
            if record.helpline.id in ids:
                raise file.bad("helpline", f"holds the id {record.helpline.id} twice")
            ids.add(record.helpline.id)
    return found


def _country(file: Table) -> Country:
    """Return one country; the file is named after its code."""
    file.keys_only("country", "helpline")
    head = file.table("country")
    head.keys_only("code", "name", "also", "also_names", "timezone", "several_clocks")
    code = head.text("code", "")
    if file.file.rpartition("/")[2] != f"{code.lower() or 'world'}.toml":
        raise head.bad("code", "must be the file's name in capitals")
    timezone = head.text("timezone", "")
    return Country(
        code=code,
        name=head.text("name"),
        also=head.texts("also"),
        records=tuple(_record(each, code, timezone) for each in file.tables("helpline", at_least=1)),
        also_names=_also_names(head),
        timezone=timezone,
        several_clocks=bool(head.flag_or_none("several_clocks")),
    )


def _also_names(head: Table) -> Mapping[str, str]:
    """Return the names of codes of `also`; a name for another code is an error."""
    if "also_names" not in head.values:
        return {}
    names = head.table("also_names")
    names.keys_only(*head.texts("also"))
    return {code: names.text(code) for code in names.values}


def _record(table: Table, country: str, timezone: str) -> Record:
    """Return one record; verified and who verified it go together."""
    table.keys_only(*RECORD_KEYS)
    verified_by = table.text("verified_by", "")
    if table.flag("verified") != bool(verified_by):
        raise table.bad("verified_by", "must be filled exactly when verified is true")
    return Record(
        helpline=_helpline(table, country, timezone),
        expires_on=table.date("expires_on"),
        verified_by=verified_by,
        read_in=table.text("read_in"),
        note=table.text("note", ""),
    )


def _helpline(table: Table, country: str, timezone: str) -> Helpline:
    """Return the part of a record that is shown."""
    return Helpline(
        id=table.text("id"),
        country=country,
        name=table.text("name"),
        kind=table.choice("kind", HELPLINE_KINDS),
        contacts=tuple(_contact(each, timezone) for each in table.tables("contacts", at_least=1)),
        what_happens=table.text("what_happens"),
        source=table.text("source"),
        checked=table.date("checked"),
        verified=table.flag("verified"),
        who_for=table.texts("who_for", at_least=1, allowed=WHO_FOR),
    )


def _contact(table: Table, timezone: str) -> ContactWay:
    """Return one way to reach a service; what is not known is left out in the data."""
    table.keys_only("type", "value", "hours", "open", "timezone", "free", "anonymous", "languages")
    lines = _open(table)
    if lines and table.text("hours", ""):
        raise table.bad("hours", "must be left out when open says them")
    clock = table.text("timezone", timezone) if lines and lines != (hours.ALWAYS,) else ""
    if lines and lines != (hours.ALWAYS,) and not clock:
        raise table.bad("timezone", "must be given here or for the country, for its hours")
    return ContactWay(
        type=table.choice("type", CONTACT_TYPES),
        value=table.text("value"),
        hours=hours.said(lines, translator("en")) if lines else table.text("hours", ""),
        free=table.flag_or_none("free"),
        anonymous=table.flag_or_none("anonymous"),
        languages=table.texts("languages"),
        open=lines,
        timezone=clock,
    )


def _open(table: Table) -> tuple[str, ...]:
    """Return the lines of `open`: "24/7" may stand alone, without a list."""
    value = table.values.get("open")
    lines = (value,) if isinstance(value, str) else table.texts("open")
    try:
        hours.spans(lines)
    except ValueError as why:
        raise table.bad("open", str(why)) from None
    return lines
