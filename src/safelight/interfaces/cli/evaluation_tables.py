"""The figures of an evaluation as tables on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from safelight.evaluation.compare import Comparison
from safelight.evaluation.evasion import Evasion
from safelight.evaluation.figures import number, per_10k, share, signed
from safelight.evaluation.scorecard import Scorecard


def show(card: Scorecard, comparisons: Sequence[Comparison], evasions: Sequence[Evasion]) -> None:
    """Print the figures."""
    Console().print(
        f"{card.conversations:,} conversations, {card.messages:,} messages, "
        f"{card.speed:,.0f} messages per CPU second; cannot say: {card.cannot_say}; not labelled: {card.unlabelled}"
    )
    if card.found:
        _found(card)
    if card.quiet:
        _quiet(card)
    if comparisons:
        _compared(comparisons)
    if evasions:
        _disguised(evasions)


def _table(title: str, left: Sequence[str], right: Sequence[str]) -> Table:
    table = Table(title=title)
    for name in left:
        table.add_column(name)
    for name in right:
        table.add_column(name, justify="right")
    return table


def _found(card: Scorecard) -> None:
    columns = ("conversations", "recall (95 %)", "by 10", "by 15", "by 25", "by 50", "median to alarm", "right person")
    table = _table("Labelled 1: found at CONCERN or above", ("source",), columns)
    for source, found in card.found.items():
        table.add_row(
            source,
            str(found.conversations),
            share(found.recall),
            *(f"{found.at[k]:.2f}" for k in (10, 15, 25, 50)),
            number(found.to_alarm),
            "–" if found.right_person is None else f"{found.right_person:.2f}",
        )
    Console().print(table)


def _quiet(card: Scorecard) -> None:
    columns = ("conversations", "messages", "alarms", "per 10,000 messages (95 %)", "most frequent rows in alarms")
    table = _table("Labelled 0: alarms on ordinary talk", ("source",), columns)
    table.columns[-1].justify = "left"
    for source, quiet in card.quiet.items():
        table.add_row(
            source,
            f"{quiet.conversations:,}",
            f"{quiet.messages:,}",
            str(quiet.alarms),
            per_10k(quiet.per_10k),
            ", ".join(list(quiet.rows)[:3]),
        )
    Console().print(table)


def _compared(comparisons: Sequence[Comparison]) -> None:
    columns = ("shared", "found", "newly found", "lost", "chance", "alarms per 10,000", "median to alarm")
    table = _table("This run less an earlier one, with 95 % intervals", ("run",), columns)
    for c in comparisons:
        changes = (f"{c.gained}", f"{c.lost}", f"{c.chance:g}")
        table.add_row(c.name, f"{c.shared:,}", signed(c.recall), *changes, signed(c.per_10k), signed(c.to_alarm))
    Console().print(table)


def _disguised(evasions: Sequence[Evasion]) -> None:
    columns = ("found", "still found (95 %)", "median to alarm", "alarms", "per 10,000 messages (95 %)")
    table = _table("In disguise", ("disguise",), columns)
    for e in evasions:
        table.add_row(e.name, str(e.found), share(e.kept), number(e.to_alarm), str(e.alarms), per_10k(e.per_10k))
    Console().print(table)
