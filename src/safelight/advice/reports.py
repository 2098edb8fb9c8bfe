"""Get ready to report: what each channel asks for, one TOML file per channel in `reports/`.

A question may say what fills it (`fill`) from what was kept of a chat; the rest stays a blank line for the reader.
Each file says where its facts come from and when they were looked at; a test fails after `expires_on`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from safelight.taxonomy.tables import Table, read_folder

Fill = Literal["", "noticed", "days", "platform", "accounts", "links", "words"]
FILLS: tuple[str, ...] = get_args(Fill)
KEYS = (
    "id", "name", "countries", "order", "web", "what_happens", "source", "checked", "expires_on", "verified", "read_in",
    "question",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a channel asks. fill: what answers it, "" for the reader alone."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Channel:
    """One place to report to. countries: empty for everywhere; web: "" when there is none; dates in ISO."""

    id: str
    name: str
    countries: tuple[str, ...]
    order: int
    web: str
    what_happens: str
    source: str
    checked: str
    expires_on: str
    verified: bool
    read_in: str
    questions: tuple[Question, ...]


@cache
def channels() -> tuple[Channel, ...]:
    """Return every channel, the first to use first. BadData names the file and the key."""
    return build(read_folder("safelight.advice", "reports"))


def build(files: Iterable[Table]) -> tuple[Channel, ...]:
    """Return the channels made of whole-file tables."""
    found: dict[str, Channel] = {}
    for file in files:
        channel = _channel(file)
        if channel.id in found:
            raise file.bad("id", "is the id of another file too")
        found[channel.id] = channel
    return tuple(sorted(found.values(), key=lambda each: (each.order, each.id)))


def fitting(country: str) -> tuple[Channel, ...]:
    """Return the channels of a country (ISO code in capitals, "" for none said), then those for everywhere."""
    return tuple(each for each in channels() if not each.countries or country in each.countries)


def _channel(file: Table) -> Channel:
    file.keys_only(*KEYS)
    web = file.text("web", "")
    if web and not web.startswith("https://"):
        raise file.bad("web", "must begin with https://")
    return Channel(
        id=file.text("id"),
        name=file.text("name"),
        countries=file.texts("countries"),
        order=file.whole("order", 0, 99),
        web=web,
        what_happens=file.text("what_happens"),
        source=file.text("source"),
        checked=file.date("checked"),
        expires_on=file.date("expires_on"),
        verified=file.flag("verified"),
        read_in=file.text("read_in"),
        questions=tuple(_question(each) for each in file.tables("question", at_least=1)),
    )


def _question(table: Table) -> Question:
    table.keys_only("text", "fill")
    fill = table.text("fill", "")
    if fill not in FILLS:
        raise table.bad("fill", f"must be one of {', '.join(FILLS[1:])}")
    return Question(table.text("text"), fill)
