"""The sentences to choose from: for the family agreement, and for the card with three adults (`papers/*.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from safelight.taxonomy.tables import Table, parse

SIDES = ("young", "carer")


@dataclass(frozen=True, slots=True)
class Choice:
    """One sentence to choose. usual: whether it is chosen until somebody says otherwise. side: one of SIDES, or ""."""

    id: str
    text: str
    usual: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """first: the promise that always stands first, by the side that speaks; promises: those to choose from."""

    first_young: str
    first_carer: str
    promises: tuple[Choice, ...]
    checked: str

    def of(self, side: str) -> tuple[Choice, ...]:
        """Return the promises of one side."""
        return tuple(each for each in self.promises if each.side == side)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card with three adults is chosen from: kinds of adults, first sentences, and what if one reacts badly."""

    kinds: tuple[Choice, ...]
    sentences: tuple[Choice, ...]
    badly: tuple[Choice, ...]
    checked: str


@cache
def agreement() -> Agreement:
    """Return what a family agreement is made from. BadData names a key that is wrong."""
    table = read("agreement")
    table.keys_only("checked", "sources", "first", "promise")
    table.texts("sources", at_least=1)
    first = table.table("first")
    return Agreement(first.text("young"), first.text("carer"), _choices(table, "promise"), table.date("checked"))


@cache
def card() -> Card:
    """Return what a card with three adults is made from. BadData names a key that is wrong."""
    table = read("three_adults")
    table.keys_only("checked", "sources", "kind", "sentence", "badly")
    table.texts("sources", at_least=1)
    kinds, sentences, badly = (_choices(table, key) for key in ("kind", "sentence", "badly"))
    return Card(kinds, sentences, badly, table.date("checked"))


def read(name: str) -> Table:
    """Return a file of `papers/` as a table."""
    path = resources.files("safelight.lessons") / "papers" / f"{name}.toml"
    return parse(f"lessons/papers/{name}.toml", path.read_bytes())


def _choices(table: Table, key: str) -> tuple[Choice, ...]:
    made = tuple(_choice(each) for each in table.tables(key, at_least=2))
    if len({(each.side, each.id) for each in made}) < len(made):
        raise table.bad(key, "holds the same id twice")
    return made


def _choice(table: Table) -> Choice:
    table.keys_only("id", "text", "usual", "side")
    side = table.choice("side", SIDES) if "side" in table.values else ""
    return Choice(table.text("id"), table.text("text"), bool(table.flag_or_none("usual")), side)
